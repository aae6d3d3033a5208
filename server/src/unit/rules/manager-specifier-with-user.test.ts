import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { managerSpecifierWithUser as rule } from './manager-specifier-with-user.ts'

test('root and not the user', () => {
  checkRule(
    rule,
    `
[Service]
User=deploy
Group=www
WorkingDirectory=%h/web
#                ^^ warning: '%h' is '/root' in a system unit, not the home of 'User=deploy'
Environment=USER=%u:%g UID=%U:%G
#                ^^ warning: '%u' is 'root' in a system unit, not the name of 'User=deploy'
#                   ^^ warning: '%g' is 'root' in a system unit, not the group of 'User=deploy'
#                          ^^ warning: '%U' is '0' in a system unit, not the number of 'User=deploy'
#                             ^^ warning: '%G' is '0' in a system unit, not the group number of 'User=deploy'
ExecStart=/srv/%N \\
  # not %h
  %%h %h
#     ^^ warning: '%h' is '/root' in a system unit, not the home of 'User=deploy'
`,
    { file: '/etc/systemd/system/web.service' },
  )
})

test('an instance for each user', () => {
  checkRule(
    rule,
    `
[Service]
User=%i
WorkingDirectory=%h
#                ^^ warning: '%h' is '/root' in a system unit, not the home of 'User=%i'
`,
    { file: '/etc/systemd/system/web@.service' },
  )
})

test('root itself, nobody, and user units', () => {
  checkRule(rule, '[Service]\nUser=root\nWorkingDirectory=%h\n', { file: '/etc/systemd/system/web.service' })
  checkRule(rule, '[Service]\nWorkingDirectory=%h\n', { file: '/etc/systemd/system/web.service' })
  checkRule(rule, '[Service]\nUser=%u\nWorkingDirectory=%h\n', { file: '/etc/systemd/system/web.service' })
  checkRule(rule, '[Service]\nUser={{ user }}\nWorkingDirectory=%h\n', {
    file: '/etc/systemd/system/web.service',
  })
  checkRule(rule, '[Service]\nUser=deploy\nWorkingDirectory=%h\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
  })
  checkRule(
    rule,
    '[Service]\nUser=deploy\nExecStart=/bin/date +%u\nWorkingDirectory=%t/%n\n# %h\n[Unit]\nDescription=%h\n[X-A]\nB=%h\n',
    { file: '/etc/systemd/system/web.service' },
  )
})

test('to what was meant', () => {
  checkFix(
    rule,
    '[Service]\nUser=deploy\nWorkingDirectory=%h\n',
    '[Service]\nUser=deploy\nWorkingDirectory=~\n',
    { file: '/etc/systemd/system/web.service' },
  )
  checkFix(
    rule,
    '[Service]\nUser=deploy\nWorkingDirectory=-%h/web\n',
    '[Service]\nUser=deploy\nWorkingDirectory=-/home/deploy/web\n',
    { file: '/etc/systemd/system/web.service' },
  )
  checkFix(
    rule,
    '[Service]\nUser=deploy\nEnvironment=LOGNAME=%u\n',
    '[Service]\nUser=deploy\nEnvironment=LOGNAME=deploy\n',
    { file: '/etc/systemd/system/web.service' },
  )
})
