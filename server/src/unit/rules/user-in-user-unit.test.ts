import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { userInUserUnit as rule } from './user-in-user-unit.ts'

test('before systemd 257 not even its own user', () => {
  checkRule(
    rule,
    `
[Service]
User=deploy
^^^^ error: a user manager can't change users, and before systemd 257 not even name its own; with 'User=' the service ends with status 216/GROUP
  Group=deploy
# ^^^^^ warning: a user manager can't change groups; with any but the user's own group in 'Group=' the service ends with status 216/GROUP
SupplementaryGroups=www-data \\
^^^^^^^^^^^^^^^^^^^ error: a user manager can't change groups; with 'SupplementaryGroups=' the service ends with status 216/GROUP
  video
`,
    { file: '/home/deploy/.config/systemd/user/web.service', version: 252 },
  )
})

test('since then any other', () => {
  checkRule(
    rule,
    `
[Service]
User=deploy
^^^^ warning: a user manager runs everything as its own user; with any other in 'User=' the service ends with status 216/GROUP
Group=deploy
^^^^^ warning: a user manager can't change groups; with any but the user's own group in 'Group=' the service ends with status 216/GROUP
SupplementaryGroups=www-data
^^^^^^^^^^^^^^^^^^^ error: a user manager can't change groups; with 'SupplementaryGroups=' the service ends with status 216/GROUP
`,
    { file: '/home/deploy/.config/systemd/user/web.service', version: 257 },
  )
})

test('root is somebody else for sure', () => {
  checkRule(
    rule,
    `
[Service]
User=root
^^^^ error: a user manager runs everything as its own user; with any other in 'User=' the service ends with status 216/GROUP
`,
    { file: '/home/deploy/.config/systemd/user/web.service' },
  )
})

test('only what counts, and nothing that is empty', () => {
  checkRule(rule, '[Service]\nUser=deploy\nUser=\nSupplementaryGroups=a\nSupplementaryGroups=\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
  })
  checkRule(rule, '[Service]\nUser=<%= user %>\n', { file: '/home/deploy/.config/systemd/user/web.service' })
  checkRule(rule, '[Service]\n{% if system %}\nUser=deploy\n{% endif %}\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
  })
})

test('a comment or a setting may name the manager', () => {
  checkRule(
    rule,
    `
# unitwright: instance=user
[Service]
SupplementaryGroups=a
^^^^^^^^^^^^^^^^^^^ error: a user manager can't change groups; with 'SupplementaryGroups=' the service ends with status 216/GROUP
`,
  )
})

test('system units may have any user', () => {
  checkRule(rule, '[Service]\nUser=deploy\nGroup=deploy\nSupplementaryGroups=a\n', {
    file: '/etc/systemd/system/web.service',
  })
  checkRule(rule, '[Service]\nUser=deploy\n')
})

test('the line goes', () => {
  checkFix(rule, '[Service]\r\nUser=deploy\r\nExecStart=/a\r\n', '[Service]\r\nExecStart=/a\r\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
  })
  checkFix(
    rule,
    '[Service]\nSupplementaryGroups=a \\\n  # why\n  b\nExecStart=/a\n',
    '[Service]\nExecStart=/a\n',
    { file: '/home/deploy/.config/systemd/user/web.service' },
  )
})
