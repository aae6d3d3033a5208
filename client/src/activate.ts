import { type ExtensionContext, window, workspace } from 'vscode'
import { offerReloadOnSave } from './actions/after-save.ts'
import { registerExplainLinks } from './actions/explain-links.ts'
import { Runner } from './actions/runner.ts'
import { clientName, clientOptions } from './client.ts'
import { registerCommands } from './commands/register.ts'
import type { Machine } from './machine/machine.ts'
import { registerRuleDocuments } from './rule-documents.ts'
import { type CreateClient, Session } from './session.ts'
import { TargetStatus } from './status.ts'
import { UnitStates } from './units/unit-states.ts'
import { Verifications } from './verifications.ts'
import { UnitLenses } from './views/code-lenses.ts'
import { ServicesView } from './views/services-view.ts'

/** What activating the extension gives to others: to other extensions and to the tests. */
export interface Api {
  /** What the status bar says of the active file, `systemd 257 · user`. */
  targetText(): string | undefined
  /** What the view of services shows, one a line; nothing while it can't be seen. */
  services(): readonly string[]
}

export interface Activated {
  readonly api: Api
  readonly session: Session
}

/**
 * Sets everything up and starts the server; the same on a desktop and in a browser. Returns without waiting for the
 * server, so that commands work even if it doesn't.
 * @param create makes the client that fits the place
 * @param machine the one that units run on
 */
export function activateWith(context: ExtensionContext, create: CreateClient, machine: Machine): Activated {
  const log = window.createOutputChannel(clientName, { log: true })
  const session = new Session(create, clientOptions(log), log)
  void session.start()
  const status = new TargetStatus(session)
  const verifications = new Verifications()
  const runner = new Runner(machine)
  void runner.updateContext()
  const states = new UnitStates(machine, { after })
  const services = new ServicesView({ session, runner, states, state: context.workspaceState })
  context.subscriptions.push(
    log,
    session,
    verifications,
    runner,
    ...registerCommands({
      session,
      log,
      verifications,
      runner,
      states,
      services,
      state: context.workspaceState,
    }),
    registerRuleDocuments(session),
    status,
    offerReloadOnSave({ session, runner }),
    registerExplainLinks(runner),
    services,
    new UnitLenses(session, runner, states),
    runner.onDidEnd(() => states.refresh()),
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) states.refresh()
    }),
    workspace.onDidGrantWorkspaceTrust(async () => {
      await Promise.all([session.grantTrust(), runner.updateContext()])
    }),
  )
  return { session, api: { targetText: () => status.text, services: () => services.lines } }
}

/** How many times longer nobody looks at a state while the person works in another window. */
const unfocused = 8

/** Calls later, unless that is called off. */
function after(delay: number, call: () => void): { cancel(): void } {
  const timer = setTimeout(call, window.state.focused ? delay : delay * unfocused)
  return { cancel: () => clearTimeout(timer) }
}
