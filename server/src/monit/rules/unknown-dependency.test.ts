import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { unknownDependency } from './unknown-dependency.ts'

test('a name that is nearly one', () => {
    checkRule(unknownDependency, `
check process web with pidfile /run/web.pid
  depends on databse
#            ^^^^^^^ error: no check is named 'databse'; did you mean 'database'?
check process database with pidfile /run/db.pid
`)
    checkFix(unknownDependency, `
check process web with pidfile /run/web.pid
  depends on databse
check process database with pidfile /run/db.pid
`, `
check process web with pidfile /run/web.pid
  depends on database
check process database with pidfile /run/db.pid
`, { title: "write 'database'" })
})

test('a name that is none', () => {
    checkRule(unknownDependency, `
check process web with pidfile /run/web.pid
  depends on nginx, DB
#            ^^^^^ error: no check is named 'nginx'
check process db with pidfile /run/db.pid
`)
})

test('a file that includes others may have the check there', () => {
    checkRule(unknownDependency, `
include /etc/monit/conf.d/*
check process web with pidfile /run/web.pid
  depends on database
`)
})

test('a template may hold the check', () => {
    checkRule(unknownDependency, `
check process web with pidfile /run/web.pid
  depends on database
check process <%= name %> with pidfile /run/db.pid
`)
})
