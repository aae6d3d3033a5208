import { expect, test } from 'vitest'
import { applyEdits } from '../../base/edit.ts'
import { parseUnit } from '../syntax/parse.ts'
import { hasBlocks, moveToSection } from './move.ts'

/** The text after the first assignment of `key` has moved. */
function move(text: string, key: string, to: string, name?: string): string {
  const tree = parseUnit(text)
  const assignment = tree.sections.flatMap(({ assignments }) => assignments).find((each) => each.key === key)!
  return applyEdits(text, moveToSection(tree, assignment, to, name))
}

test('behind the last line of a section, before what parts it from the next', () =>
  expect(move('[A]\na=1\n\n# about B\n[B]\nb=2\nc=3\n', 'b', 'A')).toBe(
    '[A]\na=1\nb=2\n\n# about B\n[B]\nc=3\n',
  ))

test('from above to below', () =>
  expect(move('[A]\na=1\nb=2\n\n[B]\nc=3', 'a', 'B')).toBe('[A]\nb=2\n\n[B]\nc=3\na=1\n'))

test('under another name', () =>
  expect(move('[A]\n[B]\n  old = 1 # x\n', 'old', 'A', 'New')).toBe('[A]\nNew = 1 # x\n[B]\n'))

test('the last line of a file without line break', () =>
  expect(move('[A]\na=1\n[B]\nb=2', 'b', 'A')).toBe('[A]\na=1\nb=2\n[B]\n'))

test('a continued line that the file ends in', () =>
  expect(move('[A]\n[B]\nb=2 \\\n  3 \\\n', 'b', 'A')).toBe('[A]\nb=2 \\\n  3 \\\n[B]\n'))

test('a new section at the end, parted by one blank line', () => {
  expect(move('[A]\na=1\nb=2\n', 'a', 'B')).toBe('[A]\nb=2\n\n[B]\na=1\n')
  expect(move('[A]\na=1\nb=2', 'a', 'B')).toBe('[A]\nb=2\n\n[B]\na=1\n')
  expect(move('[A]\na=1\nb=2\n\n', 'a', 'B')).toBe('[A]\nb=2\n\n[B]\na=1\n')
  expect(move('[A]\na=1\n', 'a', 'B')).toBe('[A]\n\n[B]\na=1\n')
  expect(move('[A]\na=1', 'a', 'B')).toBe('[A]\n\n[B]\na=1\n')
})

test('a header that systemd can not read is no place to go', () =>
  expect(move('[A]\na=1\n[B] # x\n', 'a', 'B')).toBe('[A]\n[B] # x\n\n[B]\na=1\n'))

test('CRLF', () => {
  expect(move('[A]\r\na=1\r\n[B]\r\nb=2\r\n', 'b', 'A')).toBe('[A]\r\na=1\r\nb=2\r\n[B]\r\n')
  expect(move('[A]\r\na=1', 'a', 'B')).toBe('[A]\r\n\r\n[B]\r\na=1\r\n')
})

test('lines that are nothing, and blocks of templates, count as lines of the section', () => {
  expect(move('[A]\na=1\njunk\n# c\n[B]\nb=2\n', 'b', 'A')).toBe('[A]\na=1\njunk\nb=2\n# c\n[B]\n')
  expect(move('[A]\n{% if x %}\na=1\n{% endif %}\n\n[B]\nb=2\n', 'b', 'A')).toBe(
    '[A]\n{% if x %}\na=1\n{% endif %}\nb=2\n\n[B]\n',
  )
})

test('a file has blocks where lines are all template', () => {
  expect(hasBlocks(parseUnit('[A]\n{% if x %}\na=1\n{% endif %}\n'))).toBe(true)
  expect(hasBlocks(parseUnit('[A]\na={{ x }}\n'))).toBe(false)
})
