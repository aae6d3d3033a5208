import { existsSync } from 'node:fs'
import path from 'node:path'
import { compareCorpus, type VersionReport } from './compare.ts'

/**
 * Compares our findings with the recorded verdicts of a corpus and prints where they differ.
 * @param args the corpus: a folder of unit files with a `verdicts.json`
 * @returns the exit code: 1 where they differ
 */
export async function main(args: readonly string[]): Promise<number> {
  const [folder] = args
  if (folder === undefined || args.length > 1 || !existsSync(path.join(folder, 'verdicts.json'))) {
    console.error(
      'usage: npm run corpus -- FOLDER, where FOLDER/verdicts.json says what systemd said of its unit files',
    )
    return 2
  }
  const reports = compareCorpus(folder)
  for (const each of reports) print(each)
  return reports.some(({ onlyOurs, onlyTheirs }) => onlyOurs.length + onlyTheirs.length > 0) ? 1 : 0
}

function print({ version, files, verdicts, onlyOurs, onlyTheirs, findings }: VersionReport): void {
  for (const each of onlyOurs) console.log(`systemd ${version}: only ours    ${each}`)
  for (const each of onlyTheirs) console.log(`systemd ${version}: only theirs  ${each}`)
  const counts = [...findings].sort(([, a], [, b]) => b - a).map(([rule, count]) => `${rule} ${count}`)
  console.log(`systemd ${version}: our findings: ${counts.join(', ') || 'none'}`)
  console.log(
    `systemd ${version}: ${files} files, ${verdicts} verdicts; ${onlyOurs.length} only ours, ${onlyTheirs.length} only theirs`,
  )
}
