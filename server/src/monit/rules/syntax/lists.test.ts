import { test } from 'vitest'
import { checkFix, checkRule } from '../../testing/check.ts'
import { monitSyntax } from '../monit-syntax.ts'

test('names without a comma', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  depends on db and cache
#                   ^^^^^ error: the names behind 'depends on' are separated by commas
check process db with pidfile /run/db.pid
check process cache with pidfile /run/cache.pid
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  depends on db and cache
check process db with pidfile /run/db.pid
check process cache with pidfile /run/cache.pid
`,
    `
check process app with pidfile /run/app.pid
  depends on db, cache
check process db with pidfile /run/db.pid
check process cache with pidfile /run/cache.pid
`,
    { title: 'write a comma' },
  )
})

test('names on the next line', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  depends on
# ^^^^^^^^^^ error: the first name must stand on the line of 'depends on'
    db
check process db with pidfile /run/db.pid
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  depends on
    db
check process db with pidfile /run/db.pid
`,
    `
check process app with pidfile /run/app.pid
  depends on db
check process db with pidfile /run/db.pid
`,
    { title: 'join the lines' },
  )
})

test('two groups', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  group web,app
#           ^^^ error: 'group' takes one name; write another 'group' for a second one
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  group web,app
`,
    `
check process app with pidfile /run/app.pid
  group web
  group app
`,
    { title: "write a second 'group'" },
  )
})
