import { type Shell, shellOf } from '../../../server/src/actions/shell-quote.ts'

/** The shell of a terminal: the program to start, and the language that lines for it are written in. */
export interface TerminalShell {
  readonly path: string
  readonly language: Shell
}

/**
 * The shell for a terminal of ours: the person's own where its language is known, else the one that every machine has.
 * @param own the path that the editor names; may be empty, or not yet known to it
 */
export function terminalShell(own: string): TerminalShell {
  const language = own.startsWith('/') ? shellOf(own) : undefined
  return language === undefined ? { path: '/bin/sh', language: 'posix' } : { path: own, language }
}

/** True for shells into which the editor puts what tells it where commands begin and how they end. */
export function canIntegrate({ language }: TerminalShell): boolean {
  return language !== 'posix'
}
