import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { networkOnlineWithoutWants as rule } from './network-online-without-wants.ts'

test('nothing to wait for', () => {
  checkRule(
    rule,
    `
[Unit]
Wants=network.target
After=network.target network-online.target
#                    ^^^^^^^^^^^^^^^^^^^^^ information: 'After=' alone does not start 'network-online.target', so there may be nothing to wait for; add 'Wants=network-online.target'
`,
  )
})

test('wanted', () => {
  checkRule(rule, '[Unit]\nWants=a.service network-online.target\nAfter=network-online.target\n')
  checkRule(rule, '[Unit]\nRequires=network-online.target\nAfter=network-online.target\n')
  checkRule(rule, '[Unit]\nBefore=network-online.target\n')
  checkRule(rule, '[Unit]\nAfter=network.target\n')
})

test('what is not all there is', () => {
  checkRule(rule, '[Unit]\nAfter=network-online.target\n', {
    file: '/etc/systemd/system/web.service.d/x.conf',
  })
  checkRule(rule, '[Unit]\nWants={{ wants }}\nAfter=network-online.target\n')
  checkRule(rule, '[Unit]\nAfter=network-online.target\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
  })
})

test('a line below', () => {
  checkFix(
    rule,
    '[Unit]\nAfter=network-online.target\n[Service]\nExecStart=/a\n',
    '[Unit]\nAfter=network-online.target\nWants=network-online.target\n[Service]\nExecStart=/a\n',
  )
})
