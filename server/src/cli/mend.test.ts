import { expect, test } from 'vitest'
import type { Diagnostic } from '../base/diagnostic.ts'
import { mend } from './mend.ts'

/** Finds every `from` and offers to write `to`. */
function finder(rule: string, from: string, to: string, safe: boolean) {
  return (text: string): Diagnostic[] =>
    [...text.matchAll(new RegExp(from, 'g'))].map(({ index }) => {
      const span = { start: index, end: index + from.length }
      const fixes = [{ title: `write ${to}`, safe, edits: [{ span, newText: to }] }]
      return { rule, kind: 'verdict', severity: 'warning', span, message: rule, fixes }
    })
}

const lint = (text: string) => [
  ...finder('first', 'a', 'b', true)(text),
  ...finder('second', 'bb', 'c', true)(text),
  ...finder('guess', 'x', 'y', false)(text),
]

test('tells which findings were mended, in the text each one was found in', () => {
  const { text, mended } = mend('aax', lint, false)
  expect(text).toBe('cx')
  expect(mended.map(({ finding, text: before }) => [finding.rule, before])).toEqual([
    ['first', 'aax'],
    ['first', 'aax'],
    ['second', 'bbx'],
  ])
})

test('suggestions are applied on demand only', () => {
  expect(mend('x', lint, false)).toEqual({ text: 'x', mended: [] })
  expect(mend('x', lint, true)).toMatchObject({ text: 'y', mended: [{ finding: { rule: 'guess' } }] })
})

test('of two findings whose fixes collide the second waits, and is not counted twice', () => {
  const both = (text: string) => [
    ...finder('one', 'ab', 'c', true)(text),
    ...finder('other', 'ab', 'd', true)(text),
  ]
  expect(mend('ab', both, false)).toMatchObject({ text: 'c', mended: [{ finding: { rule: 'one' } }] })
})

test('of fixes that undo each other only what was applied counts', () => {
  const quarrel = (text: string) => [
    ...finder('one', 'a', 'b', true)(text),
    ...finder('other', 'b', 'a', true)(text),
  ]
  const { text, mended } = mend('a', quarrel, false)
  expect({ text, mended: mended.map(({ finding }) => finding.rule) }).toEqual({ text: 'b', mended: ['one'] })
})
