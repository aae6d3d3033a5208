import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { missingInUserManager as rule } from './missing-in-user-manager.ts'

test('targets of the system', () => {
  checkRule(
    rule,
    `
[Unit]
After=network.target graphical-session.target \\
#     ^^^^^^^^^^^^^^ information: a user manager has no 'network.target'; 'After=' does nothing here
  remote-fs.target
# ^^^^^^^^^^^^^^^^ information: a user manager has no 'remote-fs.target'; 'After=' does nothing here
Wants=network-online.target
#     ^^^^^^^^^^^^^^^^^^^^^ information: a user manager has no 'network-online.target'; 'Wants=' does nothing here
Requires=network-online.target
#        ^^^^^^^^^^^^^^^^^^^^^ error: a user manager has no 'network-online.target'; with 'Requires=' the unit fails to start
BindsTo=multi-user.target
#       ^^^^^^^^^^^^^^^^^ error: a user manager has no 'multi-user.target'; with 'BindsTo=' the unit fails to start
`,
    { file: '/home/deploy/.config/systemd/user/web.service' },
  )
})

test('targets of the user, and what nobody knows', () => {
  checkRule(
    rule,
    '[Unit]\nAfter=basic.target sockets.target postgresql.service app.target %i.target {{ after }}.target\nPartOf=graphical-session.target\n',
    { file: '/home/deploy/.config/systemd/user/web.service' },
  )
})

test('what a template may leave out', () => {
  checkRule(rule, '[Unit]\n{% if system %}\nRequires=network-online.target\n{% endif %}\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
  })
})

test('system units have them', () => {
  checkRule(rule, '[Unit]\nAfter=network.target\nRequires=network-online.target\n', {
    file: '/etc/systemd/system/web.service',
  })
})

test('the name goes, or the line', () => {
  checkFix(rule, '[Unit]\nAfter=dbus.socket network.target\n', '[Unit]\nAfter=dbus.socket\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
  })
  checkFix(rule, '[Unit]\nAfter=network.target dbus.socket\n', '[Unit]\nAfter=dbus.socket\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
  })
  checkFix(
    rule,
    '[Unit]\nAfter=a.service \\\n  network.target \\\n  b.service\n',
    '[Unit]\nAfter=a.service \\\n  b.service\n',
    { file: '/home/deploy/.config/systemd/user/web.service' },
  )
  checkFix(rule, '[Unit]\nRequires=network.target\nAfter=a.service\n', '[Unit]\nAfter=a.service\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
  })
})
