import { expect, test } from 'vitest'
import { applyEdits } from '../../base/edit.ts'
import { parseUnit } from '../syntax/parse.ts'
import { readValue } from '../syntax/value.ts'
import { removeItem, removeLine } from './list-item.ts'

/** The text after `word` has gone from its first assignment. */
function remove(text: string, word: string): string {
  const tree = parseUnit(text)
  const assignment = tree.sections[0]!.assignments[0]!
  const value = readValue(tree, assignment)
  const from = value.text.indexOf(word)
  return applyEdits(text, [removeItem(assignment, value, { from, to: from + word.length })])
}

test('an item goes with the blanks behind it, the last one with those before it', () => {
  expect(remove('[A]\na=x  y z\n', 'x')).toBe('[A]\na=y z\n')
  expect(remove('[A]\na=x y  z\n', 'y')).toBe('[A]\na=x z\n')
  expect(remove('[A]\na=x y \t z\n', 'z')).toBe('[A]\na=x y\n')
})

test('over continued lines', () => {
  expect(remove('[A]\na=x \\\n  y \\\n  z\nb=1\n', 'x')).toBe('[A]\na=y \\\n  z\nb=1\n')
  expect(remove('[A]\na=x \\\n  y \\\n  z\nb=1\n', 'z')).toBe('[A]\na=x \\\n  y\nb=1\n')
})

test('the only one takes the line along', () => {
  expect(remove('[A]\r\n  a = x\r\nb=1\r\n', 'x')).toBe('[A]\r\nb=1\r\n')
  expect(remove('[A]\na=x', 'x')).toBe('[A]\n')
})

test('a line goes with all its physical lines', () => {
  const text = '[A]\na=x \\\n# why\n  y\nb=1\n'
  const assignment = parseUnit(text).sections[0]!.assignments[0]!
  expect(applyEdits(text, [removeLine(assignment)])).toBe('[A]\nb=1\n')
})
