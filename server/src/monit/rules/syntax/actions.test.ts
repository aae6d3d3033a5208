import { test } from 'vitest'
import { checkFix, checkRule } from '../../testing/check.ts'
import { monitSyntax } from '../monit-syntax.ts'

test('a second action', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then restart and alert
#                               ^^^^^ error: a test has one action, and every action sends an alert by itself; leave out 'alert'
  if cpu > 90% then alert and exec "/srv/dump"
#                             ^^^^ error: a test has one action, and 'exec' sends an alert by itself; leave out 'alert'
  if cpu > 95% then exec "/srv/dump" and restart
#                                        ^^^^^^^ error: a test has one action; write the test again for a second one
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then restart and alert
  if cpu > 90% then alert and exec "/srv/dump"
  if cpu > 95% then exec "/srv/dump" and restart
`,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then restart
  if cpu > 90% then alert and exec "/srv/dump"
  if cpu > 95% then exec "/srv/dump" and restart
`,
    { title: "leave out 'alert'" },
  )
})

test('an action without then', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% restart
#              ^^^^^^^ error: 'then' is missing before 'restart'
  if cpu > 80% for 3 cycles than restart
#                           ^^^^ error: 'then' must stand before 'restart'
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% restart
  if cpu > 80% for 3 cycles than restart
`,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then restart
  if cpu > 80% for 3 cycles than restart
`,
    { title: "add 'then'" },
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% restart
  if cpu > 80% for 3 cycles than restart
`,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% restart
  if cpu > 80% for 3 cycles then restart
`,
    { title: "write 'then'" },
  )
})

test('then without an action', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then
#              ^^^^ error: an action is missing behind 'then'; accepted: alert, restart, start, stop, unmonitor, exec
  if memory > 80% then notify
#                      ^^^^^^ error: 'notify' is no action; accepted: alert, restart, start, stop, unmonitor, exec
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then
  if memory > 80% then notify
`,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then
  if memory > 80% then alert
`,
    { title: "write 'alert'" },
  )
})

test('repeat without exec', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then alert repeat every 5 cycles
#                         ^^^^^^ error: 'repeat' belongs to 'exec' only; alerts are repeated with 'alert ADDRESS with reminder on 10 cycles'
`,
  )
})

test('else where nothing is ever over', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if changed pid then alert else if succeeded then alert
#                           ^^^^ error: this test has no 'else': nothing tells monit when it is over
`,
  )
})

test('the wrong word behind else if', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then alert else if failed then alert
#                                 ^^^^^^ error: behind 'else if' of this test only 'succeeded' can stand
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then alert else if failed then alert
`,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then alert else if succeeded then alert
`,
    { title: "write 'succeeded'" },
  )
})

test('options behind the rate', () => {
  checkRule(
    monitSyntax,
    `
check host app with address 192.0.2.1
  if failed port 80 for 3 cycles retry 3 then alert
#                                ^^^^^ error: 'retry' must stand before 'for 3 cycles', which comes last
`,
  )
  checkFix(
    monitSyntax,
    `
check host app with address 192.0.2.1
  if failed port 80 for 3 cycles retry 3 then alert
`,
    `
check host app with address 192.0.2.1
  if failed port 80 retry 3 for 3 cycles then alert
`,
    { title: "move 'for 3 cycles' to the end" },
  )
})
