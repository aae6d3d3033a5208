import { describe, expect, test } from 'vitest'
import { findingsOf } from '../testing/check.ts'
import { monitRules } from './index.ts'

describe.each(monitRules.map((rule) => [rule.id, rule] as const))('the documentation of %s', (_, rule) => {
  test.each(rule.docs.bad.map((example) => [example]))('a bad example is found: %j', (example) => {
    expect(findingsOf(rule, example.text, example)).not.toEqual([])
  })
  test.each(rule.docs.good.map((example) => [example]))('a good example is not: %j', (example) => {
    expect(findingsOf(rule, example.text, example)).toEqual([])
  })
  test('has a summary that reads on after the id, and says why', () => {
    expect(rule.docs.summary).toMatch(/^[a-z`].*[^.]$/)
    expect(rule.docs.why.length).toBeGreaterThan(40)
    expect(rule.docs.refs.length).toBeGreaterThan(0)
  })
})

test('ids are unique, in order, and name a pattern', () => {
  const ids = monitRules.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)].sort())
  for (const id of ids) expect(id).toMatch(/^[a-z]+[a-z0-9]*(-[a-z0-9]+)*$/)
})
