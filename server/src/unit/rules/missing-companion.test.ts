import { describe, expect, test } from 'vitest'
import { checkRule, findingsOf } from '../testing/check.ts'
import { missingCompanion as rule } from './missing-companion.ts'

test('one of two', () => {
  checkRule(
    rule,
    `
[Service]
ExecStart=/a
RestartSteps=3
^^^^^^^^^^^^ warning: 'RestartSteps=' does nothing without 'RestartMaxDelaySec='; systemd ignores it until that is set too
USBFunctionStrings=/a
^^^^^^^^^^^^^^^^^^ warning: 'USBFunctionStrings=' does nothing without 'USBFunctionDescriptors='; systemd ignores it until that is set too
`,
  )
  checkRule(
    rule,
    `
[Service]
ExecStart=/a
RestartMaxDelaySec=1h
^^^^^^^^^^^^^^^^^^ warning: 'RestartMaxDelaySec=' does nothing without 'RestartSteps='; systemd ignores it until that is set too
RestartSteps=0
`,
  )
})

test('both, or neither', () => {
  checkRule(rule, '[Service]\nExecStart=/a\nRestartSteps=3\nRestartMaxDelaySec=1h\n')
  checkRule(rule, '[Service]\nExecStart=/a\nRestartSteps=0\nRestartMaxDelaySec=infinity\n')
})

test('in parts and templates the other one may be elsewhere', () => {
  checkRule(rule, '[Service]\nRestartSteps=3\n', { file: '/etc/systemd/system/web.service.d/a.conf' })
  checkRule(rule, '[Service]\nExecStart=/a\nRestartSteps=3\nRestartMaxDelaySec=<%= delay %>\n', {
    file: 'web.service.erb',
  })
})

test('versions that do not know them', () =>
  checkRule(rule, '[Service]\nExecStart=/a\nRestartSteps=3\n', { version: 252 }))

describe('RefreshOnReload=', () => {
  const messages = (...lines: readonly string[]) =>
    findingsOf(rule, `[Service]\n${lines.join('\n')}\n`, { version: 262 }).map(({ message }) => message)

  test('nothing to refresh', () => {
    expect(messages('ExecStart=/a', 'RefreshOnReload=credentials')).toEqual([
      "'RefreshOnReload=credentials' has nothing to refresh, as the service sets no 'LoadCredential=' or the like",
    ])
    expect(messages('ExecStart=/a', 'ExtensionImages=/a', 'RefreshOnReload=extensions')).toEqual([
      "'RefreshOnReload=extensions' has nothing to refresh: no 'ExtensionImages=' or 'ExtensionDirectories=' names a folder of versions ('.v')",
    ])
    expect(
      messages('ExecStop=/a', 'RemainAfterExit=yes', 'ExtensionImages=/a.v', 'RefreshOnReload=extensions'),
    ).toEqual(["'RefreshOnReload=extensions' is for a running program, and the service has no 'ExecStart='"])
  })

  test.each([
    [['RefreshOnReload=yes']],
    [['RefreshOnReload=no']],
    [['RefreshOnReload=~extensions']],
    [['RefreshOnReload=extensions', 'RefreshOnReload=credentials']],
    [['RefreshOnReload=extensions', 'RefreshOnReload=']],
    [['RefreshOnReload=credentials', 'LoadCredential=a:/b']],
    [['RefreshOnReload=extensions', 'ExtensionDirectories=/a.v/b___']],
  ])('fine: %j', (lines) => expect(messages('ExecStart=/a', ...lines)).toEqual([]))
})
