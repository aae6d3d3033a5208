import { describe, expect, test } from 'vitest'
import type { RuleSettings } from '../../base/settings.ts'
import { readMonit } from '../document.ts'
import { lintMonit } from '../lint.ts'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { monitSyntax } from './monit-syntax.ts'
import { nestedQuotes } from './nested-quotes.ts'

const web = (rest: string) => `check process web with pidfile /run/web.pid\n  start program = ${rest}\n`

test('a second double quote ends the command', () =>
  checkRule(
    nestedQuotes,
    `
check process web with pidfile /run/web.pid
  start program = "/bin/bash -c "cd /srv/web && ./run""
#                               ^ error: this double quote ends the command, and what follows is no longer quoted; use single quotes inside
  stop program = "/bin/bash -c \\"./halt\\""
#                              ^^ error: a backslash does not hide a double quote from monit: the command ends here; use single quotes inside
`,
  ))

test.each([
  '"/srv/run" as uid "deploy" and gid "deploy"',
  '"/srv/run "as uid deploy',
  '"/srv/run a=" # a "comment"',
  '"/srv/run \'a "b" c\'"',
  '"/srv/run"with timeout 30 seconds',
])('%s has none', (rest) => expect(findingsOf(nestedQuotes, web(rest))).toEqual([]))

test('the fix writes single quotes', () =>
  checkFix(
    nestedQuotes,
    web('"/bin/bash -c "cd /srv && ./run"" as uid "deploy" and gid "deploy"'),
    web('"/bin/bash -c \'cd /srv && ./run\'" as uid "deploy" and gid "deploy"'),
  ))
test('the fix takes backslashes away', () =>
  checkFix(
    nestedQuotes,
    web('"/bin/bash -c \\"cd /srv; ./run\\" web"'),
    web('"/bin/bash -c \'cd /srv; ./run\' web"'),
  ))
test.each([
  '"/bin/bash -c "echo \'a\' b""',
  '"/bin/bash -c "cd /srv" as uid "deploy"',
  '"/bin/bash \'x\' "a b""',
])('there is no fix for %s', (rest) => {
  const found = allFindings(web(rest)).filter(({ rule }) => /^(?:nested-quotes|monit-syntax)$/.test(rule))
  expect(found[0]?.fixes).toEqual([])
})

describe('where monit says something itself', () => {
  const refused = web('"/bin/bash -c \\"if true; then ./run; fi\\""')
  const rulesAt = (settings: RuleSettings) =>
    lintMonit(readMonit(refused, 'monitrc'), { version: '6.0.0' }, settings, () => [])
      .filter(({ span }) => refused.slice(span.start, span.end) === '\\"')
      .map(({ rule }) => rule)
  test('once is enough', () => expect(rulesAt({})).toEqual(['monit-syntax']))
  test('and this is said where that is not wanted', () =>
    expect(rulesAt({ 'monit-syntax': 'off' })).toEqual(['nested-quotes']))
  test('the fix is the same', () =>
    checkFix(monitSyntax, refused, web('"/bin/bash -c \'if true; then ./run; fi\'"')))
})

describe('single quotes within single quotes', () => {
  test('end the script', () =>
    checkRule(
      nestedQuotes,
      `
check process web with pidfile /run/web.pid
  start program = "/bin/su - deploy -c 'curl -d '{"a":1}' http://a'"
#                                               ^ error: this single quote ends what the one before it began, and another argument follows; use double quotes inside
  stop program = "/bin/bash -c 'ps aux | awk '{print $2}' | xargs kill'"
#                                            ^ error: this single quote ends what the one before it began, and another argument follows; use double quotes inside
`,
    ))
  test('are told once', () =>
    expect(
      allFindings(web(`"/bin/bash -c 'kill \`ps|awk -F" " '{print $2}'\`'"`), { file: 'web.monit' }).map(
        ({ rule }) => rule,
      ),
    ).toEqual(['nested-quotes']))
  test.each([
    `"/bin/bash -c 'ps | awk "{print \\$2}"'"`,
    `"/bin/bash -c 'a' 'b'"`,
    `"/bin/bash -c 'a' "`,
    `"/srv/run --opt='a'"`,
    `"/bin/bash -c 'a'<%= redirection %>"`,
  ])('%s has none', (rest) =>
    expect(findingsOf(nestedQuotes, web(rest), { file: 'web.monit.erb' })).toEqual([]),
  )
  test('the fix keeps the dollar from the shell', () =>
    checkFix(
      nestedQuotes,
      web(`"/bin/sh -c 'ps ax | awk '/web/ {print $1}' | xargs kill'"`),
      web(`"/bin/sh -c 'ps ax | awk "/web/ {print \\$1}" | xargs kill'"`),
    ))
  test.each([
    `"/bin/sh -c 'kill \`ps | awk '{print $2}'\`'"`,
    `"/bin/sh -c 'test '$(cat /run/a)' = b'"`,
    `"/bin/sh -c 'a 'b' c 'd' e'"`,
    `"/bin/sh -c 'a '\\n''"`,
  ])('%s has no fix', (rest) => expect(findingsOf(nestedQuotes, web(rest))[0]?.fixes).toEqual([]))
})
