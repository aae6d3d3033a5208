import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMonit } from '../../server/src/monit/document.ts'
import { parseMonit } from '../../server/src/monit/syntax/parse.ts'
import { expectedAt } from '../../server/src/monit/syntax/place.ts'
import { printMonit } from '../../server/src/monit/syntax/print.ts'
import type { MonitTree, Node } from '../../server/src/monit/syntax/tree.ts'
import { mutatedControlFile, wordSalad } from './control-files.ts'
import { growsInProportion } from './duration.ts'
import { runs } from './runs.ts'
import { anyString } from './texts.ts'

const many = runs(1000)

describe.each([
  ['any string', anyString],
  ['words of the language', wordSalad],
  ['mutated control files', mutatedControlFile],
])('parsing %s', (_, texts) => {
  test('loses nothing', () => {
    fc.assert(
      fc.property(texts, (text) => printMonit(parseMonit(text)) === text),
      many,
    )
  })

  test('makes tokens, statements and parts that lie in order within each other', () => {
    fc.assert(
      fc.property(texts, (text) => checkTree(parseMonit(text))),
      many,
    )
  })

  test('never throws, nor does reading the model or asking what comes next', () => {
    fc.assert(
      fc.property(texts, fc.nat({ max: 500 }), (text, some) => {
        const document = readMonit(text, 'monitrc')
        for (const { expected } of document.tree.problems.filter(({ kind }) => kind === 'unexpected') as {
          expected: readonly unknown[]
        }[]) {
          expect(Array.isArray(expected)).toBe(true)
        }
        const offset = Math.min(some, text.length)
        for (const { from } of expectedAt(document.tree, offset).expected) {
          expect(from).toBeLessThanOrEqual(offset)
        }
      }),
      runs(300),
    )
  })
})

function checkTree({ text, tokens, items, problems }: MonitTree): void {
  let at = 0
  for (let token = 0; token < tokens.count; token++) {
    expect(tokens.starts[token]).toBeGreaterThanOrEqual(at)
    expect(tokens.ends[token]).toBeGreaterThanOrEqual(tokens.starts[token]!)
    at = tokens.ends[token]!
  }
  expect(at).toBe(text.length)
  let next = 0
  for (const { first, after, node } of items) {
    expect(first).toBe(next)
    expect(after).toBeGreaterThan(first)
    if (node) checkNode(node, first, after)
    next = after
  }
  expect(next).toBe(tokens.count - 1)
  const starts = problems.map(({ span }) => span.start)
  expect(starts).toEqual(starts.toSorted((one, other) => one - other))
}

function checkNode(node: Node, from: number, to: number): void {
  expect(node.first).toBeGreaterThanOrEqual(from)
  expect(node.after).toBeLessThanOrEqual(to)
  let at = node.first
  for (const child of node.children) {
    checkNode(child, at, node.after)
    at = child.after
  }
}

const hostile = [
  ...['{', '"', "'", 'a:', 'a@', '\\ ', '::', '1:', '%', '<%', '{{', '{% ', '@a', '#', '\n'],
  ...[
    'if ',
    'else if ',
    'then ',
    'set ',
    'check a b ',
    'check process x matching y if ',
    'if not ',
    'every ',
  ],
  ...[
    'start "',
    "check process '",
    'http://a:',
    'http://a@',
    'depends on a,\n',
    'group "',
    'from: ',
    'include "',
  ],
  ...[
    'hostgroups "',
    'http headers [a:"',
    "http headers [a:'",
    'message:',
    'set mailserver a ',
    'cpu (',
    'alert ',
    'a ',
  ],
  ...['# unitwright: allow a\n', 'set daemon 3\n# unitwright: allow a\n', 'check x\n# unitwright: allow a\n'],
]

test.each(hostile)('%j again and again takes time in proportion', (piece) => {
  expect(growsInProportion((times) => readMonit(piece.repeat(times), 'monitrc'), 2500)).toBe(true)
})
