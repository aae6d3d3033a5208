import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { invalidUnitName } from './invalid-unit-name.ts'

test('each name that is none', () =>
  checkRule(
    invalidUnitName,
    `
[Unit]
After=network web.servce a.service
#     ^^^^^^^ warning: 'network' does not end in a type of unit, such as '.target'
#             ^^^^^^^^^^ warning: 'web.servce' ends in no type of unit; did you mean '.service'?
`,
  ))

test('a comment is one mistake, not many names', () =>
  checkRule(
    invalidUnitName,
    `
[Unit]
After=redis.service # the cache
#                   ^^^^^^^^^^^ warning: a comment can't stand behind a value; systemd takes '# the cache' as part of it and refuses it
`,
  ))

test('a timer that starts itself', () =>
  checkRule(
    invalidUnitName,
    `
[Timer]
Unit=backup.timer
#    ^^^^^^^^^^^^ warning: 'backup.timer' is this unit itself; a unit can't trigger itself
`,
    { file: 'backup.timer' },
  ))

test('the fix parts names', () =>
  checkFix(
    invalidUnitName,
    '[Unit]\nWants=a.service,b.service c.service\n',
    '[Unit]\nWants=a.service b.service c.service\n',
  ))
