import path from 'node:path'
import { type ExtensionContext, workspace } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { type Api, activateWith } from './activate.ts'
import { clientId, clientName } from './client.ts'
import { nodeMachine } from './machine/machine.node.ts'
import type { Session } from './session.ts'

let session: Session | undefined

/** Called by VS Code where there is Node: on a desktop, and on the remote machine over SSH, in WSL and containers. */
export function activate(context: ExtensionContext): Api {
  const module = context.asAbsolutePath(path.join('dist', 'server.cjs'))
  // Not in the workspace's folder: Windows can't remove a folder that a process runs in.
  const server = { module, transport: TransportKind.ipc, options: { cwd: context.extensionPath } }
  const activated = activateWith(
    context,
    (options) => new LanguageClient(clientId, clientName, server, options),
    nodeMachine(() => workspace.isTrusted),
  )
  session = activated.session
  return activated.api
}

/** Called by VS Code before the extension is unloaded. */
export async function deactivate(): Promise<void> {
  await session?.stop()
}
