import { detached } from '../../base/detached.ts'
import {
  countLineFeeds,
  isAlphanumeric,
  isBlank,
  isDigit,
  skipBlanks,
  skipWideBlanks,
  wordEnd,
} from './characters.ts'
import { opaqueCharacter } from './mask-tags.ts'
import type { TokenSink } from './token-sink.ts'

/**
 * The little languages inside monit's: what its lexer reads by rules of their own behind certain words. Each function
 * begins at an offset, puts tokens into the sink and answers with the offset at which the ordinary rules hold again.
 * They follow the start conditions of monit's flex lexer, oddities included, as each one can hide a mistake.
 */

const lineFeed = 10
const doubleQuote = 34
const singleQuote = 39
const comma = 44
const slash = 47
const colon = 58
const questionMark = 63
const hash = 35

/**
 * A program and its arguments, from behind the opening quote. Split at blanks; `'…'` is one argument where no word
 * character follows it, and may run over lines and over the closing quote. Nothing escapes the double quote.
 */
export function readArguments(sink: TokenSink, from: number): number {
  const { text } = sink
  const opener = sink.count - 1
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === lineFeed || isBlank(code)) {
      at++
    } else if (code === doubleQuote) {
      sink.closingQuotes.set(opener, at)
      return at + 1
    } else {
      const end = argumentEnd(text, at)
      // flex takes the longer of a quoted piece and an unquoted one; a lone quote is neither.
      const closing = code === singleQuote ? text.indexOf("'", at + 1) : -1
      if (code === singleQuote && closing === -1) sink.hasOpenEnd = true
      const quotedEnd = closing + 1
      const stop = Math.max(end, quotedEnd)
      if (code === singleQuote && stop === at + 1) sink.problem('unbalanced-quote', at, stop)
      else sink.push('ARGUMENT', at, stop)
      at = stop
    }
  }
  sink.closingQuotes.set(opener, text.length)
  return at
}

function argumentEnd(text: string, from: number): number {
  let end = from
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (code === 32 || code === 9 || code === lineFeed || code === doubleQuote) break
    end++
  }
  return end
}

/** The name behind `check TYPE`, which may stand on a later line. */
export function readServiceName(sink: TokenSink, from: number): number {
  const { text } = sink
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === lineFeed || isBlank(code)) {
      at++
      continue
    }
    const end = nameEnd(text, at)
    if (end > at) {
      sink.push('SERVICE', at, end)
      return end
    }
    if (code === doubleQuote || code === singleQuote) sink.problem('unbalanced-quote', at, at + 1)
    else pushStray(sink, at)
    at++
  }
  return at
}

/**
 * The end of a service's name: a word, or quoted on one line. In single quotes it runs to the last single quote that
 * the line has before a double one. `from` where there is none.
 */
function nameEnd(text: string, from: number): number {
  const code = text.charCodeAt(from)
  if (code !== doubleQuote && code !== singleQuote) return wordEnd(text, from)
  let end = from
  for (let at = from + 1; at < text.length; at++) {
    const next = text.charCodeAt(at)
    if (next === code && at > from + 1) end = at + 1
    if (next < 32 || next === doubleQuote) break
  }
  return end
}

/**
 * The names behind `depends on`: on its line, separated by commas (or `; ( )`); white space that no comma follows ends
 * the list.
 */
export function readDependencies(sink: TokenSink, from: number): number {
  const { text } = sink
  let at = from
  while (at < text.length) {
    const end = nameEnd(text, at)
    if (end > at) {
      sink.push('DEPENDENCY', at, end)
      at = end
      continue
    }
    const blanks = skipWideBlanks(text, at)
    const breakAt = text.charCodeAt(blanks) === lineFeed ? blanks : -1
    const separatorEnd = breakAt === -1 ? blanks : skipWideBlanks(text, breakAt + 1)
    const leave = leavingEnd(text, at)
    if (leave > separatorEnd) {
      // The last character is put back and counted again if it is a line feed.
      if (text.charCodeAt(leave - 1) === lineFeed) sink.shiftLines(leave, 1)
      return leave - 1
    }
    if (separatorEnd > at) {
      at = separatorEnd
    } else {
      pushStray(sink, at)
      at++
    }
  }
  return at
}

/** The end of white space and one character that is no comma; `from` where there is none of it. */
function leavingEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && (isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === lineFeed)) at++
  if (at === from) return from
  if (at < text.length && text.charCodeAt(at) !== comma) return at + 1
  // Before a comma, or at the end: the last of the white space may be that character.
  return at - from >= 2 ? at : from
}

/** The name behind `group`: a word, or one word in quotes. */
export function readGroup(sink: TokenSink, from: number): number {
  const { text } = sink
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === lineFeed) {
      sink.shiftLines(at + 1, -1)
      at++
      continue
    }
    const quoted = code === doubleQuote || code === singleQuote
    const end = wordEnd(text, quoted ? at + 1 : at)
    if (quoted && end > at + 1 && text.charCodeAt(end) === code) {
      sink.push('GROUP', at, end + 1)
      return end + 1
    }
    if (!quoted && end > at) {
      sink.push('GROUP', at, end)
      return end
    }
    if (quoted) sink.problem('unbalanced-quote', at, at + 1)
    else pushStray(sink, at)
    at++
  }
  return at
}

const cron = /['"][ \t\r]*(?:[0-9,*/-]+[ \t\r]+){4}[0-9,*/-]+[ \t\r]*['"]/y
const opaqueQuoted = new RegExp(
  `(?:"[^"\\n]*${opaqueCharacter}[^"\\n]*"|'[^'\\n]*${opaqueCharacter}[^'\\n]*')`,
  'y',
)

/** What follows `every`: a number, a cron expression in quotes, or `cycles` alone. */
export function readEvery(sink: TokenSink, from: number): number {
  const { text } = sink
  let at = from
  while (at < text.length && (isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === lineFeed)) {
    if (text.charCodeAt(at) === lineFeed) sink.shiftLines(at + 1, -1)
    at++
  }
  if (at === text.length) return at
  let end = at
  while (isDigit(text.charCodeAt(end))) end++
  if (end > at) {
    sink.push('NUMBER', at, end)
    return end
  }
  const expression = endOf(cron, text, at) || (sink.isMasked ? endOf(opaqueQuoted, text, at) : 0)
  if (expression > 0) {
    sink.push('CRON', at, expression)
    return expression
  }
  if (/^cycle/i.test(text.slice(at, at + 5))) {
    const stop = /^s/i.test(text.charAt(at + 5)) ? at + 6 : at + 5
    sink.push('cycles', at, stop)
    return stop
  }
  const word = wordEnd(text, at)
  if (sink.isMasked && text.slice(at, word).includes(opaqueCharacter)) {
    sink.push('TEMPLATE', at, word)
    return word
  }
  sink.problem('bad-every', at, at + 1)
  return at + 1
}

/** The pattern behind `include`, a word up to a blank or a quoted one. */
export function readInclude(sink: TokenSink, start: number, from: number): number {
  const { text } = sink
  let at = from
  while (at < text.length && (isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === lineFeed)) {
    if (text.charCodeAt(at) === lineFeed) sink.shiftLines(at + 1, -1)
    at++
  }
  let bare = at
  while (bare < text.length && !isBlank(text.charCodeAt(bare)) && text.charCodeAt(bare) !== lineFeed) bare++
  if (bare === at) return at
  const quoted = quotedOnLine(text, at)
  const isQuoted = quoted >= bare && quoted > at
  const patternSpan = isQuoted ? { start: at + 1, end: quoted - 1 } : { start: at, end: bare }
  const end = isQuoted ? quoted : bare
  const pattern = detached(text.slice(patternSpan.start, patternSpan.end))
  sink.includes.push({ start, end, patternSpan, pattern })
  return end
}

function quotedOnLine(text: string, from: number): number {
  const quote = text.charAt(from)
  if (quote !== '"' && quote !== "'") return from
  for (let at = from + 1; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === '\n' || char === '\r') return from
    if (char === quote) return at > from + 1 ? at + 1 : from
  }
  return from
}

/** The rest of a URL behind `http://`; white space ends it. At the end of the file it is no token at all. */
export function readUrl(sink: TokenSink, start: number, from: number): number {
  const { text } = sink
  if (!/^https?$/i.test(text.slice(start, from - 3))) sink.problem('bad-url-scheme', start, from)
  const credentialsEnd = credentialsFrom(sink, from)
  let at = from
  let hasHost = false
  let hasStray = false
  while (at < text.length) {
    const code = text.charCodeAt(at)
    const isTail = code === slash || code === questionMark || code === hash
    const tailEnd = isTail ? urlTail(text, at) : at
    const behindAt = credentialsEnd(at)
    if (behindAt > at && behindAt >= tailEnd) {
      // What stood before `user:password@` was no host.
      hasHost = false
      sink.shiftLines(behindAt, -lineFeedsIn(text, at, behindAt))
      at = behindAt
      continue
    }
    if (isBlank(code) || code === lineFeed) break
    const hostEnd = urlHostEnd(text, at)
    if (isTail) {
      at = tailEnd
    } else if (hostEnd > at) {
      hasHost = true
      at = hostEnd
    } else if (code === colon && isDigit(text.charCodeAt(at + 1))) {
      at++
      while (isDigit(text.charCodeAt(at))) at++
    } else {
      if (!hasStray) pushStray(sink, at)
      hasStray = true
      at++
    }
  }
  if (at >= text.length) return text.length
  if (text.charCodeAt(at) === lineFeed) sink.shiftLines(at + 1, -1)
  if (!hasHost) sink.problem('missing-url-host', start, at)
  if (!hasStray) sink.push('URL', start, at)
  return at + 1
}

/**
 * Finds `user:password@` in a URL: monit takes anything but blanks and `@` for it, even quotes and line feeds, which it
 * does not count then. A colon may be in the password only where the user would do for a host.
 * @returns for offsets that only grow, the end of the credentials that begin there, or the offset where none do
 */
function credentialsFrom(sink: TokenSink, from: number): (at: number) => number {
  const { text } = sink
  const blank = text.indexOf(' ', from)
  const limit = blank === -1 ? text.length : blank
  // Whole checks before that blank, with tabs for blanks, may be a password.
  if (/check\t/i.test(text.slice(from, limit))) sink.hasOpenEnd = true
  let atSign = from - 1
  let lastColon = -1
  let colonBefore = -1
  return (at) => {
    if (atSign < at && atSign < limit) {
      const next = text.indexOf('@', at)
      atSign = next === -1 ? limit : Math.min(next, limit)
      lastColon = text.lastIndexOf(':', atSign - 1)
      colonBefore = text.lastIndexOf(':', lastColon - 1)
    }
    if (atSign >= limit) return at
    const isPassword = text.charCodeAt(at) === colon && atSign > at + 1
    const isBoth = colonBefore < at && lastColon > at && lastColon < atSign - 1
    return isPassword || isBoth ? atSign + 1 : at
  }
}

function lineFeedsIn(text: string, start: number, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}

function urlTail(text: string, from: number): number {
  const stops = text[from] === '/' ? /[?#\r\n ]/g : text[from] === '?' ? /[#\r\n ]/g : /[\r\n ]/g
  stops.lastIndex = from + 1
  return stops.exec(text)?.index ?? text.length
}

function urlHostEnd(text: string, from: number): number {
  if (text[from] === '[') {
    const bracket = /\[[0-9a-zA-Z.:%]+\]/y
    return endOf(bracket, text, from) || from
  }
  let end = from
  while (end < text.length) {
    const code = text.charCodeAt(end)
    // A point stands between two names only.
    const isPoint = code === 46 && end > from && isInHostName(text, end + 1)
    if (!isPoint && !isInHostName(text, end)) break
    end++
  }
  return end
}

function isInHostName(text: string, at: number): boolean {
  return isAlphanumeric(text.charCodeAt(at)) || text[at] === '-' || text[at] === opaqueCharacter
}

/** The address behind `from:` or `reply-to:`; the line's end or a closing brace ends it. */
export function readAddress(sink: TokenSink, from: number): number {
  const { text } = sink
  let hasAddress = false
  let at = from
  while (at < text.length) {
    const char = text.charAt(at)
    if (char === '}' || char === '\n') {
      if (!hasAddress) sink.problem('missing-mail-address', from, at)
      sink.push('ADDRESS', from, at)
      if (char === '\n') sink.shiftLines(at + 1, -1)
      return char === '\n' ? at + 1 : at
    }
    const address = runEnd(text, at, isAddressCharacter)
    const name = runEnd(text, at, isAddressNameCharacter)
    if (address >= name && address > at) {
      hasAddress = true
      at = address
    } else if (name > at) {
      // A tag of a template may print the address.
      hasAddress ||= sink.isMasked && text.slice(at, name).includes(opaqueCharacter)
      at = name
    } else if ('<>:[]'.includes(char)) {
      at++
    } else {
      sink.problem('bad-mail-field', at, at + 1)
      return at + 1
    }
  }
  return at
}

function isAddressCharacter(code: number): boolean {
  return code > 33 && !isAddressBracket(code)
}

function isAddressNameCharacter(code: number): boolean {
  return code > 31 && code !== 64 && !isAddressBracket(code)
}

/** `< > { } [ ]` */
function isAddressBracket(code: number): boolean {
  return code === 60 || code === 62 || code === 123 || code === 125 || code === 91 || code === 93
}

function runEnd(text: string, from: number, holds: (code: number) => boolean): number {
  let end = from
  while (end < text.length && holds(text.charCodeAt(end))) end++
  return end
}

/** The names behind `hostgroups`, up to the closing bracket. */
export function readHostGroups(sink: TokenSink, from: number): number {
  const { text } = sink
  let at = from
  while (at < text.length) {
    const char = text.charAt(at)
    const blanks = skipWideBlanks(text, at)
    const quotedAt = skipBlanks(text, at)
    const quoted = anyQuotedEnd(sink, quotedAt)
    const bare = runEnd(text, at, isHostGroupCharacter)
    const longest = Math.max(blanks, quoted, bare)
    if (char === '[' || char === '\n') {
      at++
    } else if (char === ']') {
      sink.push(']', at, at + 1)
      return at + 1
    } else if (longest === at) {
      sink.problem('bad-host-groups', at, at + 1)
      return at + 1
    } else {
      if (longest > blanks) {
        const start = quoted > bare ? quotedAt : at
        sink.push('HOSTGROUP', start, longest)
        if (quoted > bare) sink.shiftLines(longest, -countLineFeeds(text, start, longest))
      }
      at = longest
    }
  }
  return at
}

function isHostGroupCharacter(code: number): boolean {
  return !isBlank(code) && code !== lineFeed && code !== comma && code !== 91 && code !== 93
}

/** The end of a quoted text over any number of lines that isn't empty; 0 where there is none. */
function anyQuotedEnd(sink: TokenSink, from: number): number {
  const { text } = sink
  const quote = text.charAt(from)
  if (quote !== '"' && quote !== "'") return 0
  const closing = text.indexOf(quote, from + 1)
  if (closing === -1) sink.hasOpenEnd = true
  return closing > from + 1 ? closing + 1 : 0
}

/** `Name: value, …` behind `http headers`, up to the closing bracket. A token is a value, with the name before it. */
export function readHeaders(sink: TokenSink, from: number): number {
  const { text } = sink
  let at = from
  let nameStart = -1
  while (at < text.length) {
    const char = text.charAt(at)
    if (char === ':') {
      const end = headerValueEnd(sink, at + 1)
      if (end === at + 1) {
        sink.problem('bad-http-headers', at, at + 1)
        return at + 1
      }
      const start = nameStart === -1 ? at : nameStart
      sink.push('HEADER', start, end)
      const quoted = /^[ \t\r]*["']/.test(text.slice(at + 1, at + 40))
      if (quoted) sink.shiftLines(end, -countLineFeeds(text, at, end))
      nameStart = -1
      at = end
      continue
    }
    if (char === ']') {
      sink.push(']', at, at + 1)
      return at + 1
    }
    if (char === '[' || char === '\n') {
      at++
      continue
    }
    const name = runEnd(text, at, isHeaderNameCharacter)
    if (name > at && text.charAt(name) === ':') {
      nameStart = skipWideBlanks(text, at)
      at = name
      continue
    }
    const blanks = skipWideBlanks(text, at)
    if (blanks === at) {
      sink.problem('bad-http-headers', at, Math.max(name, at + 1))
      return at + 1
    }
    at = blanks
  }
  return at
}

function headerValueEnd(sink: TokenSink, from: number): number {
  const { text } = sink
  const bare = runEnd(text, from, isHeaderValueCharacter)
  const quotedAt = skipBlanks(text, from)
  const quote = text.charAt(quotedAt)
  if (quote !== '"' && quote !== "'") return bare
  const closing = text.indexOf(quote, quotedAt + 1)
  if (closing === -1) sink.hasOpenEnd = true
  return Math.max(bare, closing + 1)
}

function isHeaderNameCharacter(code: number): boolean {
  return isHeaderValueCharacter(code) && code !== 9 && code !== 91
}

function isHeaderValueCharacter(code: number): boolean {
  return code !== 13 && code !== lineFeed && code !== 93 && code !== comma && code !== 58
}

/** A character that no rule of a mode takes: monit hands it on as it is, and nothing expects it. */
function pushStray(sink: TokenSink, at: number): void {
  sink.inProgramCheck = false
  sink.push('STRAY', at, at + 1)
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : 0
}
