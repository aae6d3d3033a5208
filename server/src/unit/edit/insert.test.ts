import { expect, test } from 'vitest'
import { applyEdits } from '../../base/edit.ts'
import { parseUnit } from '../syntax/parse.ts'
import { lineBelow } from './insert.ts'

/** The text with `new` below its first assignment. */
function insert(text: string): string {
  const tree = parseUnit(text)
  return applyEdits(text, [lineBelow(tree, tree.sections[0]!.assignments[0]!, 'new')])
}

test('below the last physical line, indented like the first', () => {
  expect(insert('[A]\n\ta=x \\\n  y\nb=1\n')).toBe('[A]\n\ta=x \\\n  y\n\tnew\nb=1\n')
})

test('with the line break of the file, also at an end without one', () => {
  expect(insert('[A]\r\na=x\r\nb=1\r\n')).toBe('[A]\r\na=x\r\nnew\r\nb=1\r\n')
  expect(insert('[A]\na=x')).toBe('[A]\na=x\nnew\n')
})
