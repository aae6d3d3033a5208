// What programs have in common that start another one under other circumstances.
import type { Piece } from '../quote.ts'
import { type Surroundings, settle, textOf, withLines } from './words.ts'

/** A command in words. */
export type Words = readonly (readonly Piece[])[]

/** What is left of a command without its wrapper. */
export type Unwrapped =
  | { readonly kind: 'command'; readonly words: Words; readonly surroundings: Surroundings }
  /** The rest is a script for a shell. */
  | {
      readonly kind: 'script'
      readonly shell: string
      readonly text: string
      readonly surroundings: Surroundings
    }

/** Takes one kind of wrapper off, by its arguments; undefined where a unit can not stand in for it. */
export type Unwrap = (args: Words, surroundings: Surroundings) => Unwrapped | undefined

/** Options of a wrapper: those with a value, and those without; what they do to the surroundings. */
export interface Options {
  readonly flags: RegExp
  readonly values: Readonly<
    Record<string, (surroundings: Surroundings, value: string) => Surroundings | undefined>
  >
}

/** Reads options up to the first word that is none, or behind `--`. */
export function takeOptions(
  args: Words,
  surroundings: Surroundings,
  { flags, values }: Options,
): { readonly rest: Words; readonly surroundings: Surroundings } | undefined {
  let now = surroundings
  let at = 0
  while (at < args.length) {
    const text = textOf(args[at])
    if (text === undefined || !text.startsWith('-') || text === '-') break
    at += 1
    if (text === '--') break
    if (flags.test(text)) continue
    const [, long, attached] = /^(--[\w-]+)(?:=(.*))?$/s.exec(text) ?? []
    const name = long ?? text.slice(0, 2)
    const glued = long === undefined ? text.slice(2) || undefined : attached
    if (!Object.hasOwn(values, name)) return undefined
    const value = glued ?? knownText(args[at], surroundings)
    if (glued === undefined) at += 1
    const next = value === undefined ? undefined : values[name]!(now, value)
    if (!next) return undefined
    now = next
  }
  return { rest: args.slice(at), surroundings: now }
}

/** The text of a word whose variables are known; undefined for others. */
export function knownText(
  word: readonly Piece[] | undefined,
  surroundings: Surroundings,
): string | undefined {
  return word && textOf(settle(word, surroundings))
}

/** The name of a user or a group. */
export const account = /^[A-Za-z_][\w.-]*$/

/** Surroundings with the user of `USER`, `USER:GROUP` or `USER.GROUP`; undefined where that is none. */
export function asUser(surroundings: Surroundings, value: string): Surroundings | undefined {
  const [user = '', group, ...more] = value.split(/[:.]/)
  if (!account.test(user) || more.length > 0 || (group !== undefined && !account.test(group)))
    return undefined
  return { ...surroundings, user, group: group ?? surroundings.group }
}

/** Surroundings with a group; undefined where that is none. */
export function asGroup(surroundings: Surroundings, group: string): Surroundings | undefined {
  return account.test(group) ? { ...surroundings, group } : undefined
}

/** Surroundings with one more sentence for the person who must decide. */
export function decide(surroundings: Surroundings, decision: string): Surroundings {
  return { ...surroundings, decisions: [...surroundings.decisions, decision] }
}

/** Surroundings with a niceness of -20 to 19; undefined for what is none. */
export function nice(surroundings: Surroundings, value: string): Surroundings | undefined {
  const number = Number(value)
  return /^[+-]?\d{1,2}$/.test(value) && number >= -20 && number <= 19
    ? withLines(surroundings, ['Nice', String(number)])
    : undefined
}
