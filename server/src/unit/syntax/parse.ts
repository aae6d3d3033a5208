import type { Span } from '../../base/span.ts'
import { templateTags } from '../../base/template-tags.ts'
import { type JoinedText, joinLines } from './join-lines.ts'
import { type Assignment, type Header, type Item, type Section, tagOver, type UnitTree } from './tree.ts'
import { offsetIn } from './value.ts'

/**
 * Parses a unit file by the line rules of systemd's `config_parse()` (src/shared/conf-parser.c). Never throws; every
 * character belongs to exactly one item.
 * @param interpolates true for a template in which `${ }` may be filled in
 */
export function parseUnit(text: string, interpolates?: boolean): UnitTree {
  return new Parser(text, interpolates).parse()
}

const feed = 10
const carriage = 13
const space = 32
const hash = 35
const semicolon = 59
const openBracket = 91
const backslash = 92
const closeBracket = 93
const byteOrderMark = 0xfeff

/** Offsets of an assignment's parts. */
interface Parts {
  readonly keyEnd: number
  readonly equals: number
  readonly valueStart: number
}

class Parser {
  readonly #text: string
  readonly #tags: readonly Span[]
  readonly #oddBreaks: boolean
  readonly #items: Item[] = []
  readonly #sections: Section[] = []
  #section: Section | undefined
  #bomSeen: boolean
  // The physical line last read: its end without the break, and where the next one begins.
  #lineEnd = 0
  #next = 0

  constructor(text: string, interpolates?: boolean) {
    this.#text = text
    this.#tags = templateTags(text, interpolates)
    this.#oddBreaks = text.includes('\r') || text.includes('\0')
    this.#bomSeen = !text.includes('\uFEFF')
  }

  parse(): UnitTree {
    const text = this.#text
    let at = 0
    while (at < text.length) {
      this.#readLine(at)
      this.#logicalLine(at)
      at = this.#next
    }
    if (this.#section) this.#section.end = text.length
    return { text, items: this.#items, sections: this.#sections, tags: this.#tags }
  }

  /** Parses the logical line that starts with the physical line just read, reading its continuations. */
  #logicalLine(start: number): void {
    const text = this.#text
    let from = this.#skipBlanks(start, this.#lineEnd)
    const first = from < this.#lineEnd ? text.charCodeAt(from) : -1
    if (first === hash || first === semicolon) {
      this.#items.push({
        kind: 'comment',
        start,
        end: this.#next,
        content: { start: from, end: this.#trimEnd(from, this.#lineEnd) },
      })
      return
    }
    // systemd drops one byte order mark, at the start of whichever line shows the first; only after it has looked for
    // a comment, so a comment behind the mark is none.
    if (!this.#bomSeen && text.charCodeAt(start) === byteOrderMark) {
      this.#bomSeen = true
      from = this.#skipBlanks(start + 1, this.#lineEnd)
    }
    const line = this.#continues(start, this.#lineEnd)
      ? joinLines(text, from, this.#readContinuations())
      : undefined
    const to = line ? lastOf(line, line.text.length, from) : this.#trimEnd(from, this.#lineEnd)
    if (line) from = Math.min(firstOf(line, 0, to), to)
    const end = this.#next
    if (from >= to) {
      this.#items.push({ kind: 'blank', start, end })
      return
    }
    if (text.charCodeAt(from) === openBracket) {
      this.#header(start, end, from, to, line !== undefined)
      return
    }
    if (this.#tags.length > 0 && this.#onlyTags(from, to)) {
      this.#items.push({ kind: 'opaque', start, end })
      return
    }
    const parts = line ? this.#partsOverLines(line, from, to) : this.#parts(from, to)
    if (!parts) {
      this.#items.push({
        kind: 'junk',
        start,
        end,
        content: { start: from, end: to },
        section: this.#section,
      })
      return
    }
    this.#assignment(start, end, from, to, parts, line !== undefined)
  }

  #header(start: number, end: number, from: number, to: number, continued: boolean): void {
    const text = this.#text
    const closed = text.charCodeAt(to - 1) === closeBracket
    // `[Unit] # note` has no `]` at its end; the name still ends at the first one, for whoever goes on reading.
    const inner = closed ? to - 1 : text.indexOf(']', from)
    const nameEnd = inner >= 0 && inner < to ? inner : to
    const name = continued ? joinLines(text, from + 1, nameEnd).text : text.slice(from + 1, nameEnd)
    const problem = closed ? (unsafeName.test(name) ? 'characters' : undefined) : 'unclosed'
    const header: Header = {
      kind: 'header',
      start,
      end,
      content: { start: from, end: to },
      name,
      nameSpan: { start: from + 1, end: nameEnd },
      ...(problem ? { problem } : {}),
    }
    if (this.#section) this.#section.end = start
    this.#section = { header, name, assignments: [], first: this.#items.length, end }
    this.#sections.push(this.#section)
    this.#items.push(header)
  }

  #assignment(
    start: number,
    end: number,
    from: number,
    to: number,
    { keyEnd, equals, valueStart }: Parts,
    continued: boolean,
  ): void {
    const text = this.#text
    const assignment: Assignment = {
      kind: 'assignment',
      start,
      end,
      key: continued ? joinLines(text, from, keyEnd).text : text.slice(from, keyEnd),
      keySpan: { start: from, end: keyEnd },
      equals,
      valueSpan: { start: valueStart, end: Math.max(valueStart, to) },
      continued,
      section: this.#section,
    }
    this.#section?.assignments.push(assignment)
    this.#items.push(assignment)
  }

  /**
   * Reads physical lines while each one ends with a backslash; comments between them are passed over.
   * @returns where the last line ends; before its backslash where the file ends in the middle
   */
  #readContinuations(): number {
    const text = this.#text
    let last = this.#lineEnd
    while (this.#next < text.length) {
      const start = this.#next
      this.#readLine(start)
      const from = this.#skipBlanks(start, this.#lineEnd)
      const first = from < this.#lineEnd ? text.charCodeAt(from) : -1
      if (first === hash || first === semicolon) continue
      if (text.charCodeAt(start) === byteOrderMark) this.#bomSeen = true
      last = this.#lineEnd
      if (!this.#continues(start, last)) return last
    }
    return last - 1
  }

  /** Finds the end of the physical line at `start`; a line break inside a template tag is none. */
  #readLine(start: number): void {
    this.#findBreak(start)
    if (this.#tags.length === 0) return
    for (let tag = tagOver(this.#tags, this.#lineEnd); tag; tag = tagOver(this.#tags, this.#lineEnd))
      this.#findBreak(tag.end)
  }

  #findBreak(from: number): void {
    const text = this.#text
    if (!this.#oddBreaks) {
      const at = text.indexOf('\n', from)
      this.#lineEnd = at < 0 ? text.length : at
      this.#next = at < 0 ? text.length : at + 1
      return
    }
    let at = from
    while (at < text.length && !isBreak(text.charCodeAt(at))) at++
    this.#lineEnd = at
    // `\n`, `\r` and NUL each end a line, and each may stand once in one break, NUL last (read_line_full()).
    let seen = 0
    while (at < text.length) {
      const mark = breakMark(text.charCodeAt(at))
      if (mark === 0 || seen & mark || seen & nulMark) break
      seen |= mark
      at++
    }
    this.#next = at
  }

  /** True where an odd number of backslashes ends the line. */
  #continues(start: number, end: number): boolean {
    let at = end
    while (at > start && this.#text.charCodeAt(at - 1) === backslash) at--
    return (end - at) % 2 === 1
  }

  #skipBlanks(from: number, to: number): number {
    let at = from
    while (at < to && isBlank(this.#text.charCodeAt(at))) at++
    return at
  }

  #trimEnd(from: number, to: number): number {
    let at = to
    while (at > from && isBlank(this.#text.charCodeAt(at - 1))) at--
    return at
  }

  /** What an assignment on one physical line is made of; undefined where there is no `=`. */
  #parts(from: number, to: number): Parts | undefined {
    let equals = this.#text.indexOf('=', from)
    for (let tag = tagOver(this.#tags, equals); tag && equals >= 0; tag = tagOver(this.#tags, equals)) {
      equals = this.#text.indexOf('=', tag.end)
    }
    if (equals < 0 || equals >= to) return undefined
    return { keyEnd: this.#trimEnd(from, equals), equals, valueStart: this.#skipBlanks(equals + 1, to) }
  }

  /** The same of an assignment over several physical lines, between which there may be comments with a `=` of theirs. */
  #partsOverLines(line: JoinedText, from: number, to: number): Parts | undefined {
    for (let at = line.text.indexOf('='); at >= 0; at = line.text.indexOf('=', at + 1)) {
      const equals = offsetIn(line, at)
      if (tagOver(this.#tags, equals)) continue
      return { keyEnd: lastOf(line, at, from), equals, valueStart: firstOf(line, at + 1, to) }
    }
    return undefined
  }

  #onlyTags(from: number, to: number): boolean {
    let at = from
    while (at < to) {
      const tag = tagOver(this.#tags, at)
      if (tag?.start !== at) return false
      at = this.#skipBlanks(tag.end, to)
    }
    return true
  }
}

/** Characters that `string_is_safe()` refuses in a section's name, in every version since 252. */
const unsafeName = /[\x00-\x1f\x7f"'\\]/

const nulMark = 4

function breakMark(code: number): number {
  return code === feed ? 1 : code === carriage ? 2 : code === 0 ? nulMark : 0
}

function isBreak(code: number): boolean {
  return code === feed || code === carriage || code === 0
}

/** The offset of the first character from `index` on that is no blank; `none` where there is none. */
function firstOf(line: JoinedText, index: number, none: number): number {
  let at = index
  while (at < line.text.length && isBlank(line.text.charCodeAt(at))) at++
  return at < line.text.length ? offsetIn(line, at) : none
}

/** The offset behind the last character before `index` that is no blank; `none` where there is none. */
function lastOf(line: JoinedText, index: number, none: number): number {
  let at = index
  while (at > 0 && isBlank(line.text.charCodeAt(at - 1))) at--
  return at > 0 ? offsetIn(line, at - 1) + 1 : none
}

function isBlank(code: number): boolean {
  return code === space || code === 9 || code === feed || code === carriage
}
