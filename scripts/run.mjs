// Runs a TypeScript program of this project: `node scripts/run.mjs test/corpus/corpus.ts ARGUMENTS`. Its module
// exports `main(args)`, which answers the exit code.
import path from 'node:path'
import { importTypeScript } from './import-typescript.mjs'

const [file, ...args] = process.argv.slice(2)
if (!file) {
  console.error('usage: node scripts/run.mjs FILE.ts [ARGUMENT...]')
  process.exitCode = 2
} else {
  const { main } = await importTypeScript(path.resolve(file))
  process.exitCode = await main(args)
}
