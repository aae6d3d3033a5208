import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { joinedConditions } from './joined-conditions.ts'

test('the last condition counts', () =>
  checkRule(
    joinedConditions,
    `
check process web with pidfile /run/web.pid
  if cpu > 80% or memory > 50% for 3 cycles then alert
#    ^^^^^^^^^ warning: monit skips 'or' and tests the last condition only, 'memory > 50%'; write a test for each
  if cpu > 80% and memory > 50% then alert
#    ^^^^^^^^^ warning: monit can't join conditions: it tests the last one only, 'memory > 50%', and acts on it alone
check system host
  if loadavg > 4 memory > 90% and swap > 20% then alert
#    ^^^^^^^^^^^^^^^^^^^^^^^^ warning: monit can't join conditions: it tests the last one only, 'swap > 20%', and acts on it alone
  if memory > 90% then alert
`,
  ))

test('the fix writes a test for each', () =>
  checkFix(
    joinedConditions,
    `
check process web with pidfile /run/web.pid
    if cpu > 80% or memory > 50% or threads > 9 for 3 cycles then exec "/bin/sh -c 'a b'"
    if children > 4 then alert
`,
    `
check process web with pidfile /run/web.pid
    if cpu > 80% for 3 cycles then exec "/bin/sh -c 'a b'"
    if memory > 50% for 3 cycles then exec "/bin/sh -c 'a b'"
    if threads > 9 for 3 cycles then exec "/bin/sh -c 'a b'"
    if children > 4 then alert
`,
  ))

test('the fix keeps the line breaks of the file', () =>
  checkFix(
    joinedConditions,
    'check system host\r\n  if cpu > 80% or swap > 5% then alert\r\n',
    'check system host\r\n  if cpu > 80% then alert\r\n  if swap > 5% then alert\r\n',
  ))

test.each([
  'if cpu > 80% and memory > 50% then alert',
  'if cpu > 80% # much\n  or memory > 50% then alert',
  'if cpu > <%= cpu %>% or memory > 50% then alert',
])('there is no fix for %s', (line) => {
  const found = findingsOf(joinedConditions, `check process web with pidfile /run/web.pid\n  ${line}\n`)
  expect(found.map(({ fixes }) => fixes)).toEqual([[]])
})
