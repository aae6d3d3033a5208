import { createConnection } from 'vscode-languageserver/node'
import { nodeFileSystem } from './cli/file-system.node.ts'
import { startServer } from './lsp/server.ts'
import { nodeProcessRunner } from './workspace/verify/process-runner.node.ts'

const overStreams = process.argv.includes('--stdio')
const overChannel = process.argv.includes('--node-ipc') && process.send !== undefined

if (overStreams || overChannel) {
  const connection = createConnection()
  const report = (error: unknown) =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
  // What no handler caught is told in the editor's log; the editor's next question still gets an answer.
  process.on('uncaughtException', report)
  process.on('unhandledRejection', report)
  startServer(connection, { files: nodeFileSystem, runner: nodeProcessRunner })
  connection.listen()
} else {
  process.stderr.write(
    'unitwright server: say how it is spoken to; accepted: --stdio, or --node-ipc from a Node process that forks it\n',
  )
  process.exitCode = 2
}
