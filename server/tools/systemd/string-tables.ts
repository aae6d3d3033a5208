/** Reads the C arrays that hold the words a setting accepts, as in `static const char* const kill_mode_table[...]`. */

/** What the lookup made from a table takes besides its words. */
export type TableKind = 'words' | 'boolean' | 'numbers'

/** A table as found: the name without `_table`, and the words in the order of the array. */
export interface StringTable {
  readonly name: string
  readonly kind: TableKind
  readonly words: readonly string[]
}

const arrayStart = /\bconst char\s*\*\s*(?:const\s+)?(\w+)_table\[[^\]]*\]\s*=\s*\{/g
const lookupMacro = /\bDEFINE_(?:PRIVATE_)?STRING_TABLE_LOOKUP(\w*)\(\s*(\w+)\s*,/g

/**
 * The tables of one source file whose names are in `wanted`. Throws an error naming file and culprit for a table
 * that holds more than plain `[CONSTANT] = "word"` items.
 */
export function stringTables(
  source: string,
  file: string,
  wanted: ReadonlySet<string>,
): readonly StringTable[] {
  const kinds = new Map<string, TableKind>()
  for (const [, variant = '', name] of source.matchAll(lookupMacro)) {
    // A lookup towards the string says nothing of what is accepted.
    if (!variant.includes('TO_STRING')) kinds.set(name!, kindOf(variant))
  }
  const tables: StringTable[] = []
  for (const match of source.matchAll(arrayStart)) {
    const name = match[1]!
    if (!wanted.has(name)) continue
    const from = match.index + match[0].length
    const body = source.slice(from, source.indexOf('};', from))
    tables.push({ name, kind: kinds.get(name) ?? 'words', words: wordsOf(body, `${file}: ${name}_table`) })
  }
  return tables
}

function kindOf(variant: string): TableKind {
  if (variant.includes('BOOLEAN')) return 'boolean'
  return variant.includes('FALLBACK') ? 'numbers' : 'words'
}

function wordsOf(body: string, where: string): readonly string[] {
  const words: string[] = []
  const rest = body
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*/g, '')
    .replace(/\[[\w()]+\]\s*=\s*"([^"\\]*)"\s*,?/g, (_, word: string) => {
      words.push(word)
      return ''
    })
    .trim()
  if (rest !== '') throw new Error(`${where}: cannot read '${rest.split('\n')[0]!.trim()}'`)
  if (words.length === 0) throw new Error(`${where}: no word found`)
  return words
}
