import { test } from 'vitest'
import { checkRule } from '../testing/check.ts'
import { missingBusName as rule } from './missing-bus-name.ts'

test('Type=dbus alone', () =>
  checkRule(
    rule,
    `
[Service]
Type=dbus
#    ^^^^ error: Type=dbus needs 'BusName=', the name on the bus that tells systemd that the service is up; systemd refuses it
ExecStart=/a
BusName=not a name
`,
  ))

test('an empty name does not take back the one before', () =>
  checkRule(rule, '[Service]\nType=dbus\nExecStart=/a\nBusName=org.example.Web\nBusName=\n'))

test('a name, one from a template, or elsewhere', () => {
  checkRule(rule, '[Service]\nType=dbus\nExecStart=/a\nBusName=org.example.Web\n')
  checkRule(rule, '[Service]\nType=dbus\nExecStart=/a\nBusName=@BUS@\n', { file: 'web.service.in' })
  checkRule(rule, '[Service]\nType=dbus\n', { file: '/etc/systemd/system/web.service.d/a.conf' })
})
