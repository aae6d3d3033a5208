import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { pamWithKillMode as rule } from './pam-with-kill-mode.ts'

test('a mode that leaves processes behind', () => {
  checkRule(
    rule,
    `
[Service]
ExecStart=/a
PAMName=login
KillMode=process
#        ^^^^^^^ error: 'PAMName=' can't go with KillMode=process, which would leave the session's process behind; systemd refuses it and accepts: mixed, control-group
`,
  )
  checkFix(
    rule,
    '[Service]\nExecStart=/a\nPAMName=login\nKillMode=none\n',
    '[Service]\nExecStart=/a\nPAMName=login\nKillMode=control-group\n',
    { title: 'Change to control-group' },
  )
})

test('sockets were stricter', () => {
  const text = '[Socket]\nListenStream=80\nPAMName=login\nKillMode=mixed\n'
  expect(findingsOf(rule, text, { file: 'web.socket', version: 254 })).toHaveLength(1)
  expect(findingsOf(rule, text, { file: 'web.socket', version: 257 })).toEqual([])
  expect(
    findingsOf(rule, text.replace('mixed', 'process'), { file: 'web.socket', version: 257 }),
  ).toHaveLength(1)
})

test('one of them alone, taken back, or from a template', () => {
  checkRule(rule, '[Service]\nExecStart=/a\nKillMode=process\n')
  checkRule(rule, '[Service]\nExecStart=/a\nPAMName=login\n')
  checkRule(rule, '[Service]\nExecStart=/a\nPAMName=login\nPAMName=\nKillMode=process\n')
  checkRule(rule, '[Service]\nExecStart=/a\nPAMName=login\nKillMode={{ mode }}\n', { file: 'web.service.j2' })
})

test('a drop-in with both', () =>
  expect(
    findingsOf(rule, '[Service]\nPAMName=login\nKillMode=process\n', {
      file: '/etc/systemd/system/web.service.d/a.conf',
    }),
  ).toHaveLength(1))
