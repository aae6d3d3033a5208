import type { TextEdit } from './edit.ts'
import type { Span } from './span.ts'

/** Markdown to show for what stands at `span`. */
export interface Hover {
  readonly span: Span
  readonly markdown: string
}

export type CompletionKind = 'section' | 'directive' | 'value' | 'unit' | 'specifier' | 'keyword' | 'service'

export interface CompletionItem {
  readonly label: string
  readonly kind: CompletionKind
  /** Typed instead of the label. */
  readonly insertText?: string
  /** Shown dimmed behind the label. */
  readonly detail?: string
  readonly deprecated?: boolean
  /** Place among the items that people use most, from 0; the others follow by name. */
  readonly rank?: number
}

/** Everything that may stand at the cursor, and the one span that any of them replaces. */
export interface Completion {
  readonly replace: Span
  readonly items: readonly CompletionItem[]
  /** Enough to find an item's documentation again when the editor asks for it. */
  readonly context: string
}

export interface DocumentSymbol {
  readonly name: string
  readonly detail?: string
  readonly kind: 'section' | 'directive' | 'service' | 'test'
  readonly span: Span
  readonly nameSpan: Span
  readonly children: readonly DocumentSymbol[]
}

export interface Fold {
  readonly span: Span
  readonly kind: 'section' | 'comment' | 'continuation'
}

/** A place in a file that is at hand. */
export interface Location {
  /** As the environment names it. */
  readonly path: string
  readonly text: string
  readonly span: Span
}

/** Edits of one of several files. */
export interface FileEdits {
  readonly path: string
  readonly text: string
  readonly edits: readonly TextEdit[]
}

/** What a new name comes to: edits, or why it can't be had, for the person. */
export type Renaming =
  | { readonly kind: 'edits'; readonly files: readonly FileEdits[] }
  | { readonly kind: 'refused'; readonly reason: string }
