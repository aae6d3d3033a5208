// `npm run bench [-- WORD]`: runs the benchmarks under test/bench, or those whose file name has the word in it, and
// prints each figure with its goal. A missed goal is printed, not an error: machines differ.
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { importTypeScript } from './import-typescript.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const folder = path.join(root, 'test', 'bench')
const word = process.argv[2] ?? ''

process.chdir(root)
const { describe } = await importTypeScript(path.join(folder, 'measure.ts'))
for (const file of (await readdir(folder)).sort()) {
  if (!file.endsWith('.bench.ts') || !file.includes(word)) continue
  const { bench } = await importTypeScript(path.join(folder, file))
  for (const figure of await bench()) console.log(describe(figure))
}
