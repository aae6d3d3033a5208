import { planOfStatement } from './expect.ts'
import { type Meaning, Tracer } from './machine.ts'
import { tokenAfter } from './tokens.ts'
import { type MonitTree, type Statement, statementAt } from './tree.ts'

/**
 * What each token of a statement is: the terminal of the table that took it, with its documentation and versions, and
 * the named parts that it stands in. Tokens behind a mistake have none.
 */
export function meaningsOf(tree: MonitTree, statement: Statement): ReadonlyMap<number, Meaning> {
  const tracer = new Tracer(tree.tokens.kinds, statement.first)
  tracer.run(planOfStatement(statement))
  return tracer.meanings
}

/** What the word at an offset is, and which token it is; undefined on trivia such as noise words and comments. */
export function meaningAt(
  tree: MonitTree,
  offset: number,
): { readonly token: number; readonly meaning: Meaning; readonly statement: Statement } | undefined {
  const token = tokenAfter(tree.tokens, offset)
  const statement = statementAt(tree, offset)
  if (!statement || statement.kind === 'unknown' || tree.tokens.starts[token]! > offset) return undefined
  const meaning = meaningsOf(tree, statement).get(token)
  return meaning && { token, meaning, statement }
}
