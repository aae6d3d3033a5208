import { expect, test } from 'vitest'
import { allFindings, checkRule } from '../testing/check.ts'
import { directiveTooNew as rule } from './directive-too-new.ts'

const text = `
[Service]
ExecStart=/srv/web/run
RestartMode=direct
^^^^^^^^^^^ warning: 'RestartMode=' needs systemd 254; systemd 252 does not know it and ignores the line
  PrivatePIDs=yes
# ^^^^^^^^^^^ warning: 'PrivatePIDs=' needs systemd 257; systemd 252 does not know it and ignores the line
[Install]
WantedBy=multi-user.target
`
const plain = text.replace(/^.*\^ .*\n/gm, '')

test('directives younger than the target', () => checkRule(rule, text, { version: 252 }))

test('from their version on they are fine', () => {
  checkRule(
    rule,
    `
[Service]
RestartMode=direct
PrivatePIDs=yes
^^^^^^^^^^^ warning: 'PrivatePIDs=' needs systemd 257; systemd 254 does not know it and ignores the line
`,
    { version: 254 },
  )
  checkRule(rule, plain, { version: 257 })
  checkRule(rule, plain)
})

test('tags, keys of your own and sections that systemd skips', () => {
  checkRule(rule, '[Service]\nX-RestartMode=direct\n@KEY@=direct\n', { version: 252 })
  checkRule(rule, '[X-Service]\nRestartMode=direct\n[{{ s }}]\nRestartMode=direct\n', { version: 252 })
})

test('a value that can not be read anyway has no finding of its own', () => {
  const found = allFindings('[Service]\nExecStart=/a\nRestartMode=bogus # x\n', { version: 252 })
  expect(found.map((each) => each.rule)).toEqual([rule.id])
})
