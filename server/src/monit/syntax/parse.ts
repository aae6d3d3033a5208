import { lex } from './lexer.ts'
import { LineCounter } from './line-counter.ts'
import { type Parsed, parseAgain } from './parse-again.ts'
import { Parser } from './statement-parser.ts'
import type { MonitTree, Problem } from './tree.ts'

/** What was parsed last: in a text that is typed into, all but a few statements are those of a moment ago. */
let latest: Parsed | undefined

/**
 * Parses a monit control file: cuts it into tokens (`lexer.ts`) and reads the table of statements
 * (`grammar/statements.ts`) over them. monit's first syntax error is the first problem of kind `unexpected`; monit ends
 * there, this parser goes on at the next word that begins a statement, so that one mistake costs one statement.
 * Never throws; the time it takes grows with the length of the text only.
 */
export function parseMonit(text: string): MonitTree {
  const again = latest && parseAgain(latest, text)
  // While a text is parsed that is of another file, nobody needs the tree of the last one.
  latest = again
  latest ??= parseWhole(text)
  return latest.tree
}

/** As `parseMonit`, whatever was parsed before. */
export function parseWhole(text: string): Parsed {
  const { sink, tags } = lex(text)
  const tokens = sink.tokens()
  const lines = new LineCounter(text, sink.lineShifts)
  const parser = new Parser(text, tokens, lines)
  parser.parse()
  const lexical = sink.problems.map(
    ({ kind, start, end }): Problem => ({ kind, span: { start, end }, line: lines.lineAt(end) }),
  )
  const tree: MonitTree = {
    text,
    tokens,
    items: parser.items,
    comments: sink.comments,
    includes: sink.includes,
    tags,
    problems: [...lexical, ...parser.problems].sort((a, b) => a.span.start - b.span.start),
  }
  const isSettled = lexical.length === 0 && !sink.hasOpenEnd
  return { tree, lineShifts: sink.lineShifts, unexpected: isSettled ? parser.problems : undefined }
}
