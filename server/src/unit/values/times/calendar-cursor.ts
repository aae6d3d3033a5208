import type { CalendarProblem } from './calendar-chain.ts'

/** A place in a text, and what was wrong at the first one where reading stopped. */
export interface Cursor {
  readonly text: string
  at: number
  problem?: CalendarProblem
}

/** Moves on to the next character that is no space. */
export function skipSpaces(cursor: Cursor): void {
  while (cursor.text[cursor.at] === ' ') cursor.at += 1
}

/** Notes that something else should stand here, unless a problem is known already. */
export function fail(cursor: Cursor, expected: string): undefined {
  cursor.problem ??= unexpected(cursor, expected)
  return undefined
}

/** Notes a problem, unless one is known already. */
export function failAt(cursor: Cursor, from: number, to: number, message: string): undefined {
  cursor.problem ??= { from, to, message }
  return undefined
}

/** That the text goes on with what can't stand there, or ends. */
export function unexpected({ text, at }: Cursor, expected = 'a date and a time'): CalendarProblem {
  const rest = /^(?:\s+|[A-Za-z]+|.)/su.exec(text.slice(at))?.[0]
  if (rest === undefined)
    return { from: 0, to: text.length, message: `'${text}' ends too soon; there should be ${expected}` }
  return {
    from: at,
    to: at + rest.length,
    message: `'${rest}' can't stand here; there should be ${expected}`,
  }
}
