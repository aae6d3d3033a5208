import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../base/edit.ts'
import { parseUnit } from '../syntax/parse.ts'
import { readValue } from '../syntax/value.ts'
import { commentIn, commentLineAbove, moveComment, withoutComment } from './comment.ts'

function read(text: string) {
  const tree = parseUnit(text)
  const assignment = tree.sections[0]!.assignments[0]!
  return { tree, assignment, value: readValue(tree, assignment) }
}

/** The comment that a value ends in. */
function comment(value: string, parser = 'unit_deps'): string | undefined {
  const { value: read_ } = read(`[A]\na=${value}\n`)
  const part = commentIn(read_, parser)
  return part && read_.text.slice(part.from, part.to)
}

describe('what looks like a comment', () => {
  test.each([
    ['x # y', '# y'],
    ['x\t#y  ', '#y'],
    ['x ## y # z', '## y # z'],
    ["'x # y' # z", '# z'],
    ['x="y # z" # w', '# w'],
    ['x # it’s "not closed', '# it’s "not closed'],
    ['x \\\n  y # z', '# z'],
    ['x # y \\\n  z', '# y'],
  ])('%j', (value, expected) => expect(comment(value)).toBe(expected))

  test.each(['x', 'x#y', '# x', '"x # y"', "--x='y # z'", 'x\\ \\#y', '"never # closed', ''])(
    '%j: nothing',
    (value) => expect(comment(value)).toBeUndefined(),
  )

  test.each(['exec', 'environ'])('for %s a blank must follow', (parser) => {
    expect(comment('x #5 #a', parser)).toBeUndefined()
    expect(comment('x #5 # a', parser)).toBe('# a')
    expect(comment('x #', parser)).toBe('#')
  })
})

test('a value without its comment', () => {
  const without = (text: string) => {
    const { value } = read(`[A]\na=${text}\n`)
    return withoutComment(value, commentIn(value, 'unit_deps')!)
  }
  expect(without('x   # y')).toBe('x')
  expect(without('x # y \\\n  z')).toBe('x    z')
})

describe('moving it', () => {
  const move = (text: string) => {
    const { tree, assignment, value } = read(text)
    return applyEdits(text, moveComment(tree, assignment, value, commentIn(value, 'unit_deps')!))
  }

  test.each([
    ['plain', '[A]\na=x # y\nb=z\n', '[A]\n# y\na=x\nb=z\n'],
    ['indented', '[A]\n \t a = x # y\n', '[A]\n \t # y\n \t a = x\n'],
    ['blanks behind', '[A]\na=x # y  \n', '[A]\n# y\na=x  \n'],
    ['no line break at the end', '[A]\na=x # y', '[A]\n# y\na=x'],
    ['CRLF', '[A]\r\na=x # y\r\nb=z\r\n', '[A]\r\n# y\r\na=x\r\nb=z\r\n'],
    ['last of several lines', '[A]\na=x \\\n  y # z\n', '[A]\n# z\na=x \\\n  y\n'],
    ['first of several lines', '[A]\na=x # y \\\n  z\n', '[A]\n# y\na=x \\\n  z\n'],
    ['a byte order mark in the line', '[A]\n\uFEFFa=x # y\n', '[A]\n# y\na=x\n'],
  ])('%s', (_what, before, after) => expect(move(before)).toBe(after))
})

test('a line above a header', () => {
  const above = (text: string) => {
    const tree = parseUnit(text)
    return applyEdits(text, [commentLineAbove(tree, tree.sections[0]!.header, '# x')])
  }
  expect(above('[A]\n')).toBe('# x\n[A]\n')
  expect(above('\r\n  [A]')).toBe('\r\n  # x\r\n  [A]')
  expect(above('\uFEFF[A]\n')).toBe('# x\n[A]\n')
})
