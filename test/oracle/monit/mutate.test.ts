import { expect, test } from 'vitest'
import { random } from '../mutate.ts'
import { minimise } from './minimise.ts'
import { makeMutation, materialOf, piecesOf } from './mutate.ts'
import { goodSnippets, readSnippets } from './snippets.ts'

const texts = goodSnippets(readSnippets())

test('pieces tile the text', () => {
  for (const text of [...texts, `a"b 'c\n#"`]) expect(piecesOf(text).join('')).toBe(text)
})

test('the same seed makes the same files, another one others', () => {
  const material = materialOf(texts)
  const make = (seed: number) => {
    const next = random(seed)
    return Array.from({ length: 20 }, () => makeMutation(material, next))
  }
  expect(make(1)).toEqual(make(1))
  expect(make(1)).not.toEqual(make(2))
})

test('a file is taken apart into globals and checks, and these into statements', () =>
  expect(
    materialOf(['set daemon 5\ncheck file a path /a\n  group b\n  if changed size then alert\n']),
  ).toEqual({
    blocks: ['set daemon 5\n', 'check file a path /a\n  group b\n  if changed size then alert\n'],
    statements: ['set daemon 5\n', 'check file a path /a\n  ', 'group b\n  ', 'if changed size then alert\n'],
  }))

test('a text shrinks to what its property needs', async () => {
  const text = 'set daemon 5\ncheck file a path /a\n  if changed size then alert\ncheck fifo b path /b\n'
  const small = await minimise(text, async (candidates) =>
    candidates.map((each) => each.includes('size') && each.includes('fifo')),
  )
  expect(small).toBe('sizefifo')
})
