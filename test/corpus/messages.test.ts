import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { explain } from '../../server/src/actions/explain/explain.ts'
import { expected } from './messages.ts'

const recorded: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = JSON.parse(
  readFileSync(new URL('messages.generated.json', import.meta.url), 'utf8'),
)

test('every scene is on record', () => {
  expect(Object.keys(recorded).sort()).toEqual(Object.keys(expected).sort())
})

describe.each(Object.entries(recorded))('%s', (scene, versions) => {
  test.each(Object.entries(versions))('is recognised as systemd %s says it', (_, lines) => {
    // A terminal looks at each line by itself.
    const ids = new Set(lines.flatMap((line) => explain(line).map(({ id }) => id)))
    for (const id of expected[scene]!) expect(ids, lines.join('\n')).toContain(id)
    expect(new Set(explain(lines.join('\n')).map(({ id }) => id))).toEqual(ids)
  })
})
