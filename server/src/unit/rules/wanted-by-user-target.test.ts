import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { wantedByUserTarget as rule } from './wanted-by-user-target.ts'

test('never started', () => {
  checkRule(
    rule,
    `
[Install]
WantedBy=multi-user.target graphical-session.target
#                          ^^^^^^^^^^^^^^^^^^^^^^^^ warning: the system manager has no 'graphical-session.target', so the unit is enabled but never started by it
`,
    { file: '/etc/systemd/system/web.service' },
  )
})

test('a file that may be for either', () => {
  checkRule(
    rule,
    `
[Unit]
Description=Tray
[Install]
WantedBy=graphical-session.target
#        ^^^^^^^^^^^^^^^^^^^^^^^^ information: 'graphical-session.target' is for user managers only, and this is checked as a system unit
`,
  )
})

test('right ones', () => {
  checkRule(rule, '[Install]\nWantedBy=graphical-session.target\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
  })
  checkRule(rule, '[Install]\nWantedBy=default.target sockets.target %i.target\n', {
    file: '/etc/systemd/system/web.service',
  })
})

test('a file says what it is', () => {
  checkFix(
    rule,
    '[Install]\r\nWantedBy=graphical-session.target\r\n',
    '# unitwright: instance=user\r\n[Install]\r\nWantedBy=graphical-session.target\r\n',
  )
})
