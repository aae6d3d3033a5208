/** Where the protocol's shapes begin: plain findings, symbols and edits become what editors expect. */

import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  InsertTextFormat,
  type MarkupContent,
  MarkupKind,
  type Position,
  type Range,
  type SymbolInformation,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type * as engine from '../base/diagnostic.ts'
import type * as edits from '../base/edit.ts'
import type * as features from '../base/features.ts'
import type { Span } from '../base/span.ts'
import type { ClientFeatures } from './capabilities.ts'
import { plainText } from './plain-text.ts'

/** What a completion item carries so that its documentation can be found again. */
export interface ItemData {
  readonly language: string
  readonly context: string
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const

const tags = { deprecated: DiagnosticTag.Deprecated, unnecessary: DiagnosticTag.Unnecessary } as const

// Kinds that every client knows, also those that name none: the protocol's first eighteen.
const itemKinds = {
  section: CompletionItemKind.Module,
  directive: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  unit: CompletionItemKind.Reference,
  specifier: CompletionItemKind.Variable,
  keyword: CompletionItemKind.Keyword,
  service: CompletionItemKind.Reference,
} as const

const symbolKinds = {
  section: SymbolKind.Module,
  directive: SymbolKind.Property,
  service: SymbolKind.Class,
  test: SymbolKind.Field,
} as const

/** True for what the protocol calls a position. */
export function isPosition(value: Position | undefined): value is Position {
  return Number.isInteger(value?.line) && Number.isInteger(value?.character)
}

/** The offset of a position; undefined where the text has no such line. A column behind the line's end is its end. */
export function offsetOf(text: TextDocument, position: Position): number | undefined {
  if (!isPosition(position)) return undefined
  const { line, character } = position
  return line >= 0 && character >= 0 && line < text.lineCount ? text.offsetAt(position) : undefined
}

export function rangeOf(text: TextDocument, span: Span): Range {
  return { start: text.positionAt(span.start), end: text.positionAt(span.end) }
}

export function toDiagnostic(text: TextDocument, finding: engine.Diagnostic): Diagnostic {
  return {
    range: rangeOf(text, finding.span),
    severity: severities[finding.severity],
    source: 'unitwright',
    code: finding.rule,
    message: finding.message,
    ...(finding.tag ? { tags: [tags[finding.tag]] } : {}),
  }
}

export function toTextEdits(text: TextDocument, all: readonly edits.TextEdit[]): TextEdit[] {
  return all.map(({ span, newText }) => ({ range: rangeOf(text, span), newText }))
}

/** Edits of one document; with its version where the client can tell that it has changed since. */
export function toWorkspaceEdit(
  text: TextDocument,
  all: readonly edits.TextEdit[],
  { documentChanges }: ClientFeatures,
): WorkspaceEdit {
  const { uri, version } = text
  const changes = toTextEdits(text, all)
  return documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } }
}

/** Markdown, or plain text for a client that can't show it. */
export function toMarkup(markdown: string, canMarkdown: boolean): MarkupContent {
  return canMarkdown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainText(markdown) }
}

/** The items of a completion, without documentation; what they share is said once where the client can read that. */
export function toCompletionList(
  text: TextDocument,
  language: string,
  { replace, items, context }: features.Completion,
  client: ClientFeatures,
): CompletionList {
  const range = rangeOf(text, replace)
  const data: ItemData = { language, context }
  const sharesRange = client.itemDefaults.has('editRange')
  const sharesFormat = client.itemDefaults.has('insertTextFormat')
  const sharesData = client.itemDefaults.has('data')
  const itemDefaults = {
    ...(sharesRange ? { editRange: range } : {}),
    ...(sharesFormat ? { insertTextFormat: InsertTextFormat.PlainText } : {}),
    ...(sharesData ? { data } : {}),
  }
  const shared = sharesRange || sharesFormat || sharesData
  return {
    isIncomplete: false,
    ...(shared ? { itemDefaults } : {}),
    items: items.map((item) => {
      const newText = item.insertText ?? item.label
      return {
        ...toCompletionItem(item, client),
        ...(sharesRange
          ? newText === item.label
            ? {}
            : { textEditText: newText }
          : { textEdit: { range, newText } }),
        ...(sharesData ? {} : { data }),
      }
    }),
  }
}

function toCompletionItem(item: features.CompletionItem, client: ClientFeatures): CompletionItem {
  const { label, kind, detail, deprecated, rank } = item
  return {
    label,
    kind: itemKinds[kind],
    ...(detail === undefined ? {} : { detail }),
    // Sorts before every label but operators: these begin with letters, digits, `[`, `%`, `@`, `/` or a quote.
    ...(rank === undefined ? {} : { sortText: `!${String(rank).padStart(3, '0')}` }),
    ...(deprecated && client.deprecatedItemTag ? { tags: [CompletionItemTag.Deprecated] } : {}),
  }
}

export function toSymbols(
  text: TextDocument,
  symbols: readonly features.DocumentSymbol[],
  { nestedSymbols }: ClientFeatures,
): DocumentSymbol[] | SymbolInformation[] {
  return nestedSymbols
    ? symbols.map((symbol) => toNested(text, symbol))
    : symbols.flatMap((symbol) => toFlat(text, symbol))
}

function toNested(text: TextDocument, symbol: features.DocumentSymbol): DocumentSymbol {
  const { name, detail, kind, span, nameSpan, children } = symbol
  return {
    name,
    ...(detail ? { detail } : {}),
    kind: symbolKinds[kind],
    range: rangeOf(text, span),
    selectionRange: rangeOf(text, nameSpan),
    ...(children.length > 0 ? { children: children.map((child) => toNested(text, child)) } : {}),
  }
}

function toFlat(
  text: TextDocument,
  symbol: features.DocumentSymbol,
  containerName?: string,
): SymbolInformation[] {
  const { name, kind, span, children } = symbol
  const own: SymbolInformation = {
    name,
    kind: symbolKinds[kind],
    location: { uri: text.uri, range: rangeOf(text, span) },
    ...(containerName === undefined ? {} : { containerName }),
  }
  return [own, ...children.flatMap((child) => toFlat(text, child, name))]
}

/** Folds of whole lines, of more than one of them; the first ones where the client takes only so many. */
export function toFoldingRanges(
  text: TextDocument,
  folds: readonly features.Fold[],
  { mostFolds }: ClientFeatures,
): FoldingRange[] {
  return folds
    .map(({ span, kind }) => ({
      startLine: text.positionAt(span.start).line,
      endLine: text.positionAt(span.end).line,
      ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
    }))
    .filter(({ startLine, endLine }) => endLine > startLine)
    .slice(0, mostFolds)
}
