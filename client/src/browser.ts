import { type ExtensionContext, Uri, workspace } from 'vscode'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser'
import { type Api, activateWith } from './activate.ts'
import { clientId, clientName } from './client.ts'
import { browserMachine } from './machine/browser-machine.ts'
import type { Session } from './session.ts'

let session: Session | undefined
let worker: Worker | undefined

/** Called by VS Code where there is no Node: in a browser. */
export function activate(context: ExtensionContext): Api {
  const start = async () => {
    // A client doesn't end the worker of the one before it.
    worker?.terminate()
    worker = await startWorker(Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js'))
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
  }
  const activated = activateWith(
    context,
    (options) => new LanguageClient(clientId, clientName, start, options),
    browserMachine,
  )
  session = activated.session
  return activated.api
}

/** Called by VS Code before the extension is unloaded. */
export async function deactivate(): Promise<void> {
  await session?.stop()
  worker?.terminate()
}

/**
 * Runs a script of the extension in a worker. The script is read here: a worker can't load it by its address where the
 * extension lies on a remote machine while it runs in the browser.
 */
async function startWorker(script: Uri): Promise<Worker> {
  const source = new TextDecoder().decode(await workspace.fs.readFile(script))
  // Its address is never revoked, since nobody tells when the worker has loaded it.
  return new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })))
}
