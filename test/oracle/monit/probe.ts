import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { random } from '../mutate.ts'
import { type Comparison, compare, type Difference, minimiseDifference } from './compare.ts'
import { makeMutation, materialOf } from './mutate.ts'
import { judge } from './our-verdict.ts'
import { recordVerdicts } from './record.ts'
import { type Monit, monitsToAsk } from './run-monit.ts'
import { goodSnippets, readSnippets } from './snippets.ts'

const usage = `usage: npm run oracle -- monit [--count N] [--seed N] [--files FOLDER]... [--monit PROGRAM]...
                            [--show N] [--out FOLDER] [--lines]
       npm run oracle -- monit --record [--monit PROGRAM]...
Has monit judge N (2000) control files with small mistakes, and compares. They are made from test/oracle/monit/snippets and
from the files in each FOLDER. The monits asked are the machine's own, or those of --monit, or those that UNITWRIGHT_MONIT
names: VERSION=PROGRAM,...
--lines compares the line of the first mistake as well; --out writes each difference, cut down, into a file.
--record writes down what the monits say of the snippets.`

/**
 * Compares our verdict on generated control files with monit's.
 * @returns the exit code: 1 where they differ, 2 where nothing can be asked
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: 'string', default: '2000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      files: { type: 'string', multiple: true, default: [] },
      monit: { type: 'string', multiple: true, default: [] },
      show: { type: 'string', default: '20' },
      out: { type: 'string' },
      lines: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const monits = monitsToAsk(values.monit)
  if (monits.length === 0) {
    console.error('there is no monit here, and neither --monit nor UNITWRIGHT_MONIT names one')
    return 2
  }
  if (values.record) {
    await recordVerdicts(monits)
    return 0
  }
  const snippets = readSnippets()
  const files = values.files.flatMap(filesIn)
  const originals = [...snippets.values(), ...files]
  // What is wrong already tells little when it is mutated.
  const material = materialOf([...goodSnippets(snippets), ...files])
  const next = random(Number(values.seed))
  const mutations = Array.from({ length: Number(values.count) }, () => makeMutation(material, next))
  console.log(`seed ${values.seed}: ${originals.length} files as they are, ${mutations.length} mutations`)
  let differences = 0
  for (const monit of monits) {
    const found = await compare(monit, [...originals, ...mutations], judge)
    const wanted = found.differences.filter(({ kind }) => values.lines || kind !== 'other line')
    differences += wanted.length
    await show(monit, wanted.slice(0, Number(values.show)), values.out)
    report(monit, found)
  }
  return differences > 0 ? 1 : 0
}

/** The texts of all files in a folder and its subfolders. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => /\.(?:monitrc|monit|conf)$/.test(file) && statSync(file).isFile())
    .sort()
    .map((file) => readFileSync(file, 'utf8'))
}

/** Prints differences, cut down and each kind of text once. */
async function show(
  monit: Monit,
  differences: readonly Difference[],
  out: string | undefined,
): Promise<void> {
  const shown = new Set<string>()
  for (const difference of differences) {
    const small = await minimiseDifference(monit, difference, judge)
    if (shown.has(small.text)) continue
    shown.add(small.text)
    const said = small.theirs.messages.map(({ line, text }) => `${line}: ${text}`)
    console.log(`--- ${small.kind}; monit ${monit.version}: ${small.theirs.outcome} (${said.join('; ')})`)
    if (small.kind === 'other line') console.log(`we: line ${small.ours.line}`)
    console.log(small.text)
    if (out === undefined) continue
    mkdirSync(out, { recursive: true })
    writeFileSync(path.join(out, `${monit.version}-${shown.size}.monitrc`), small.text)
  }
}

function report({ version }: Monit, { all, outcomes, differences }: Comparison): void {
  const count = (kind: Difference['kind']) => differences.filter((each) => each.kind === kind).length
  const judged = all - outcomes.unknown - outcomes.template
  const wrong = count('only monit refuses') + count('only we refuse')
  const agreement = judged === 0 ? 100 : (100 * (judged - wrong)) / judged
  console.log(
    `monit ${version}: ${all} files; ${outcomes.accepted} accepted, ${outcomes.syntax} with a mistake of syntax, ` +
      `${outcomes.semantic} of meaning, ${outcomes.unknown} not to be told, ${outcomes.template} with template tags`,
  )
  console.log(
    `monit ${version}: ${agreement.toFixed(2)} % agree; ${count('only monit refuses')} refused by monit alone, ` +
      `${count('only we refuse')} by us alone; of those that both refuse, ${count('other line')} at another line`,
  )
}
