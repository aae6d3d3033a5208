import { expect, test } from 'vitest'
import { checkRule, findingsOf } from '../testing/check.ts'
import { zeroMaxConnections as rule } from './zero-max-connections.ts'

const file = 'web.socket'

test('none at all', () => {
  const text = `
[Socket]
ListenStream=80
Accept=yes
MaxConnections=0
#              ^ error: 'MaxConnections=' is at least 1; 0 does not mean unlimited, and systemd refuses the socket
`
  checkRule(rule, text, { file, version: 252 })
  checkRule(rule, text, { file, version: 262 })
})

test('without Accept=yes it was fine once', () => {
  const text = '[Socket]\nListenStream=80\nMaxConnections=0\n'
  expect(findingsOf(rule, text, { file, version: 254 })).toEqual([])
  expect(findingsOf(rule, text, { file, version: 257 })).toHaveLength(1)
})

test('some', () => {
  checkRule(rule, '[Socket]\nListenStream=80\nAccept=yes\nMaxConnections=0\nMaxConnections=9\n', { file })
  checkRule(rule, '[Socket]\nListenStream=80\nAccept=yes\nMaxConnections={{ most }}\n', {
    file: 'web.socket.j2',
  })
})
