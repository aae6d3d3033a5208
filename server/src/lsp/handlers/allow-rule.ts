import type { TextEdit } from '../../base/edit.ts'
import type { DocumentSymbol } from '../../base/features.ts'
import type { Span } from '../../base/span.ts'
import type { Source } from '../../workspace/documents.ts'

/** What is offered to silence a rule. */
export interface Allowance {
  readonly title: string
  readonly edit: TextEdit
}

/**
 * The edit that silences a rule for one finding: a comment above the statement that it is in. In front of the first
 * section such a comment speaks of the whole file, so that there it goes to the top; undefined where a byte order mark
 * stands there, for behind it systemd takes no comment.
 */
export function allowRule(source: Source, rule: string, span: Span): Allowance | undefined {
  const { text } = source
  const comment = `# unitwright: allow ${rule}`
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const symbols = source.symbols()
  const firstSection = symbols[0]?.nameSpan
  if (!firstSection || span.start <= firstSection.end) {
    if (text.startsWith('\uFEFF')) return undefined
    return {
      title: `Allow '${rule}' in this file`,
      edit: { span: { start: 0, end: 0 }, newText: comment + eol },
    }
  }
  const statement = directiveAt(symbols, span.start)?.span.start ?? span.start
  const start = lineStart(text, statement)
  const indent = /^[ \t]*/.exec(text.slice(start))![0]
  return {
    title: `Allow '${rule}' here`,
    edit: { span: { start, end: start }, newText: indent + comment + eol },
  }
}

/** The directive that holds an offset; its value may run over several lines, between which no comment may be put. */
function directiveAt(symbols: readonly DocumentSymbol[], offset: number): DocumentSymbol | undefined {
  for (const { children } of symbols) {
    const found = children.find(({ span }) => span.start <= offset && offset <= span.end)
    if (found) return found
  }
  return undefined
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
}
