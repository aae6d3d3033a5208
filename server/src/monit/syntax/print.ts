import type { MonitTree } from './tree.ts'

/** The text of a tree, put together from its tokens and what lies between them: `printMonit(parseMonit(t)) === t`. */
export function printMonit(tree: MonitTree): string {
  const { text, tokens } = tree
  let printed = ''
  let at = 0
  for (let token = 0; token < tokens.count; token++) {
    const start = tokens.starts[token]!
    const end = tokens.ends[token]!
    printed += text.slice(at, start) + text.slice(start, end)
    at = end
  }
  return printed
}
