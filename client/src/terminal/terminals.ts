import { type Disposable, env, type Terminal, ThemeIcon, window, workspace } from 'vscode'
import type { Step } from '../../../server/src/actions/action.ts'
import { withoutEscapes } from '../../../server/src/actions/explain/explain.ts'
import { quoteSteps, withExitStatus } from '../../../server/src/actions/shell-quote.ts'
import type { Machine } from '../machine/machine.ts'
import {
  integrationOf,
  integrationWhenReady,
  type ShellExecution,
  type ShellIntegration,
  watchExecutions,
} from './shell-integration.ts'
import { canIntegrate, type TerminalShell, terminalShell } from './terminal-shell.ts'

/** How much of the end of an output is kept, in characters. */
const longestOutput = 64 * 1024

/** How long a shell may take for its prompt, in milliseconds, and how often it is looked whether it is there. */
const promptPatience = 500
const promptPoll = 50

/** What a terminal is for; each has its own. */
export type TerminalUse = 'user' | 'system' | 'logs'

/** What came of a line. */
export interface Outcome {
  /** The exit status; undefined where it was never told: the terminal was closed, or the shell says nothing. */
  readonly status: number | undefined
  /** What the terminal showed, as far as the editor hands that on. */
  readonly output: string
}

/** A terminal of ours. */
interface Managed {
  readonly terminal: Terminal
  readonly use: TerminalUse
  readonly shell: TerminalShell
  /** The line that we gave it, while that runs. */
  line: string | undefined
  /** What runs in it by word of its shell. */
  readonly executions: Set<ShellExecution>
  /** Ends the wait for what runs. */
  end: (status: number | undefined) => void
}

/**
 * The terminals in which actions run, as commands that a person sees, can repeat and edit. One for each manager, and
 * another one while that is busy.
 */
export class Terminals implements Disposable {
  readonly #machine: Machine
  readonly #managed = new Set<Managed>()
  readonly #listeners: readonly Disposable[]

  constructor(machine: Machine) {
    this.#machine = machine
    this.#listeners = [
      window.onDidCloseTerminal((terminal) => {
        for (const each of this.#managed) {
          if (each.terminal !== terminal) continue
          this.#managed.delete(each)
          each.end(undefined)
        }
      }),
      ...watchExecutions(
        ({ terminal, execution }) => this.#of(terminal)?.executions.add(execution),
        ({ terminal, execution }) => this.#of(terminal)?.executions.delete(execution),
      ),
    ]
  }

  /**
   * Runs commands as one line. Waits for its end, which never comes where a step is endless.
   * @param isAsking whether it may ask for a password, and so wants the keyboard
   */
  async run(use: TerminalUse, steps: readonly Step[], isAsking: boolean): Promise<Outcome> {
    const following = use === 'logs' ? this.#following(steps) : undefined
    if (following) {
      following.terminal.show(true)
      return { status: 0, output: '' }
    }
    const managed = (await this.#idle(use, steps)) ?? this.#open(use, steps)
    const line = quoteSteps(steps, managed.shell.language)
    managed.terminal.show(!isAsking)
    try {
      const integration =
        canIntegrate(managed.shell) && isIntegrating()
          ? await integrationWhenReady(managed.terminal)
          : undefined
      return await (integration ? runWatched(managed, integration, line) : this.#runMarked(managed, line))
    } finally {
      managed.line = undefined
    }
  }

  dispose(): void {
    for (const each of this.#listeners) each.dispose()
    for (const { end } of this.#managed) end(undefined)
  }

  #of(terminal: Terminal): Managed | undefined {
    return [...this.#managed].find((each) => each.terminal === terminal)
  }

  /** A terminal in which the same goes on already. */
  #following(steps: readonly Step[]): Managed | undefined {
    return [...this.#managed].find(
      ({ use, line, shell }) => use === 'logs' && line === quoteSteps(steps, shell.language),
    )
  }

  /** A terminal that takes a line now, and from then on is taken by these steps. */
  async #idle(use: TerminalUse, steps: readonly Step[]): Promise<Managed | undefined> {
    for (const each of this.#managed) {
      const { terminal, shell, executions } = each
      if (each.use !== use || each.line !== undefined || executions.size > 0) continue
      if (terminal.exitStatus !== undefined) continue
      // Taken before it is looked at: another action may come meanwhile.
      each.line = quoteSteps(steps, shell.language)
      const hasProgram = await this.#hasProgram(terminal)
      if (!hasProgram && this.#managed.has(each)) return each
      each.line = undefined
    }
    return undefined
  }

  /** Whether a program that the person started has the terminal, by the machine's word where the shell says nothing. */
  async #hasProgram(terminal: Terminal): Promise<boolean> {
    const shell = integrationOf(terminal) ? undefined : await terminal.processId
    if (shell === undefined) return false
    for (const end = Date.now() + promptPatience; await this.#machine.isBusy(shell); ) {
      if (Date.now() > end) return true
      await new Promise((resolve) => setTimeout(resolve, promptPoll))
    }
    return false
  }

  #open(use: TerminalUse, steps: readonly Step[]): Managed {
    const shell = terminalShell(env.shell)
    const terminal = window.createTerminal({
      name: `systemd: ${use}`,
      shellPath: shell.path,
      env: this.#machine.busVariables(),
      iconPath: new ThemeIcon(use === 'logs' ? 'output' : 'server-process'),
      // A later session would not know what became of it.
      isTransient: true,
    })
    const managed: Managed = {
      terminal,
      use,
      shell,
      line: quoteSteps(steps, shell.language),
      executions: new Set(),
      end: () => undefined,
    }
    this.#managed.add(managed)
    return managed
  }

  /** A line whose shell tells the editor nothing: it leaves its exit status in a file. */
  async #runMarked(managed: Managed, line: string): Promise<Outcome> {
    const file = await this.#machine.statusFile()
    managed.end = file.dispose
    managed.terminal.sendText(withExitStatus(line, managed.shell.language, file.path))
    return { status: await file.status, output: '' }
  }
}

/**
 * A line whose shell tells the editor when it is done. Where a shell keeps no command twice in its history, as bash is
 * set up on Debian, the editor hears of the line's first command only, and takes that for another than the one it was
 * given. So whatever begins and ends in the terminal meanwhile is the line.
 */
async function runWatched(managed: Managed, integration: ShellIntegration, line: string): Promise<Outcome> {
  let listeners: readonly Disposable[] = []
  let output = ''
  const take = (data: string) => {
    output = (output + data).slice(-longestOutput)
  }
  const status = await new Promise<number | undefined>((resolve) => {
    managed.end = resolve
    let own: ShellExecution | undefined
    listeners = watchExecutions(
      ({ terminal, execution }) => {
        if (terminal === managed.terminal && execution !== own) void readAll(execution, take)
      },
      ({ terminal, exitCode }) => {
        if (terminal === managed.terminal) resolve(exitCode)
      },
    )
    own = integration.executeCommand(line)
    void readAll(own, take)
  })
  for (const each of listeners) each.dispose()
  return { status, output: withoutEscapes(output) }
}

async function readAll(execution: ShellExecution, take: (data: string) => void): Promise<void> {
  for await (const data of execution.read()) take(data)
}

function isIntegrating(): boolean {
  return workspace.getConfiguration('terminal.integrated').get('shellIntegration.enabled', true)
}
