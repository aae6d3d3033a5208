// Records what real systemds say of units whose keys do not go together: `node test/oracle/record-cross-key.mjs
// [VERSION...]` writes test/corpus/cross-key.json. The machine's own systemd-analyze speaks for its version, the command
// in UNITWRIGHT_ORACLE for the VERSIONs named.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { importTypeScript } from '../../scripts/import-typescript.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const { analyzeOf } = await importTypeScript(path.join(here, 'other-versions.ts'))
const { installedVersion, verify } = await importTypeScript(path.join(here, 'verify.ts'))
const { crossKeyVerdicts } = await importTypeScript(path.join(here, 'cross-key.ts'))
const { crossKeyUnits } = await importTypeScript(path.join(here, 'cross-key-units.ts'))

const own = installedVersion()
if (own === undefined) {
  console.error('there is no systemd-analyze here')
  process.exit(2)
}
const files = new Map([...crossKeyUnits].map(([name, text]) => [name, Buffer.from(text)]))
const recorded = Object.fromEntries([...files.keys()].map((name) => [name, {}]))
for (const version of [own, ...process.argv.slice(2).map(Number)]) {
  const messages = verify(files, analyzeOf(version))
  for (const name of files.keys()) recorded[name][version] = crossKeyVerdicts(messages.get(name))
}
const target = path.join(here, '../corpus/cross-key.json')
writeFileSync(target, JSON.stringify(recorded))
const biome = path.resolve(here, '../../node_modules/@biomejs/biome/bin/biome')
process.exitCode =
  spawnSync(process.execPath, [biome, 'format', '--write', target], { stdio: 'inherit' }).status ?? 1
