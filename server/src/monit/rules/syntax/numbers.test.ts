import { test } from 'vitest'
import { checkFix, checkRule } from '../../testing/check.ts'
import { monitSyntax } from '../monit-syntax.ts'

test('an operator glued to its sides', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu>80% then restart
#    ^^^^^^^ error: 'cpu>80%' is one word to monit; write 'cpu > 80%'
  if cpu >80% then restart
#        ^^^^ error: '>80%' is one word to monit; write '> 80%'
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu>80% then restart
  if cpu >80% then restart
`,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then restart
  if cpu >80% then restart
`,
    { title: "write 'cpu > 80%'" },
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu>80% then restart
  if cpu >80% then restart
`,
    `
check process app with pidfile /run/app.pid
  if cpu>80% then restart
  if cpu > 80% then restart
`,
    { title: "write '> 80%'" },
  )
})

test('a unit glued to its number', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if memory > 800MB then restart
#             ^^^^^ error: '800MB' is one word to monit; write '800 MB'
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if memory > 800MB then restart
`,
    `
check process app with pidfile /run/app.pid
  if memory > 800 MB then restart
`,
    { title: "write '800 MB'" },
  )
})

test('a unit of another program', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if memory > 2 TiB then restart
#               ^^^ error: monit knows no 'TiB'; accepted: bytes, kB, MB, GB
  if memory > 500 M then restart
#                 ^ error: monit knows no 'M'; accepted: bytes, kB, MB, GB
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if memory > 2 TiB then restart
  if memory > 500 M then restart
`,
    `
check process app with pidfile /run/app.pid
  if memory > 2048 GB then restart
  if memory > 500 M then restart
`,
    { title: "write '2048 GB'" },
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if memory > 2 TiB then restart
  if memory > 500 M then restart
`,
    `
check process app with pidfile /run/app.pid
  if memory > 2 TiB then restart
  if memory > 500 MB then restart
`,
    { title: "write '500 MB'" },
  )
})

test('a rate in two words', () => {
  checkRule(
    monitSyntax,
    `
check network lan with interface eth0
  if upload > 1 MB / s then alert
#               ^^^^^^ error: 'MB/s' is one word to monit
`,
  )
  checkFix(
    monitSyntax,
    `
check network lan with interface eth0
  if upload > 1 MB / s then alert
`,
    `
check network lan with interface eth0
  if upload > 1 MB/s then alert
`,
    { title: "write 'MB/s'" },
  )
})

test('a decimal comma', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if memory > 1,5 GB then alert
#             ^^^ error: a comma is a blank to monit, so these are two numbers; write '1.5'
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if memory > 1,5 GB then alert
`,
    `
check process app with pidfile /run/app.pid
  if memory > 1.5 GB then alert
`,
    { title: "write '1.5'" },
  )
})

test('a missing percent sign', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu > 80 then alert
#          ^^ error: '80' lacks its '%', which monit never assumes
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu > 80 then alert
`,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then alert
`,
    { title: "add '%'" },
  )
})

test('a number below zero', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if loadavg > -1 then alert
#              ^^ error: '-1': monit has no negative numbers; accepted: 0 and more
`,
  )
})

test('a fraction of something whole', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if children > 2.5 then alert
#               ^^^ error: only a whole number can stand here, not '2.5'
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if children > 2.5 then alert
`,
    `
check process app with pidfile /run/app.pid
  if children > 3 then alert
`,
    { title: "write '3'" },
  )
})

test('a timeout without its unit', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start" with timeout 30
#                                               ^^ error: '30' lacks its unit, which monit never assumes here; write '30 seconds'
  stop program = "/srv/app stop"
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start" with timeout 30
  stop program = "/srv/app stop"
`,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start" with timeout 30 seconds
  stop program = "/srv/app stop"
`,
    { title: "add 'seconds'" },
  )
})

test('a timeout in minutes', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start" with timeout 2 minutes
#                                                 ^^^^^^^ error: this time is told in 'seconds' only
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start" with timeout 2 minutes
`,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start" with timeout 120 seconds
`,
    { title: "write '120 seconds'" },
  )
})

test('a timeout in milliseconds', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start" with timeout 1500 ms
#                                                    ^^ error: this time is told in 'seconds' only
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start" with timeout 1500 ms
`,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start" with timeout 2 seconds
`,
    { title: "write '2 seconds'" },
  )
})
