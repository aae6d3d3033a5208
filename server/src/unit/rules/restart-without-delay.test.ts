import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { restartWithoutDelay as rule } from './restart-without-delay.ts'

test('five tries in a moment', () => {
  checkRule(
    rule,
    `
[Service]
Restart=always
RestartSec=0
#          ^ hint: without delay, a service that fails at start uses up its tries in a moment and stays down
`,
  )
})

test('or forever', () => {
  checkRule(
    rule,
    `
[Unit]
StartLimitIntervalSec=0
[Service]
Restart=on-failure
RestartSec=0s
#          ^^ warning: without delay and without a start limit, a service that fails at start is tried again at full speed forever
`,
  )
})

test('with a limit of its own, or with a delay', () => {
  checkRule(rule, '[Unit]\nStartLimitBurst=3\n[Service]\nRestart=always\nRestartSec=0\n')
  checkRule(rule, '[Service]\nRestart=always\nRestartSec=100ms\n')
  checkRule(rule, '[Service]\nRestart=no\nRestartSec=0\n')
  checkRule(rule, '[Service]\nRestartSec=0\n')
  checkRule(rule, '[Service]\nRestart=always\nRestartSec=0\nRestartSteps=5\nRestartMaxDelaySec=10\n')
  checkRule(rule, '[Service]\nRestart=always\nRestartSec=0\nRestartSec=1\n')
  checkRule(rule, '[Service]\nRestart=always\nRestartSec=0\n', {
    file: '/etc/systemd/system/web.service.d/x.conf',
  })
})

test('a second', () => {
  checkFix(rule, '[Service]\nRestart=always\nRestartSec=0\n', '[Service]\nRestart=always\nRestartSec=1\n')
})
