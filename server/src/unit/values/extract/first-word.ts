import { decodeText, encodeText } from '../../../base/decode.ts'
import { unescapeOne, unescapeSurrogate } from './unescape.ts'

/** How `extract_first_word()` of `src/basic/extract-word.c` cuts a value into words. Each field is one of its flags. */
export interface ExtractFlags {
  /** What parts words; blanks unless said otherwise. */
  readonly separators?: string
  /** Quotes hold a word together and go. */
  readonly unquote?: boolean
  /** Quotes hold a word together and stay. */
  readonly keepQuote?: boolean
  /** `\n`, `\x2d` and the like are what they are in C; others are an error. */
  readonly unescape?: boolean
  /** Halves of surrogate pairs are escapes too, which `unescape` takes in versions before 262. */
  readonly surrogates?: boolean
  /** Unknown escapes and a backslash at the end stay as they are. */
  readonly unescapeRelax?: boolean
  /** A backslash before a separator or another backslash goes; other escapes are an error. */
  readonly unescapeSeparators?: boolean
  /** A quote need not end, and a backslash at the end goes. */
  readonly relax?: boolean
  /** Each separator ends a word, an empty one too. */
  readonly dontCoalesce?: boolean
  /** A backslash is a character like any other. */
  readonly retainEscape?: boolean
  /** The next word is looked for from the separator on. */
  readonly retainSeparators?: boolean
}

/** A word of a value. */
export interface Word {
  /**
   * What systemd reads: without quotes and escapes where the flags say so. An escaped byte that is no UTF-8 is the lone
   * surrogate that `decodeText()` would make of it.
   */
  readonly text: string
  /** Where it stands, quotes and escapes included; as long as `text` where there are none. */
  readonly from: number
  readonly to: number
  /** Where the next word is looked for; undefined when the value is used up. */
  readonly next: number | undefined
}

/** Why no word could be read: a quote does not end, or a backslash begins no escape. */
export interface WordError {
  readonly error: 'quote' | 'escape'
  /** Where the word begins. */
  readonly from: number
  /** Where the quote or the backslash is. */
  readonly at: number
}

/** What systemd calls whitespace. */
export const blanks = ' \t\n\r'

/**
 * The first word of a value from an index on; undefined where there is none left.
 * @param at where to look: 0, later the `next` of the word before
 */
export function firstWord(
  text: string,
  at: number | undefined,
  flags: ExtractFlags,
): Word | WordError | undefined {
  if (at === undefined) return undefined
  const separators = flags.separators ?? blanks
  let from = at
  // Where each separator counts, there is an empty word before one, and behind the last one.
  if (flags.dontCoalesce) {
    if (from >= text.length) return { text: '', from, to: from, next: undefined }
  } else {
    while (from < text.length && separators.includes(text[from]!)) from++
    if (from >= text.length) return undefined
  }
  for (let to = from; to < text.length; to++) {
    const char = text[to]!
    if (separators.includes(char)) return endWord(text.slice(from, to), from, to, text, separators, flags)
    if (char === '\\' ? !flags.retainEscape : isQuote(char, flags))
      return readMarked(text, from, separators, flags)
  }
  return { text: from === 0 ? text : text.slice(from), from, to: text.length, next: undefined }
}

/** The words of a value, up to the first one that can't be read. */
export function allWords(
  text: string,
  flags: ExtractFlags,
  from = 0,
): { readonly words: readonly Word[]; readonly error?: WordError } {
  const words: Word[] = []
  for (let next: number | undefined = from; ; ) {
    const word = firstWord(text, next, flags)
    if (!word) return { words }
    if ('error' in word) return { words, error: word }
    words.push(word)
    next = word.next
  }
}

/** A word that `extract_first_word_and_warn()` read, and the escape that it left as it was, with a warning. */
export interface WarnedWord {
  readonly word: Word
  readonly warning?: WordError
}

/** The first word as `extract_first_word_and_warn()` reads it. What is still an error then, it reports as one. */
export function firstWordAndWarn(
  text: string,
  at: number | undefined,
  flags: ExtractFlags,
): WarnedWord | WordError | undefined {
  const strict = firstWord(text, at, flags)
  if (!strict) return undefined
  if (!('error' in strict)) return { word: strict }
  const relaxed = firstWord(text, at, { ...flags, unescapeRelax: true })
  if (!relaxed || 'error' in relaxed) return relaxed
  return { word: relaxed, warning: strict }
}

function isQuote(char: string, { unquote, keepQuote }: ExtractFlags): boolean {
  return (char === '"' || char === "'") && (unquote === true || keepQuote === true)
}

function endWord(
  word: string,
  from: number,
  to: number,
  text: string,
  separators: string,
  { dontCoalesce, retainSeparators }: ExtractFlags,
): Word {
  if (retainSeparators) return { text: word, from, to, next: to }
  if (dontCoalesce) return { text: word, from, to, next: to + 1 }
  let next = to
  while (next < text.length && separators.includes(text[next]!)) next++
  return { text: word, from, to, next: next < text.length ? next : undefined }
}

/** Reads a word with quotes or escapes. */
function readMarked(text: string, from: number, separators: string, flags: ExtractFlags): Word | WordError {
  let read = ''
  let quote = ''
  let quoteAt = from
  for (let at = from; at < text.length; at++) {
    const char = text[at]!
    if (char === '\\' && !flags.retainEscape) {
      const escaped = readBackslash(text, at, quote !== '', separators, flags)
      if (!escaped) return { error: 'escape', from, at }
      read += escaped.text
      at += escaped.length
      // A relaxed backslash at the end of the text ends the word, whatever quote is open.
      if (at + 1 >= text.length && escaped.length === 0) quote = ''
    } else if (quote) {
      if (char !== quote || flags.keepQuote) read += char
      if (char === quote) quote = ''
    } else if (isQuote(char, flags)) {
      quote = char
      quoteAt = at
      if (flags.keepQuote) read += char
    } else if (separators.includes(char)) {
      return endWord(joinBytes(read), from, at, text, separators, flags)
    } else read += char
  }
  if (quote && !flags.relax) return { error: 'quote', from, at: quoteAt }
  return { text: joinBytes(read), from, to: text.length, next: undefined }
}

/** What a backslash stands for, and how many characters behind it belong to it; undefined for an error. */
function readBackslash(
  text: string,
  at: number,
  quoted: boolean,
  separators: string,
  flags: ExtractFlags,
): { readonly text: string; readonly length: number } | undefined {
  const next = text[at + 1]
  if (next === undefined) {
    if (flags.unescapeRelax && (!quoted || flags.relax)) return { text: '\\', length: 0 }
    return flags.relax ? { text: '', length: 0 } : undefined
  }
  if (!flags.unescape && !flags.unescapeSeparators) return { text: next, length: 1 }
  const escaped = flags.unescape
    ? (unescapeOne(text, at + 1) ?? (flags.surrogates ? unescapeSurrogate(text, at + 1) : undefined))
    : undefined
  if (escaped) return escaped
  if (flags.unescapeSeparators && (separators.includes(next) || next === '\\'))
    return { text: next, length: 1 }
  return flags.unescapeRelax ? { text: `\\${next}`, length: 1 } : undefined
}

const loneByte = /[\udc80-\udcff]/

/** Bytes that were escaped one by one may be UTF-8 together. */
export function joinBytes(text: string): string {
  return loneByte.test(text) ? decodeText(encodeText(text)) : text
}
