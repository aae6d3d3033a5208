import { parseArgs } from 'node:util'
import { makeProbes, type Probe, type ProbeWish } from './make-probes.ts'
import { main as probeMonit } from './monit/probe.ts'
import { analyzeOf } from './other-versions.ts'
import { askAbout, ourOutcome } from './outcome.ts'
import { probeUnits } from './probe-units.ts'
import { recordValues } from './record-values.ts'
import { installedVersion } from './verify.ts'

const usage = `usage: npm run oracle -- [--parsers NAME,...] [--directives Section.Name,...] [--count N] [--seed N]
                      [--versions N,...] [--show N]
       npm run oracle -- files [FOLDER] [--count N] [--seed N] [--versions N,...] [--show N] [--out FOLDER]
       npm run oracle -- --record
       npm run oracle -- monit --help
Asks systemd-analyze about N values (200) for each parser, and compares. With files it is asked about N whole files (400):
made up of lines that may not go together, or else the unit files of FOLDER, each with a small mistake. Where we differ,
the file is cut down and printed; --out writes it into a folder as well.
--record writes down what 252, 257 and 262 make of values of each parser.
The machine's own systemd-analyze speaks for its version; for another one, the command in UNITWRIGHT_ORACLE is run as
COMMAND VERSION FOLDER systemd-analyze ARGUMENT...`

/** Compares our verdict on generated values and files with systemd's, or monit's. Answers 1 where they differ. */
export async function main(args: readonly string[]): Promise<number> {
  if (args[0] === 'monit') return probeMonit(args.slice(1))
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      parsers: { type: 'string' },
      directives: { type: 'string' },
      count: { type: 'string' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      versions: { type: 'string' },
      show: { type: 'string', default: '40' },
      out: { type: 'string' },
      record: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const [kind, folder] = positionals
  if (values.help || (kind !== undefined && kind !== 'files')) {
    console.log(usage)
    return values.help ? 0 : 2
  }
  if (values.record) {
    recordValues()
    return 0
  }
  const own = installedVersion()
  const versions = values.versions?.split(',').map(Number) ?? (own === undefined ? [] : [own])
  if (versions.length === 0) {
    console.error('there is no systemd-analyze here, and --versions names none')
    return 2
  }
  console.log(`seed ${values.seed}`)
  const seed = Number(values.seed)
  const show = Number(values.show)
  let differences = 0
  for (const version of versions) {
    if (kind === 'files') {
      const count = Number(values.count ?? 400)
      differences += await probeUnits({ version, folder, count, seed, show, out: values.out })
    } else {
      const count = Number(values.count ?? 200)
      const parsers = values.parsers?.split(',')
      const directives = values.directives?.split(',')
      differences += probeValues({ version, parsers, directives, count, seed }, show)
    }
  }
  return differences > 0 ? 1 : 0
}

/** How the values of one parser fared; `strict` counts those that systemd takes and we don't. */
interface Total {
  all: number
  strict: number
  readonly wrong: string[]
}

/** Compares our verdict on values with a systemd's and prints where they differ; answers how often. */
function probeValues(wish: ProbeWish, show: number): number {
  const { version } = wish
  const probes = makeProbes(wish)
  const answers = askAbout(probes, version, analyzeOf(version))
  const totals = new Map<string, Total>()
  for (const [index, each] of probes.entries()) {
    const total = totals.get(each.directive.parser) ?? { all: 0, strict: 0, wrong: [] }
    totals.set(each.directive.parser, total)
    total.all += 1
    const { outcome, said } = answers[index]!
    const actual = ourOutcome(each, version)
    if (outcome === actual) continue
    if (outcome === 'accepted' && (actual === 'ignored' || actual === 'refused')) total.strict += 1
    total.wrong.push(`${spell(each)}  systemd: ${outcome} (${said}), we: ${actual}`)
  }
  return report(version, totals, show)
}

function spell({ directive: { section, name }, value }: Probe): string {
  return `${section}.${name}=${value}`
}

function report(version: number, totals: ReadonlyMap<string, Total>, show: number): number {
  const wrong = [...totals.values()].reduce((sum, each) => sum + each.wrong.length, 0)
  const all = [...totals.values()].reduce((sum, each) => sum + each.all, 0)
  for (const [parser, total] of totals) {
    if (total.wrong.length === 0) continue
    console.log(`systemd ${version}: ${parser}: ${total.wrong.length} of ${total.all} differ`)
    for (const line of total.wrong.slice(0, show)) console.log(`  ${line}`)
  }
  const strict = [...totals.values()].reduce((sum, each) => sum + each.strict, 0)
  const agreement = all === 0 ? 100 : (100 * (all - wrong)) / all
  console.log(
    `systemd ${version}: ${all} values of ${totals.size} parsers, ${wrong} differ, ${strict} of them accepted by systemd alone, ${agreement.toFixed(2)} % agree`,
  )
  return wrong
}
