import type { Span } from '../../base/span.ts'
import { type Directive, findDirective } from '../data/directives.ts'
import { sectionIsKnown } from '../data/section-names.ts'
import type { UnitDocument } from '../document.ts'
import { type Assignment, hasTag, itemAt, type Section, sectionAt } from '../syntax/tree.ts'

/** Where in a unit file an offset lies, as far as features care. */
export type Cursor =
  /** In a header, or in a word that could become one. */
  | { readonly kind: 'header'; readonly nameSpan: Span }
  /** In the name of a directive, or where one could begin. */
  | {
      readonly kind: 'key'
      readonly section: Section | undefined
      readonly keySpan: Span
      readonly hasEquals: boolean
    }
  | {
      readonly kind: 'value'
      readonly assignment: Assignment
      readonly section: Section
      readonly directive: Directive | undefined
    }
  | { readonly kind: 'none' }

const nowhere: Cursor = { kind: 'none' }

/** Tells what stands at an offset. */
export function cursorAt(document: UnitDocument, offset: number): Cursor {
  const { tree } = document
  const item = itemEndingAt(document, offset)
  switch (item?.kind) {
    case undefined:
    case 'blank':
      return emptyKey(document, offset)
    case 'comment':
    case 'opaque':
      return nowhere
    case 'header':
      return offset >= item.content.start && offset <= item.content.end
        ? { kind: 'header', nameSpan: item.nameSpan }
        : nowhere
    case 'junk': {
      if (offset > item.content.end || offset < item.content.start) return nowhere
      const end = wordEnd(tree.text, item.content.start, item.content.end)
      return offset <= end
        ? {
            kind: 'key',
            section: item.section,
            keySpan: { start: item.content.start, end },
            hasEquals: false,
          }
        : nowhere
    }
    case 'assignment': {
      if (offset < item.keySpan.start) return nowhere
      if (offset <= item.keySpan.end)
        return { kind: 'key', section: item.section, keySpan: item.keySpan, hasEquals: true }
      if (offset <= item.equals || !item.section || inInnerComment(tree.text, item, offset)) return nowhere
      return {
        kind: 'value',
        assignment: item,
        section: item.section,
        directive: findDirective(item.section.name, item.key),
      }
    }
  }
}

/** True where systemd looks into a section, and no template tag hides its name. */
export function isRead(document: UnitDocument, section: Section): boolean {
  return (
    sectionIsKnown(section.name, document.identity.type) && !hasTag(document.tree, section.header.nameSpan)
  )
}

/** The item of an offset; at the start of a line without text of its own the line above has ended. */
function itemEndingAt({ tree }: UnitDocument, offset: number) {
  const item = itemAt(tree, offset)
  // The end of a text that ends in a line break begins a new, empty line.
  if (item && offset === item.end && /[\n\r]$/.test(tree.text.slice(item.start, item.end))) return undefined
  return item
}

function emptyKey({ tree }: UnitDocument, offset: number): Cursor {
  return {
    kind: 'key',
    section: sectionAt(tree, offset),
    keySpan: { start: offset, end: offset },
    hasEquals: false,
  }
}

function wordEnd(text: string, from: number, to: number): number {
  let at = from
  while (at < to && /[\w-]/.test(text[at]!)) at++
  return at
}

function inInnerComment(text: string, assignment: Assignment, offset: number): boolean {
  if (!assignment.continued) return false
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  return lineStart > assignment.equals && /^[ \t]*[#;]/.test(text.slice(lineStart, assignment.end))
}
