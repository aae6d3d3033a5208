import { describe, expect, test } from 'vitest'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { unclosedQuote } from './unclosed-quote.ts'

const web = (rest: string) => `check process web with pidfile /run/web.pid\n  start program = ${rest}\n`

describe('a single quote', () => {
  test('takes all up to the next one', () =>
    checkRule(
      unclosedQuote,
      `
check process web with pidfile /run/web.pid
  start program = "/bin/bash -c 'run a" with timeout 60 seconds
#                               ^ error: this single quote is not closed before the double one; monit takes all up to the next one, on the next line, into the command
  stop program = "/bin/bash -c 'run b'"
  if cpu > 80% then alert
`,
    ))
  test('stays where there is no other', () =>
    checkRule(
      unclosedQuote,
      `
check process web with pidfile /run/web.pid
  start program = "/bin/bash -c 'run a"
#                               ^ error: this single quote is not closed, so monit splits what follows at blanks and keeps the quote
  if cpu > 80% then alert
`,
    ))
  test.each([
    '"/bin/bash -c \'echo "a"\n  echo "b"\'"',
    '"/bin/bash -c \'a\n  b\'"',
    '"/bin/echo \'a"b\'"',
    '"/bin/echo \'a\'b"',
    '"/bin/echo \'<%= a %>"\n stop = "/bin/echo \'b\'"',
  ])('%s is closed, or nobody knows', (rest) => expect(findingsOf(unclosedQuote, web(rest))).toEqual([]))
  test('is closed by the fix', () =>
    checkFix(
      unclosedQuote,
      web('"/bin/sh -c \'run a" as uid nobody and gid nogroup\n  stop = "/bin/sh -c \'run b\'"'),
      web('"/bin/sh -c \'run a\'" as uid nobody and gid nogroup\n  stop = "/bin/sh -c \'run b\'"'),
    ))
})

describe('a double quote', () => {
  test('takes the next command', () =>
    checkRule(
      unclosedQuote,
      `
check process web with pidfile /run/web.pid
  start program = "/srv/web/run
#                 ^ error: this double quote is not closed; monit takes all up to the next one into the command
  stop program = "/srv/web/halt
`,
    ))
  test('is closed by the fix', () =>
    checkFix(
      unclosedQuote,
      web('"/srv/web/run\n  if cpu > 80% then exec "/bin/true'),
      web('"/srv/web/run"\n  if cpu > 80% then exec "/bin/true'),
    ))
  test('is told of by monit where another one is left over', () =>
    expect(
      allFindings(web('"/srv/web/run\n  stop program = "/srv/web/halt"'))
        .filter(({ span, rule }) => span.start > 0 && /quote|syntax/.test(rule))
        .map(({ rule, span }) => [rule, span.start]),
    ).toEqual([['monit-syntax', web('').length - 1]]))
  test('takes all that follows where there is no other', () => {
    checkRule(
      unclosedQuote,
      `
check process web with pidfile /run/web.pid
  start program = "/srv/web/run with timeout 60 seconds
#                 ^ error: this double quote is not closed; monit takes all up to the end of the file into the command
  if cpu > 80% then alert
`,
    )
    checkFix(
      unclosedQuote,
      web('"/srv/web/run with timeout 60 seconds\n  if cpu > 80% then alert'),
      web('"/srv/web/run" with timeout 60 seconds\n  if cpu > 80% then alert'),
    )
  })
  test('may be one that a template prints', () =>
    expect(findingsOf(unclosedQuote, web('"/srv/<%= command %>'))).toEqual([]))
  test('may be one too many', () =>
    expect(findingsOf(unclosedQuote, web('""/srv/run"\n  stop program = "/srv/halt"'))).toEqual([]))
  test('may stand lines below', () =>
    expect(findingsOf(unclosedQuote, web('"/srv/web/run\n    --start\n    stop"'))).toEqual([]))
})
