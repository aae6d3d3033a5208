import { type ExtensionContext, window, workspace } from 'vscode'
import { clientName, clientOptions } from './client.ts'
import { registerCommands } from './commands/register.ts'
import { registerRuleDocuments } from './rule-documents.ts'
import { type CreateClient, Session } from './session.ts'
import { TargetStatus } from './status.ts'
import { Verifications } from './verifications.ts'

/** What activating the extension gives to others: to other extensions and to the tests. */
export interface Api {
  /** What the status bar says of the active file, `systemd 257 · user`. */
  targetText(): string | undefined
}

export interface Activated {
  readonly api: Api
  readonly session: Session
}

/**
 * Sets everything up and starts the server; the same on a desktop and in a browser. Returns without waiting for the
 * server, so that commands work even if it doesn't.
 * @param create makes the client that fits the place
 */
export function activateWith(context: ExtensionContext, create: CreateClient): Activated {
  const log = window.createOutputChannel(clientName, { log: true })
  const session = new Session(create, clientOptions(log), log)
  void session.start()
  const status = new TargetStatus(session)
  const verifications = new Verifications()
  context.subscriptions.push(
    log,
    session,
    verifications,
    ...registerCommands({ session, log, verifications }),
    registerRuleDocuments(session),
    status,
    workspace.onDidGrantWorkspaceTrust(() => session.grantTrust()),
  )
  return { session, api: { targetText: () => status.text } }
}
