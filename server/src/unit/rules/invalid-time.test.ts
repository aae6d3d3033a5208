import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { invalidTime as rule } from './invalid-time.ts'

test('time spans', () =>
  checkRule(
    rule,
    `
[Unit]
JobTimeoutSec=5 mins
#               ^^^^ warning: 'mins' is no unit of time; accepted: us, ms, s, min, h, d, w, month, y
[Service]
TimeoutStopSec=-1
#              ^^ warning: '-1' is negative; write 'infinity' for no limit
RestartSec=
^^^^^^^^^^ warning: 'RestartSec=' can't be empty; write a time span such as 5min 20s
RestartSec=1h \\
  30 minits
#    ^^^^^^ warning: 'minits' is no unit of time; accepted: us, ms, s, min, h, d, w, month, y
RestartSec=100ms
TimeoutAbortSec=
`,
  ))

test('calendar expressions', () =>
  checkRule(
    rule,
    `
[Timer]
OnCalendar=*:*/15
#            ^^^^ warning: '*/15' has no value to start from; write 0/15, or 1/15 for days and months
OnCalendar=0 3 * * *
#          ^^^^^^^^^ warning: '0 3 * * *' is how cron writes it; write *-*-* 03:00:00
OnCalendar=25:00
#          ^^ warning: '25' is no hour; accepted: 0 to 23
OnCalendar=daily Europe/Berln
#                ^^^^^^^^^^^^ warning: 'Europe/Berln' is no time zone; accepted: UTC and names such as Europe/Berlin
OnCalendar=
OnCalendar=Mon..Fri 03:00
OnBootSec=daily
#         ^^^^^ warning: 'daily' is no time span; write numbers with units such as 5min 20s
`,
    { file: 'report.timer' },
  ))

test('a comment behind a time', () =>
  checkRule(
    rule,
    `
[Service]
RestartSec=5 # seconds
#            ^^^^^^^^^ warning: a comment can't stand behind a value; systemd takes '# seconds' as part of it and refuses it
`,
  ))

test('fixes', () => {
  checkFix(rule, '[Service]\nRestartSec=5 mins\n', '[Service]\nRestartSec=5 min\n')
  checkFix(rule, '[Timer]\nOnCalendar=Mon, Wed 10:00\n', '[Timer]\nOnCalendar=Mon,Wed 10:00\n', {
    file: 'report.timer',
  })
})
