import { expect, test } from 'vitest'
import { checkRule, findingsOf } from '../testing/check.ts'
import { missingListen as rule } from './missing-listen.ts'

const file = 'web.socket'

test('a socket without addresses', () => {
  checkRule(
    rule,
    `
[Unit]
Description=Web
[Socket]
^^^^^^^^ error: the socket has no 'ListenStream=' or other 'Listen...=', so it listens nowhere and systemd refuses it
Accept=yes
`,
    { file },
  )
  expect(findingsOf(rule, '[Socket]\nListenStream=80\nListenFIFO=\n', { file })).toHaveLength(1)
  expect(findingsOf(rule, '[Socket]\nListenStream=99999\n', { file })).toHaveLength(1)
})

test.each([
  'ListenStream=80',
  'ListenDatagram=80',
  'ListenSequentialPacket=/run/a',
  'ListenFIFO=/run/a',
  'ListenSpecial=/dev/a',
  'ListenNetlink=kobject-uevent 1',
  'ListenMessageQueue=/a',
  'ListenUSBFunction=/a',
  'ListenStream=<%= port %>',
])('%s is one', (line) => checkRule(rule, `[Socket]\n${line}\n`, { file }))

test('parts and templates', () => {
  checkRule(rule, '[Socket]\nListenStream=\n', { file: '/etc/systemd/system/web.socket.d/a.conf' })
  checkRule(rule, '[Socket]\n{{ addresses }}\n', { file: 'web.socket.j2' })
  checkRule(rule, '[Service]\nExecStart=/a\n')
})
