import type { Span } from '../../base/span.ts'
import { templateTags } from '../../base/template-tags.ts'
import { countLineFeeds, isAlphanumeric, isBlank, isDigit, isWord, wordEnd } from './characters.ts'
import { compoundAt } from './compounds.ts'
import { hashStep, lookUp, noise, unknown } from './keyword-index.ts'
import { maskTags, opaqueCharacter } from './mask-tags.ts'
import { readEvery, readUrl } from './modes.ts'
import { kindNumber } from './token-kinds.ts'
import { TokenSink } from './token-sink.ts'

/**
 * Cuts a text into tokens as monit's flex lexer does: the longest match wins, letters count the same in both cases,
 * line breaks mean nothing, and certain words open a little language of their own (`modes.ts`). The lexer never asks
 * the parser, so the whole text is cut before it is parsed. Never throws.
 */
export function lex(text: string): { readonly sink: TokenSink; readonly tags: readonly Span[] } {
  const tags = templateTags(text)
  const sink = new TokenSink(tags.length > 0 ? maskTags(text, tags) : text, tags.length > 0)
  readUntil(sink, 0, text.length)
  sink.push('END', text.length, text.length)
  return { sink, tags }
}

const lineFeed = 10
const exclamation = 33
const doubleQuote = 34
const hash = 35
const percentSign = 37
const singleQuote = 39
const openParenthesis = 40
const closeParenthesis = 41
const comma = 44
const point = 46
const slash = 47
const colon = 58
const semicolon = 59
const equals = 61
const atSign = 64
const openBrace = 123
const backslash = 92
const tilde = 126

const stringKind = kindNumber('STRING')
const pathKind = kindNumber('PATH')
const numberKind = kindNumber('NUMBER')
const realKind = kindNumber('REAL')
const templateKind = kindNumber('TEMPLATE')
const mailKind = kindNumber('MAIL')
const percentKind = kindNumber('%')
const everyKind = kindNumber('every')

/**
 * The ordinary rules.
 * @param from the beginning of the text, or of a check
 * @param end where to stop; a token that begins before it is read whole
 * @returns the offset behind what was read
 */
export function readUntil(sink: TokenSink, from: number, end: number): number {
  const { text } = sink
  let at = from
  while (at < end) {
    const code = text.charCodeAt(at)
    if (code === lineFeed || isBlank(code) || code === comma || code === semicolon) {
      at++
    } else if (code === openParenthesis || code === closeParenthesis) {
      at++
    } else if (code === hash) {
      at = readComment(sink, at)
    } else if (isWord(code)) {
      at = readWord(sink, at)
    } else if (code === doubleQuote || code === singleQuote) {
      at = readQuoted(sink, at, code)
    } else if (code === percentSign) {
      sink.pushNumber(percentKind, at, ++at)
    } else {
      at = readMark(sink, at, code)
    }
  }
  return at
}

function readComment(sink: TokenSink, start: number): number {
  const feed = sink.text.indexOf('\n', start)
  const end = feed === -1 ? sink.text.length : feed
  const hasReturn = sink.text.charCodeAt(end - 1) === 13 && end - 1 > start
  sink.comments.push({ start, end: hasReturn ? end - 1 : end })
  // monit counts a line for every comment, also for one that the file ends in.
  if (feed === -1) sink.shiftLines(end, 1)
  return feed === -1 ? end : feed + 1
}

function readWord(sink: TokenSink, start: number): number {
  const { text } = sink
  const length = text.length
  let end = start
  let digits = 0
  let hashed = 0
  while (end < length) {
    const code = text.charCodeAt(end)
    if (!isWord(code)) break
    if (isDigit(code)) digits++
    hashed = hashStep(hashed, code)
    end++
  }
  const next = end < length ? text.charCodeAt(end) : 0
  if (next === colon || next === atSign) {
    const longer = wordOverMark(sink, start, end, next)
    if (longer > end) return longer
  }
  if (digits === end - start) {
    sink.pushNumber(numberKind, start, end)
    return end
  }
  const kind = lookUp(text, start, end, hashed)
  const compound = compoundAt(sink, start, end, kind)
  if (compound > 0) return compound
  if (kind === noise) return end
  if (kind === everyKind) {
    sink.pushNumber(kind, start, end)
    return readEvery(sink, end)
  }
  if (kind !== unknown) {
    sink.pushNumber(kind, start, end)
    return end
  }
  return readValue(sink, start, end, digits)
}

/** A word that is none of the language: a number with a point, a path, a text. */
function readValue(sink: TokenSink, start: number, end: number, digits: number): number {
  const { text } = sink
  const first = text.charCodeAt(start)
  if (first === backslash && end === start + 1) {
    // A lone backslash is skipped with the line break behind it; monit counts a line either way.
    if (text.charCodeAt(end) === lineFeed) return end + 1
    sink.shiftLines(end, 1)
    return end
  }
  let kind = first === slash ? pathKind : stringKind
  if (digits === end - start - 1 && isReal(text, start, end)) kind = realKind
  if (kind === stringKind && sink.isMasked && text.slice(start, end).includes(opaqueCharacter))
    kind = templateKind
  sink.pushNumber(kind, start, end)
  return end
}

function isReal(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end - 1; at++) if (text.charCodeAt(at) === point) return true
  return false
}

const group = '[0-9a-f]{1,4}'
const lastGroups = `(?:${group}:${group}|(?:\\d{1,3}\\.){3}\\d{1,3})`
/** The forms of an IPv6 address by RFC 3986, with the length of its prefix; of all that match the longest counts. */
const addressForms = [
  `(?:${group}:){6}${lastGroups}`,
  `::(?:${group}:){5}${lastGroups}`,
  ...[0, 1, 2, 3, 4].map(
    (more) => `(?:(?:${group}:){0,${more}}${group})?::(?:${group}:){${4 - more}}${lastGroups}`,
  ),
  `(?:(?:${group}:){0,5}${group})?::${group}`,
  `(?:(?:${group}:){0,6}${group})?::`,
].map((form) => new RegExp(`${form}/?\\d{0,3}`, 'iy'))

function ipv6End(text: string, at: number): number {
  let longest = at
  for (const form of addressForms) {
    form.lastIndex = at
    if (form.test(text)) longest = Math.max(longest, form.lastIndex)
  }
  return longest
}

/** What a word before `:` or `@` may be the beginning of; its end where it is none. */
function wordOverMark(sink: TokenSink, start: number, end: number, mark: number): number {
  const { text } = sink
  if (mark === atSign) {
    const stop = wordEnd(text, end + 1)
    if (stop === end + 1) return end
    sink.pushNumber(mailKind, start, stop)
    return stop
  }
  if (text.startsWith('://', end) && isScheme(text, start, end)) return readUrl(sink, start, end + 3)
  if (end - start > 4) return end
  const stop = ipv6End(text, start)
  if (stop > end) sink.pushNumber(stringKind, start, stop)
  return stop
}

function isScheme(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isAlphanumeric(text.charCodeAt(at))) return false
  return true
}

function readQuoted(sink: TokenSink, start: number, quote: number): number {
  const { text } = sink
  const closing = text.indexOf(quote === doubleQuote ? '"' : "'", start + 1)
  if (closing === -1) {
    sink.problem('unbalanced-quote', start, start + 1)
    return start + 1
  }
  const end = closing + 1
  const isPath = text.charCodeAt(start + 1) === slash && countLineFeeds(text, start, end) === 0
  let kind = isPath ? pathKind : stringKind
  if (kind === stringKind && text[start + 1] === opaqueCharacter) kind = templateKind
  sink.pushNumber(kind, start, end)
  return end
}

function readMark(sink: TokenSink, start: number, code: number): number {
  const { text } = sink
  const next = text.charCodeAt(start + 1)
  if (code === exclamation && next === equals) {
    const isMatch = text.charCodeAt(start + 2) === tilde
    sink.push(isMatch ? 'notmatching' : '!=', start, start + (isMatch ? 3 : 2))
    return start + (isMatch ? 3 : 2)
  }
  if (code === colon && next === colon) {
    const end = ipv6End(text, start)
    if (end > start) {
      sink.pushNumber(stringKind, start, end)
      return end
    }
  }
  // Whatever character comes here, monit forgets which type of check it is in.
  sink.inProgramCheck = false
  if (code === colon) sink.push(':', start, start + 1)
  else if (code === atSign) sink.push('@', start, start + 1)
  else if (code === openBrace) sink.push('{', start, start + 1)
  else if (code === openBrace + 2) sink.push('}', start, start + 1)
  else sink.push('STRAY', start, start + 1)
  return start + 1
}
