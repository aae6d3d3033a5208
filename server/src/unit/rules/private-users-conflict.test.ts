import { expect, test } from 'vitest'
import { checkRule, findingsOf } from '../testing/check.ts'
import { privateUsersConflict as rule } from './private-users-conflict.ts'

test.each(['User=web', 'Group=web', 'PAMName=login', 'DynamicUser=yes'])('managed users and %s', (line) => {
  const [found, more] = findingsOf(rule, `[Service]\nExecStart=/a\n${line}\nPrivateUsers=managed\n`, {
    version: 262,
  })
  const name = line.split('=')[0]
  expect(found?.message).toBe(
    `PrivateUsers=managed picks the users itself and can't go with '${name}='; systemd refuses the unit`,
  )
  expect(more).toBeUndefined()
})

test('a namespace that is there already', () =>
  checkRule(
    rule,
    `
[Service]
ExecStart=/a
PrivateUsers=yes
#            ^^^ error: 'PrivateUsers=' can't go with 'UserNamespacePath=', which names the users' namespace already; systemd refuses the unit
UserNamespacePath=/run/ns
`,
    { version: 262 },
  ))

test('what goes together', () => {
  checkRule(rule, '[Service]\nExecStart=/a\nUser=web\nPrivateUsers=self\n', { version: 262 })
  checkRule(rule, '[Service]\nExecStart=/a\nDynamicUser=no\nPrivateUsers=managed\n', { version: 262 })
  checkRule(rule, '[Service]\nExecStart=/a\nPrivateUsers=no\nUserNamespacePath=/run/ns\n', { version: 262 })
  checkRule(rule, '[Service]\nExecStart=/a\nUser=web\nPrivateUsers={{ users }}\n', { file: 'web.service.j2' })
})
