import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { shellSyntax } from './shell-syntax.ts'

const found = (line: string) => findingsOf(shellSyntax, `[Service]\n${line}\n`).length

test('an operator is an argument like any other', () =>
  checkRule(
    shellSyntax,
    `
[Service]
ExecStart=/srv/web/run | /usr/bin/logger
#                      ^ error: no shell reads this line, so '|' is an argument of '/srv/web/run' like any other
`,
  ))

test.each([
  '&&',
  '&&/srv/web/next',
  '||',
  '|',
  '&',
  '>',
  '>>',
  '<',
  '2>&1',
  '2>/dev/null',
  '>/var/log/web.log',
  '&>>',
  '$(cat',
  '`cat',
])('%s is shell syntax', (word) => expect(found(`ExecStart=/srv/web/run ${word} x`)).toBe(1))

test.each([
  "ExecStart=/bin/sh -c 'a && b > c'",
  'ExecStart=/usr/bin/find /srv -name "*.log" -size ">" x',
  'ExecStart=/usr/bin/jq .a>b',
  'ExecStart=/usr/bin/test a -lt b ; /bin/true',
  'ExecStart=/usr/bin/curl http://127.0.0.1/?a&b',
  'Environment=A=b "C=d && e"',
  'ExecStart=source /srv/web/env && /srv/web/run',
])('%s is none', (line) => expect(found(line)).toBe(0))

test('the fix wraps the command, its prefixes left in front', () => {
  checkFix(
    shellSyntax,
    '[Service]\nExecStartPre=-/bin/rm -f /run/a && /bin/true\n',
    "[Service]\nExecStartPre=-/bin/sh -c '/bin/rm -f /run/a && /bin/true'\n",
  )
  checkFix(
    shellSyntax,
    '[Service]\nExecStart=/bin/echo \'a "b"\' > /run/x\n',
    '[Service]\nExecStart=/bin/sh -c "/bin/echo \'a \\"b\\"\' > /run/x"\n',
  )
})

test.each([
  '/srv/web/run &>> /var/log/web.log',
  '/srv/web/run |& /usr/bin/logger',
  '/srv/web/run && source /srv/web/env',
])('what only bash understands is left to bash: %s', (line) =>
  checkFix(shellSyntax, `[Service]\nExecStart=${line}\n`, `[Service]\nExecStart=/bin/bash -c '${line}'\n`),
)
