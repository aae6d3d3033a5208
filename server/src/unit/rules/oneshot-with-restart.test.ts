import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { oneshotWithRestart as rule } from './oneshot-with-restart.ts'

test.each(['always', 'on-success'])('Restart=%s', (value) => {
  const text = `[Service]\nType=oneshot\nExecStart=/a\nRestart=${value}\n`
  expect(findingsOf(rule, text)).toMatchObject([
    {
      severity: 'error',
      message: `Type=oneshot can't have Restart=${value}, since its commands are meant to end; systemd refuses the service`,
    },
  ])
  checkFix(rule, text, '[Service]\nType=oneshot\nExecStart=/a\nRestart=on-failure\n')
})

test('a service without command and type is one', () =>
  checkRule(
    rule,
    `
[Service]
ExecStop=/a
RemainAfterExit=yes
Restart=always
#       ^^^^^^ error: Type=oneshot can't have Restart=always, since its commands are meant to end; systemd refuses the service
`,
  ))

test('RestartForceExitStatus= was refused as well', () => {
  const text = `
[Service]
Type=oneshot
ExecStart=/a
RestartForceExitStatus=7
^^^^^^^^^^^^^^^^^^^^^^ error: systemd 252 refuses a service of Type=oneshot with 'RestartForceExitStatus='
`
  checkRule(rule, text, { version: 252 })
  expect(findingsOf(rule, '[Service]\nType=oneshot\nExecStart=/a\nRestartForceExitStatus=7\n')).toEqual([])
})

test('other types, other values, drop-ins with one of them', () => {
  checkRule(rule, '[Service]\nExecStart=/a\nRestart=always\n')
  checkRule(rule, '[Service]\nType=oneshot\nExecStart=/a\nRestart=always\nRestart=no\n')
  checkRule(rule, '[Service]\nType=oneshot\nExecStart=/a\nRestart={{ restart }}\n', {
    file: 'web.service.j2',
  })
  checkRule(rule, '[Service]\nRestart=always\n', { file: '/etc/systemd/system/web.service.d/a.conf' })
})
