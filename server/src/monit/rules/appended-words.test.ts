import { describe, expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { appendedWords } from './appended-words.ts'

const web = (rest: string) =>
  `check process web with pidfile /run/web.pid\n  start program = "/srv/run" ${rest}\n`

describe('words behind the closing quote', () => {
  test('become arguments', () =>
    checkRule(
      appendedWords,
      `
check process web with pidfile /run/web.pid
  start program = "/srv/run" as user "deploy"
#                               ^^^^ error: monit does not know 'user' and appends it to the arguments of '/srv/run', which runs as root; did you mean 'uid'?
  stop program = "/srv/halt" now please
#                            ^^^^^^^^^^ warning: monit appends this to the command, as an argument of '/srv/halt'; arguments stand inside the quotes
  if failed port 80 then exec "/srv/tell" with timout 30 seconds
#                                              ^^^^^^ warning: monit does not know 'timout' and appends it to the arguments of '/srv/tell'; did you mean 'timeout'?
`,
    ))
  test.each([
    'as uid "deploy" and gid "deploy" with timeout 30 seconds',
    'as uid deploy\n  group web',
    '<%= user %>',
  ])('%s is none', (rest) => expect(findingsOf(appendedWords, web(rest))).toEqual([]))
})

test.each(['on x', 'uidx', 'be gone'])('%s is near no word that could stand there', (rest) => {
  const [found] = findingsOf(appendedWords, web(rest))
  expect(found?.message).toContain('arguments stand inside the quotes')
  expect(found?.fixes).toEqual([])
})

describe('the fix', () => {
  test('writes the words that monit knows', () =>
    checkFix(appendedWords, web('as user "deploy"'), web('as uid "deploy"')))
  test('writes both', () =>
    checkFix(appendedWords, web('as usr deploy and owner x'), web('as uid deploy and uid x')))
})

describe('a group on the line of a command', () => {
  test('is one of services', () =>
    checkRule(
      appendedWords,
      `
check process web with pidfile /run/web.pid
  start program = "/srv/run" as uid "deploy" and group "deploy"
#                                                ^^^^^ error: this puts the service into a group of services; the command still runs with root's own group; did you mean 'gid'?
`,
    ))
  test('becomes gid', () =>
    checkFix(
      appendedWords,
      web('as uid deploy and group deploy with timeout 9 seconds'),
      web('as uid deploy and gid deploy with timeout 9 seconds'),
    ))
})
