import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { acceptConflict as rule } from './accept-conflict.ts'

const file = 'web.socket'

test('sockets without connections', () =>
  checkRule(
    rule,
    `
[Socket]
ListenStream=80
ListenDatagram=80
^^^^^^^^^^^^^^ error: Accept=yes takes connections, which 'ListenDatagram=' has none of; systemd refuses the socket and accepts: ListenStream=, ListenSequentialPacket=
ListenFIFO=/run/a
^^^^^^^^^^ error: Accept=yes takes connections, which 'ListenFIFO=' has none of; systemd refuses the socket and accepts: ListenStream=, ListenSequentialPacket=
Accept=yes
`,
    { file },
  ))

test('a service by name', () => {
  checkRule(
    rule,
    `
[Socket]
ListenStream=80
Accept=true
Service=app.service
^^^^^^^ error: Accept=yes starts the template of the socket's own name and can't have 'Service='; systemd refuses the socket
`,
    { file },
  )
  checkFix(
    rule,
    '[Socket]\nListenStream=80\nService=app.service\nAccept=yes\n',
    '[Socket]\nListenStream=80\nAccept=yes\n',
    { file },
  )
})

test('deferred triggers', () => {
  checkRule(
    rule,
    `
[Socket]
ListenStream=80
Accept=yes
DeferTrigger=patient
^^^^^^^^^^^^ error: 'DeferTrigger=' waits for one service to be free, but Accept=yes starts one for each connection; systemd refuses the socket
`,
    { file, version: 262 },
  )
  checkRule(rule, '[Socket]\nListenStream=80\nAccept=yes\nDeferTrigger=no\n', { file, version: 262 })
  checkRule(rule, '[Socket]\nListenStream=80\nAccept=yes\nDeferTrigger=yes\n', { file, version: 257 })
})

test('without Accept=, with one connection each, with what was reset', () => {
  checkRule(rule, '[Socket]\nListenDatagram=80\nService=app.service\n', { file })
  checkRule(rule, '[Socket]\nListenDatagram=80\nAccept=no\n', { file })
  checkRule(rule, '[Socket]\nListenDatagram=80\nListenStream=\nListenSequentialPacket=/run/a\nAccept=yes\n', {
    file,
  })
  checkRule(rule, '[Socket]\nListenDatagram=80\nAccept={{ accept }}\n', { file: 'web.socket.j2' })
})
