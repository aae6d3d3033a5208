// Records what real systemds say of the unit files in a folder: `node test/oracle/record.mjs FOLDER [VERSION...]`
// writes FOLDER/verdicts.json. The machine's own systemd-analyze speaks for its version, the command in
// UNITWRIGHT_ORACLE for the VERSIONs named.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { importTypeScript } from '../../scripts/import-typescript.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const { analyzeOf } = await importTypeScript(path.join(here, 'other-versions.ts'))
const { installedVersion, verify } = await importTypeScript(path.join(here, 'verify.ts'))
const { kindOfMessage } = await importTypeScript(path.join(here, 'verdict.ts'))

/** Kind and line of what is about the file's syntax, in the order of the lines; the wording is systemd's own business. */
function verdictsOf(messages) {
  const known = messages.flatMap(({ line, text }) => {
    const kind = kindOfMessage(text)
    return kind ? [JSON.stringify([line ?? null, kind])] : []
  })
  return [...new Set(known)].map((each) => JSON.parse(each)).sort(([a], [b]) => a - b)
}

const [folder, ...others] = process.argv.slice(2)
const own = installedVersion()
if (!folder || own === undefined) {
  console.error(
    folder ? 'there is no systemd-analyze here' : 'usage: node test/oracle/record.mjs FOLDER [VERSION...]',
  )
  process.exit(2)
}
const names = readdirSync(folder)
  .filter((name) => !name.startsWith('.') && name !== 'verdicts.json')
  .sort()
const files = new Map(names.map((name) => [name, readFileSync(path.join(folder, name))]))
const recorded = Object.fromEntries(names.map((name) => [name, {}]))
for (const version of [own, ...others.map(Number)]) {
  const messages = verify(files, analyzeOf(version))
  for (const name of names) recorded[name][version] = verdictsOf(messages.get(name))
}
const target = path.join(folder, 'verdicts.json')
writeFileSync(target, JSON.stringify(recorded))
const biome = path.resolve(here, '../../node_modules/@biomejs/biome/bin/biome')
process.exitCode =
  spawnSync(process.execPath, [biome, 'format', '--write', target], { stdio: 'inherit' }).status ?? 1
