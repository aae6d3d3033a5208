import type { Span } from '../../base/span.ts'
import type { Text } from '../model/values.ts'
import { monitManual, monitRule } from './rule.ts'

export const perlPattern = monitRule({
  id: 'perl-pattern',
  kind: 'trap',
  severity: 'warning',
  reach: 'check',
  docs: {
    summary: 'a regular expression with words of Perl’s, which monit reads otherwise',
    why: 'monit’s regular expressions are POSIX ones, as those of `grep -E`. `\\d` is no digit there but the letter d, `[\\w]` is a backslash or a w, and `.+?` is not the shortest match: the question mark makes all of it optional. monit accepts every one of them and never finds what was meant. What is right everywhere: `[0-9]`, `[[:space:]]`, `[[:alnum:]_]`.',
    bad: [
      { file: 'monitrc', text: 'check process app matching "worker-\\d+"\n' },
      {
        file: 'monitrc',
        text: 'check file log path /var/log/app.log\n  if content = "took [\\d.]+ seconds" then alert\n',
      },
    ],
    good: [
      { file: 'monitrc', text: 'check process app matching "worker-[0-9]+"\n' },
      {
        file: 'monitrc',
        text: 'check file log path /var/log/app.log\n  if content = "took [0-9.]+ seconds|a\\.b\\s" then alert\n',
      },
    ],
    refs: [monitManual('FILE CONTENT TEST', 'FILE-CONTENT-TEST')],
  },
  on: {
    pattern(ctx, { text }) {
      const raw = ctx.document.tree.text.slice(text.start, text.end)
      if (!raw.includes('\\') && !raw.includes('?')) return
      for (const { span, message, instead } of misreadIn(charactersOf(raw, text))) {
        ctx.report(span, message, {
          fixes:
            instead === undefined
              ? []
              : [
                  {
                    title: instead === '' ? "Remove the '?'" : `Change to '${instead}'`,
                    safe: false,
                    edits: [{ span, newText: instead }],
                  },
                ],
        })
      }
    },
  },
})

/** A character of the expression as monit hands it on, and where it is written. */
interface Character extends Span {
  readonly char: string
}

interface Misread {
  readonly span: Span
  readonly message: string
  readonly instead?: string
}

/** What each escape means to Perl, and how POSIX says it; without `instead` there is no saying it. */
const escapes: Readonly<Record<string, { readonly what: string; readonly instead?: string }>> = {
  d: { what: 'a digit', instead: '[0-9]' },
  D: { what: 'anything but a digit', instead: '[^0-9]' },
  h: { what: 'a blank', instead: '[[:blank:]]' },
  R: { what: 'a line break' },
  A: { what: 'the beginning', instead: '^' },
  Z: { what: 'the end', instead: '$' },
  z: { what: 'the end', instead: '$' },
  K: { what: 'a new beginning of the match' },
  Q: { what: 'the beginning of a literal part' },
  E: { what: 'the end of a literal part' },
  p: { what: 'a class of characters' },
  P: { what: 'a class of characters' },
  x: { what: 'a character by its number' },
  u: { what: 'a character by its number' },
}

/** Shorthands that mean nothing between brackets; elsewhere most machines know `\w` and `\s`. */
const inBrackets: Readonly<Record<string, string | undefined>> = {
  d: '0-9',
  w: '[:alnum:]_',
  s: '[:space:]',
  D: undefined,
  W: undefined,
  S: undefined,
}

/** Finds what POSIX reads otherwise than Perl. Escapes of other letters and of signs are the same in both. */
function* misreadIn(characters: readonly Character[]): Generator<Misread> {
  for (let at = 0; at < characters.length; at++) {
    const { char, start } = characters[at]!
    const next = characters[at + 1]
    if (char === '\\') {
      at++
      const known = next && Object.hasOwn(escapes, next.char) ? escapes[next.char]! : undefined
      if (!next || !known) continue
      const instead = known.instead === undefined ? '' : `; ${known.what} is '${known.instead}'`
      const message = `'\\${next.char}' is Perl's for ${known.what}, to monit it is the letter ${next.char}${instead}`
      yield { span: { start, end: next.end }, message, instead: known.instead }
    } else if (char === '[') {
      const end = endOfBrackets(characters, at)
      if (end === undefined) return
      yield* misreadInBrackets(characters, at + 1, end)
      at = end
    } else if (next?.char === '?' && (char === '+' || char === '}') && at > 0) {
      yield {
        span: { start: next.start, end: next.end },
        message: `the '?' does not make '${char === '+' ? '+' : '{…}'}' take less here, it makes what it stands behind optional`,
        instead: '',
      }
      at++
    }
  }
}

function* misreadInBrackets(characters: readonly Character[], from: number, to: number): Generator<Misread> {
  for (let at = from; at < to - 1; at++) {
    const letter = characters[at + 1]!
    if (characters[at]!.char !== '\\') continue
    // Two backslashes are one too many, and harmless.
    if (Object.hasOwn(inBrackets, letter.char)) {
      const instead = inBrackets[letter.char]
      const rest = instead === undefined ? '' : `; write '${instead}'`
      yield {
        span: { start: characters[at]!.start, end: letter.end },
        message: `between brackets '\\${letter.char}' is a backslash or the letter ${letter.char}${rest}`,
        instead,
      }
    }
    at++
  }
}

/** The place of the bracket that closes a set; a first `]` and those of `[:space:]` belong to it. */
function endOfBrackets(characters: readonly Character[], open: number): number | undefined {
  let at = open + 1
  if (characters[at]?.char === '^') at++
  if (characters[at]?.char === ']') at++
  for (; at < characters.length; at++) {
    const { char } = characters[at]!
    if (char === ']') return at
    const kind = characters[at + 1]?.char
    if (char !== '[' || kind === undefined || !':.='.includes(kind)) continue
    at += 2
    while (at < characters.length && !(characters[at]!.char === kind && characters[at + 1]?.char === ']'))
      at++
    at++
  }
  return undefined
}

/** The characters of a value without its quotes, with what monit replaces in quotes replaced. */
function charactersOf(raw: string, { start, quote }: Text): readonly Character[] {
  const characters: Character[] = []
  const last = quote ? raw.length - 1 : raw.length
  for (let at = quote ? 1 : 0; at < last; ) {
    const length = quote && raw[at] === '\\' ? lengthOfEscape(raw, at) : 1
    const char = length === 1 ? raw[at]! : raw[at + 1] === '\\' ? '\\' : ' '
    characters.push({ char, start: start + at, end: start + at + length })
    at += length
  }
  return characters
}

/** How many characters monit itself replaces by one: two backslashes, a blank, a line break, `\0x20`. */
function lengthOfEscape(raw: string, at: number): number {
  if (/^\\0x[0-9a-f]{2}/i.test(raw.slice(at, at + 5))) return 5
  return /[\\ ntr]/.test(raw[at + 1]!) ? 2 : 1
}
