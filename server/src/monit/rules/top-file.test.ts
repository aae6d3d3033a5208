import { describe, expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { missingDaemon } from './missing-daemon.ts'
import { missingHttpd } from './missing-httpd.ts'
import { missingMailserver } from './missing-mailserver.ts'

describe('what a main control file lacks', () => {
  test('is told at its first statement', () => {
    checkRule(
      missingHttpd,
      `
# mine
set daemon 30
^^^ hint: without 'set httpd' no command reaches the running monit: 'monit status' and 'monit restart' fail
`,
    )
    checkRule(
      missingDaemon,
      `
check process app with pidfile /run/app.pid
^^^^^^^^^^^^^ hint: without 'set daemon' monit checks once and ends, unless it is started with '-d'
`,
    )
  })
  test('is told of mail where an alert is set, of the file or of a check', () => {
    checkRule(
      missingMailserver,
      `
set alert ops@example.com
^^^^^^^^^^^^^^^^^^^^^^^^^ warning: no mail is sent: there is no 'set mailserver' to send it through
`,
    )
    checkRule(
      missingMailserver,
      `
check process app with pidfile /run/app.pid
  alert ops@example.com
# ^^^^^^^^^^^^^^^^^^^^^ warning: no mail is sent: there is no 'set mailserver' to send it through
  if not exist then alert
`,
    )
    checkRule(missingMailserver, 'check process app with pidfile /run/app.pid\n  if not exist then alert\n')
  })
  test.each([
    ['conf.d/app', 'check process app with pidfile /run/app.pid\n  alert a@b.c\n'],
    ['nginx.monitrc', 'check process app with pidfile /run/app.pid\n  alert a@b.c\n'],
    ['monitrc', ''],
    ['monitrc', 'set alert a@b.c\ninclude /etc/monit/conf.d/*\n'],
    ['monitrc', 'set alert {{ address }}\n'],
  ])('is not told of %s: %j', (file, text) => {
    for (const rule of [missingDaemon, missingHttpd, missingMailserver]) {
      expect(findingsOf(rule, text, { file })).toEqual([])
    }
  })
  test('is looked for in what is included', () => {
    const file = 'etc/monit/monitrc'
    const text = 'set alert a@b.c\ninclude /etc/monit/conf.d/*\n'
    const found = (more: string) =>
      [missingDaemon, missingHttpd, missingMailserver].flatMap((rule) =>
        findingsOf(rule, text, { file, controlFiles: [{ path: 'etc/monit/conf.d/all', text: more }] }),
      ).length
    expect(found('set daemon 30\nset httpd unixsocket /run/m\nset mailserver localhost\n')).toBe(0)
    expect(found('set daemon 30\n')).toBe(2)
  })
  test('is put above the first statement', () => {
    checkFix(
      missingHttpd,
      '# mine\nset daemon 30\n',
      '# mine\nset httpd unixsocket /run/monit.sock\n    allow localhost\nset daemon 30\n',
    )
    checkFix(
      missingDaemon,
      'check process app with pidfile /run/app.pid\n',
      'set daemon 30\ncheck process app with pidfile /run/app.pid\n',
    )
    checkFix(
      missingMailserver,
      'set daemon 30\nset alert a@b.c\n',
      'set daemon 30\nset mailserver localhost\nset alert a@b.c\n',
    )
  })
})
