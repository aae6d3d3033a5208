import type { DocumentSymbol, Fold } from '../../base/features.ts'
import type { Span } from '../../base/span.ts'
import type { Global, MonitDocument } from '../document.ts'
import type { Service } from '../model/service.ts'
import { spanOfToken } from '../model/values.ts'
import { kindNumber } from '../syntax/token-kinds.ts'
import { type MonitTree, type Statement, spanOfTokens } from '../syntax/tree.ts'

const longestName = 60
const longestDetail = 80

/** The outline: global statements and checks in their order, checks with what belongs to them. */
export function monitSymbols({ tree, services, globals }: MonitDocument): readonly DocumentSymbol[] {
  const symbols = [
    ...globals.map((global) => globalSymbol(tree, global)),
    ...services.map((service) => serviceSymbol(tree, service)),
  ]
  return symbols.sort((a, b) => a.span.start - b.span.start)
}

/** Foldable regions: checks, blocks in braces, runs of comments. */
export function monitFolds({ tree, services }: MonitDocument): readonly Fold[] {
  const folds: Fold[] = services.map(({ start, end }) => ({ kind: 'section', span: { start, end } }))
  return [...folds, ...blocks(tree), ...commentRuns(tree)].sort((a, b) => a.span.start - b.span.start)
}

function globalSymbol(tree: MonitTree, { statement, name, node }: Global): DocumentSymbol {
  const { start, end, first } = statement
  const word = node ? spanOfToken(tree, node.first) : spanOfToken(tree, first)
  return {
    name: name === undefined ? 'set' : `set ${name}`,
    ...detailOf(tree, { start: word.end, end }),
    kind: 'directive',
    span: { start, end },
    nameSpan: { start, end: Math.min(word.end, end) },
    children: [],
  }
}

function serviceSymbol(tree: MonitTree, service: Service): DocumentSymbol {
  const { start, end, head, name, type, target, statements } = service
  const watched = target?.value ? ` ${oneLine(tree, target.value, longestDetail)}` : ''
  return {
    name: name?.text || 'check',
    detail: `${type}${watched}`,
    kind: 'service',
    span: { start, end },
    nameSpan: name ?? { start: head.start, end: head.end },
    children: statements.map((statement) => statementSymbol(tree, statement)),
  }
}

function statementSymbol(tree: MonitTree, statement: Statement): DocumentSymbol {
  const { start, end, first, node } = statement
  const word = spanOfToken(tree, first)
  if (node?.term.id !== 'test') {
    // The first token of a command reaches up to its opening quote; the closing one is in none.
    const keyword = word.start + tree.text.slice(word.start, word.end).search(/\s*=?\s*"?$/)
    const nameSpan = { start, end: keyword > start ? keyword : word.end }
    return {
      name: oneLine(tree, nameSpan, longestName),
      ...detailOf(tree, { start: keyword > start ? word.end : nameSpan.end, end }),
      kind: 'directive',
      span: { start, end },
      nameSpan,
      children: [],
    }
  }
  const then = thenOf(tree, statement)
  const nameSpan = { start, end: then === undefined ? end : tree.tokens.ends[then - 1]! }
  return {
    name: oneLine(tree, nameSpan, longestName),
    ...(then === undefined ? {} : detailOf(tree, { start: tree.tokens.starts[then]!, end })),
    kind: 'test',
    span: { start, end },
    nameSpan,
    children: [],
  }
}

function thenOf(tree: MonitTree, { first, after }: Statement): number | undefined {
  for (let token = first; token < after; token++) if (tree.tokens.kinds[token] === thenKind) return token
  return undefined
}

const thenKind = kindNumber('then')
const openKind = kindNumber('{')
const closeKind = kindNumber('}')

function detailOf(tree: MonitTree, span: Span): { readonly detail?: string } {
  const detail = oneLine(tree, span, longestDetail)
  return detail === '' ? {} : { detail }
}

function oneLine({ text }: MonitTree, { start, end }: Span, longest: number): string {
  const line = text
    .slice(start, Math.min(end, start + 4 * longest))
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}

function blocks(tree: MonitTree): readonly Fold[] {
  const folds: Fold[] = []
  const open: number[] = []
  for (let token = 0; token < tree.tokens.count; token++) {
    const kind = tree.tokens.kinds[token]
    if (kind === openKind) open.push(token)
    else if (kind === closeKind) {
      const first = open.pop()
      if (first !== undefined)
        folds.push({ kind: 'continuation', span: spanOfTokens(tree, first, token + 1) })
    }
  }
  return folds
}

/** Comments on lines that follow each other, two at least. */
function commentRuns({ text, comments }: MonitTree): readonly Fold[] {
  const folds: Fold[] = []
  let run: { start: number; end: number; lines: number } | undefined
  const finish = () => {
    if (run && run.lines > 1) folds.push({ kind: 'comment', span: { start: run.start, end: run.end } })
  }
  for (const { start, end } of comments) {
    if (run && /^[ \t]*\r?\n[ \t]*$/.test(text.slice(run.end, start))) {
      run = { start: run.start, end, lines: run.lines + 1 }
      continue
    }
    finish()
    run = { start, end, lines: 1 }
  }
  finish()
  return folds
}
