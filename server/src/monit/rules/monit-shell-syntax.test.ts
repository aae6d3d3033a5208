import { describe, expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { monitShellSyntax } from './monit-shell-syntax.ts'

const web = (command: string) =>
  `check process web with pidfile /run/web.pid\n  start program = "${command}"\n`
const messages = (command: string) => findingsOf(monitShellSyntax, web(command)).map(({ message }) => message)

describe('shell syntax without a shell', () => {
  test('is an argument', () =>
    checkRule(
      monitShellSyntax,
      `
check process web with pidfile /run/web.pid
  start program = "/srv/web/migrate && /srv/web/run > /tmp/log"
#                                   ^^ error: monit uses no shell, so '&&' is an argument of 'migrate' like any other
  if failed port 80 then exec "/usr/bin/logger $MONIT_EVENT"
#                                              ^^^^^^^^^^^^ error: monit uses no shell, so nothing is put in for '$MONIT_EVENT'
`,
    ))

  test.each([
    ['/bin/a; /bin/b', "'/bin/a;'"],
    ['/bin/a | /bin/b', "'|' is an argument of 'a'"],
    ['/bin/a 2>&1', "'2>&1'"],
    ['/bin/a >>/tmp/x', "'>>/tmp/x'"],
    ['/bin/kill `cat /run/x`', "put in for '`cat'"],
    ['/bin/kill $(cat /run/x)', "put in for '$(cat'"],
    ['/bin/cat --file=~/x', "'~' in '--file=~/x' is not the home"],
    ['/bin/rm /tmp/*.pid', "'rm' looks for a file that is called '/tmp/*.pid'"],
    ['RAILS_ENV=production /srv/run', "a program that is called 'RAILS_ENV=production'"],
    ['cd /srv', "'cd' is a word of the shell"],
    ['$HOME/bin/run', "put in for '$HOME/bin/run'"],
    ["/bin/sh -c 'cd /srv' && /srv/run", "'&&' is an argument of 'sh'"],
  ])('%s', (command, part) => expect(messages(command)).toEqual([expect.stringContaining(part)]))

  test.each([
    "/bin/sh -c 'cd /srv && ./run > /dev/null; echo $HOME ~ *'",
    "/bin/echo 'a && b'",
    '/usr/bin/find /srv -name *.pid -exec rm {} ;',
    '/usr/bin/ssh backup date && reboot',
    '/usr/bin/logger 50% --x=1 a;b web@1.service',
    '/srv/run <%= a && b > c %> {{ x | y }}',
    '/bin/echo $1',
  ])('is not %s', (command) => expect(messages(command)).toEqual([]))
})

describe('the fix', () => {
  test('asks for a shell', () =>
    checkFix(
      monitShellSyntax,
      web("/srv/migrate 'a b' && /srv/run"),
      web('/bin/sh -c \'/srv/migrate "a b" && /srv/run\''),
    ))
  test('asks for bash where that is needed', () =>
    checkFix(monitShellSyntax, web('/srv/run &> /tmp/log'), web("/bin/bash -c '/srv/run &> /tmp/log'")))
  test("writes monit's name for the process", () => {
    checkFix(
      monitShellSyntax,
      web('/bin/kill -s TERM $MAINPID'),
      web("/bin/sh -c '/bin/kill -s TERM $MONIT_PROCESS_PID'"),
    )
    expect(messages('/bin/kill $MAINPID')).toEqual([
      "'$MAINPID' is systemd's; monit uses no shell and puts nothing in for it, and in a shell the process is $MONIT_PROCESS_PID",
    ])
  })
  test('joins lines', () =>
    checkFix(monitShellSyntax, web('/srv/a &&\n    /srv/b'), web("/bin/sh -c '/srv/a && /srv/b'")))
  test('sets a variable', () =>
    checkFix(monitShellSyntax, web('A=1 /srv/run'), web('/usr/bin/env A=1 /srv/run')))
  test('sets a variable in a shell where more is needed', () =>
    checkFix(monitShellSyntax, web('A=1 /srv/run && /srv/b'), web("/bin/sh -c 'A=1 /srv/run && /srv/b'")))
  test.each(["/srv/it's && b", '/bin/a\\nb && c', "/bin/echo '$x' && b"])('is none for %s', (command) =>
    expect(findingsOf(monitShellSyntax, web(command)).flatMap(({ fixes }) => fixes)).toEqual([]),
  )
})
