import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { repeatedStatement } from './repeated-statement.ts'

test('the last one counts', () =>
  checkRule(
    repeatedStatement,
    `
set daemon 120
^^^^^^^^^^^^^^ warning: monit takes the last 'set daemon', on line 4, and forgets this one
set log /var/log/a
^^^^^^^^^^^^^^^^^^ warning: monit takes the last 'set log', on line 3, and forgets this one
set logfile /var/log/b
set daemon 30
check process web with pidfile /run/web.pid
  start program = "/bin/true" # first
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: monit takes the last 'start program', on line 8, and forgets this one
  mode passive
# ^^^^^^^^^^^^ warning: monit takes the last 'mode', on line 9, and forgets this one
  start program = "/bin/false"
  mode active
`,
  ))

test.each([
  'set mailserver a.example\nset mailserver b.example\n',
  'check process a with pidfile /a\n  start "/bin/a"\ncheck process b with pidfile /b\n  start "/bin/a"\n',
  'check process a with pidfile /a\n<% if x %>\n  start "/bin/a"\n<% else %>\n  start "/bin/b"\n<% end %>\n',
])('all of these count: %s', (text) => expect(findingsOf(repeatedStatement, text)).toEqual([]))

test('the fix removes the first one', () =>
  checkFix(
    repeatedStatement,
    'check process a with pidfile /a\n  start "/bin/sh -c \'a\'"\n  start "/bin/b"\n',
    'check process a with pidfile /a\n  start "/bin/b"\n',
  ))
