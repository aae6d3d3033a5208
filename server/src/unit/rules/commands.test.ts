import { describe, expect, test } from 'vitest'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { builtinAsProgram } from './builtin-as-program.ts'
import { killWithoutMainPid } from './kill-without-main-pid.ts'
import { misspeltMainPid } from './misspelt-main-pid.ts'
import { needlessWrapper } from './needless-wrapper.ts'
import { percentInDate } from './percent-in-date.ts'
import { redundantStop } from './redundant-stop.ts'
import type { UnitRule } from './rule.ts'
import { signalByName } from './signal-by-name.ts'
import { variableAsProgram } from './variable-as-program.ts'

const count = (rule: UnitRule, lines: string) => findingsOf(rule, `[Service]\n${lines}\n`).length

describe('cd', () => {
  test('is no program', () =>
    checkRule(
      builtinAsProgram,
      `
[Service]
ExecStart=cd /srv/web && /usr/bin/bundle exec puma
#         ^^ error: 'cd' is no program but part of a shell; set WorkingDirectory= instead
`,
    ))
  test('becomes WorkingDirectory=, where there is none yet', () => {
    const line = 'ExecStart=cd /srv/web && /usr/bin/bundle exec puma\n'
    checkFix(
      builtinAsProgram,
      `[Service]\n${line}`,
      '[Service]\nWorkingDirectory=/srv/web\nExecStart=/usr/bin/bundle exec puma\n',
    )
    const [finding] = findingsOf(builtinAsProgram, `[Service]\nWorkingDirectory=/srv\n${line}`)
    expect(finding?.fixes).toEqual([])
  })
})

describe('what else is built into shells', () => {
  test('is no program', () =>
    checkRule(
      builtinAsProgram,
      `
[Service]
ExecStartPre=export A=b
#            ^^^^^^ error: 'export' is no program but part of a shell; set Environment= instead
ExecStartPre=-ulimit -n 65536
#             ^^^^^^ error: 'ulimit' is no program but part of a shell; set LimitNOFILE= and its kin instead
ExecStart=source /srv/venv/bin/activate
#         ^^^^^^ error: 'source' is no program but part of a shell; run the line through /bin/bash -c
ExecStart=/srv/bin/source a
ExecStart=/usr/bin/env export
`,
    ))
  test('is left to the shell that knows it', () =>
    checkFix(
      builtinAsProgram,
      '[Service]\nExecStart=source /srv/venv/bin/activate && gunicorn app:app\n',
      "[Service]\nExecStart=/bin/bash -c 'source /srv/venv/bin/activate && gunicorn app:app'\n",
    ))
  test('with all that follows it in the line', () => {
    const line = 'set -e && /srv/web/migrate && exec /srv/web/run'
    expect(allFindings(`[Service]\nExecStart=${line}\n`).map((each) => each.rule)).toEqual([
      'builtin-as-program',
    ])
    checkFix(
      builtinAsProgram,
      `[Service]\nExecStart=${line}\n`,
      `[Service]\nExecStart=/bin/sh -c '${line}'\n`,
    )
  })
  test('is read by the shell that is asked for', () => {
    const line = '[Service]\nExecStart=|source /srv/venv/bin/activate\n'
    expect(findingsOf(builtinAsProgram, line, { version: 262 })).toEqual([])
  })
})

describe('a variable', () => {
  test("can't be the program", () =>
    checkRule(
      variableAsProgram,
      `
[Service]
ExecStart=$RUBY app.rb
#         ^^^^^ error: a variable can't name the program; systemd looks for one called '$RUBY'
`,
    ))
  test('may be an argument', () => expect(count(variableAsProgram, 'ExecStart=/usr/bin/ruby $APP')).toBe(0))
})

describe('a wrapper', () => {
  test('that systemd makes needless is named', () =>
    checkRule(
      needlessWrapper,
      `
[Service]
ExecStart=/usr/bin/nohup /srv/web/run
#         ^^^^^^^^^^^^^^ warning: 'nohup' is not needed in front of a service: a service has no terminal to lose
`,
    ))
  test('goes, where what follows is certain', () => {
    checkFix(
      needlessWrapper,
      '[Service]\nExecStart=nohup /srv/web/run --x\n',
      '[Service]\nExecStart=/srv/web/run --x\n',
    )
    const [finding] = findingsOf(
      needlessWrapper,
      '[Service]\nExecStart=/usr/bin/sudo -u deploy /srv/web/run\n',
    )
    expect(finding?.fixes).toEqual([])
  })
  test('is fine in commands around the service', () =>
    expect(count(needlessWrapper, 'ExecStartPre=/usr/bin/sudo /bin/true\nExecStart=/srv/run')).toBe(0))
})

describe('the percent signs of a date', () => {
  test('are doubled, in quotes as well', () => {
    checkFix(
      percentInDate,
      "[Service]\nExecStart=/bin/sh -c 'dump > /srv/$(date +%Y-%m-%d).sql'\n",
      "[Service]\nExecStart=/bin/sh -c 'dump > /srv/$(date +%%Y-%%m-%%d).sql'\n",
    )
    checkFix(percentInDate, '[Service]\nExecStart=/bin/date +%s\n', '[Service]\nExecStart=/bin/date +%%s\n')
  })
  test('are fine when doubled, and with other programs', () => {
    expect(count(percentInDate, 'ExecStart=/bin/date +%%Y')).toBe(0)
    expect(count(percentInDate, 'ExecStart=/srv/run +%n')).toBe(0)
  })
  test('are doubled for programs that make dates themselves', () => {
    checkFix(
      percentInDate,
      '[Service]\nEnvironment=LOG=/srv/%Y%m%dT%H%M%S.log\n',
      '[Service]\nEnvironment=LOG=/srv/%%Y%%m%%dT%%H%%M%%S.log\n',
    )
    checkFix(
      percentInDate,
      '[Service]\nExecStart=/srv/run --at %H:%M %h/%n\n',
      '[Service]\nExecStart=/srv/run --at %%H:%%M %h/%n\n',
    )
    expect(count(percentInDate, 'ExecStart=/srv/run %H-%m %d/%m %%Y-%%m %M')).toBe(0)
    expect(count(percentInDate, 'ExecStart=/bin/date +%Y-%m-%d')).toBe(1)
  })
})

describe('$MAINPID', () => {
  test.each(['$MAIN_PID', `\${MAINPDI}`, '$PID'])('misspelt as %s is mended', (word) => {
    checkFix(
      misspeltMainPid,
      `[Service]\nExecReload=/bin/kill -HUP ${word}\n`,
      '[Service]\nExecReload=/bin/kill -HUP $MAINPID\n',
    )
  })
  test('may have company that the unit defines', () =>
    expect(count(misspeltMainPid, 'EnvironmentFile=/etc/x\nExecReload=/bin/kill -HUP $PID')).toBe(0))
  test.each([
    ['/bin/kill -HUP MAINPID', '/bin/kill -HUP $MAINPID'],
    ['/bin/kill -HUP $$MAINPID', '/bin/kill -HUP $MAINPID'],
    [`/bin/sh -c 'sleep 1; kill $MAIN_PID'`, `/bin/sh -c 'sleep 1; kill $MAINPID'`],
  ])('%s is mended', (before, after) =>
    checkFix(misspeltMainPid, `[Service]\nExecReload=${before}\n`, `[Service]\nExecReload=${after}\n`),
  )
  test.each([
    `/bin/sh -c 'kill -HUP $$MAINPID'`,
    `/bin/sh -c 'MAIN_PID=$(cat /run/x); kill $MAIN_PID'`,
    `/bin/sh -c 'kill $PID'`,
    `/bin/kill -HUP \${MAINPID}`,
  ])('%s is right', (command) => expect(count(misspeltMainPid, `ExecReload=${command}`)).toBe(0))
})

describe('a kill', () => {
  test('without a process fails, and so does what it was for', () => {
    const messages = ['ExecReload', 'ExecStop'].map(
      (name) => findingsOf(killWithoutMainPid, `[Service]\n${name}=/bin/kill -HUP\n`)[0]?.message,
    )
    expect(messages).toEqual([
      "'kill' is told no process and ends with an error, and so does the reload; the main process is '$MAINPID'",
      "'kill' is told no process and ends with an error, and the service counts as failed; the main process is '$MAINPID'",
    ])
  })
  test.each([
    ['/bin/kill -HUP', '/bin/kill -HUP $MAINPID'],
    ['/bin/kill -s HUP', '/bin/kill -s HUP $MAINPID'],
    ['kill -HUP 4711', 'kill -HUP $MAINPID'],
    ['/bin/kill 4711', '/bin/kill $MAINPID'],
    [`/bin/sh -c 'kill -HUP 4711; true'`, `/bin/sh -c 'kill -HUP $MAINPID; true'`],
  ])('%s misses the main process', (before, after) =>
    checkFix(killWithoutMainPid, `[Service]\nExecReload=${before}\n`, `[Service]\nExecReload=${after}\n`),
  )
  test.each([
    '/bin/kill -HUP $MAINPID',
    '/bin/kill -9 $OTHER',
    '/bin/kill -HUP 1',
    '/bin/kill -l',
    '/bin/kill -TERM -- -$MAINPID',
    `/bin/sh -c 'kill -HUP $(cat /run/web.pid)'`,
    '/srv/run kill 4711',
  ])('%s is right, or its own affair', (command) =>
    expect(count(killWithoutMainPid, `ExecStop=${command}`)).toBe(0),
  )
})

describe('a signal by name', () => {
  test.each(['/usr/bin/pkill web', '/usr/bin/killall -s HUP web', `/bin/sh -c 'pkill -PIPE web; true'`])(
    '%s reaches strangers',
    (command) => expect(count(signalByName, `ExecStop=${command}`)).toBe(1),
  )
  test.each(['/usr/bin/pkill -P $MAINPID', '/usr/bin/pkill -HUP -F /run/web.pid', '/srv/pkill-web'])(
    '%s does not',
    (command) => expect(count(signalByName, `ExecStop=${command}`)).toBe(0),
  )
  test('becomes one to the main process', () => {
    checkFix(
      signalByName,
      '[Service]\nExecReload=/usr/bin/pkill -SIGHUP web\n',
      '[Service]\nExecReload=/bin/kill -HUP $MAINPID\n',
    )
    const [finding] = findingsOf(signalByName, '[Service]\nExecReload=/usr/bin/pkill -f -HUP web\n')
    expect(finding?.fixes).toEqual([])
  })
})

describe('a stop that systemd makes by itself', () => {
  test.each(['$MAINPID', '-TERM $MAINPID', `-s TERM \${MAINPID}`, '-SIGTERM $MAINPID', '-15 $MAINPID'])(
    'kill %s can go',
    (words) => expect(count(redundantStop, `ExecStart=/srv/run\nExecStop=/bin/kill ${words}`)).toBe(1),
  )
  test.each(['-QUIT $MAINPID', '-TERM 1', '$MAINPID 2'])('kill %s is another', (words) =>
    expect(count(redundantStop, `ExecStart=/srv/run\nExecStop=/bin/kill ${words}`)).toBe(0),
  )
})
