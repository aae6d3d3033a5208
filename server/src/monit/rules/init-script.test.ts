import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { initScript } from './init-script.ts'

const web = (command: string) =>
  `check process web with pidfile /run/web.pid\n  start program = "${command}"\n`

test('systemd should start it', () =>
  checkRule(
    initScript,
    `
check process nginx with pidfile /run/nginx.pid
  start program = "/etc/init.d/nginx start"
#                  ^^^^^^^^^^^^^^^^^ information: on a machine with systemd '/usr/bin/systemctl start nginx' keeps systemd informed; this script goes behind its back, if it is there at all
`,
  ))

test.each(['/etc/init.d/nginx status', '/etc/init.d/<%= app %> start', '/etc/init.d/nginx', '/srv/x start'])(
  '%s is another matter',
  (command) => expect(findingsOf(initScript, web(command))).toEqual([]),
)

test('the fix asks systemd', () =>
  checkFix(initScript, web('/etc/init.d/nginx stop'), web('/usr/bin/systemctl stop nginx')))
test('there is no fix where more is said', () =>
  expect(findingsOf(initScript, web('/etc/init.d/postgresql start 9.4'))[0]?.fixes).toEqual([]))
