import { test } from 'vitest'
import { checkRule } from '../testing/check.ts'
import { privilegedPortInUserSocket as rule } from './privileged-port-in-user-socket.ts'

test('low ports', () => {
  checkRule(
    rule,
    `
[Socket]
ListenStream=80
#            ^^ warning: port 80 is for root only, so the socket fails with 'Permission denied'; a user manager can listen from 1024 on
ListenStream=[::1]:443
#            ^^^^^^^^^ warning: port 443 is for root only, so the socket fails with 'Permission denied'; a user manager can listen from 1024 on
ListenDatagram=0.0.0.0:53
#              ^^^^^^^^^^ warning: port 53 is for root only, so the socket fails with 'Permission denied'; a user manager can listen from 1024 on
`,
    { file: '/etc/systemd/user/web.socket' },
  )
})

test('high ports, and what has none', () => {
  checkRule(
    rule,
    '[Socket]\nListenStream=\nListenStream=1024\nListenStream=%t/web.sock\nListenStream=/run/web\nListenStream={{ port }}\nListenStream=vsock::80\nListenNetlink=audit 1\n',
    { file: '/etc/systemd/user/web.socket' },
  )
  checkRule(rule, '[Socket]\nListenStream=80\n', { file: '/etc/systemd/system/web.socket' })
})
