import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { askMonit, type Monit } from './run-monit.ts'
import { readRecord, readSnippets, recordFile, shorten } from './snippets.ts'

/** Writes down what the monits say of the snippets; what others said stays on record. */
export async function recordVerdicts(monits: readonly Monit[]): Promise<void> {
  const snippets = readSnippets()
  const before = existsSync(recordFile) ? readRecord() : {}
  const recorded = new Map([...snippets.keys()].map((name) => [name, { ...before[name] }]))
  for (const monit of monits) {
    const verdicts = await askMonit(monit, [...snippets.values()])
    for (const [index, name] of [...snippets.keys()].entries()) {
      const verdict = verdicts[index]!
      if (verdict.outcome === 'unknown') throw new Error(`monit ${monit.version} says nothing of '${name}'`)
      recorded.get(name)![monit.version] = shorten(verdict)
    }
  }
  writeFileSync(recordFile, JSON.stringify(Object.fromEntries(recorded)))
  const biome = path.resolve('node_modules/@biomejs/biome/bin/biome')
  spawnSync(process.execPath, [biome, 'format', '--write', recordFile], { stdio: 'inherit' })
}
