import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { credentialsWithSimpleType as rule } from './credentials-with-simple-type.ts'

test('commands behind the start', () => {
  const text = `
[Service]
Type=simple
#    ^^^^^^ warning: with Type=simple, 'ExecStartPost=' may run before the credentials are there; Type=exec waits for the program
SetCredential=a:b
ExecStart=/a
ExecStartPost=/b
`
  checkRule(rule, text, { version: 257 })
  checkRule(rule, text.replace(/#.*\n/, ''), { version: 252 })
  checkFix(
    rule,
    '[Service]\nType=simple\nLoadCredential=a:/b\nExecStart=/a\nExecStartPost=/b\n',
    '[Service]\nType=exec\nLoadCredential=a:/b\nExecStart=/a\nExecStartPost=/b\n',
  )
})

test('other types, no credentials, no such commands', () => {
  checkRule(rule, '[Service]\nLoadCredential=a:/b\nExecStart=/a\nExecStartPost=/b\n')
  checkRule(rule, '[Service]\nType=exec\nLoadCredential=a:/b\nExecStart=/a\nExecStartPost=/b\n')
  checkRule(rule, '[Service]\nType=simple\nExecStart=/a\nExecStartPost=/b\n')
  checkRule(rule, '[Service]\nType=simple\nLoadCredential=a:/b\nExecStart=/a\n')
})
