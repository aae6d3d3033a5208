import { expect, test } from 'vitest'
import { parseWhole } from './parse.ts'
import { parseAgain } from './parse-again.ts'
import { kindOf } from './tokens.ts'
import type { MonitTree } from './tree.ts'

const other = 'check process other matching other\n'

function tokensOf({ tokens, text }: MonitTree): readonly string[] {
  return Array.from({ length: tokens.count }, (_, token) => {
    return `${kindOf(tokens, token)} ${text.slice(tokens.starts[token], tokens.ends[token])}`
  })
}

test.each([
  ['""', `check process a matching a\n  start program = |\n${other}`],
  ["'b c'", `check process a matching a\n  start program = "/bin/a |"\n${other}`],
  ['{ timeout }', `check process a matching a\n  alert a@b |\n${other}`],
])('%s is read without the rest of the file', (typed, marked) => {
  const again = parseAgain(parseWhole(marked.replace('|', '')), marked.replace('|', typed))
  expect(again && tokensOf(again.tree)).toEqual(tokensOf(parseWhole(marked.replace('|', typed)).tree))
})

test.each([
  ["'", `check process a matching a\n  start program = "/bin/a 'b"\n${other}  stop program = "/bin/c|"\n`],
  [
    '"',
    `check host a with address a\n  if failed port 80 protocol http with http headers [A: "b] then alert\n${other}|`,
  ],
  ['"', `set mmonit http://a set mmonit hostgroups [ "a ]\n${other}|`],
  ['@', 'check host a with address a\nif failed url http://a:b\ncheck\tprocess\tc\tmatching|\td\n'],
])('%s may close what began far above', (typed, marked) => {
  const before = parseWhole(marked.replace('|', ''))
  const after = parseWhole(marked.replace('|', typed))
  expect(parseAgain(before, marked.replace('|', typed))).toBeUndefined()
  // It does: what stands above is read in another way.
  expect(tokensOf(after.tree).slice(0, 14)).not.toEqual(tokensOf(before.tree).slice(0, 14))
})
