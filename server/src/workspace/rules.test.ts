import { describe, expect, test } from 'vitest'
import { applyEdits } from '../base/edit.ts'
import { acrossRules } from './rules/index.ts'
import { findingsBeside } from './testing/across.ts'
import { unitAcrossRules } from './unit-rules/index.ts'

/** What is wrong with another file is not mended in this one. */
const withoutFix: ReadonlySet<string> = new Set(['daemonizing-puma'])

const rules = [...acrossRules, ...unitAcrossRules].map((rule) => [rule.id, rule] as const)

describe.each(rules)('the documentation of %s', (id, rule) => {
  test.each(rule.docs.bad.map((example) => [example]))('a bad example is found: %j', (example) => {
    expect(findingsBeside(example, example.beside ?? []).map((each) => each.rule)).toContain(id)
  })
  test.each(rule.docs.good.map((example) => [example]))('a good example is not: %j', (example) => {
    expect(findingsBeside(example, example.beside ?? []).map((each) => each.rule)).not.toContain(id)
  })
  test.each(rule.docs.bad.map((example) => [example]))('its fixes mend it: %j', (example) => {
    const [finding] = findingsBeside(example, example.beside ?? []).filter((each) => each.rule === id)
    expect(finding!.fixes.length === 0).toBe(withoutFix.has(id))
    for (const fix of finding!.fixes) {
      const text = applyEdits(example.text, fix.edits)
      const left = findingsBeside({ ...example, text }, example.beside ?? [])
      expect(left.map((each) => each.rule)).not.toContain(id)
    }
  })
  test('has a summary that reads on after the id, and says why', () => {
    expect(rule.docs.summary).toMatch(/^[a-z`].*[^.]$/)
    expect(rule.docs.why.length).toBeGreaterThan(40)
    expect(rule.docs.refs.length).toBeGreaterThan(0)
  })
})

test.each([[acrossRules], [unitAcrossRules]])('ids are unique, in order, and name a pattern', (some) => {
  const ids = some.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)].sort())
  for (const id of ids) expect(id).toMatch(/^[a-z]+[a-z0-9]*(-[a-z0-9]+)*$/)
})
