import { expect, test } from 'vitest'
import { allFindings } from './testing/across.ts'

const files = (comment = '', unit = 'Type=notify') => `-- web.monit --
${comment}check process web matching "web"
  start program = "/usr/bin/systemctl start web"
-- web.service --
[Service]
${unit}
ExecStart=/srv/web/run
`
const rulesOf = (...args: Parameters<typeof allFindings>) => allFindings(...args).map(({ rule }) => rule)
const allow = 'set daemon 30\n# unitwright: allow short-start-timeout\n'

test('a comment in the file silences what comparing finds, and counts as used', () => {
  expect(rulesOf(files())).toContain('short-start-timeout')
  const found = rulesOf(files(allow))
  expect(found).not.toContain('short-start-timeout')
  expect(found).not.toContain('unused-allow')
  expect(found).not.toContain('unknown-rule')
})

test('such a comment is unused only where everything that is compared with is at hand', () => {
  const rules = (literal: string) => rulesOf(literal).includes('unused-allow')
  expect(rules(files(allow, 'Type=simple'))).toBe(true)
  expect(rules(files(allow).replace(/-- web\.service --[\s\S]*/, ''))).toBe(false)
  expect(rules(files(allow).replace('-- web.service --', '-- other.service --'))).toBe(false)
  expect(rules(files(allow, 'Type=simple').replace('/srv/web/run', '/srv/web/bin/puma'))).toBe(false)
})

test('severities are those of the settings', () => {
  expect(rulesOf(files(), { 'short-start-timeout': 'off' })).not.toContain('short-start-timeout')
  const found = allFindings(files(), { 'short-start-timeout': 'error' })
  expect(found.find(({ rule }) => rule === 'short-start-timeout')?.severity).toBe('error')
})

test('findings of both kinds come in the order of the text', () => {
  const found = allFindings(
    files('set daemon 0\n').replace('web"\n--', 'web" as uid "a"\n  if failed port 0 then alert\n--'),
  )
  const starts = found.map(({ span }) => span.start)
  expect(found.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['short-start-timeout', 'no-such-port']),
  )
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
})
