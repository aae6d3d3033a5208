import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { oneshotWithExitType as rule } from './oneshot-with-exit-type.ts'

test('ExitType=cgroup', () => {
  checkRule(
    rule,
    `
[Service]
Type=oneshot
ExecStart=/a
ExitType=cgroup
#        ^^^^^^ error: Type=oneshot can't have ExitType=cgroup, since it is over when its commands are; systemd refuses the service
`,
  )
  checkFix(
    rule,
    '[Service]\nType=oneshot\nExitType=cgroup\nExecStart=/a\n',
    '[Service]\nType=oneshot\nExecStart=/a\n',
  )
})

test('other types and values, and drop-ins', () => {
  checkRule(rule, '[Service]\nExecStart=/a\nExitType=cgroup\n')
  checkRule(rule, '[Service]\nType=oneshot\nExecStart=/a\nExitType=main\n')
  checkRule(rule, '[Service]\nExitType=cgroup\n', { file: '/etc/systemd/system/web.service.d/a.conf' })
})
