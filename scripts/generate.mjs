// Runs the generators: systemd facts -> unit/data, rules -> docs and manifest.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { importTypeScript } from './import-typescript.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const { generate } = await importTypeScript(path.join(root, 'server/tools/generate.ts'))
for (const [file, text] of generate(root)) {
  const target = path.join(root, file)
  const old = await readFile(target, 'utf8').catch(() => undefined)
  if (old === text) continue
  console.log(`written: ${file}`)
  await mkdir(path.dirname(target), { recursive: true })
  await writeFile(target, text)
}
