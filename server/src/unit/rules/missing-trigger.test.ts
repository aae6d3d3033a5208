import { expect, test } from 'vitest'
import { checkRule, findingsOf } from '../testing/check.ts'
import { missingTrigger as rule } from './missing-trigger.ts'

test('a timer without times', () => {
  checkRule(
    rule,
    `
[Timer]
^^^^^^^ error: the timer has no 'OnCalendar=', 'OnBootSec=' or the like, so it would never elapse and systemd refuses it
OnBootSec=5min
OnCalendar=
OnClockChange=no
`,
    { file: 'web.timer' },
  )
  expect(findingsOf(rule, '[Timer]\nOnCalendar=now and then\n', { file: 'web.timer' })).toHaveLength(1)
})

test.each([
  'OnCalendar=daily',
  // systemd warns of the day of the week, and keeps the value.
  'OnCalendar=Thu 2027-01-01',
  'OnActiveSec=5',
  'OnUnitInactiveSec=5',
  'OnClockChange=yes',
  'OnTimezoneChange=1',
  'OnClockChange={{ a }}',
])('%s is one', (line) => checkRule(rule, `[Timer]\n${line}\n`, { file: 'web.timer' }))

test('a path unit without paths', () => {
  const file = '/etc/systemd/system/web.path'
  checkRule(
    rule,
    `
[Path]
^^^^^^ error: the path unit has no 'PathExists=', 'PathChanged=' or the like, so it watches nothing and systemd refuses it
MakeDirectory=yes
`,
    { file },
  )
  checkRule(rule, '[Path]\nPathExistsGlob=/srv/*\n', { file })
  checkRule(rule, '[Path]\nDirectoryNotEmpty=/srv\n', { file })
})

test('parts and templates', () => {
  checkRule(rule, '[Timer]\nOnCalendar=\n', { file: '/etc/systemd/system/web.timer.d/a.conf' })
  checkRule(rule, '[Timer]\n@TIMES@\n', { file: 'web.timer.in' })
  checkRule(rule, '[Service]\nExecStart=/a\n')
})
