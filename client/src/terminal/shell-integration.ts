import { type Disposable, type Event, type Terminal, window } from 'vscode'

/**
 * What the editor knows of a terminal's shell. It came with VS Code 1.93, after the oldest that is supported here; so it
 * is described here and looked for at run time.
 */
export interface ShellIntegration {
  executeCommand(line: string): ShellExecution
}

export interface ShellExecution {
  /** What the terminal gets from now on, escapes included. */
  read(): AsyncIterable<string>
}

interface ShellExecutionEnd {
  readonly terminal: Terminal
  readonly execution: ShellExecution
  /** Undefined where the shell did not tell. */
  readonly exitCode: number | undefined
}

interface ShellExecutionStart {
  readonly terminal: Terminal
  readonly execution: ShellExecution
}

interface IntegratingWindow {
  readonly onDidChangeTerminalShellIntegration?: Event<{ readonly terminal: Terminal }>
  readonly onDidStartTerminalShellExecution?: Event<ShellExecutionStart>
  readonly onDidEndTerminalShellExecution?: Event<ShellExecutionEnd>
}

const integrating = window as unknown as IntegratingWindow

/** How long a new shell gets to say that it tells what it does, in milliseconds. */
const patience = 3000

/** What is known of the shell of a terminal now. */
export function integrationOf(terminal: Terminal): ShellIntegration | undefined {
  return (terminal as Terminal & { readonly shellIntegration?: ShellIntegration }).shellIntegration
}

/** What is known of the shell of a new terminal, once that is known; undefined where nothing comes. */
export async function integrationWhenReady(terminal: Terminal): Promise<ShellIntegration | undefined> {
  const changed = integrating.onDidChangeTerminalShellIntegration
  if (!changed || !integrating.onDidEndTerminalShellExecution) return undefined
  const ready = integrationOf(terminal)
  if (ready) return ready
  let listener: Disposable | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  await new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience)
    listener = changed((event) => {
      if (event.terminal === terminal) resolve()
    })
  })
  clearTimeout(timer)
  listener?.dispose()
  return integrationOf(terminal)
}

/** Tells of every command that a terminal's shell begins and ends, whoever typed it. */
export function watchExecutions(
  began: (event: ShellExecutionStart) => void,
  ended: (event: ShellExecutionEnd) => void,
): readonly Disposable[] {
  const { onDidStartTerminalShellExecution: starts, onDidEndTerminalShellExecution: ends } = integrating
  return [...(starts ? [starts(began)] : []), ...(ends ? [ends(ended)] : [])]
}
