import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { newerSyntax } from './newer-syntax.ts'

test('a step in a cron expression', () => {
  checkRule(
    newerSyntax,
    `
check process app with pidfile /run/app.pid
  every "*/20 8-18/2 * * *"
#       ^^^^^^^^^^^^^^^^^^^ error: a step such as */5 in "*/20 8-18/2 * * *" needs monit 6.0; monit 5.33.0 refuses it
  not every "*/20 */6 * * *"
#           ^^^^^^^^^^^^^^^^ error: a step such as */5 in "*/20 */6 * * *" needs monit 6.0; monit 5.33.0 refuses it
`,
    { monitVersion: '5.33.0' },
  )
  checkFix(
    newerSyntax,
    `
check process app with pidfile /run/app.pid
  every "*/20 8-18/2 * * *"
  not every "*/20 */6 * * *"
`,
    `
check process app with pidfile /run/app.pid
  every "*/20 8-18/2 * * *"
  not every "0,20,40 0,6,12,18 * * *"
`,
    { title: 'write "0,20,40 0,6,12,18 * * *"', monitVersion: '5.33.0' },
  )
})

test('a plain else', () => {
  checkRule(
    newerSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then alert else exec "/srv/calm"
#                              ^^^^^^^^^^^^^^^ error: 'exec "/srv/calm"' needs monit 5.28; monit 5.27.2 refuses it
`,
    { monitVersion: '5.27.2' },
  )
  checkFix(
    newerSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then alert else exec "/srv/calm"
`,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then alert else if succeeded then exec "/srv/calm"
`,
    { title: "write 'else if succeeded then …'", monitVersion: '5.27.2' },
  )
})

test('a test for success', () => {
  checkRule(
    newerSyntax,
    `
check host app with address 192.0.2.1
  if succeeded port 80 then alert
#    ^^^^^^^^^ error: 'succeeded' needs monit 5.28; monit 5.27.2 refuses it
`,
    { monitVersion: '5.27.2' },
  )
})

test('a link that is down', () => {
  checkRule(
    newerSyntax,
    `
check network lan with interface eth0
  if link down then alert
#    ^^^^ error: 'link down' needs monit 5.28; monit 5.27.2 refuses it
`,
    { monitVersion: '5.27.2' },
  )
  checkFix(
    newerSyntax,
    `
check network lan with interface eth0
  if link down then alert
`,
    `
check network lan with interface eth0
  if failed link then alert
`,
    { title: "write 'failed link'", monitVersion: '5.27.2' },
  )
})

test('an equals sign with the quote behind it', () => {
  checkRule(
    newerSyntax,
    `
check process app with pidfile /run/app.pid
  start program="/srv/app start"
#              ^^ error: monit 5.27.2 takes 'program=' for the program here; before monit 5.33 a blank is needed between '=' and '"'
  stop program ="/srv/app stop"
#              ^^ error: monit 5.27.2 can't read an '=' with the quote right behind it; before monit 5.33 a blank is needed between '=' and '"'
`,
    { monitVersion: '5.27.2' },
  )
  checkFix(
    newerSyntax,
    `
check process app with pidfile /run/app.pid
  start program="/srv/app start"
  stop program ="/srv/app stop"
`,
    `
check process app with pidfile /run/app.pid
  start program= "/srv/app start"
  stop program ="/srv/app stop"
`,
    { title: "put a blank behind '='", monitVersion: '5.27.2' },
  )
})

test('a limit and a checksum', () => {
  checkRule(
    newerSyntax,
    `
set limits { execTimeout: 30 seconds }
#            ^^^^^^^^^^^^^^^^^^^^^^^ error: 'execTimeout: 30 seconds' needs monit 5.34; monit 5.33.0 refuses it
check file keys with path /etc/app/keys
  if failed sha256 checksum then alert
#           ^^^^^^ error: 'sha256' needs monit 6.0; monit 5.33.0 refuses it
`,
    { monitVersion: '5.33.0' },
  )
})
