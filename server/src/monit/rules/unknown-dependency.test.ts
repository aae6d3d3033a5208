import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { unknownDependency } from './unknown-dependency.ts'

test('a name that is nearly one', () => {
  checkRule(
    unknownDependency,
    `
check process web with pidfile /run/web.pid
  depends on databse
#            ^^^^^^^ error: no check is named 'databse'; did you mean 'database'?
check process database with pidfile /run/db.pid
`,
  )
  checkFix(
    unknownDependency,
    `
check process web with pidfile /run/web.pid
  depends on databse
check process database with pidfile /run/db.pid
`,
    `
check process web with pidfile /run/web.pid
  depends on database
check process database with pidfile /run/db.pid
`,
    { title: "write 'database'" },
  )
})

test('a name that is none', () => {
  checkRule(
    unknownDependency,
    `
check process web with pidfile /run/web.pid
  depends on nginx, DB
#            ^^^^^ error: no check is named 'nginx'
check process db with pidfile /run/db.pid
`,
  )
})

test('a file that includes others may have the check there', () => {
  checkRule(
    unknownDependency,
    `
include /etc/monit/conf.d/*
check process web with pidfile /run/web.pid
  depends on database
`,
  )
})

test('a template may hold the check', () => {
  checkRule(
    unknownDependency,
    `
check process web with pidfile /run/web.pid
  depends on database
check process <%= name %> with pidfile /run/db.pid
`,
  )
})

const conf = { path: 'etc/monit/conf.d/db', text: 'check process db with pidfile /run/db.pid\n' }

test('a check of a file that is included', () =>
  checkRule(
    unknownDependency,
    `
set daemon 30
include /etc/monit/conf.d/*
check process web with pidfile /run/web.pid
  depends on db, cache
#                ^^^^^ error: no check is named 'cache'
`,
    { controlFiles: [conf] },
  ))

test('a file that others include is silent when it is alone', () =>
  checkRule(
    unknownDependency,
    `
check process web with pidfile /run/web.pid
  depends on cache
`,
    { file: 'etc/monit/conf.d/web' },
  ))

test('an include of which nothing is at hand may hold the check', () =>
  checkRule(
    unknownDependency,
    `
set daemon 30
include /etc/monit/monitrc.d/*
check process web with pidfile /run/web.pid
  depends on cache
`,
    { controlFiles: [conf] },
  ))
