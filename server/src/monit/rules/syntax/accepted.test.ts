import { test } from 'vitest'
import { checkFix, checkRule } from '../../testing/check.ts'
import { monitSyntax } from '../monit-syntax.ts'

test('a misspelt word', () => {
  checkRule(
    monitSyntax,
    `
set deamon 30
#   ^^^^^^ error: 'deamon' can't stand here; did you mean 'daemon'?
`,
  )
  checkFix(
    monitSyntax,
    `
set deamon 30
`,
    `
set daemon 30
`,
    { title: "write 'daemon'" },
  )
})

test('something that nobody expects', () => {
  checkRule(
    monitSyntax,
    `
set mode 30
#   ^^^^ error: 'mode' can't stand here; accepted: alert, daemon, eventqueue, expectbuffer, fips, httpd, idfile, init and others
check process app with pidfile /run/app.pid
  bogus
# ^^^^^ error: 'bogus' neither goes on with what stands before it nor begins a statement of a check of type 'process'
  mode off
#      ^^^ error: 'off' can't stand here; accepted: active, passive, manual
`,
  )
})

test('the end of the file within a statement', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  mode
# ^^^^ error: the file ends in the middle of a statement; something must follow: active, passive, manual
`,
  )
})

test('a forgotten value', () =>
  checkRule(
    monitSyntax,
    `
check host shop with address example.com
  if failed port 80 protocol http request then alert
#                                 ^^^^^^^ error: a path on the server is missing behind 'request'
`,
  ))
