import { createRequire } from 'node:module'
import path from 'node:path'
import { describeFailure, run } from './run.ts'
import { openTerminal } from './terminal.ts'

/** The language server is a bundle of its own beside this one, loaded by those who ask for it. */
function startServer(): void {
  createRequire(__filename)(path.join(__dirname, 'server.cjs'))
}

async function main(): Promise<void> {
  const terminal = await openTerminal()
  try {
    const code = await run(process.argv.slice(2), terminal, startServer)
    if (code !== undefined) process.exitCode = code
  } catch (error) {
    process.exitCode = 2
    terminal.write('err', describeFailure(error))
  }
}

void main()
