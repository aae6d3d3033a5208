import { describe, expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { cdAsProgram } from './cd-as-program.ts'
import { misspeltMainPid } from './misspelt-main-pid.ts'
import { needlessWrapper } from './needless-wrapper.ts'
import { percentInDate } from './percent-in-date.ts'
import { redundantStop } from './redundant-stop.ts'
import type { UnitRule } from './rule.ts'
import { variableAsProgram } from './variable-as-program.ts'

const count = (rule: UnitRule, lines: string) => findingsOf(rule, `[Service]\n${lines}\n`).length

describe('cd', () => {
  test('is no program', () =>
    checkRule(
      cdAsProgram,
      `
[Service]
ExecStart=cd /srv/web && /usr/bin/bundle exec puma
#         ^^ error: 'cd' is no program but part of a shell; set WorkingDirectory= instead
`,
    ))
  test('becomes WorkingDirectory=, where there is none yet', () => {
    const line = 'ExecStart=cd /srv/web && /usr/bin/bundle exec puma\n'
    checkFix(
      cdAsProgram,
      `[Service]\n${line}`,
      '[Service]\nWorkingDirectory=/srv/web\nExecStart=/usr/bin/bundle exec puma\n',
    )
    const [finding] = findingsOf(cdAsProgram, `[Service]\nWorkingDirectory=/srv\n${line}`)
    expect(finding?.fixes).toEqual([])
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
