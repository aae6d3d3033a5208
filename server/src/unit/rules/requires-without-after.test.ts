import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { requiresWithoutAfter as rule } from './requires-without-after.ts'

test('starting is not waiting', () => {
  checkRule(
    rule,
    `
[Unit]
Requires=db.service cache.service
#        ^^^^^^^^^^ information: 'Requires=' starts 'db.service' but does not wait for it; 'After=db.service' does
BindsTo=vpn.service
#       ^^^^^^^^^^^ information: 'BindsTo=' starts 'vpn.service' but does not wait for it; 'After=vpn.service' does
After=cache.service
`,
  )
})

test('in order, or of another kind', () => {
  checkRule(
    rule,
    '[Unit]\nRequires=db.service web.socket data.mount x.target %i.service\nAfter=a.service db.service\nBindsTo=b.service\nBefore=b.service\nWants=c.service\n',
  )
})

test('what is not all there is', () => {
  checkRule(rule, '[Unit]\nRequires=db.service\n', { file: '/etc/systemd/system/web.service.d/x.conf' })
  checkRule(rule, '[Unit]\nRequires=db.service\nAfter={{ after }}\n')
  checkRule(rule, '[Unit]\nRequires=db.service\n', { file: 'web.target' })
  checkRule(rule, '[Unit]\nRequires=db.service\n', { file: 'web.socket' })
})

test('a line below', () => {
  checkFix(
    rule,
    '[Unit]\n  Requires=db.service\nDescription=Web\n',
    '[Unit]\n  Requires=db.service\n  After=db.service\nDescription=Web\n',
  )
  checkFix(rule, '[Unit]\r\nRequires=db.service', '[Unit]\r\nRequires=db.service\r\nAfter=db.service\r\n')
})
