import { PassThrough } from 'node:stream'
import { afterEach, expect } from 'vitest'
import { createConnection } from 'vscode-languageserver/node'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import type { FileSystem } from '../../../server/src/base/file-system.ts'
import { startServer } from '../../../server/src/lsp/server.ts'
import type { ProcessRunner } from '../../../server/src/workspace/verify/process-runner.ts'
import { Client, type ClientOptions } from './client.ts'

/** A disk with nothing on it. */
export const emptyDisk: FileSystem = { readFile: async () => undefined, readFolder: async () => undefined }

/** A disk of named files. */
export function disk(files: Readonly<Record<string, Uint8Array | string>>): FileSystem {
  return {
    async readFile(uri) {
      const found = files[uri]
      return typeof found === 'string' ? new TextEncoder().encode(found) : found
    },
    async readFolder(uri) {
      const inside = Object.keys(files).filter((file) => file.startsWith(`${uri}/`))
      if (inside.length === 0) return undefined
      const names = new Map(
        inside.map((file) => {
          const [name = '', ...rest] = file.slice(uri.length + 1).split('/')
          return [decodeURIComponent(name), rest.length > 0 ? 'folder' : 'file'] as const
        }),
      )
      return [...names].map(([name, kind]) => ({ name, kind }))
    },
  }
}

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** A server and a client in this process, initialized; both end with the test. */
export async function connect(
  options: ClientOptions & { readonly files?: FileSystem; readonly runner?: ProcessRunner } = {},
): Promise<Client> {
  const toServer = new PassThrough()
  const toClient = new PassThrough()
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient))
  startServer(server, { files: options.files ?? emptyDisk, runner: options.runner })
  server.listen()
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  )
  const client = new Client(connection, options)
  ends.push(async () => {
    await client.shutdown()
    connection.dispose()
    server.dispose()
    // What the server logs is a handler's failure; a test that means one looks at the log and empties it.
    expect(client.log).toEqual([])
  })
  return client.initialize()
}
