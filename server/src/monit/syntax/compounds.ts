import { isBlank, skipBlanks } from './characters.ts'
import { unknown } from './keyword-index.ts'
import {
  readAddress,
  readArguments,
  readDependencies,
  readEvery,
  readGroup,
  readHeaders,
  readHostGroups,
  readInclude,
  readServiceName,
} from './modes.ts'
import { kindNumber, type TokenKind } from './token-kinds.ts'
import type { TokenSink } from './token-sink.ts'

/**
 * Words of more than one part, and words behind which other rules hold. flex takes the longest match, whatever
 * follows it: `check hostname` is `check host` and the name `name`.
 */

/**
 * Reads what begins with the word from `start` to `end`, where that is such a word.
 * @param kind what the word alone is
 * @returns the offset at which the ordinary rules hold again; 0 where it is none
 */
export function compoundAt(sink: TokenSink, start: number, end: number, kind: number): number {
  if (kind >= 0) return kindHeads[kind] === 1 ? afterKeyword(sink, start, end, kind) : 0
  return kind === unknown ? afterUnknown(sink, start, end) : 0
}

type Reader = (sink: TokenSink, start: number, end: number) => number

/** A sticky pattern over more than the first word, and the kind that what it captures makes; of none it is skipped. */
interface Phrase {
  readonly pattern: RegExp
  readonly kinds: Readonly<Record<string, TokenKind | 'noise'>>
}

const timestamps = 'time(?:stamp)?'
const phrases: Readonly<Record<string, Phrase>> = {
  total: {
    pattern: /total (mem|cpu)(?:(?<=mem)ory)?/iy,
    kinds: { mem: 'total memory', cpu: 'total cpu' },
  },
  cpu: {
    pattern: /cpu *(?:usage)* *\( *([a-z]*) *\)/iy,
    kinds: {
      '': 'cpu(user)',
      us: 'cpu(user)',
      usr: 'cpu(user)',
      user: 'cpu(user)',
      sy: 'cpu(system)',
      sys: 'cpu(system)',
      system: 'cpu(system)',
      wa: 'cpu(wait)',
      wait: 'cpu(wait)',
      nice: 'cpu(nice)',
      hardirq: 'cpu(hardirq)',
      softirq: 'cpu(softirq)',
      steal: 'cpu(steal)',
      guest: 'cpu(guest)',
      guestnice: 'cpu(guestnice)',
    },
  },
  loadavg: {
    pattern: /loadavg *\( *(15?|5) *(?:min|m)? *\)/iy,
    kinds: { 1: 'loadavg', 5: 'loadavg(5min)', 15: 'loadavg(15min)' },
  },
  ssl: { pattern: /ssl[ \t]+(enable|disable)/iy, kinds: { enable: 'ssl', disable: 'noise' } },
  enable: { pattern: /enable +(ssl)/iy, kinds: { ssl: 'ssl' } },
  disable: { pattern: /disable[ \t]+(ssl)/iy, kinds: { ssl: 'noise' } },
  access: { pattern: new RegExp(`(access) ${timestamps}`, 'iy'), kinds: { access: 'access time' } },
  change: { pattern: new RegExp(`(change) ${timestamps}`, 'iy'), kinds: { change: 'change time' } },
  modification: {
    pattern: new RegExp(`(modification) ${timestamps}`, 'iy'),
    kinds: { modification: 'modification time' },
  },
  modify: { pattern: new RegExp(`(modify) ${timestamps}`, 'iy'), kinds: { modify: 'modification time' } },
  service: { pattern: /service (time)/iy, kinds: { time: 'service time' } },
}

const openers: Readonly<Record<string, { readonly pattern: RegExp; readonly kind: TokenKind }>> = {
  start: opener('start', 'start'),
  stop: opener('stop', 'stop'),
  restart: opener('restart', 'restart'),
}

function opener(first: string, kind: TokenKind) {
  return { pattern: new RegExp(`${first}[ \\t\\r]*(?:program)?[ \\t\\r]*(?:=[ \\t\\r]*)?"`, 'iy'), kind }
}

const check =
  /check[ \t]+(?:(process|program)[ \t]|(device|filesystem|file|directory|host|network|fifo|program|system))?/iy
const depends = /depends?[ \t]+(?:on[ \t]*)?/iy
const group = /group[ \t]+/iy
const hostGroups = /hostgroups[ \t\r]+/iy
const httpHeaders = /http headers[ \t\r]+/iy
const notEvery = /not +every/iy

const keywordReaders: Readonly<Partial<Record<TokenKind, Reader>>> = {
  start: readOpener,
  stop: readOpener,
  restart: readOpener,
  exec: (sink, start, end) => {
    const quote = quoteBehind(sink.text, end)
    return quote === -1 ? 0 : openArguments(sink, 'exec', start, quote)
  },
  path: (sink, start, end) => {
    const quote = quoteBehind(sink.text, end)
    return quote !== -1 && sink.inProgramCheck ? openArguments(sink, 'path', start, quote) : 0
  },
  total: (sink, start) => readPhrase(sink, start, 'total'),
  cpu: (sink, start) => readPhrase(sink, start, 'cpu'),
  loadavg: (sink, start) => readPhrase(sink, start, 'loadavg'),
  ssl: (sink, start, end) => (end - start === 3 ? readPhrase(sink, start, 'ssl') : 0),
  enable: (sink, start) => readPhrase(sink, start, 'enable'),
  disable: (sink, start) => readPhrase(sink, start, 'disable'),
  not: (sink, start) => {
    const end = match(notEvery, sink.text, start)
    if (end === 0) return 0
    sink.push('not every', start, end)
    return readEvery(sink, end)
  },
  http: (sink, start) => {
    const end = match(httpHeaders, sink.text, start)
    if (end === 0) return 0
    sink.push('http headers [', start, trimmed(sink.text, start, end))
    return readHeaders(sink, end)
  },
}

const kindHeads = new Uint8Array(1024)
const readersByNumber: Reader[] = []
for (const [kind, reader] of Object.entries(keywordReaders) as [TokenKind, Reader][]) {
  kindHeads[kindNumber(kind)] = 1
  readersByNumber[kindNumber(kind)] = reader
}

function afterKeyword(sink: TokenSink, start: number, end: number, kind: number): number {
  return readersByNumber[kind]!(sink, start, end)
}

const unknownReaders: Readonly<Record<string, Reader>> = {
  check: readCheck,
  include: (sink, start, end) => readInclude(sink, start, end),
  depend: readDepends,
  depends: readDepends,
  group: (sink, start) => {
    const end = match(group, sink.text, start)
    if (end === 0) return 0
    sink.push('group', start, start + 5)
    return readGroup(sink, end)
  },
  hostgroups: (sink, start) => {
    const end = match(hostGroups, sink.text, start)
    if (end === 0) return 0
    sink.push('hostgroups [', start, start + 10)
    return readHostGroups(sink, end)
  },
  access: (sink, start) => readPhrase(sink, start, 'access'),
  change: (sink, start) => readPhrase(sink, start, 'change'),
  modification: (sink, start) => readPhrase(sink, start, 'modification'),
  modify: (sink, start) => readPhrase(sink, start, 'modify'),
  service: (sink, start) => readPhrase(sink, start, 'service'),
  from: (sink, start, end) => readField(sink, start, end, 'from:'),
  'reply-to': (sink, start, end) => readField(sink, start, end, 'reply-to:'),
  subject: (sink, start, end) => readText(sink, start, end, 'SUBJECT', /[}\n]/g),
  message: (sink, start, end) => readText(sink, start, end, 'MESSAGE', /\}/g),
}

const longestUnknown = Math.max(...Object.keys(unknownReaders).map(({ length }) => length))

const smallC = 99
const smallM = 109
const smallR = 114
const smallS = 115
/** `=`, which has the bit already that makes capitals small. */
const equals = 61

function afterUnknown(sink: TokenSink, start: number, end: number): number {
  const { text } = sink
  if (end - start <= longestUnknown) {
    const reader = unknownReaders[text.slice(start, end).toLowerCase()]
    const stop = reader?.(sink, start, end) ?? 0
    if (stop > 0) return stop
  }
  const first = text.charCodeAt(start) | 32
  const last = text.charCodeAt(end - 1) | 32
  // `start=`, `startprogram` and `startprogram=` are words of their own unless a quote follows.
  if ((first === smallS || first === smallR) && (last === smallM || last === equals)) {
    const stop = readOpener(sink, start)
    if (stop > 0) return stop
  }
  if (first === smallC && /^cpu(?:usage)+$/i.test(text.slice(start, Math.min(end, start + 64)))) {
    const stop = readPhrase(sink, start, 'cpu')
    if (stop > 0) return stop
  }
  return 0
}

function readOpener(sink: TokenSink, start: number): number {
  const second = sink.text.charCodeAt(start + 2) | 32
  const { pattern, kind } = openers[second === 97 ? 'start' : second === 111 ? 'stop' : 'restart']!
  const end = match(pattern, sink.text, start)
  return end === 0 ? 0 : openArguments(sink, kind, start, end - 1)
}

/** A token up to its opening quote, and the arguments behind it. */
function openArguments(sink: TokenSink, kind: TokenKind, start: number, quote: number): number {
  sink.push(kind, start, quote + 1)
  return readArguments(sink, quote + 1)
}

/** The offset of a double quote behind blanks; -1 where something else stands there. */
function quoteBehind(text: string, end: number): number {
  const at = skipBlanks(text, end)
  return text[at] === '"' ? at : -1
}

function readCheck(sink: TokenSink, start: number): number {
  const { text } = sink
  check.lastIndex = start
  const found = check.exec(text)
  if (!found) return 0
  const type = (found[1] ?? found[2] ?? 'process').toLowerCase()
  const kind = `check ${type === 'device' ? 'filesystem' : type}` as TokenKind
  sink.inProgramCheck = type === 'program'
  sink.push(kind, start, trimmed(text, start, check.lastIndex))
  return readServiceName(sink, check.lastIndex)
}

function readDepends(sink: TokenSink, start: number): number {
  const end = match(depends, sink.text, start)
  if (end === 0) return 0
  sink.push('depends on', start, trimmed(sink.text, start, end))
  return readDependencies(sink, end)
}

function readPhrase(sink: TokenSink, start: number, first: string): number {
  const { pattern, kinds } = phrases[first]!
  pattern.lastIndex = start
  const found = pattern.exec(sink.text)
  const kind = found && kinds[found[1]!.toLowerCase()]
  if (!kind) return 0
  if (kind !== 'noise') sink.push(kind, start, pattern.lastIndex)
  return pattern.lastIndex
}

function readField(sink: TokenSink, start: number, end: number, kind: 'from:' | 'reply-to:'): number {
  const { text } = sink
  if (text[end] !== ':') return 0
  sink.push(kind, start, end + 1)
  let at = end + 1
  while (text[at] === ' ' || text[at] === '\t') at++
  return readAddress(sink, at)
}

function readText(
  sink: TokenSink,
  start: number,
  end: number,
  kind: 'SUBJECT' | 'MESSAGE',
  stops: RegExp,
): number {
  if (sink.text[end] !== ':') return 0
  stops.lastIndex = end
  const stop = stops.exec(sink.text)?.index ?? sink.text.length
  sink.push(kind, start, stop)
  return stop
}

function trimmed(text: string, start: number, end: number): number {
  let stop = end
  while (stop > start && isBlank(text.charCodeAt(stop - 1))) stop--
  return stop
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : 0
}
