import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { wantedBySystemTarget as rule } from './wanted-by-system-target.ts'

test('never started', () => {
  checkRule(
    rule,
    `
[Install]
WantedBy=multi-user.target
#        ^^^^^^^^^^^^^^^^^ error: a user manager has no 'multi-user.target', so the unit is enabled but never started by it
RequiredBy=graphical.target sleep.target
#          ^^^^^^^^^^^^^^^^ error: a user manager has no 'graphical.target', so the unit is enabled but never started by it
#                           ^^^^^^^^^^^^ error: a user manager has no 'sleep.target', so the unit is enabled but never started by it
`,
    { file: '/home/deploy/.config/systemd/user/web.service' },
  )
})

test('a file for both managers', () => {
  checkRule(
    rule,
    `
[Install]
WantedBy=multi-user.target default.target
#        ^^^^^^^^^^^^^^^^^ information: a user manager has no 'multi-user.target', so the unit is enabled but never started by it
`,
    { file: '/home/deploy/.config/systemd/user/web.service' },
  )
})

test('right ones', () => {
  checkRule(rule, '[Install]\nWantedBy=default.target\nAlias=multi-user.target\nAlso=multi-user.target\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
  })
  checkRule(rule, '[Install]\nWantedBy=multi-user.target\n', { file: '/etc/systemd/system/web.service' })
  checkRule(rule, '[Install]\nWantedBy={{ target }}\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
  })
  checkRule(rule, '[Install]\nWantedBy=multi-user.target\n')
})

test('in a template', () => {
  checkRule(
    rule,
    `
[Install]
WantedBy=multi-user.target
#        ^^^^^^^^^^^^^^^^^ error: a user manager has no 'multi-user.target', so the unit is enabled but never started by it
`,
    { file: '/home/deploy/.config/systemd/user/web.service.erb' },
  )
  checkRule(
    rule,
    '[Install]\n<% if system %>\nWantedBy=multi-user.target\n<% else %>\nWantedBy=default.target\n<% end %>\n',
    { file: '/home/deploy/.config/systemd/user/web.service.erb' },
  )
})

test('to the target that a user manager starts', () => {
  checkFix(rule, '[Install]\nWantedBy=multi-user.target\n', '[Install]\nWantedBy=default.target\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
  })
  checkFix(
    rule,
    '[Install]\nWantedBy=multi-user.target default.target\n',
    '[Install]\nWantedBy=default.target\n',
    { file: '/home/deploy/.config/systemd/user/web.service' },
  )
  checkFix(rule, '[Install]\nWantedBy=graphical.target\n', '[Install]\nWantedBy=graphical-session.target\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
    title: 'Change to graphical-session.target',
  })
})
