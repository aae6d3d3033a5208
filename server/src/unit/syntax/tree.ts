import type { Span } from '../../base/span.ts'

/**
 * The lossless tree of a unit file. Items tile the text: each one's span runs from where the item before ended to past
 * its own line break, so that the items' texts, joined, are the file.
 */
export interface UnitTree {
  readonly text: string
  readonly items: readonly Item[]
  /** One for each header, in order; a name that stands twice has two. */
  readonly sections: readonly Section[]
  /** Template tags (`<%= %>`, `{{ }}`, `@NAME@`), in order; each stands for text that nobody knows yet. */
  readonly tags: readonly Span[]
}

export type Item = Blank | Comment | Header | Assignment | Junk | Opaque

export interface Blank extends Span {
  readonly kind: 'blank'
}

/** A line that begins with `#` or `;`, blanks aside. Comments inside a continued value belong to its assignment. */
export interface Comment extends Span {
  readonly kind: 'comment'
  readonly content: Span
}

/** A line that begins with `[`. */
export interface Header extends Span {
  readonly kind: 'header'
  readonly content: Span
  readonly name: string
  readonly nameSpan: Span
  /** Why systemd refuses the whole file at this line: no `]` at its end, or characters that no name may have. */
  readonly problem?: 'unclosed' | 'characters'
}

/** `Key=value`, over all its physical lines. */
export interface Assignment extends Span {
  readonly kind: 'assignment'
  readonly key: string
  readonly keySpan: Span
  /** Offset of the `=`. */
  readonly equals: number
  /** The value without the blanks around it; over several physical lines where `continued`. */
  readonly valueSpan: Span
  readonly continued: boolean
  /** The section it stands in; undefined before the first header. */
  readonly section: Section | undefined
}

/** A line with neither header nor `=`. */
export interface Junk extends Span {
  readonly kind: 'junk'
  readonly content: Span
  readonly section: Section | undefined
}

/** A line of nothing but template tags. */
export interface Opaque extends Span {
  readonly kind: 'opaque'
}

export interface Section {
  readonly header: Header
  readonly name: string
  readonly assignments: Assignment[]
  /** Index of the header among the tree's items. */
  readonly first: number
  /** Where the section ends: the next header's start, or the end of the text. */
  end: number
}

/** The tag that covers the character at an offset. */
export function tagOver(tags: readonly Span[], offset: number): Span | undefined {
  const tag = tags[firstEndingAfter(tags, offset)]
  return tag && tag.start <= offset ? tag : undefined
}

/** True where a template tag and the span share a character. */
export function hasTag({ tags }: Pick<UnitTree, 'tags'>, span: Span): boolean {
  const tag = tags[firstEndingAfter(tags, span.start)]
  return tag !== undefined && tag.start < span.end
}

function firstEndingAfter(tags: readonly Span[], offset: number): number {
  let low = 0
  let high = tags.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tags[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The item that holds an offset; the last one where the offset is the end of the text. */
export function itemAt(tree: UnitTree, offset: number): Item | undefined {
  const { items } = tree
  let low = 0
  let high = items.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (items[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return items[low]
}

/** The section that an offset lies in; undefined before the first header. */
export function sectionAt(tree: UnitTree, offset: number): Section | undefined {
  let found: Section | undefined
  for (const section of tree.sections) {
    if (section.header.start > offset) break
    found = section
  }
  return found
}
