import type { Span } from './span.ts'

const opener = /<%|\{\{|\{%|\{#|@[A-Za-z_]\w*@/g
const closers: Readonly<Record<string, string>> = { '<%': '%>', '{{': '}}', '{%': '%}', '{#': '#}' }
/**
 * What Terraform and CMake fill in, besides `@NAME@`, with braces inside as in `${a ? "${b}" : c}`. A doubled sign stands
 * for itself.
 */
const interpolation = /\$\$\{|%%\{|[$%]\{[^{}\r\n]*(?:\{[^{}\r\n]*\}[^{}\r\n]*){0,20}\}|@[A-Za-z_]\w*@/g

/**
 * The template tags of a text, in order: ERB (`<% %>`), Jinja (`{% %}`, `{{ }}`, `{# #}`) and build-time (`@NAME@`).
 * Statements may run over several lines when they begin a line; the others must end where they began, since `{{` also
 * stands in ordinary arguments. Takes time in proportion to the text's length, whatever stands in it.
 * @param interpolates true where `${ }` and `%{ }` may be filled in as well: with ERB or Jinja in the text they are not
 */
export function templateTags(text: string, interpolates = false): readonly Span[] {
  const tags = mayHoldTags(text) ? tagsIn(text) : none
  return interpolates && tags.every(({ start }) => text[start] === '@') ? interpolations(text) : tags
}

function interpolations(text: string): readonly Span[] {
  const found = [...text.matchAll(interpolation)].filter(({ 0: tag }) => !tag.endsWith('{'))
  return found.map(({ 0: tag, index }) => ({ start: index, end: index + tag.length }))
}

function tagsIn(text: string): readonly Span[] {
  const tags: Span[] = []
  const next = new NextIndex(text)
  opener.lastIndex = 0
  for (let found = opener.exec(text); found; found = opener.exec(text)) {
    const end = tagEnd(text, found.index, found[0], next)
    if (end > 0) {
      tags.push({ start: found.index, end })
      opener.lastIndex = end
    } else {
      opener.lastIndex = found.index + 1
    }
  }
  return tags
}

const none: readonly Span[] = []

/** The end of the tag that begins at an offset; 0 where the opener opens none. */
function tagEnd(text: string, start: number, open: string, next: NextIndex): number {
  const closer = closers[open]
  if (!closer) return start + open.length
  const closing = next.of(closer, start + open.length)
  if (closing === -1) return 0
  const crossesLines = next.ofBreak(start) < closing
  if (crossesLines && (open === '{{' || !beginsLine(text, start))) return 0
  return closing + closer.length
}

function beginsLine(text: string, offset: number): boolean {
  let at = offset
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r'
}

/** Where something stands next; it is searched for once for all offsets before it. Offsets must not fall. */
class NextIndex {
  readonly #text: string
  readonly #known = new Map<string, number>()

  constructor(text: string) {
    this.#text = text
  }

  /** The offset at or behind `from`; -1 where there is none. */
  of(what: string, from: number): number {
    const known = this.#known.get(what)
    if (known !== undefined && (known === -1 || known >= from)) return known
    const found = this.#text.indexOf(what, from)
    this.#known.set(what, found)
    return found
  }

  /** The next end of a line; that of the text where there is none. */
  ofBreak(from: number): number {
    const feed = this.of('\n', from)
    const carriage = this.of('\r', from)
    const first = feed === -1 || (carriage !== -1 && carriage < feed) ? carriage : feed
    return first === -1 ? this.#text.length : first
  }
}

/** Says no in a moment for nearly every file: a plain search is many times as fast as a pattern. */
function mayHoldTags(text: string): boolean {
  if (text.includes('<%') || text.includes('{{') || text.includes('{%') || text.includes('{#')) return true
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let end = at + 1
    while (isWordCharacter(text.charCodeAt(end))) end++
    if (end > at + 1 && text[end] === '@') return true
  }
  return false
}

function isWordCharacter(code: number): boolean {
  const folded = code | 32
  return (folded >= 97 && folded <= 122) || (code >= 48 && code <= 57) || code === 95
}
