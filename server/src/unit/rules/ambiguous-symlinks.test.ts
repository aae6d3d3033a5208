import { expect, test } from 'vitest'
import { allFindings, checkRule } from '../testing/check.ts'
import { ambiguousSymlinks as rule } from './ambiguous-symlinks.ts'

const file = 'web.socket'

test('nothing to link to, or too much', () => {
  checkRule(
    rule,
    `
[Socket]
ListenStream=80
ListenStream=@web
Symlinks=/run/l
^^^^^^^^ error: 'Symlinks=' needs one path to link to, and the socket listens on none; systemd refuses it
`,
    { file },
  )
  checkRule(
    rule,
    `
[Socket]
Symlinks=/run/l
^^^^^^^^ error: 'Symlinks=' needs one path to link to, and the socket listens on 2; systemd refuses it
ListenStream=/run/a
ListenFIFO=%t/b
`,
    { file },
  )
})

test('one path, an unknown one, links that were taken back', () => {
  checkRule(rule, '[Socket]\nListenDatagram=/run/a\nListenDatagram=80\nSymlinks=/run/l\n', { file })
  checkRule(rule, '[Socket]\nListenStream=%i\nSymlinks=/run/l\n', { file: 'web@.socket' })
  checkRule(rule, '[Socket]\nListenStream={{ address }}\nSymlinks=/run/l\n', { file: 'web.socket.j2' })
  checkRule(rule, '[Socket]\nListenStream=80\nSymlinks=/run/l\nSymlinks=\n', { file })
  checkRule(rule, '[Socket]\nSymlinks=/run/l\n', { file: '/etc/systemd/system/web.socket.d/a.conf' })
})

test('where it listens nowhere, that is the one thing to say', () =>
  expect(allFindings('[Socket]\nSymlinks=/run/l\n', { file }).map((each) => each.rule)).toEqual([
    'missing-listen',
  ]))
