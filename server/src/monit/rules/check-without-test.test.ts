import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { checkWithoutTest } from './check-without-test.ts'

test('a host with nothing to test', () => {
  checkRule(
    checkWithoutTest,
    `
check host shop with address example.com
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: this check tests nothing, and monit refuses a 'check host' without a test of a port, an address or a ping
  group web
check process app with pidfile /run/app.pid
`,
  )
  checkFix(
    checkWithoutTest,
    `
check host shop with address example.com
  group web
check process app with pidfile /run/app.pid
`,
    `
check host shop with address example.com
  group web
  if failed ping then alert
check process app with pidfile /run/app.pid
`,
    { title: "add 'if failed ping then alert'" },
  )
})

test('a program with nothing to test', () => {
  checkRule(
    checkWithoutTest,
    `
check program backup with path /srv/check-backup
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: this check tests nothing, and monit refuses a 'check program' without a test of its status or output
`,
  )
  checkFix(
    checkWithoutTest,
    `
check program backup with path /srv/check-backup
`,
    `
check program backup with path /srv/check-backup
  if status != 0 then alert
`,
    { title: "add 'if status != 0 then alert'" },
  )
})

test('a host that is tested only in name', () => {
  checkRule(
    checkWithoutTest,
    `
check host shop with address example.com
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: this check tests nothing, and monit refuses a 'check host' without a test of a port, an address or a ping
  if 3 restarts within 5 cycles then alert
`,
  )
  checkFix(
    checkWithoutTest,
    `
check host shop with address example.com
  if 3 restarts within 5 cycles then alert
`,
    `
check host shop with address example.com
  if 3 restarts within 5 cycles then alert
  if failed ping then alert
`,
    { title: "add 'if failed ping then alert'" },
  )
})

test('tests may be included', () => {
  checkRule(
    checkWithoutTest,
    `
check host shop with address example.com
  include /etc/monit/templates/shop
`,
  )
})

test("a test that can't be read is told elsewhere", () => {
  checkRule(
    checkWithoutTest,
    `
check host shop with address example.com
  if failed prt 80 then alert
`,
  )
})
