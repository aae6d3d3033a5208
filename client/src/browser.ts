import { type ExtensionContext, Uri } from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import { type Api, activateWith } from './activate.ts'
import { clientId, clientName } from './client.ts'
import type { Session } from './session.ts'

let session: Session | undefined
let worker: Worker | undefined

/** Called by VS Code where there is no Node: in a browser. */
export function activate(context: ExtensionContext): Api {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true)
  const start = async () => {
    // A client doesn't end the worker of the one before it.
    worker?.terminate()
    worker = new Worker(script)
    return worker
  }
  const activated = activateWith(
    context,
    (options) => new LanguageClient(clientId, clientName, start, options),
  )
  session = activated.session
  return activated.api
}

/** Called by VS Code before the extension is unloaded. */
export async function deactivate(): Promise<void> {
  await session?.stop()
  worker?.terminate()
}
