import { nearest } from '../../../base/nearest.ts'
import { enumValues } from '../../data/enums.ts'
import { exitStatusName, realTimeSignals, signalName } from '../../data/process-ends.ts'
import { allWords, type Word } from '../extract/first-word.ts'
import { readInt, readUnsigned } from '../extract/number.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType, ValueTypes } from '../value-type.ts'
import { emptyProblem, faultProblem, fine, firstGuess, type Guess, unquoted } from './fault.ts'

const namesOfVersion = new Map<string, ReadonlySet<string>>()

/** The words that a parser accepts in a version. */
function namesOf(parser: 'signal' | 'set_status', version: number): ReadonlySet<string> {
  const key = `${parser} ${version}`
  let names = namesOfVersion.get(key)
  if (names === undefined) {
    names = new Set(enumValues(parser, version).map(({ name }) => name))
    namesOfVersion.set(key, names)
  }
  return names
}

/** The number of a real-time signal: `RTMIN+3`, `SIGRTMAX-1`; undefined where it is none. */
function realTimeSignal(name: string): number | undefined {
  const { lowest, highest } = realTimeSignals
  const match = /^(?:SIG)?RTM(?:IN(\+.*)?|AX(-.*)?)$/.exec(name)
  if (!match) return undefined
  const offset = match[1] ?? match[2]
  const read = offset === undefined ? 0 : readInt(offset)
  const number = typeof read !== 'number' ? 0 : name.includes('RTMIN') ? lowest + read : highest + read
  return number >= lowest && number <= highest ? number : undefined
}

/** True for what `signal_from_string()` takes: a number, or a name with SIG or without. */
function isSignal(text: string, version: number): boolean {
  const names = namesOf('signal', version)
  if (names.has(text)) return true
  const number = readInt(text)
  if (typeof number === 'number') return number > 0 && number <= realTimeSignals.highest
  return (!text.startsWith('SIG') && names.has(`SIG${text}`)) || realTimeSignal(text) !== undefined
}

/** True for what `exit_status_from_string()` takes: a number of 8 bits, or a name. */
function isStatus(text: string, version: number): boolean {
  const number = readUnsigned(text)
  if (typeof number === 'number') return number <= 255
  return namesOf('set_status', version).has(text)
}

/** Names of signals in other systems and languages. */
const otherNames: Readonly<Record<string, string>> = {
  SIGCLD: 'SIGCHLD',
  SIGPOLL: 'SIGIO',
  SIGIOT: 'SIGABRT',
}

function guessSignal(text: string, version: number): Guess | undefined {
  const upper = (unquoted(text) ?? text).toUpperCase()
  const full = upper.startsWith('SIG') ? upper : `SIG${upper}`
  return firstGuess(
    [
      [unquoted(text), true],
      [upper, true],
      [otherNames[full], true],
      [nearest(full, namesOf('signal', version)), false],
    ],
    (each) => isSignal(each, version),
  )
}

const signalTakes = "a signal such as 'SIGTERM', or its number from 1 to 64"

/** `config_parse_signal()`. */
const signalType: ValueType = {
  check(text, place) {
    if (isSignal(text, place.version)) return fine
    if (text === '') return emptyProblem(place, signalTakes)
    const message = `'${text}' is no signal`
    const guess = guessSignal(text, place.version)
    return [faultProblem({ from: 0, to: text.length, message, guess }, place, signalTakes)]
  },
  describe(text) {
    const meaning = signalMeaning(text)
    return meaning === undefined
      ? undefined
      : { from: 0, to: text.length, markdown: `\`${text}\`: ${meaning}` }
  },
}

/** The full name of a signal that is given as a number, without SIG, or by its distance from the ends. */
function signalMeaning(text: string): string | undefined {
  const read = readInt(text)
  const number = typeof read === 'number' ? read : realTimeSignal(text)
  if (number !== undefined) {
    const name = signalName(number)
    return name && `${name}${typeof read === 'number' ? '' : `, number ${number}`}`
  }
  return signalNumber(`SIG${text}`) === undefined ? undefined : `SIG${text}`
}

function signalNumber(name: string): number | undefined {
  for (let number = 1; number < realTimeSignals.lowest; number++)
    if (signalName(number) === name) return number
  return undefined
}

const statusTakes = "exit statuses from 0 to 255 or their names, and signals such as 'SIGTERM'"

/** `config_parse_set_status()`. */
const statusSetType: ValueType = {
  check(text, place) {
    const { version } = place
    if (isStatus(text, version) || isSignal(text, version)) return fine
    const { words, error } = allWords(text, {})
    const problems = words.flatMap((word) => checkStatus(word, place))
    if (!error) return problems
    const message = 'a backslash at the end escapes nothing'
    return [...problems, faultProblem({ from: error.at, to: text.length, message }, place, statusTakes)]
  },
  describe(text, cursor) {
    const word = allWords(text, {}).words.find(({ from, to }) => from <= cursor && cursor <= to)
    const meaning = word && statusMeaning(word.text)
    return meaning === undefined
      ? undefined
      : { from: word!.from, to: word!.to, markdown: `\`${word!.text}\`: ${meaning}` }
  },
}

function checkStatus({ text, from, to }: Word, place: Place): readonly ValueProblem[] {
  const { version } = place
  if (isStatus(text, version) || isSignal(text, version)) return fine
  const bare = text.replace(/[,;]$/, '')
  const guess =
    firstGuess(
      [
        [bare, true],
        [bare.includes(',') ? bare.replaceAll(',', ' ') : undefined, true],
        [unquoted(text), true],
        [text.toUpperCase(), true],
      ],
      (each) => each.split(' ').every((one) => isStatus(one, version) || isSignal(one, version)),
    ) ?? guessSignal(text, version)
  const message =
    typeof readInt(text) === 'number'
      ? `'${text}' is out of range`
      : `'${text}' is neither an exit status nor a signal`
  return [faultProblem({ from, to, message, guess }, place, statusTakes)]
}

/** The highest status by which a shell reports the signal that ended a command: 128 and its number. */
const shellsSignal = 128

function statusMeaning(text: string): string | undefined {
  const status = readUnsigned(text)
  if (typeof status !== 'number') return signalMeaning(text)
  if (status > 255) return undefined
  const name = exitStatusName(status)
  const signal = status > shellsSignal ? signalName(status - shellsSignal) : undefined
  if (name) return `the exit status ${name}`
  return signal ? `the exit status of a shell whose command ${signal} ended` : `an exit status`
}

/** Values that name the ways in which processes end. */
export const signalTypes: ValueTypes = { signal: signalType, set_status: statusSetType }
