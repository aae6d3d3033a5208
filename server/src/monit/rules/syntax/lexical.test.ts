import { expect, test } from 'vitest'
import { growsInProportion } from '../../../../../test/property/duration.ts'
import { checkFix, checkRule, findingsOf } from '../../testing/check.ts'
import { monitSyntax } from '../monit-syntax.ts'

test('a blank in the name of a group', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  group "web app"
#       ^^^^^^^^^ error: the name of a group is one word, also within quotes
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  group "web app"
`,
    `
check process app with pidfile /run/app.pid
  group web_app
`,
    { title: "write 'web_app'" },
  )
})

test('names in a cron expression', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  every "0 3 * * mon-fri"
#       ^^^^^^^^^^^^^^^^^ error: 'mon-fri' can't stand in a cron expression: monit knows numbers, '*', ',', '-' and '/' only, no names
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  every "0 3 * * mon-fri"
`,
    `
check process app with pidfile /run/app.pid
  every "0 3 * * 1-5"
`,
    { title: 'write "0 3 * * 1-5"' },
  )
})

test('too few fields in a cron expression', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  every "0 3 * *"
#       ^^^^^^^^^ error: a cron expression has five fields (minute, hour, day, month, weekday), and these are 4
`,
  )
})

test('a quote without a begin', () => {
  checkRule(
    monitSyntax,
    `
check program disk with path "/srv/disk"
  if status != 0 then exec /srv/clean now"
#                                        ^ error: this quote ends a command that none begins, so monit takes it for a first one and reads on to the end of the file
`,
  )
  checkFix(
    monitSyntax,
    `
check program disk with path "/srv/disk"
  if status != 0 then exec /srv/clean now"
`,
    `
check program disk with path "/srv/disk"
  if status != 0 then exec "/srv/clean now"
`,
  )
})

test('a quote without a begin is told of a long line in proportion to it', () => {
  const text = (times: number) => `check system h\n  if cpu > 5% then ${'exec /a '.repeat(times)}"`
  expect(growsInProportion((times) => findingsOf(monitSyntax, text(times)), 2000)).toBe(true)
})

test('a quote without an end', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile "/run/app.pid
#                              ^ error: this quote is never closed, so monit reads on to the end of the file; close it with "
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile "/run/app.pid
`,
    `
check process app with pidfile "/run/app.pid"
`,
    { title: 'close it' },
  )
})

test('an address of another scheme', () => {
  checkRule(
    monitSyntax,
    `
check host files with address files.example.com
  if failed url ftp://files.example.com/ then alert
#               ^^^^^^ error: monit tests addresses that begin with http:// or https:// only
`,
  )
})

test('headers without a value', () => {
  checkRule(
    monitSyntax,
    `
check host shop with address example.com
  if failed port 80 protocol http with http headers [ Host ] then alert
#                                                     ^^^^^ error: HTTP headers stand in brackets, each with its value: [ Host: example.com, Accept: */* ]
`,
  )
})
