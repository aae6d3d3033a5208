import { closeSync, mkdirSync, mkdtempSync, openSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { run } from '../run.ts'
import type { Terminal } from '../terminal.ts'

/** What a run of the command line left behind. */
export interface Outcome {
  readonly code: number | undefined
  readonly out: string
  readonly err: string
}

/** A folder of its own for a test, gone when the test is. */
export interface Scratch {
  readonly folder: string
  /** Runs the command line in the folder, within this process. */
  run(...args: readonly string[]): Promise<Outcome>
  /** The same with a standard input. */
  runWith(stdin: string | Uint8Array, ...args: readonly string[]): Promise<Outcome>
}

/**
 * Makes a folder with files in it.
 * @param files texts or bytes by path; folders on the way are made
 */
export function scratch(files: Readonly<Record<string, string | Uint8Array>> = {}): Scratch {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'unitwright cli '))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
  const runWith = async (stdin: string | Uint8Array, ...args: readonly string[]) => {
    const input = path.join(folder, '.stdin')
    writeFileSync(input, stdin)
    const descriptor = openSync(input, 'r')
    try {
      return await runCaptured(args, folder, descriptor)
    } finally {
      closeSync(descriptor)
    }
  }
  return {
    folder,
    run: (...args) => runWith('', ...args),
    runWith,
  }
}

async function runCaptured(args: readonly string[], cwd: string, stdin: number): Promise<Outcome> {
  const written = { out: [] as Buffer[], err: [] as Buffer[] }
  const terminal: Terminal = {
    cwd,
    stdin,
    colours: () => false,
    write: (stream, data) => {
      written[stream].push(Buffer.from(data))
    },
  }
  const code = await run(args, terminal, async () => {})
  return { code, out: Buffer.concat(written.out).toString(), err: Buffer.concat(written.err).toString() }
}
