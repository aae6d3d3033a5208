/** Finds on which manual page, and with which notes, systemd's docbook sources document a key. */

/** Where a key can be used, by the standard paragraphs the manual includes. */
export type Scope = 'any' | 'system-only' | 'system-or-userns'

/** What one page says of one key. */
export interface ManEntry {
  readonly name: string
  /** The manual's "Added in version"; left out where an entry holds several keys, of which some may have come later. */
  readonly added?: number
  readonly scope: Scope
}

interface OpenEntry {
  readonly names: string[]
  added?: number
  scope: Scope
}

const tag = /<!--[\s\S]*?-->|<(\/?)([\w:-]+)([^>]*)>/g

/**
 * The directives of one page, in order: terms `<varname>Name=` of the lists classed `unit-directives`.
 * A list of values nested in an entry has no such terms, and its version notes are not the key's.
 */
export function manEntries(xml: string): readonly ManEntry[] {
  const found: ManEntry[] = []
  const entries: OpenEntry[] = []
  const lists: boolean[] = []
  let inTerm = false

  for (const match of xml.matchAll(tag)) {
    const [, closing, element, attributes = ''] = match
    if (element === undefined) continue
    const current = entries.at(-1)
    if (closing) {
      if (element === 'variablelist') lists.pop()
      if (element === 'term') inTerm = false
      if (element === 'varlistentry') {
        const done = entries.pop()
        const { names = [], added, scope = 'any' } = done ?? {}
        const note = names.length === 1 && added !== undefined && { added }
        for (const name of names) found.push({ name, scope, ...note })
      }
      continue
    }
    if (element === 'variablelist') lists.push(/class=['"][^'"]*\bunit-directives\b/.test(attributes))
    if (element === 'varlistentry') entries.push({ names: [], scope: 'any' })
    if (element === 'term') inTerm = true
    if (element === 'varname' && inTerm && current && lists.at(-1)) {
      const name = /^\s*([A-Z]\w*)=/.exec(xml.slice(match.index + match[0].length, match.index + 200))
      if (name) current.names.push(name[1]!)
    }
    if (element === 'xi:include' && current) noteInclude(current, attributes)
  }
  return found
}

function noteInclude(entry: OpenEntry, attributes: string): void {
  const href = /href=["']([^"']+)["']/.exec(attributes)?.[1]
  if (href === 'version-info.xml') {
    const version = /xpointer=["']v(\d+)["']/.exec(attributes)?.[1]
    // Further notes of an entry speak of later additions to its values.
    if (version !== undefined)
      entry.added = Math.min(entry.added ?? Number.POSITIVE_INFINITY, Number(version))
  }
  if (href === 'system-only.xml') entry.scope = 'system-only'
  else if (href?.startsWith('system-or-user-ns') && entry.scope === 'any') entry.scope = 'system-or-userns'
}
