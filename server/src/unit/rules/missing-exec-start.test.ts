import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { missingExecStart as rule } from './missing-exec-start.ts'

test('nothing to run at all', () => {
  checkRule(
    rule,
    `
[Unit]
Description=Web
[Service]
^^^^^^^^^ error: the service has no 'ExecStart=', so there is nothing to run and systemd refuses it
User=web
[Service]
ExecStart=
`,
  )
  checkRule(
    rule,
    `
[Unit]
^^^^^^ error: the service has no 'ExecStart=', so there is nothing to run and systemd refuses it
Description=Web
`,
  )
})

test('only oneshot can do with ExecStop= alone', () => {
  checkRule(
    rule,
    `
[Service]
Type=exec
#    ^^^^ error: a service of type 'exec' needs 'ExecStart='; only Type=oneshot can do without, so systemd refuses it
ExecStop=/srv/web/stop
RemainAfterExit=yes
`,
  )
  checkRule(
    rule,
    `
[Service]
^^^^^^^^^ error: a service of type 'dbus' needs 'ExecStart='; only Type=oneshot can do without, so systemd refuses it
BusName=org.example.Web
ExecStop=/srv/web/stop
RemainAfterExit=yes
`,
  )
  checkRule(rule, '[Service]\nExecStop=/srv/web/stop\nRemainAfterExit=yes\n')
  checkRule(rule, '[Service]\nType=exec\nExecStop=/srv/web/stop\nExecStart={{ command }}\n', {
    file: 'web.service.j2',
  })
})

test('and must remain then', () => {
  const text = `
[Service]
^^^^^^^^^ error: without 'ExecStart=' the service is over as soon as it starts; systemd accepts that only with RemainAfterExit=yes
Type=oneshot
ExecStop=/srv/web/stop
`
  checkRule(rule, text)
  checkFix(
    rule,
    '[Service]\nType=oneshot\nExecStop=/a\n[Install]\nWantedBy=b.target\n',
    '[Service]\nType=oneshot\nExecStop=/a\nRemainAfterExit=yes\n[Install]\nWantedBy=b.target\n',
  )
  checkFix(
    rule,
    '[Service]\nRemainAfterExit=no\nExecStop=/a\n',
    '[Service]\nRemainAfterExit=yes\nExecStop=/a\n',
  )
  checkRule(rule, '[Service]\nExecStop=/srv/web/stop\nRemainAfterExit={{ remain }}\n', {
    file: 'web.service.j2',
  })
})

test('SuccessAction= is something to do, as far as the version knows it', () => {
  const text = '[Unit]\nSuccessAction=halt\n[Service]\nStandardOutput=null\n'
  checkRule(rule, text, { version: 257 })
  expect(findingsOf(rule, text, { version: 252 })).toHaveLength(1)
  expect(findingsOf(rule, '[Unit]\nSuccessAction=none\n[Service]\n')).toHaveLength(1)
})

test('a part of a unit, other units, a file just begun', () => {
  checkRule(rule, '[Service]\nUser=web\n', { file: '/etc/systemd/system/web.service.d/user.conf' })
  checkRule(rule, '[Service]\nUser=web\n{{ command }}\n', { file: 'web.service.j2' })
  checkRule(rule, '[Service]\n{% if a %}\nExecStart=/a\n{% endif %}\n', { file: 'web.service.j2' })
  checkRule(rule, '[Socket]\nListenStream=80\n', { file: 'web.socket' })
  checkRule(rule, '\n# todo\n')
})

test('a misspelt header may hide it', () => {
  const rules = allFindings('[Sevice]\nExecStart=/srv/web/run\n').map((each) => each.rule)
  expect(rules).toEqual(['unknown-section'])
})

// With credentials the type is not oneshot by default; what systemd leaves out of them counts for nothing. Asked of 257.
test.each([
  ['LoadCredential=a:/etc/web', 1],
  ['LoadCredential=a:/etc/.', 0],
  ['SetCredential=a', 0],
  ['SetCredential=a:b\nSetCredentialEncrypted=', 0],
])('a credential: %s', (line, count) => {
  const text = `[Unit]\nSuccessAction=reboot\n[Service]\n${line}\n`
  expect(findingsOf(rule, text, { version: 257 })).toHaveLength(count)
})
