import { test } from 'vitest'
import { checkFix, checkRule } from '../../testing/check.ts'
import { monitSyntax } from '../monit-syntax.ts'

test('an interval in minutes', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  every 5 minutes
#         ^^^^^^^ error: 'every' counts cycles, whose length 'set daemon' tells; for a time of day or minutes write a cron expression
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  every 5 minutes
`,
    `
check process app with pidfile /run/app.pid
  every "0,5,10,15,20,25,30,35,40,45,50,55 * * * *"
`,
    { title: 'write \'"*/5 * * * *"\' in a way that every monit reads' },
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  every 5 minutes
`,
    `
check process app with pidfile /run/app.pid
  every 5 cycles
`,
    { title: "write '5 cycles'" },
  )
})

test('an interval without a number', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  every cycle
#       ^^^^^ error: a number is missing before 'cycles', and every cycle is what monit does anyway
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  every cycle
`,
    `
check process app with pidfile /run/app.pid
  every 1 cycle
`,
    { title: "write '1 cycle'" },
  )
})

test('a cron expression without quotes', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  every 0 3 * * *
#       ^^^^^^^^^ error: a cron expression stands in quotes
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  every 0 3 * * *
`,
    `
check process app with pidfile /run/app.pid
  every "0 3 * * *"
`,
    { title: 'put it into quotes' },
  )
})

test('a rate in minutes', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% for 5 minutes then alert
#                    ^^^^^^^ error: how long a test has to fail is counted in cycles, whose length 'set daemon' tells
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% for 5 minutes then alert
`,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% for 5 cycles then alert
`,
    { title: "write '5 cycles'" },
  )
})
