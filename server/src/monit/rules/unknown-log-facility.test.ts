import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { unknownLogFacility } from './unknown-log-facility.ts'

test('a facility as syslog calls it', () => {
  checkRule(
    unknownLogFacility,
    `
set log syslog facility local3
#                       ^^^^^^ error: monit knows no facility 'local3'; accepted: log_user, log_daemon, log_local0 to log_local7
`,
  )
  checkFix(
    unknownLogFacility,
    `
set log syslog facility local3
`,
    `
set log syslog facility log_local3
`,
    { title: "write 'log_local3'" },
  )
})

test('a facility that there is not', () => {
  checkRule(
    unknownLogFacility,
    `
set log syslog facility log_mail
#                       ^^^^^^^^ error: monit knows no facility 'log_mail'; accepted: log_user, log_daemon, log_local0 to log_local7
`,
  )
})

test('a facility that came later', () => {
  checkRule(
    unknownLogFacility,
    `
set log syslog facility log_user
#                       ^^^^^^^^ error: monit knows no facility 'log_user'; accepted: log_daemon, log_local0 to log_local7
`,
    { monitVersion: '5.33.0' },
  )
})

test('facilities that there are', () => {
  checkRule(
    unknownLogFacility,
    `
set log syslog facility LOG_LOCAL3
set log syslog facility log_user
`,
  )
})
