import { describe, expect, test } from 'vitest'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { percentInFormat as rule } from './percent-in-format.ts'

const count = (line: string) => findingsOf(rule, `[Service]\n${line}\n`).length

describe('a format', () => {
  test.each([
    ['ExecStart=/bin/sh -c \'printf "%s %d\\n" a\'', 'ExecStart=/bin/sh -c \'printf "%%s %%d\\n" a\''],
    ["ExecStart=/usr/bin/printf '%s of %i' a", "ExecStart=/usr/bin/printf '%%s of %i' a"],
    ["ExecStart=/usr/bin/find /srv -printf '%T@ %p'", "ExecStart=/usr/bin/find /srv -printf '%%T@ %%p'"],
    ['ExecStart=/usr/bin/stat -c %U /srv', 'ExecStart=/usr/bin/stat -c %%U /srv'],
    ['ExecStart=/usr/bin/stat -L --format=%s %h', 'ExecStart=/usr/bin/stat -L --format=%%s %h'],
    ['ExecStart=/usr/bin/git -C /srv log --format=%H', 'ExecStart=/usr/bin/git -C /srv log --format=%%H'],
    [
      `ExecStart=/srv/run --log '%h %l %u %t "%r" %>s %b' --name %n`,
      `ExecStart=/srv/run --log '%%h %%l %%u %%t "%%r" %>s %%b' --name %n`,
    ],
    ['Environment=URL=redis://:p%C3%BC@host/1', 'Environment=URL=redis://:p%%C3%%BC@host/1'],
  ])('%s is doubled', (before, after) => {
    const lines = before.startsWith('Env') ? 'ExecStart=/srv/run\n' : ''
    checkFix(rule, `[Service]\n${lines}${before}\n`, `[Service]\n${lines}${after}\n`)
  })
  test.each([
    'ExecStart=/bin/sh -c \'printf "%%s" %n\'',
    'ExecStart=/bin/sh -c \'printf "%i"\'',
    "ExecStart=/bin/sh -c 'printf %d/secret'",
    "ExecStart=/srv/bin/gunicorn --access-logformat '%(h)s %(l)s' a",
    "ExecStart=/usr/bin/curl -w '%{http_code}' http://localhost",
    'ExecStart=/usr/bin/stat %h/x',
    'ExecStart=/srv/run --half 50% --name %n',
    'ExecStart=/srv/run --log %L/%N.log http://%H:80/%i',
    'Environment=URL=file://%E/web',
    '# http://a/%C3',
  ])('%s is fine', (line) => expect(count(line)).toBe(0))
})

test('says what would stand there', () =>
  checkRule(
    rule,
    `
[Service]
ExecStart=/usr/bin/stat -c %U /srv
#                          ^^ error: systemd puts its own meaning in for '%U' first: the number of the user that runs the manager, whatever User= says; write '%%U'
`,
  ))

test('is said by one rule', () => {
  const rules = allFindings(
    `[Service]\nUser=deploy\nExecStart=/srv/run --log '%h %l %u %t'\nExecStartPre=/srv/a --log x/%Y-%m-%d\n`,
    { instance: 'system' },
  ).map((finding) => finding.rule)
  expect(rules).toEqual(['percent-in-format', 'percent-in-date'])
})
