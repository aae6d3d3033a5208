import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { legacyDirective as rule } from './legacy-directive.ts'

test('other names and other places', () =>
  checkRule(
    rule,
    `
[Unit]
BindTo=db.service
^^^^^^ hint: 'BindTo=' is obsolete; write 'BindsTo='
OnFailureIsolate=yes
^^^^^^^^^^^^^^^^ hint: 'OnFailureIsolate=' is obsolete; write 'OnFailureJobMode=isolate'
OnFailureIsolate=no
^^^^^^^^^^^^^^^^ hint: 'OnFailureIsolate=' is obsolete; 'OnFailureJobMode=' replaces it but reads its value differently
[Service]
  StartLimitInterval=30
# ^^^^^^^^^^^^^^^^^^ hint: 'StartLimitInterval=' is obsolete; write 'StartLimitIntervalSec=' in [Unit]
StartLimitBurst=3
^^^^^^^^^^^^^^^ hint: 'StartLimitBurst=' has moved out of [Service]; write it in [Unit]
PermissionsStartOnly=true
^^^^^^^^^^^^^^^^^^^^ hint: 'PermissionsStartOnly=' is obsolete; put a '+' in front of the commands that need full rights
`,
  ))

test('systemd itself warns of some as long as it reads them', () => {
  const text = `
[Unit]
RequiresOverridable=a.service
^^^^^^^^^^^^^^^^^^^ warning: 'RequiresOverridable=' is obsolete, and systemd 252 warns of it; write 'Requires='
[Service]
CPUShares=1024
^^^^^^^^^ warning: 'CPUShares=' is obsolete, and systemd 252 warns of it; 'CPUWeight=' replaces it but reads its value differently
MemoryLimit=1G
^^^^^^^^^^^ warning: 'MemoryLimit=' is obsolete, and systemd 252 warns of it; write 'MemoryMax='
BlockIOAccounting=yes
^^^^^^^^^^^^^^^^^ hint: 'BlockIOAccounting=' is obsolete; write 'IOAccounting='
`
  checkRule(rule, text, { version: 252 })
  checkRule(rule, text.replaceAll('252', '257'), { version: 257 })
  checkRule(rule, '[Service]\nCPUShares=1024\nMemoryLimit=1G\nBlockIOAccounting=yes\n', { version: 258 })
})

test('a new name in place', () => {
  checkFix(rule, '[Unit]\n  BindTo = db.service\n', '[Unit]\n  BindsTo = db.service\n')
  checkFix(rule, '[Unit]\r\nOnFailureIsolate=yes\r\n', '[Unit]\r\nOnFailureJobMode=isolate\r\n')
  checkFix(
    rule,
    '[Service]\nReadOnlyDirectories=/a \\\n # b\n  /c\n',
    '[Service]\nReadOnlyPaths=/a \\\n # b\n  /c\n',
  )
})

test('a new name in another section, which may be missing', () => {
  checkFix(
    rule,
    '[Unit]\nDescription=Web\n\n[Service]\nStartLimitInterval=30\nType=exec\n',
    '[Unit]\nDescription=Web\nStartLimitIntervalSec=30\n\n[Service]\nType=exec\n',
  )
  checkFix(rule, '[Service]\r\nStartLimitBurst=3', '[Service]\r\n\r\n[Unit]\r\nStartLimitBurst=3\r\n')
})

test('no fix where a person must find the value', () => {
  const text = '[Unit]\nOnFailureIsolate=no\n[Service]\nCPUShares=1024\nPermissionsStartOnly=true\n'
  expect(findingsOf(rule, text, { version: 252 }).flatMap(({ fixes }) => fixes)).toEqual([])
})

test('a second one would take the place of the successor, so it goes instead', () => {
  const text = '[Service]\nMemoryMax=2G\nMemoryLimit=1G\n'
  checkFix(rule, text, '[Service]\nMemoryMax=2G\n', { version: 252 })
  expect(findingsOf(rule, text, { version: 252 })[0]?.fixes).toMatchObject([
    { title: 'Remove it, as MemoryMax= is set too', safe: false },
  ])
})

test('lists add up, so both stay', () =>
  checkFix(
    rule,
    '[Unit]\nBindsTo=a.service\nBindTo=b.service\n',
    '[Unit]\nBindsTo=a.service\nBindsTo=b.service\n',
  ))

test('a line does not leave a block of a template unasked', () => {
  const text = '[Unit]\nA=b\n[Service]\n{% if x %}\nStartLimitBurst=3\n{% endif %}\n'
  expect(findingsOf(rule, text)[0]?.fixes[0]?.safe).toBe(false)
})

test('keys of your own, tags, and sections that systemd skips', () =>
  checkRule(
    rule,
    '[Unit]\nX-BindTo=a.service\n@X@BindTo=a\n[X-Unit]\nBindTo=a\n[Servcie]\nStartLimitInterval=3\n',
  ))

test('one finding a line', () => {
  const found = allFindings('[Service]\nExecStart=/a\nStartLimitInterval=30\nPermissionsStartOnly=yes\n')
  expect(found.map((each) => each.rule)).toEqual([rule.id, rule.id])
})
