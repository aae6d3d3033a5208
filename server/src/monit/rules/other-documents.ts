import type { ControlFile } from '../../base/environment.ts'
import { type MonitDocument, readMonit } from '../document.ts'
import type { MonitTree } from '../syntax/tree.ts'
import type { MonitContext } from './rule.ts'

/** A file is asked about once for each file that is checked together with it. */
const read = new WeakMap<ControlFile, MonitDocument>()

/** The other control files that the same monit reads, parsed. */
export function otherDocuments(ctx: MonitContext): readonly MonitDocument[] {
  return ctx.controlFiles().map((file) => {
    let document = read.get(file)
    if (!document) {
      document = readMonit(file.text, file.path)
      read.set(file, document)
    }
    return document
  })
}

/**
 * True where a statement of a template (`<% if %>`, `{% for %}`) stands between two places: what is on its two sides
 * need not end up in the same file.
 */
export function isDivided({ tags, text }: MonitTree, from: number, to: number): boolean {
  return tags.some(
    ({ start }) => start >= from && start < to && /^(?:<%(?!=)|\{%)/.test(text.slice(start, start + 3)),
  )
}

/**
 * True where everything that this monit reads is at hand, so that what is nowhere to be seen is not there. A file
 * without any `set` may be one that others include.
 */
export function isWhole(ctx: MonitContext, others: readonly MonitDocument[]): boolean {
  const { document } = ctx
  const all = [document, ...others]
  const isTop = isTopFile(document.path) || all.some(({ globals }) => globals.length > 0)
  return isTop && all.every(({ includes }) => includes.every(({ pattern }) => isAtHand(pattern, all)))
}

/** True for the name of the file that monit itself begins with. */
export function isTopFile(path: string): boolean {
  return /(?:^|\/)\.?monitrc$/.test(path)
}

/** Whether a file at hand is of those that `include` names; compared are the last two parts of the path. */
function isAtHand(pattern: string, documents: readonly MonitDocument[]): boolean {
  const ending = pattern.split('/').slice(-2).map(partPattern).join('/')
  const path = new RegExp(`(?:^|/)${ending}$`)
  return documents.some((document) => path.test(document.path))
}

function partPattern(part: string): string {
  return part
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]')
}
