import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import type { FileSystem } from './base/file-system.ts'
import { startServer } from './lsp/server.ts'

/** A worker has no disk: units are known as far as they are open. */
const noFiles: FileSystem = {
  readFile: async () => undefined,
  readFolder: async () => undefined,
}

const scope = globalThis as unknown as DedicatedWorkerGlobalScope
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope))
startServer(connection, { files: noFiles })
connection.listen()
