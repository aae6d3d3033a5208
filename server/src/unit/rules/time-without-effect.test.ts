import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { timeWithoutEffect as rule } from './time-without-effect.ts'

test('a limit of oneshot', () => {
  checkRule(
    rule,
    `
[Service]
Type=oneshot
ExecStart=/a
RuntimeMaxSec=1h
^^^^^^^^^^^^^ warning: 'RuntimeMaxSec=' is ignored with Type=oneshot, whose whole work is its start; 'TimeoutStartSec=' limits that
`,
  )
  checkFix(
    rule,
    '[Service]\nType=oneshot\nExecStart=/a\nRuntimeMaxSec=1h\n',
    '[Service]\nType=oneshot\nExecStart=/a\nTimeoutStartSec=1h\n',
  )
  const both = '[Service]\nType=oneshot\nExecStart=/a\nRuntimeMaxSec=1h\nTimeoutStartSec=2h\n'
  expect(findingsOf(rule, both)[0]?.fixes).toEqual([])
  checkRule(rule, '[Service]\nType=oneshot\nExecStart=/a\nRuntimeMaxSec=infinity\n')
  checkRule(rule, '[Service]\nExecStart=/a\nRuntimeMaxSec=1h\n')
})

test('something on top of no limit', () => {
  checkRule(
    rule,
    `
[Service]
ExecStart=/a
RuntimeMaxSec=infinity
RuntimeRandomizedExtraSec=5min
^^^^^^^^^^^^^^^^^^^^^^^^^ warning: 'RuntimeRandomizedExtraSec=' adds to 'RuntimeMaxSec=', which sets no limit; systemd ignores it
`,
  )
  checkFix(
    rule,
    '[Service]\nExecStart=/a\nRuntimeRandomizedExtraSec=5min\nUser=a\n',
    '[Service]\nExecStart=/a\nUser=a\n',
  )
  checkRule(rule, '[Service]\nExecStart=/a\nRuntimeRandomizedExtraSec=0\n')
  checkRule(rule, '[Service]\nRuntimeRandomizedExtraSec=5min\n', {
    file: '/etc/systemd/system/web.service.d/a.conf',
  })
})

test('delays of restarts', () => {
  checkRule(
    rule,
    `
[Service]
ExecStart=/a
RestartSec=10
RestartSteps=3
RestartMaxDelaySec=5s
^^^^^^^^^^^^^^^^^^ warning: 'RestartMaxDelaySec=' is shorter than 'RestartSec='; systemd waits that short from the first restart on
RestartRandomizedDelaySec=infinity
^^^^^^^^^^^^^^^^^^^^^^^^^ warning: 'RestartRandomizedDelaySec=' can't be infinity; systemd restarts without such a delay
`,
  )
  checkRule(
    rule,
    `
[Service]
ExecStart=/a
RestartSteps=3
RestartMaxDelaySec=50ms
^^^^^^^^^^^^^^^^^^ warning: 'RestartMaxDelaySec=' is shorter than the 100ms that 'RestartSec=' is by default; systemd waits that short from the first restart on
`,
  )
  checkRule(
    rule,
    '[Service]\nExecStart=/a\nRestartSteps=3\nRestartMaxDelaySec=50ms\nRestartSec={{ delay }}\n',
    {
      file: 'web.service.j2',
    },
  )
})

test('a job that may run longer than it may take', () => {
  checkRule(
    rule,
    `
[Unit]
JobTimeoutSec=30
JobRunningTimeoutSec=1min
^^^^^^^^^^^^^^^^^^^^ warning: 'JobRunningTimeoutSec=' is longer than 'JobTimeoutSec=', which ends the job first
`,
    { file: 'web.target' },
  )
  checkRule(rule, '[Unit]\nJobTimeoutSec=0\nJobRunningTimeoutSec=1min\n', { file: 'web.target' })
  checkRule(rule, '[Unit]\nJobTimeoutSec=30\nJobRunningTimeoutSec=infinity\n', { file: 'web.target' })
  checkRule(rule, '[Unit]\nJobRunningTimeoutSec=1min\n', { file: 'web.target' })
})
