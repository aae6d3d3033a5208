import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { unquotedShellScript } from './unquoted-shell-script.ts'

const web = (command: string) =>
  `check process web with pidfile /run/web.pid\n  start program = "${command}"\n`

test('a script without quotes is its first word', () =>
  checkRule(
    unquotedShellScript,
    `
check process web with pidfile /run/web.pid
  start program = "/bin/bash -l -c cd /srv/web && ./run"
#                                  ^^^^^^^^^^^^^^^^^^^^ error: 'bash' runs 'cd' alone, as only the first word behind '-c' is its script; put all of it in single quotes
`,
  ))

test.each([
  "/bin/bash -c 'cd /srv/web && ./run' name",
  '/bin/bash -c /srv/web/run',
  '/bin/bash /srv/web/run -c x',
  '/srv/web/run -c x y',
  '/bin/bash -c <%= script %> x',
])('%s is right', (command) => expect(findingsOf(unquotedShellScript, web(command))).toEqual([]))

test('the fix quotes all of it', () =>
  checkFix(
    unquotedShellScript,
    web('/bin/sh -lc cd /srv/web && ./run'),
    web("/bin/sh -lc 'cd /srv/web && ./run'"),
  ))
