import { type Context, expectedIn, planOfStatement, starters } from './expect.ts'
import { lex } from './lexer.ts'
import { LineCounter } from './line-counter.ts'
import { Parser } from './statement-parser.ts'
import { kindNumber } from './token-kinds.ts'
import type { Tokens } from './tokens.ts'
import type { CheckType, Expected, MonitTree, Statement } from './tree.ts'

/** What may come next at a place, and what surrounds it. */
export interface Place {
  /** Terminals that may stand there, those of the statement that is being written first. */
  readonly expected: readonly ExpectedAt[]
  /** The check that the place is in. */
  readonly check: CheckType | undefined
  /** True in a comment, where nothing is expected. */
  readonly isComment: boolean
}

/** A terminal, and where the text begins that it would replace: `total ` too where `total memory` may come. */
export interface ExpectedAt extends Expected {
  readonly from: number
}

/**
 * What may come next at an offset, for completion. The word that the offset touches counts as still being typed; what
 * stands behind the offset doesn't matter.
 */
export function expectedAt(tree: MonitTree, offset: number): Place {
  const isComment = tree.comments.some(({ start, end }) => start < offset && offset <= end)
  const start = freshStart(tree, offset)
  const { expected, check } = expectedBehind(tree.text.slice(start, offset))
  if (isComment) return { expected: [], check, isComment }
  const moved = start === 0 ? expected : expected.map((each) => ({ ...each, from: each.from + start }))
  return { expected: moved, check, isComment }
}

/**
 * Where the last check or `set` begins of which the first word stands whole before an offset: nothing that comes before
 * it has a say in what may come behind it.
 */
function freshStart({ items, tokens }: MonitTree, offset: number): number {
  const fresh = items.findLast(
    ({ kind, first }) => (kind === 'check' || kind === 'global') && tokens.ends[first]! < offset,
  )
  return fresh?.start ?? 0
}

function expectedBehind(text: string): Pick<Place, 'expected' | 'check'> {
  const tokens = lex(text).sink.tokens()
  const last = tokens.count - 2
  const isTyping = last >= 0 && tokens.ends[last] === text.length && isUnfinished(text, tokens, last)
  const target = isTyping ? last : last + 1
  const { context, statement } = surroundings(text, tokens, target)
  const from = isTyping ? tokens.starts[target]! : noiseStart(text, tokens, target)
  const next = withFrom(nextTerminals(text, tokens, statement, context, target), from)
  return {
    expected: [...next, ...longerWords(text, tokens, statement, context, target)],
    check: context === 'top' || context === 'hidden' ? undefined : context,
  }
}

function nextTerminals(
  text: string,
  tokens: Tokens,
  statement: Statement | undefined,
  context: Context,
  target: number,
): readonly Expected[] {
  if (!statement) return starters(context)
  if (statement.first >= target) return starters(context)
  const inside = expectedIn(tokens, statement.first, target, planOfStatement(statement))
  // Behind a mistake nobody knows what the rest of the statement may be; a new line may begin another one.
  if (inside.reached < target) return beginsLine(text, tokens, target) ? starters(context) : []
  return inside.isComplete ? [...inside.expected, ...starters(context)] : inside.expected
}

/** Words of several parts of which the first is already there: `check`, `total`, `not`, `service`, `http`. */
function longerWords(
  text: string,
  tokens: Tokens,
  statement: Statement | undefined,
  context: Context,
  target: number,
): readonly ExpectedAt[] {
  if (target === 0) return []
  const start = tokens.starts[target - 1]!
  const before = `${text.slice(start, tokens.ends[target - 1]).toLowerCase()} `
  if (before.length > 13 || !/^[a-z]+ $/.test(before)) return []
  const words = nextTerminals(text, tokens, statement, context, target - 1).filter(
    ({ term }) => term.kind === 'word' && term.label.toLowerCase().startsWith(before),
  )
  return withFrom(words, start)
}

function withFrom(expected: readonly Expected[], from: number): readonly ExpectedAt[] {
  return expected.map(({ term, within }) => ({ term, within, from }))
}

/** True for a word to which letters may still be added; a text whose quotes are closed is none. */
function isUnfinished(text: string, tokens: Tokens, token: number): boolean {
  const first = text[tokens.starts[token]!]!
  const last = text[tokens.ends[token]! - 1]!
  return !'{}[]:"%'.includes(last) && !(first === "'" && last === "'")
}

/** Where the noise word or the beginning of a word starts that stands right before the end, and is no token. */
function noiseStart(text: string, tokens: Tokens, target: number): number {
  const floor = target > 0 ? tokens.ends[target - 1]! : 0
  let start = text.length
  while (start > floor && /[\w-]/.test(text[start - 1]!)) start--
  return start
}

function beginsLine(text: string, tokens: Tokens, target: number): boolean {
  return target === 0 || text.slice(tokens.ends[target - 1], tokens.starts[target]).includes('\n')
}

const endNumber = kindNumber('END')

/** The statement that holds the token at which something is to come, as far as it was written before it. */
function surroundings(text: string, tokens: Tokens, target: number) {
  const kinds = tokens.kinds.slice(0, target + 2)
  kinds[target] = endNumber
  const parser = new Parser(text, { ...tokens, count: target + 1, kinds }, new LineCounter(text, []))
  parser.parse()
  const last = parser.items.at(-1)
  return { statement: last?.kind === 'unknown' ? undefined : last, context: parser.context }
}
