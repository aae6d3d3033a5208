import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { commandAsOneWord } from './command-as-one-word.ts'

const web = (program: string) => `check process web with pidfile /run/web.pid\n  ${program}\n`

test('single quotes keep a command together', () =>
  checkRule(
    commandAsOneWord,
    `
check process web with pidfile /run/web.pid
  start program '/srv/run --port 80' as uid 33 and gid 33
#               ^^^^^^^^^^^^^^^^^^^^ error: monit looks for one program that is called '/srv/run --port 80'; only in double quotes are its arguments told apart
  if cpu > 90% then exec '/bin/cp /srv/a /srv/b'
#                        ^^^^^^^^^^^^^^^^^^^^^^^ error: monit looks for one program that is called '/bin/cp /srv/a /srv/b'; only in double quotes are its arguments told apart
check program disk with path '/srv/disk --all'
#                            ^^^^^^^^^^^^^^^^^ error: monit looks for one program that is called '/srv/disk --all'; only in double quotes are its arguments told apart
  if status != 0 then alert
`,
  ))

test.each([
  "start program '/srv/run'",
  'start program "/srv/run --port 80"',
  `start program "/bin/sh -c '/srv/run a'"`,
  "start program '/opt/My App/run'",
  "start program /srv/run 'a b'",
  "start program '/srv/<%= app %> --port 80'",
])('%s is right', (program) => expect(findingsOf(commandAsOneWord, web(program))).toEqual([]))

test('the fix writes double quotes', () =>
  checkFix(
    commandAsOneWord,
    web("start program '/srv/run --port 80' with timeout 9 seconds"),
    web('start program "/srv/run --port 80" with timeout 9 seconds'),
  ))
test('there is no fix where a double quote stands inside', () =>
  expect(findingsOf(commandAsOneWord, web(`start program '/bin/sh -c "run a"'`))[0]?.fixes).toEqual([]))
