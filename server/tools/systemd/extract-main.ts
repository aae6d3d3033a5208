/** `extract-main.ts TREE`: records the facts of one systemd source tree as `facts/v<N>.json`; run from the project's root. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractFacts } from './extract.ts'
import { factsFolder, printFacts } from './facts.ts'

/** Records the facts of the tree that the first argument names; answers the exit code. */
export async function main([root]: readonly string[]): Promise<number> {
  if (root === undefined) {
    process.stderr.write('usage: extract-main.ts TREE, the folder of a systemd source tree\n')
    return 2
  }
  const facts = extractFacts(root)
  const file = join(factsFolder, `v${facts.version}.json`)
  writeFileSync(file, printFacts(facts))
  process.stdout.write(`${file}: ${facts.rows.length} rows, ${facts.tables.length} value tables\n`)
  return 0
}
