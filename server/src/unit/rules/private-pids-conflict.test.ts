import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { privatePidsConflict as rule } from './private-pids-conflict.ts'

test('a forking service', () => {
  checkRule(
    rule,
    `
[Service]
Type=forking
ExecStart=/a
PrivatePIDs=yes
#           ^^^ error: Type=forking can't go with 'PrivatePIDs=', since its main process is not the one that systemd starts; systemd refuses it
`,
    { version: 257 },
  )
  checkFix(
    rule,
    '[Service]\nType=forking\nExecStart=/a\nPrivatePIDs=yes\n',
    '[Service]\nType=forking\nExecStart=/a\nPrivatePIDs=no\n',
  )
})

test('a PAM session, of late', () => {
  const text = '[Service]\nExecStart=/a\nPAMName=login\nPrivatePIDs=yes\n'
  expect(findingsOf(rule, text, { version: 262 }).map(({ message }) => message)).toEqual([
    "'PAMName=' can't go with 'PrivatePIDs='; systemd refuses the service",
  ])
  expect(findingsOf(rule, text, { version: 257 })).toEqual([])
})

test('units that are no services', () =>
  checkRule(
    rule,
    `
[Socket]
ListenStream=80
PrivatePIDs=yes
#           ^^^ error: 'PrivatePIDs=' works in services only; systemd refuses a unit with it in [Socket]
`,
    { file: 'web.socket', version: 257 },
  ))

test('other types, no, and versions that do not know it', () => {
  checkRule(rule, '[Service]\nExecStart=/a\nPrivatePIDs=yes\n')
  checkRule(rule, '[Service]\nType=forking\nExecStart=/a\nPrivatePIDs=no\n')
  checkRule(rule, '[Service]\nType=forking\nExecStart=/a\nPrivatePIDs=yes\n', { version: 252 })
  checkRule(rule, '[Service]\nPrivatePIDs=yes\n', { file: '/etc/systemd/system/web.service.d/a.conf' })
})
