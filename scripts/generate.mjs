// Runs the generators: systemd facts -> unit/data, rules -> docs and manifest. `--check` writes nothing and fails on a difference.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { importTypeScript } from './import-typescript.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const { generate } = await importTypeScript(path.join(root, 'server/tools/generate.ts'))
const check = process.argv.includes('--check')
let stale = 0
for (const [file, text] of await generate(root)) {
  const target = path.join(root, file)
  const old = await readFile(target, 'utf8').catch(() => undefined)
  if (old === text) continue
  stale += 1
  console.log(`${check ? 'stale' : 'written'}: ${file}`)
  if (check) continue
  await mkdir(path.dirname(target), { recursive: true })
  await writeFile(target, text)
}
if (check && stale > 0) {
  console.error('run: npm run generate')
  process.exitCode = 1
}
