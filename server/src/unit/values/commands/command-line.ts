import { newestVersion } from '../../data/directives.ts'
import { blanks, type ExtractFlags, firstWordAndWarn, type Word } from '../extract/first-word.ts'
import { findBadSpecifier } from '../extract/specifiers.ts'
import { type ProgramFault, programFault } from './program.ts'

/** A part of the value; indices into its text. */
export interface Part {
  readonly from: number
  readonly to: number
}

/** A word of a command line. `text` is what systemd reads: without quotes and escapes, specifiers not yet expanded. */
export interface CommandWord extends Part {
  readonly text: string
}

/** `!!` is one prefix of two characters. */
export type PrefixChar = '-' | '@' | ':' | '+' | '!' | '!!' | '|'

/** Something in front of the program that changes how it is run. */
export interface CommandPrefix extends Part {
  readonly char: PrefixChar
}

/** One of the commands of a value. */
export interface Command extends Part {
  readonly prefixes: readonly CommandPrefix[]
  /** The program, without prefixes; behind `|` the first word of what the shell is given, where it may be empty. */
  readonly program: CommandWord
  /** What the program is told it is called, where `@` asks for that. */
  readonly argv0?: CommandWord
  /** The other arguments; a separator that was escaped as `\;` is `;` here. */
  readonly arguments: readonly CommandWord[]
}

/** Something that systemd minds about a command line. */
export interface CommandProblem extends Part {
  readonly fault: ProgramFault | 'open-quote' | 'unknown-escape' | 'missing-argv0' | 'ambient-prefix'
  /**
   * What it does: warns and leaves the command out with all that follows it (of an escape only the meaning), refuses
   * the unit, or remarks.
   */
  readonly effect: 'ignored' | 'refused' | 'noticed'
  /** The word at fault as systemd reads it. */
  readonly word: string
}

/** A command line as far as systemd reads it; it gives up at the first serious problem. */
export interface CommandLine {
  readonly commands: readonly Command[]
  /** Each `;` that parts commands. */
  readonly separators: readonly Part[]
  readonly problems: readonly CommandProblem[]
}

/** The first version that knows `|`, and the first that makes nothing of `!!`. */
const shellPrefixSince = 258

const wordFlags: ExtractFlags = { unquote: true, unescape: true }
const wordFlagsBefore262: ExtractFlags = { ...wordFlags, surrogates: true }

/**
 * Reads the value of ExecStart= and its like as `config_parse_exec()` does. No shell is involved: `&&`, `>`, `~` and `*`
 * are arguments like any other, and only `;` as a word of its own parts commands.
 * @param text the value as systemd sees it, on one line
 */
export function parseCommandLine(text: string, version: number = newestVersion): CommandLine {
  const line: Reading = { text, version, commands: [], separators: [], problems: [] }
  for (let at: number | undefined = 0; at !== undefined; ) at = readCommand(line, at)
  const { commands, separators, problems } = line
  return { commands, separators, problems }
}

interface Reading {
  readonly text: string
  readonly version: number
  readonly commands: Command[]
  readonly separators: Part[]
  readonly problems: CommandProblem[]
}

/** A command whose words are being read. */
interface Beginning {
  readonly first: Word
  readonly prefixes: readonly CommandPrefix[]
  readonly program: CommandWord
  /** What a problem does to it: with the prefix `-` systemd goes on without the command. */
  readonly effect: 'ignored' | 'refused'
}

/** Reads one command; answers where the next one begins, or nothing where systemd stops. */
function readCommand(line: Reading, at: number): number | undefined {
  // A first word that can't be read is an error in the log, but systemd goes on without the line.
  const first = readWord(line, at, 'ignored')
  if (!first) return undefined
  // Quotes or not; it is past the first word that they make a difference.
  if (first.text === ';') {
    line.separators.push({ from: first.from, to: first.to })
    return first.next
  }
  const begun = readProgram(line, first)
  if (!begun) return undefined
  const words: CommandWord[] = []
  let next = first.next
  while (next !== undefined && next < line.text.length) {
    if (isSeparator(line.text, next)) {
      const separator = { from: next, to: next + 1 }
      if (!addCommand(line, begun, words)) return undefined
      line.separators.push(separator)
      return skipBlanks(line.text, separator.to)
    }
    if (line.text[next] === '\\' && isSeparator(line.text, next + 1)) {
      words.push({ text: ';', from: next, to: next + 2 })
      next = skipBlanks(line.text, next + 2)
      continue
    }
    const word = readWord(line, next, begun.effect)
    if (!word) return undefined
    const argument = { text: word.text, from: word.from, to: word.to }
    if (findBadSpecifier(word.text, 'full', line.version)) {
      line.problems.push(problem('specifier', begun.effect, argument))
      return undefined
    }
    words.push(argument)
    next = word.next
  }
  addCommand(line, begun, words)
  return undefined
}

/** Reads a word; nothing where there is none, or where systemd gives up on it. */
function readWord(
  { text, version, problems }: Reading,
  at: number,
  effect: CommandProblem['effect'],
): Word | undefined {
  const read = firstWordAndWarn(text, at, version < 262 ? wordFlagsBefore262 : wordFlags)
  if (!read) return undefined
  if ('error' in read) {
    problems.push({ fault: 'open-quote', effect, word: text.slice(read.at), from: read.at, to: text.length })
    return undefined
  }
  const { word, warning } = read
  if (warning) {
    const from = warning.at
    const to = from + 1 + String.fromCodePoint(text.codePointAt(from + 1) ?? 0x20).length
    const part = { text: text.slice(from, to), from, to: Math.min(to, text.length) }
    problems.push(problem('unknown-escape', 'ignored', part))
  }
  return word
}

/** Takes the first word of a command apart. */
function readProgram(line: Reading, first: Word): Beginning | undefined {
  const chars = prefixChars(first.text, line.version)
  let read = 0
  const prefixes = chars.map((char): CommandPrefix => {
    const from = placeIn(line.text, first, read)
    read += char.length
    return { char, from, to: Math.max(from, placeIn(line.text, first, read - 1)) + 1 }
  })
  const program = { text: first.text.slice(read), from: prefixes.at(-1)?.to ?? first.from, to: first.to }
  const effect = chars.includes('-') ? 'ignored' : 'refused'
  const ambient = prefixes.find(({ char }, at) => char === '!!' || (char === '!' && chars.indexOf('!') < at))
  if (ambient && line.version >= shellPrefixSince) {
    line.problems.push(problem('ambient-prefix', 'noticed', { ...ambient, text: '!!' }))
  }
  if (!chars.includes('|')) {
    const fault = programFault(program.text, line.version)
    if (fault) {
      line.problems.push(
        problem(fault, effect, program.text === '' ? { ...program, from: first.from } : program),
      )
      return undefined
    }
  }
  return { first, prefixes, program, effect }
}

/** The prefixes that a word begins with. Each may stand once; of `+`, `!` and `!!` only one. */
function prefixChars(word: string, version: number): readonly PrefixChar[] {
  const found: PrefixChar[] = []
  let privilege = ''
  for (const char of word) {
    if (char === '!' || char === '+') {
      if (privilege !== '' && (privilege !== '!' || char !== '!')) break
      privilege += char
      // Other prefixes may stand between the two halves of `!!`.
      if (privilege === '!!' && found.at(-1) === '!') found[found.length - 1] = '!!'
      else found.push(char)
    } else if (isOtherPrefix(char, version) && !found.includes(char)) found.push(char)
    else break
  }
  return found
}

function isOtherPrefix(char: string, version: number): char is PrefixChar {
  return char === '-' || char === '@' || char === ':' || (char === '|' && version >= shellPrefixSince)
}

/** Adds a command that is complete; answers whether it is. */
function addCommand(
  line: Reading,
  { first, prefixes, program, effect }: Beginning,
  words: CommandWord[],
): boolean {
  const renamed = prefixes.some(({ char }) => char === '@') && !prefixes.some(({ char }) => char === '|')
  if (renamed && words.length === 0) {
    line.problems.push(problem('missing-argv0', effect, { text: first.text, from: first.from, to: first.to }))
    return false
  }
  line.commands.push({
    from: first.from,
    to: words.at(-1)?.to ?? first.to,
    prefixes,
    program,
    ...(renamed ? { argv0: words[0]! } : {}),
    arguments: renamed ? words.slice(1) : words,
  })
  return true
}

function problem(
  fault: CommandProblem['fault'],
  effect: CommandProblem['effect'],
  { text, from, to }: CommandWord,
): CommandProblem {
  return { fault, effect, word: text, from, to }
}

/** Where the character that systemd reads at `index` of a word stands in the value. */
function placeIn(text: string, { from, to, text: read }: Word, index: number): number {
  if (to - from === read.length) return from + index
  let at = from
  for (let left = index; at < to; at++) {
    if (text[at] === '"' || text[at] === "'") continue
    // Nobody writes a prefix as an escape; what follows one is placed where the word begins.
    if (text[at] === '\\' && left > 0) return from
    if (left === 0) break
    left--
  }
  return at
}

/** True for `;` as a word of its own, which parts commands. */
function isSeparator(text: string, at: number): boolean {
  return text[at] === ';' && (at + 1 >= text.length || blanks.includes(text[at + 1]!))
}

function skipBlanks(text: string, at: number): number {
  let next = at
  while (next < text.length && blanks.includes(text[next]!)) next++
  return next
}
