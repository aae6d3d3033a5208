import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { invalidCommand as rule } from './invalid-command.ts'

test('what systemd refuses, and what it only leaves out', () =>
  checkRule(
    rule,
    `
[Service]
ExecStartPre=bin/migrate
#            ^^^^^^^^^^^ error: the program 'bin/migrate' is neither an absolute path nor a plain name; systemd refuses the unit
ExecStartPre=-bin/migrate
#             ^^^^^^^^^^^ warning: the program 'bin/migrate' is neither an absolute path nor a plain name; systemd ignores it and the rest of the line
ExecStart=/usr/bin/web --name "the web
#                             ^^^^^^^^ error: the quote in '"the web' has no end; systemd refuses the unit
ExecStartPost=!!/bin/true
#             ^^ information: '!!' does nothing since systemd 258; remove it
`,
  ))

test('the fix doubles a backslash', () =>
  checkFix(
    rule,
    '[Service]\nExecStart=/usr/bin/grep -E \\d+\n',
    '[Service]\nExecStart=/usr/bin/grep -E \\\\d+\n',
  ))
