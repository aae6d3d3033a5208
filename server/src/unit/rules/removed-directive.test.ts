import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { removedDirective as rule } from './removed-directive.ts'

const text = `
[Unit]
IgnoreOnSnapshot=yes
^^^^^^^^^^^^^^^^ warning: 'IgnoreOnSnapshot=' was removed long ago and is ignored
[Service]
MemoryLimit=1G
^^^^^^^^^^^ warning: 'MemoryLimit=' was removed in systemd 258 and is ignored; write 'MemoryMax='
  CPUShares=1024
# ^^^^^^^^^ warning: 'CPUShares=' was removed in systemd 258 and is ignored; 'CPUWeight=' replaces it but reads its value differently
CPUAccounting=yes
^^^^^^^^^^^^^ warning: 'CPUAccounting=' was removed in systemd 258 and is ignored
DefaultMemoryLow=1M
^^^^^^^^^^^^^^^^ warning: 'DefaultMemoryLow=' was removed in systemd 260 and is ignored
`

test('directives that are gone', () => checkRule(rule, text))

test('as long as the target has them they are not', () => {
  checkRule(rule, '[Service]\nMemoryLimit=1G\nCPUShares=1\nCPUAccounting=1\nDefaultMemoryLow=1M\n', {
    version: 257,
  })
  checkRule(rule, '[Service]\nDefaultMemoryLow=1M\n', { version: 259 })
})

test('fixes', () => {
  checkFix(rule, '[Service]\r\n MemoryLimit=1G\r\n', '[Service]\r\n MemoryMax=1G\r\n')
  checkFix(rule, '[Service]\nBlockIOReadBandwidth=/dev/sda 1M', '[Service]\nIOReadBandwidthMax=/dev/sda 1M')
  expect(findingsOf(rule, '[Service]\nCPUShares=1\nCPUAccounting=1\n').flatMap(({ fixes }) => fixes)).toEqual(
    [],
  )
})

test('where the successor is set too, the old one goes', () =>
  checkFix(rule, '[Service]\nMemoryLimit=1G\nMemoryMax=2G\n', '[Service]\nMemoryMax=2G\n'))

test('one finding a line, whatever the value', () => {
  const found = allFindings('[Service]\nExecStart=/a\nBlockIOAccounting=bogus\nMemoryLimit=1G # much\n')
  expect(found.map((each) => each.rule)).toEqual([rule.id, rule.id])
})

test('keys of your own, tags, and sections that systemd skips', () =>
  checkRule(rule, '[Service]\nX-MemoryLimit=1\n{{ x }}MemoryLimit=1\n[X-S]\nMemoryLimit=1\n'))
