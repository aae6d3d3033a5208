import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { relativeProgram } from './relative-program.ts'

const web = (command: string) =>
  `check process web with pidfile /run/web.pid\n  start program = "${command}"\n`

test('PATH is not searched', () =>
  checkRule(
    relativeProgram,
    `
check process web with pidfile /run/web.pid
  start program = "systemctl start web"
#                  ^^^^^^^^^ error: monit does not search PATH and finds no 'systemctl'; a program is written with its full path
`,
  ))
test('a relative path begins at /', () =>
  checkRule(
    relativeProgram,
    `
check process web with pidfile /run/web.pid
  start program = "./web.sh start"
#                  ^^^^^^^^ warning: the daemon looks for './web.sh' from / on, its working directory; a program is written with its full path
  stop program bin/halt now
#              ^^^^^^^^ warning: the daemon looks for 'bin/halt' from / on, its working directory; a program is written with its full path
`,
  ))
test('or where monit was started, if it stays in the foreground', () =>
  checkRule(
    relativeProgram,
    `
set init
check process web with pidfile /run/web.pid
  start program = "./web.sh start"
  stop program = "pkill web"
#                 ^^^^^ error: monit does not search PATH and finds no 'pkill'; a program is written with its full path
`,
  ))
test('as another file may say', () =>
  expect(
    findingsOf(relativeProgram, web('./web.sh start'), {
      file: '/etc/monit/conf.d/web',
      controlFiles: [
        { path: '/etc/monit/monitrc', text: 'set daemon 5\nset init\ninclude /etc/monit/conf.d/*\n' },
      ],
    }),
  ).toEqual([]))

test.each(['/usr/bin/systemctl start web', '<%= run %> a', 'cd /srv', 'A=1 /srv/run', '$HOME/run', '~/run'])(
  '%s is another matter',
  (command) => expect(findingsOf(relativeProgram, web(command))).toEqual([]),
)

test.each([
  ['systemctl', '/usr/bin/systemctl'],
  ['service', '/usr/sbin/service'],
  ['bash', '/bin/bash'],
])('the fix writes where %s is', (name, path) =>
  checkFix(relativeProgram, web(`${name} x`), web(`${path} x`)),
)
test('there is no fix for a program of which nobody knows the place', () =>
  expect(findingsOf(relativeProgram, web('puma x'))[0]?.fixes).toEqual([]))
