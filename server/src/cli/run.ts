import { version } from '../../../package.json'
import { readArguments } from './arguments.ts'
import { helpText } from './help.ts'
import { printable } from './quote.ts'
import type { Terminal } from './terminal.ts'

/**
 * Runs the command line.
 * @param args what follows the program's name
 * @param startServer serves an editor over the process's standard input and output until that is closed
 * @returns the exit code; undefined where the server decides it later
 */
export async function run(
  args: readonly string[],
  terminal: Terminal,
  startServer: () => void,
): Promise<number | undefined> {
  const command = readArguments(args)
  switch (command.kind) {
    case 'help':
      terminal.write('out', helpText)
      return 0
    case 'version':
      terminal.write('out', `unitwright ${version}\n`)
      return 0
    case 'bad-usage':
      terminal.write('err', `unitwright: ${command.message}\n`)
      return 2
    case 'check':
      return (await import('./check.ts')).runCheck(command.options, terminal)
    case 'new':
      return (await import('./new.ts')).runNew(command.options, terminal)
    case 'explain':
      return (await import('./explain.ts')).runExplain(command.rule, terminal)
    case 'lsp':
      startServer()
      return undefined
  }
}

/** What a person is told when something failed that never should: one line, no stack. */
export function describeFailure(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return `unitwright: internal error: ${printable(reason)}\n`
}
