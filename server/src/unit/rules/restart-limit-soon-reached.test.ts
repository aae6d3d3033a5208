import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { restartLimitSoonReached as rule } from './restart-limit-soon-reached.ts'

const count = (unit: string, service: string) =>
  findingsOf(rule, `[Unit]\n${unit}\n[Service]\nExecStart=/srv/run\n${service}\n`).length

test('a single start', () =>
  checkRule(
    rule,
    `
[Unit]
StartLimitBurst=1
#               ^ information: a restart within 10s of the last start is refused, so a service that fails right after its start stays down whatever Restart= says
[Service]
Restart=always
`,
  ))

test('starts that add up for ever', () =>
  checkRule(
    rule,
    `
[Service]
StartLimitInterval=infinity
#                  ^^^^^^^^ information: after 3 starts in all the time since boot, by hand or by Restart=, the service stays down until 'systemctl reset-failed'
StartLimitBurst=3
Restart=on-failure
`,
  ))

test('starts that add up for months', () =>
  expect(count('StartLimitIntervalSec=90d', 'Restart=always')).toBe(1))

test('limits that leave room, or are meant', () => {
  expect(count('StartLimitBurst=2', 'Restart=always')).toBe(0)
  expect(count('StartLimitBurst=1', 'Restart=always\nRestartSec=10')).toBe(0)
  expect(count('StartLimitBurst=1\nStartLimitIntervalSec=0', 'Restart=always')).toBe(0)
  expect(count('StartLimitBurst=1', 'Restart=no')).toBe(0)
  expect(count('StartLimitBurst=1', '')).toBe(0)
  expect(count('StartLimitIntervalSec=1d', 'Restart=always')).toBe(0)
  expect(count('StartLimitIntervalSec=infinity\nStartLimitBurst=0', 'Restart=always')).toBe(0)
})

test('is said once', () =>
  expect(count('StartLimitBurst=1\nStartLimitIntervalSec=infinity', 'Restart=always')).toBe(1))

test('a limit with room', () =>
  checkFix(
    rule,
    '[Unit]\nStartLimitBurst=1\n[Service]\nExecStart=/a\nRestart=always\n',
    '[Unit]\nStartLimitBurst=5\n[Service]\nExecStart=/a\nRestart=always\n',
  ))
