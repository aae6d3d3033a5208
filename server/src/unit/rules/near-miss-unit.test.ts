import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { nearMissUnit as rule } from './near-miss-unit.ts'

test('nearly right', () => {
  checkRule(
    rule,
    `
[Unit]
After=netwrok.target network-onlin.target Network.target
#     ^^^^^^^^^^^^^^ warning: systemd has no 'netwrok.target' of its own; did you mean 'network.target'?
#                    ^^^^^^^^^^^^^^^^^^^^ warning: systemd has no 'network-onlin.target' of its own; did you mean 'network-online.target'?
#                                         ^^^^^^^^^^^^^^ warning: systemd has no 'Network.target' of its own; did you mean 'network.target'?
Wants=networkonline.target
#     ^^^^^^^^^^^^^^^^^^^^ warning: systemd has no 'networkonline.target' of its own; did you mean 'network-online.target'?
[Install]
WantedBy=multiuser.target
#        ^^^^^^^^^^^^^^^^ warning: systemd has no 'multiuser.target' of its own; did you mean 'multi-user.target'?
RequiredBy=multi-user.targets
`,
  )
})

test('right, or far away', () => {
  checkRule(
    rule,
    '[Unit]\nAfter=network.target remote-fs.target app.target web-stack.target sound.target networks.service %i-user.target multi-usr@1.target network2.target\n[Install]\nWantedBy=multi-user.target\nAlias=multiuser.target\n',
  )
})

test('nearly one of the other manager', () => {
  checkRule(
    rule,
    `
[Unit]
After=multiuser.target grafical-session.target
#                      ^^^^^^^^^^^^^^^^^^^^^^^ warning: systemd has no 'grafical-session.target' of its own; did you mean 'graphical-session.target'?
`,
    { file: '/home/deploy/.config/systemd/user/web.service' },
  )
})

test('to the right name', () => {
  checkFix(
    rule,
    '[Install]\nWantedBy=multiuser.target graphical.target\n',
    '[Install]\nWantedBy=multi-user.target graphical.target\n',
  )
})
