import type { Span } from '../../base/span.ts'
import { templateTags } from '../../base/template-tags.ts'
import { plans } from './expect.ts'
import { readUntil } from './lexer.ts'
import { LineCounter, type LineShift } from './line-counter.ts'
import { Parser } from './statement-parser.ts'
import { TokenSink } from './token-sink.ts'
import type { Tokens } from './tokens.ts'
import type { Include, MonitTree, Node, Statement } from './tree.ts'
import type { UnexpectedToken } from './unexpected.ts'

/** A tree, and what it takes to make that of a text out of it which differs in one place. */
export interface Parsed {
  readonly tree: MonitTree
  readonly lineShifts: readonly LineShift[]
  /** The problems of the tree; undefined where the lexer has some of its own, or looked for the end of something in vain. */
  readonly unexpected: readonly UnexpectedToken[] | undefined
}

/** The part of two texts in which they differ: all before `start` is the same, and all behind the two ends. */
interface Change {
  readonly start: number
  readonly oldEnd: number
  readonly newEnd: number
}

/** The part of the tokens that is read anew: it begins with a check and ends before one, or at the end of the file. */
interface Gap {
  readonly first: number
  readonly oldAfter: number
  readonly sink: TokenSink
}

/**
 * Parses a text that differs from another one in one place, and keeps what is the same. Nothing that stands before a
 * check has a say in how the check is read, so only the checks around the place are read anew.
 * @returns undefined where more may have changed, and the whole text has to be parsed
 */
export function parseAgain(old: Parsed, text: string): Parsed | undefined {
  const { tree, unexpected } = old
  if (!unexpected || tree.tags.length > 0) return undefined
  const change = changeBetween(tree.text, text)
  const first = checkBefore(tree.tokens, change.start)
  if (first === -1 || templateTags(text).length > 0) return undefined
  const gap = readGap(tree.tokens, first, change, text)
  return gap && join(old, unexpected, gap, text)
}

function changeBetween(before: string, after: string): Change {
  const most = Math.min(before.length, after.length)
  const start = sameFor(most, (from, to) => before.slice(from, to) === after.slice(from, to))
  const behind = sameFor(
    most - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) ===
      after.slice(after.length - to, after.length - from),
  )
  return { start, oldEnd: before.length - behind, newEnd: after.length - behind }
}

/** For how long two texts are the same; pieces are compared, which is many times as fast as characters. */
function sameFor(most: number, isSame: (from: number, to: number) => boolean): number {
  let at = 0
  for (let step = 4096; step >= 1; step >>= 1) {
    while (at + step <= most && isSame(at, at + step)) at += step
  }
  return at
}

function isCheck(tokens: Tokens, token: number): boolean {
  return plans().heads.first[tokens.kinds[token]!] === 1
}

/** The last token that begins a check and ends before an offset; -1 where there is none. */
function checkBefore(tokens: Tokens, offset: number): number {
  let token = tokens.count - 2
  while (token >= 0 && !(tokens.ends[token]! < offset && isCheck(tokens, token))) token--
  return token
}

/** Of more tokens than these it is quicker to read the whole text at once. */
const mostTokens = 4000

/**
 * Cuts the changed part anew, up to a check that the lexer comes to as it did before.
 * @returns undefined where there is too much of it, or what the lexer can't read, or can't find the end of
 */
function readGap(tokens: Tokens, first: number, { oldEnd, newEnd }: Change, text: string): Gap | undefined {
  const end = tokens.count - 1
  const by = newEnd - oldEnd
  let at = tokens.starts[first]!
  const sink = new TokenSink(text, false, newEnd - at)
  const isLost = () => sink.problems.length > 0 || sink.hasOpenEnd || sink.count > mostTokens
  for (let token = first + 1; token < end && !isLost(); token++) {
    const start = tokens.starts[token]!
    if (start < oldEnd || start + by < at || !isCheck(tokens, token)) continue
    at = readUntil(sink, at, start + by)
    if (at === start + by) return isLost() ? undefined : { first, oldAfter: token, sink }
  }
  if (isLost()) return undefined
  readUntil(sink, at, text.length)
  return isLost() ? undefined : { first, oldAfter: end, sink }
}

function join(
  { tree, lineShifts }: Parsed,
  unexpected: readonly UnexpectedToken[],
  gap: Gap,
  text: string,
): Parsed {
  const { first, oldAfter, sink } = gap
  const start = tree.tokens.starts[first]!
  const oldEnd = tree.tokens.starts[oldAfter]!
  const by = text.length - tree.text.length
  const after = first + sink.count
  const moved = after - oldAfter
  const tokens = joinTokens(tree.tokens, gap, by)
  const shifts = [
    ...lineShifts.filter(({ at }) => at <= start),
    ...sink.lineShifts,
    ...lineShifts.filter(({ at }) => at > oldEnd).map((shift) => ({ ...shift, at: shift.at + by })),
  ]
  const lines = new LineCounter(text, shifts)
  const parser = new Parser(text, tokens, lines, first)
  parser.parse(after)
  const itemsBefore = tree.items.slice(0, itemFrom(tree.items, first))
  const keptBehind = tree.items.slice(itemFrom(tree.items, oldAfter))
  const itemsBehind = keptBehind.map((item) => movedItem(item, by, moved))
  // Of a statement that lacks its end the token is the first of the next one.
  const placeOf = ({ token, statement }: UnexpectedToken) => statement?.first ?? token
  const problemsBehind = unexpected
    .filter((problem) => placeOf(problem) >= oldAfter)
    .map((problem) => {
      const span = movedSpan(problem.span, by)
      const item = problem.statement && itemFrom(keptBehind, problem.statement.first)
      const statement = item === undefined ? undefined : itemsBehind[item]
      return problem.at({ span, token: problem.token + moved, statement, line: lines.lineAt(span.end) })
    })
  const problems = [
    ...unexpected.filter((problem) => placeOf(problem) < first),
    ...parser.problems,
    ...problemsBehind,
  ]
  const joined = <Item extends Span>(
    all: readonly Item[],
    read: readonly Item[],
    move: (item: Item) => Item,
  ) => [
    ...all.filter((item) => item.start < start),
    ...read,
    ...all.filter((item) => item.start >= oldEnd).map(move),
  ]
  return {
    tree: {
      text,
      tokens,
      items: [...itemsBefore, ...parser.items, ...itemsBehind],
      comments: joined(tree.comments, sink.comments, (comment) => movedSpan(comment, by)),
      includes: joined(tree.includes, sink.includes, (include) => movedInclude(include, by)),
      tags: tree.tags,
      problems,
    },
    lineShifts: shifts,
    unexpected: problems,
  }
}

function joinTokens(old: Tokens, { first, oldAfter, sink }: Gap, by: number): Tokens {
  const read = sink.tokens()
  const after = first + read.count
  const moved = after - oldAfter
  const count = old.count + moved
  const kinds = new Uint16Array(count)
  kinds.set(old.kinds.subarray(0, first))
  kinds.set(read.kinds.subarray(0, read.count), first)
  kinds.set(old.kinds.subarray(oldAfter, old.count), after)
  const closingQuotes = new Map<number, number>()
  for (const [token, close] of old.closingQuotes) if (token < first) closingQuotes.set(token, close)
  for (const [token, close] of read.closingQuotes) closingQuotes.set(token + first, close)
  for (const [token, close] of old.closingQuotes) {
    if (token >= oldAfter) closingQuotes.set(token + moved, close + by)
  }
  const offsets = (before: Uint32Array, anew: Uint32Array) => {
    const all = new Uint32Array(count)
    all.set(before.subarray(0, first))
    all.set(anew.subarray(0, read.count), first)
    for (let token = oldAfter; token < old.count; token++) all[token + moved] = before[token]! + by
    return all
  }
  const starts = offsets(old.starts, read.starts)
  const ends = offsets(old.ends, read.ends)
  return { count, kinds, starts, ends, closingQuotes }
}

/** The index of the statement that begins with a token, or of the first behind it. */
function itemFrom(items: readonly Statement[], token: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (items[middle]!.first < token) low = middle + 1
    else high = middle
  }
  return low
}

function movedItem(item: Statement, by: number, moved: number): Statement {
  const { kind, start, end, first, after, node, check, incomplete } = item
  return {
    kind,
    start: start + by,
    end: end + by,
    first: first + moved,
    after: after + moved,
    node: node && moved !== 0 ? movedNode(node, moved) : node,
    check,
    incomplete,
  }
}

function movedNode({ term, first, after, children }: Node, moved: number): Node {
  return {
    term,
    first: first + moved,
    after: after + moved,
    children: children.length > 0 ? children.map((child) => movedNode(child, moved)) : children,
  }
}

function movedInclude({ start, end, pattern, patternSpan }: Include, by: number): Include {
  return { start: start + by, end: end + by, pattern, patternSpan: movedSpan(patternSpan, by) }
}

function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}
