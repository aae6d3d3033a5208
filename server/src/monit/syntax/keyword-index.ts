import { kindNumber, noiseWords, spellings } from './token-kinds.ts'

/**
 * Looks a word up by its place in a text, without making a string of it: the lexer does so for every word there is.
 * Letters count the same in both cases.
 */

/** What `lookUp` answers for a word that monit skips. */
export const noise = -1
/** For a word that isn't one of the language. */
export const unknown = -2

const size = 4096
const words: string[] = new Array<string>(size).fill('')
const answers = new Int32Array(size).fill(unknown)

for (const word of noiseWords) add(word, noise)
for (const [spelling, kind] of spellings) add(spelling, kindNumber(kind))

/** The number of the kind of the word from `start` to `end`, or `noise`, or `unknown`. `hash` is `hashOf` it. */
export function lookUp(text: string, start: number, end: number, hash: number): number {
  const length = end - start
  for (let slot = hash & (size - 1); answers[slot] !== unknown; slot = (slot + 1) & (size - 1)) {
    const word = words[slot]!
    if (word.length !== length) continue
    let at = 0
    while (at < length && word.charCodeAt(at) === lower(text.charCodeAt(start + at))) at++
    if (at === length) return answers[slot]!
  }
  return unknown
}

/** One step of the hash of a word, character by character from 0. */
export function hashStep(hash: number, code: number): number {
  return (Math.imul(hash, 31) + lower(code)) | 0
}

/** Small letters of ASCII for its capitals. */
export function lower(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code
}

function add(word: string, answer: number): void {
  let hash = 0
  for (let at = 0; at < word.length; at++) hash = hashStep(hash, word.charCodeAt(at))
  let slot = hash & (size - 1)
  while (answers[slot] !== unknown) slot = (slot + 1) & (size - 1)
  words[slot] = word
  answers[slot] = answer
}
