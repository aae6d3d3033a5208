import { describe, expect, test } from 'vitest'
import { checkRule, findingsOf } from '../testing/check.ts'
import { actionWithoutProgram } from './action-without-program.ts'

const process = (...lines: readonly string[]) =>
  ['check process web with pidfile /run/web.pid', ...lines, ''].join('\n  ')
const start = 'start program = "/bin/true"'
const stop = 'stop program = "/bin/true"'

describe('an action', () => {
  test('needs its program', () =>
    checkRule(
      actionWithoutProgram,
      `
check process a with pidfile /run/a.pid
  start program = "/bin/true"
  if cpu > 80% then restart
#                   ^^^^^^^ warning: monit restarts by stop and start, and this check has no 'stop program': a process that still runs is left as it is
  if memory > 80% then restart
check process b with pidfile /run/b.pid
  stop program = "/bin/true"
  if cpu > 80% then restart
#                   ^^^^^^^ warning: this stops the service and does not start it again, as the check has no 'start program'
check file c with path /c
  if changed checksum then restart
#                          ^^^^^^^ warning: nothing is restarted, as this check has neither 'start program' and 'stop program' nor 'restart program'
check file d with path /d
  if size > 1 MB then start
#                     ^^^^^ warning: nothing is started, as this check has no 'start program'
check file e with path /e
  if size > 1 MB then alert else if succeeded then stop
#                                                  ^^^^ information: nothing is stopped, as this check has no 'stop program'; monit ceases to watch, as with 'unmonitor'
`,
    ))

  test.each([
    ['both programs', process(start, stop, 'if cpu > 80% then restart')],
    ['a restart program', process('restart program = "/bin/true"', 'if cpu > 80% then restart')],
    ['a process that is gone', process(start, 'if not exist then restart')],
    ['something else', process('if cpu > 80% then alert')],
    [
      'what is no process',
      'check file a with path /a\n  start program = "/bin/true"\n  if size > 1 B then restart\n',
    ],
    ['an included file', process('include /etc/monit/methods', 'if cpu > 80% then restart')],
    ['a template', process('<%= methods %>', 'if cpu > 80% then restart')],
  ])('is right with %s', (_, text) => expect(findingsOf(actionWithoutProgram, text)).toEqual([]))
})
