import { expect, test } from 'vitest'
import { applyEdits } from '../../../server/src/base/edit.ts'
import { monitRules } from '../../../server/src/monit/rules/index.ts'
import { allFindings } from '../../../server/src/monit/testing/check.ts'
import { describeUnless } from '../../reporting/describe-unless.ts'
import { modelOf } from './model.ts'
import { askMonit, monitsToAsk } from './run-monit.ts'
import { readSnippets } from './snippets.ts'

const monits = monitsToAsk()
const noMonit = monits.length === 0 ? 'there is no monit on this machine' : undefined
const app = 'check process app with pidfile /run/app.pid\n'
const host = 'check host shop with address 192.0.2.1\n'

interface Fixed {
  readonly rule: string
  readonly title: string
  readonly text: string
  /** Errors that we still find ourselves. */
  readonly errors: number
}

/** What all fixes of our verdicts make of a text, each alone. */
function fixedTexts(text: string, monitVersion: string): readonly Fixed[] {
  return allFindings(text, { monitVersion })
    .filter(({ kind }) => kind === 'verdict')
    .flatMap(({ rule, fixes }) =>
      fixes.map(({ title, edits }) => {
        const after = applyEdits(text, edits)
        return { rule, title, text: after, errors: errorsIn(after, monitVersion) }
      }),
    )
}

function errorsIn(text: string, monitVersion: string): number {
  return allFindings(text, { monitVersion }).filter(
    ({ kind, severity }) => kind === 'verdict' && severity === 'error',
  ).length
}

describeUnless(noMonit, 'the monit here', () => {
  test.for(monits)('takes what our fixes of its verdicts make: $version', async (monit) => {
    const examples = monitRules.flatMap(({ docs }) => docs.bad.map(({ text }) => text))
    const fixed = [...readSnippets().values(), ...examples].flatMap((text) => fixedTexts(text, monit.version))
    // Where another mistake is left, we say so too.
    const whole = fixed.filter(({ errors }) => errors === 0)
    const verdicts = await askMonit(
      monit,
      whole.map(({ text }) => text),
    )
    const refused = whole.flatMap(({ rule, title, text }, index) =>
      verdicts[index]!.outcome === 'accepted' ? [] : [{ rule, title, text, said: verdicts[index]!.messages }],
    )
    expect(refused).toEqual([])
    expect(whole.length).toBeGreaterThan(50)
  })

  const meanings: readonly (readonly [text: string, meaning: string])[] = [
    [`${app}  if cpu>80% then restart\n`, 'CPU usage limit = if greater than 80.0% then restart'],
    [`${app}  if memory > 800MB then restart\n`, 'Memory amount limit = if greater than 800 MB then restart'],
    [`${app}  if memory > 1,5 GB then alert\n`, 'Memory amount limit = if greater than 1.5 GB then alert'],
    [
      `${app}  start program = "/bin/true a" with timeout 2 minutes\n`,
      "Start program = '/bin/true a' timeout 2 m",
    ],
    [
      `${app}  start program = "/bin/true" with timeout 40 seconds as uid root\n`,
      "Start program = '/bin/true' as uid 0 timeout 40 s",
    ],
    [`${app}  start program = '/bin/true a b'\n`, "Start program = '/bin/true a b' timeout 30 s"],
    [
      `${app}  start program = "/bin/true\n  stop program = "/bin/false"\n`,
      "Start program = '/bin/true' timeout 30 s\nStop program = '/bin/false'",
    ],
    [
      `${app}  start program = "/bin/sh -c "if true; then ./a; fi"" with timeout 9 seconds\n`,
      "Start program = '/bin/sh -c if true; then ./a; fi' timeout 9 s",
    ],
    [`${app}  start program = /bin/true a b\n`, "Start program = '/bin/true a b' timeout 30 s"],
    [`${app}  if cpu > 80% then restart and alert\n`, 'CPU usage limit = if greater than 80.0% then restart'],
    [`${app}  if cpu > 80% for 90 cycles then alert\n`, 'for 64 cycles then alert'],
    [`${host}  if failed protocol http port 8080 then alert\n`, '[192.0.2.1]:8080 type TCP/IP protocol HTTP'],
    [`${host}  if failed port 80 for 3 cycles retry 4 then alert\n`, 'for 3 cycles then alert'],
    [host, 'Ping = if failed'],
    [`set daemon 2 minutes\n`, 'Poll time = 120 seconds'],
    [`set httpd port 2812 allow admin:pa(ss\n`, 'httpd auth. style = Basic Authentication'],
    [`${app}  every 30 minutes\n`, 'Every = Check service every 0,30 * * * *'],
    ['check process app with matching "*gunicorn"\n', 'Match = .*gunicorn'],
  ]
  test.for(meanings)('reads our fix of %j as %j', ([text, meaning]) => {
    for (const monit of monits) {
      const fix = allFindings(text, { monitVersion: monit.version }).find(
        ({ kind, fixes }) => kind === 'verdict' && fixes.length > 0,
      )?.fixes[0]
      expect(fix, 'a fix').toBeDefined()
      const model = modelOf(monit, applyEdits(text, fix!.edits)).join('\n').replace(/ +/g, ' ')
      expect(model).toContain(meaning)
    }
  })
})
