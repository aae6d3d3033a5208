import { describe, test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { cronNever } from './cron-never.ts'

const checked = (line: string) => `check process app with pidfile /run/app.pid\n  ${line}\n`

describe('cron-never', () => {
  test('numbers beyond what the field can have', () =>
    checkRule(
      cronNever,
      `
check process app with pidfile /run/app.pid
  every "60 24 0 13 7"
#        ^^ warning: no minute is 60; accepted: 0 to 59
#           ^^ warning: no hour is 24; accepted: 0 to 23
#              ^ warning: no day is 0; accepted: 1 to 31
#                ^^ warning: no month is 13; accepted: 1 to 12
#                   ^ warning: no weekday is 7; accepted: 0 to 6; Sunday is 0
  not every "* 22-5 * * 5-7"
#              ^^^^ warning: the range '22-5' goes backwards, so it is empty; write '22-23,0-5'
#                       ^^^ warning: no weekday is 7; accepted: 0 to 6; Sunday is 0
`,
    ))
  test('what monit can not read, which it tells since 5.34.4', () => {
    const found = (severity: string) => `
check process app with pidfile /run/app.pid
  every "1- 0,,2 * 1-3, *"
#        ^^ ${severity}: monit can't read '1-'; accepted: *, numbers, ranges such as 1-5, commas between them
#           ^^^^ ${severity}: monit can't read '0,,2'; accepted: *, numbers, ranges such as 1-5, commas between them
#                  ^^^^ ${severity}: monit can't read '1-3,'; accepted: *, numbers, ranges such as 1-5, commas between them
`
    checkRule(cronNever, found('error'))
    checkRule(cronNever, found('warning'), { monitVersion: '5.33.0' })
    checkRule(cronNever, checked('every "0/5 * * * *"'), { monitVersion: '5.33.0' })
  })
  test('what monit reads in a field of its own is odd, but not refused', () =>
    checkRule(
      cronNever,
      `
check process app with pidfile /run/app.pid
  every "5*, 3 * * *"
#        ^^^ warning: monit can't read '5*,'; accepted: *, numbers, ranges such as 1-5, commas between them
`,
    ))
  test('steps', () =>
    checkRule(
      cronNever,
      `
check process app with pidfile /run/app.pid
  every "*/0 5-5/2 5/0 * *"
#        ^^^ warning: nothing comes round in steps of 0; accepted: 1 and more, such as */5
#                  ^^^ error: monit can't read '5/0'; accepted: *, numbers, ranges such as 1-5, commas between them
`,
    ))
  test('what can occur, what monit refuses anyway, and tags', () =>
    checkRule(
      cronNever,
      `
check process app with pidfile /run/app.pid
  every "*/5 0-23/2 1,31 1-12 0-6"
  every "* * 32 *"
  every "* {{ hour }} 0 * *"
  every 99 cycles
`,
    ))
  test('the fixes', () => {
    checkFix(cronNever, checked('every "0 3 * * 7"'), checked('every "0 3 * * 0"'))
    checkFix(cronNever, checked('every "* 23-5 * * *"'), checked('every "* 23,0-5 * * *"'))
  })
})
