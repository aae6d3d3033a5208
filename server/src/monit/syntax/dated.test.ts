import { describe, expect, test } from 'vitest'
import { datedPartsOf } from './dated.ts'
import { parseMonit } from './parse.ts'

/** What depends on the version: the text, since when, and from when it is deprecated. */
function dated(text: string) {
  const tree = parseMonit(text)
  const parts = tree.items.flatMap((statement) => datedPartsOf(tree, statement))
  return parts.map(({ start, end, kind, since, deprecated }) => [
    kind,
    text.slice(start, end),
    since ?? `deprecated ${deprecated?.since}`,
  ])
}

describe('what depends on the version', () => {
  test('is a part or a word of the table', () => {
    expect(dated('set limits { execTimeout: 5 s startTimeout: 5 s }')).toEqual([
      ['term', 'execTimeout: 5 s', '5.34'],
      ['term', 'execTimeout', '5.34'],
    ])
    expect(dated('check file f path /f if failed sha256 checksum then ignore')).toEqual([
      ['term', 'sha256', '6.0'],
      ['term', 'ignore', '5.34'],
    ])
  })
  test('is told where it is deprecated', () => {
    expect(dated('check process p pidfile /p mode manual every 5 cycles')).toEqual([
      ['term', 'manual', 'deprecated 6.0'],
      ['term', '5 cycles', 'deprecated 6.0'],
    ])
  })
  test('is a quote that touches the `=`, and steps in a cron expression', () => {
    const text = 'check process p pidfile /p start program="/x" stop program = "/x" every "*/5 * * * *"'
    expect(dated(text)).toEqual([
      ['glued-quote', 'start program="', '5.33'],
      ['cron-step', '"*/5 * * * *"', '6.0'],
    ])
  })
  test('is a repetition without a number, and a socket that is only read', () => {
    expect(dated('check process p pidfile /p if cpu > 5% then exec "/x" repeat every cycle')).toEqual([
      ['term', 'cycle', '5.34'],
    ])
    expect(dated('check process p pidfile /p if cpu > 5% then exec "/x" repeat every 2 cycles')).toEqual([])
    expect(dated('set httpd unixsocket /run/m.sock readonly')).toEqual([['term', 'readonly', '5.30']])
  })
  test('is a name to log in to PostgreSQL with', () => {
    expect(dated('check host h address h if failed port 5432 protocol pgsql username a then alert')).toEqual([
      ['term', 'username a', '5.29'],
    ])
    expect(dated('check host h address h if failed port 80 protocol http username a then alert')).toEqual([])
  })
  test('is a response time, which a ping has had for less long than a port', () => {
    expect(dated('check host h address h if failed ping responsetime < 9 ms then alert')).toEqual([
      ['term', 'responsetime < 9 ms', '5.33'],
    ])
    expect(dated('check host h address h if failed port 80 responsetime < 9 ms then alert')).toEqual([
      ['term', 'responsetime < 9 ms', '5.28'],
    ])
  })
  test('is nothing in what monit always had', () => {
    expect(dated('set daemon 5 check process p pidfile /p if cpu > 80% for 3 cycles then restart')).toEqual(
      [],
    )
  })
})
