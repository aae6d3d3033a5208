import { PassThrough } from 'node:stream'
import { createConnection } from 'vscode-languageserver/node'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { startServer } from '../../server/src/lsp/server.ts'
import { Client, rich } from '../protocol/testing/client.ts'

/** A client of the real server, over streams in memory; no disk is behind it. */
export async function connect(): Promise<Client> {
  const toServer = new PassThrough()
  const toClient = new PassThrough()
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient))
  startServer(server, { files: { readFile: async () => undefined, readFolder: async () => undefined } })
  server.listen()
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  )
  return new Client(connection, { capabilities: rich }).initialize()
}
