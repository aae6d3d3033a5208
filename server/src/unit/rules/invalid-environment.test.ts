import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { invalidEnvironment as rule } from './invalid-environment.ts'

test('variables, files and credentials', () =>
  checkRule(
    rule,
    `
[Service]
Environment=TITLE=my web
#                    ^^^ warning: 'web' is no assignment; write NAME=VALUE, with quotes around it all if the value holds blanks
EnvironmentFile=web.env
#               ^^^^^^^ warning: 'web.env' is no absolute path; write the whole path, without quotes
SetCredential=key
#             ^^^ warning: 'key' has no value; write ID:VALUE
`,
  ))

test('the fix takes quotes off a path', () =>
  checkFix(
    rule,
    '[Service]\nEnvironmentFile=-"/etc/web env"\n',
    '[Service]\nEnvironmentFile=-/etc/web env\n',
  ))
