import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { restartLimitNeverReached as rule } from './restart-limit-never-reached.ts'

test('too slow to ever reach it', () => {
  checkRule(
    rule,
    `
[Unit]
StartLimitIntervalSec=30
StartLimitBurst=5
[Service]
Restart=always
RestartSec=10
#          ^^ information: 5 restarts 10s apart take longer than the 30s of the start limit, so it is never reached
`,
  )
})

test('one of the two may be the default', () => {
  checkRule(
    rule,
    `
[Unit]
StartLimitBurst=3
[Service]
Restart=on-failure
RestartSec=5s
#          ^^ information: 3 restarts 5s apart take longer than the 10s of the start limit, so it is never reached
`,
  )
})

test('under the names of old', () => {
  checkRule(
    rule,
    `
[Service]
StartLimitInterval=1min
Restart=always
RestartSec=20
#          ^^ information: 5 restarts 20s apart take longer than the 1min of the start limit, so it is never reached
`,
  )
})

test('limits that work', () => {
  checkRule(
    rule,
    '[Unit]\nStartLimitIntervalSec=50\nStartLimitBurst=5\n[Service]\nRestart=always\nRestartSec=10\n',
  )
  checkRule(
    rule,
    '[Unit]\nStartLimitIntervalSec=0\nStartLimitBurst=5\n[Service]\nRestart=always\nRestartSec=10\n',
  )
  checkRule(rule, '[Unit]\nStartLimitBurst=0\n[Service]\nRestart=always\nRestartSec=10\n')
  checkRule(rule, '[Unit]\nStartLimitIntervalSec=infinity\n[Service]\nRestart=always\nRestartSec=10\n')
})

test('no limit, no restarts, no numbers', () => {
  checkRule(rule, '[Service]\nRestart=always\nRestartSec=10\n')
  checkRule(rule, '[Unit]\nStartLimitBurst=3\n[Service]\nRestartSec=10\n')
  checkRule(rule, '[Unit]\nStartLimitBurst=3\n[Service]\nRestart=no\nRestartSec=10\n')
  checkRule(rule, '[Unit]\nStartLimitBurst={{ burst }}\n[Service]\nRestart=always\nRestartSec=10\n')
  checkRule(rule, '[Unit]\nStartLimitBurst=3\n[Service]\nRestart=always\nRestartSec=infinity\n')
  checkRule(rule, '[Unit]\nStartLimitBurst=3\n[Service]\nRestart=always\nRestartSec=10\n', {
    file: '/etc/systemd/system/web.service.d/x.conf',
  })
})

test('an interval with room', () => {
  checkFix(
    rule,
    '[Unit]\nStartLimitIntervalSec=30\n[Service]\nRestart=always\nRestartSec=10\n',
    '[Unit]\nStartLimitIntervalSec=1min 40s\n[Service]\nRestart=always\nRestartSec=10\n',
  )
})
