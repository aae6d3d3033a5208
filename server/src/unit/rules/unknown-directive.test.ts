import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { unknownDirective as rule } from './unknown-directive.ts'

test('names that no systemd knows', () =>
  checkRule(
    rule,
    `
[Service]
Restrat=always
^^^^^^^ warning: unknown directive 'Restrat=' in [Service]; did you mean 'Restart='?
  Frobnicate = yes
# ^^^^^^^^^^ warning: unknown directive 'Frobnicate=' in [Service]; the line is ignored
wantedby=multi-user.target
^^^^^^^^ warning: unknown directive 'wantedby=' in [Service]; did you mean 'WantedBy=' in [Install]?
x-owner=web
^^^^^^^ warning: unknown directive 'x-owner=' in [Service]; the line is ignored
`,
  ))

test('a target has no directives of its own', () =>
  checkRule(
    rule,
    `
[Target]
Frobnicate=yes
^^^^^^^^^^ warning: unknown directive 'Frobnicate=' in [Target]; the line is ignored
`,
    { file: '/etc/systemd/system/app.target' },
  ))

test('only names that the target knows, and none that are obsolete, are proposed', () => {
  const guess = (key: string, version: number) =>
    findingsOf(rule, `[Service]\n${key}=x\n`, { version })[0]?.fixes[0]?.edits[0]?.newText
  expect(guess('PrivatePID', 257)).toBe('PrivatePIDs')
  expect(guess('PrivatePID', 252)).not.toBe('PrivatePIDs')
  expect(guess('MemoryLimits', 252)).not.toBe('MemoryLimit')
})

test('fixes', () => {
  checkFix(rule, '[Service]\r\n  Restrat = always\r\n', '[Service]\r\n  Restart = always\r\n')
  checkFix(
    rule,
    '[Service]\nExecStart=/a\nwantedby=b.target',
    '[Service]\nExecStart=/a\n\n[Install]\nWantedBy=b.target\n',
  )
})

test('one slip is mended unasked, more than that or a number is not', () => {
  const safe = (key: string) => findingsOf(rule, `[Service]\n${key}=x\n`)[0]?.fixes[0]?.safe
  expect([safe('Restrat'), safe('ExecStat'), safe('ExeccStart')]).toEqual([true, true, true])
  expect([safe('Ristort'), safe('ExecStart2'), safe('wantedby')]).toEqual([false, false, false])
  expect(safe('Frobnicate')).toBeUndefined()
})

test('keys of your own, tags, known keys, and sections that systemd skips', () => {
  checkRule(rule, '[Service]\nX-Foo=1\nX-=1\nFoo{{ x }}=1\n<%= k %>=1\n@KEY@=1\nRestart=no\n')
  checkRule(rule, '[X-Service]\nFoo=1\n[Servcie]\nFoo=1\n[Timer]\nFoo=1\n[{{ s }}]\nFoo=1\n')
})

test('nothing else complains of such lines', () => {
  const found = allFindings('[Service]\nExecStart=/a\nRestrat=always # x\nFrobnicate=1\n')
  expect(found.map((each) => each.rule)).toEqual([rule.id, rule.id])
})
