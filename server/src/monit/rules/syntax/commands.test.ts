import { test } from 'vitest'
import { checkFix, checkRule } from '../../testing/check.ts'
import { monitSyntax } from '../monit-syntax.ts'

test('a user behind the timeout', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start" with timeout 30 seconds as uid "web" and gid "web"
#                                                             ^^^ error: 'uid' must stand before 'timeout'
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start" with timeout 30 seconds as uid "web" and gid "web"
`,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start" as uid "web" and gid "web" with timeout 30 seconds
`,
    { title: "put the user before 'timeout'" },
  )
})

test('single quotes behind an equals sign', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  start program = '/srv/app start'
#                 ^^^^^^^^^^^^^^^^ error: behind '=' monit reads a command in double quotes only
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  start program = '/srv/app start'
`,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start"
`,
    { title: 'write double quotes' },
  )
})

test('no quotes behind an equals sign', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  start program = /srv/app start with timeout 20 seconds
#                 ^^^^^^^^^^^^^^ error: behind '=' monit reads a command in double quotes only
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  start program = /srv/app start with timeout 20 seconds
`,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start" with timeout 20 seconds
`,
    { title: 'put it into double quotes' },
  )
})

test('an equals sign at the end of a line', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  start program =
# ^^^^^^^^^^^^^^^ error: 'start program =' and the quote behind it must stand on one line
    "/srv/app start"
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  start program =
    "/srv/app start"
`,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start"
`,
    { title: 'join the lines' },
  )
})

test('an equals sign behind path', () => {
  checkRule(
    monitSyntax,
    `
check program backup with path = "/srv/check-backup"
#                              ^ error: there is no '=' behind 'path'
  if status != 0 then alert
`,
  )
  checkFix(
    monitSyntax,
    `
check program backup with path = "/srv/check-backup"
  if status != 0 then alert
`,
    `
check program backup with path "/srv/check-backup"
  if status != 0 then alert
`,
    { title: "leave out '='" },
  )
})

test('a quote that ends on the next line', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start
#                 ^ error: this quote is not closed on its line, so the command goes on to the next quote
  stop program = "/srv/app stop"
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start
  stop program = "/srv/app stop"
`,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start"
  stop program = "/srv/app stop"
`,
    { title: 'close it' },
  )
})

test('an exec of nothing', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then exec
#                   ^^^^ error: 'exec' needs a program behind it; an example: exec "/usr/bin/systemctl restart web"
`,
  )
})
