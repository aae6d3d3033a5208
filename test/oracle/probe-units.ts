import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { decodeText, encodeText } from '../../server/src/base/decode.ts'
import { crossKeyAgrees, crossKeyFindings, crossKeyVerdicts } from './cross-key.ts'
import { generatedUnits, mutatedUnits, renamed, type UnitFile, unitsIn } from './make-units.ts'
import { minimise } from './monit/minimise.ts'
import { analyzeOf } from './other-versions.ts'
import { findingsOf, isMuted, toVerdicts } from './our-verdicts.ts'
import { isRefused } from './outcome.ts'
import { compareVerdicts, untilFatal, type Verdict, verdictsOfMessage } from './verdict.ts'
import { type Analyze, type Message, verify } from './verify.ts'

/** Which files to ask about, and what to do with those of which we and systemd differ. */
export interface UnitWish {
  readonly version: number
  /** Of unit files to put mistakes into; absent: files are made up. */
  readonly folder?: string | undefined
  readonly count: number
  readonly seed: number
  /** How many differences are cut down and printed. */
  readonly show: number
  /** The folder that these are written into as well. */
  readonly out?: string | undefined
}

/** One thing that we and systemd differ about in a file. */
interface Difference {
  /** What it is, lines left aside: by this two of them are the same. */
  readonly what: string
  readonly where: string
}

interface Answered {
  readonly unit: UnitFile
  readonly differences: readonly Difference[]
  readonly messages: readonly Message[]
}

/** How many files one process is given. */
const batch = 500

/** Compares our verdict on whole files with a systemd's and prints, cut down, where they differ; answers how often. */
export async function probeUnits({ version, folder, count, seed, show, out }: UnitWish): Promise<number> {
  const originals = folder === undefined ? [] : unitsIn(folder)
  if (folder !== undefined && originals.length === 0)
    throw new Error(`there are no unit files in '${folder}'`)
  const made = folder === undefined ? generatedUnits(count, seed) : mutatedUnits(originals, count, seed)
  // What a file holds is bytes: half a surrogate pair becomes U+FFFD.
  const units = made.map(({ name, text }) => ({ name, text: decodeText(encodeText(text)) }))
  const analyze = analyzeOf(version)
  const wrong = answer(units, version, analyze).filter(({ differences }) => differences.length > 0)
  const shown = new Set<string>()
  for (const { unit, differences } of wrong) {
    if (shown.size >= show) break
    const { what } = differences[0]!
    const small = await cutDown(unit, what, version, analyze)
    const key = `${what}\n${small.unit.text}`
    if (shown.has(key)) continue
    shown.add(key)
    print(small, version)
    if (out === undefined) continue
    mkdirSync(out, { recursive: true })
    writeFileSync(path.join(out, `${version}-${shown.size}-${small.unit.name}`), encodeText(small.unit.text))
  }
  const agreement = units.length === 0 ? 100 : (100 * (units.length - wrong.length)) / units.length
  console.log(
    `systemd ${version}: ${units.length} files, ${wrong.length} differ, ${agreement.toFixed(2)} % agree`,
  )
  return wrong.length
}

function print({ unit, differences, messages }: Answered, version: number): void {
  console.log(`--- ${unit.name}; systemd ${version}`)
  console.log(unit.text.trimEnd())
  for (const { what, where } of differences) console.log(`  ${where}: ${what}`)
  for (const { line, text } of messages) console.log(`  systemd: ${line ?? '-'}: ${text}`)
}

/** Asks about units, those of one name apart from each other. */
function answer(
  units: readonly UnitFile[],
  version: number,
  analyze: Analyze | undefined,
): readonly Answered[] {
  const batches: Map<string, UnitFile>[] = []
  for (const unit of units) {
    const free = batches.find((each) => each.size < batch && !each.has(unit.name))
    if (free) free.set(unit.name, unit)
    else batches.push(new Map([[unit.name, unit]]))
  }
  const found = new Map<UnitFile, Answered>()
  for (const each of batches) {
    const files = new Map([...each].map(([name, { text }]) => [name, encodeText(text)]))
    const messages = verify(files, analyze)
    for (const [name, unit] of each) {
      const own = messages.get(name)!
      found.set(unit, { unit, messages: own, differences: differencesIn(unit, own, version) })
    }
  }
  return units.map((unit) => found.get(unit)!)
}

/** What is left of a unit while it keeps that difference. */
async function cutDown(
  unit: UnitFile,
  what: string,
  version: number,
  analyze: Analyze | undefined,
): Promise<Answered> {
  const ask = (texts: readonly string[]) =>
    answer(
      texts.map((text, index) => ({ name: renamed(unit.name, `c${index}`), text })),
      version,
      analyze,
    )
  const text = await minimise(unit.text, async (texts) =>
    ask(texts).map(({ differences }) => differences.some((each) => each.what === what)),
  )
  return ask([text])[0]!
}

/** Where systemd's messages about a file and our findings differ: line by line, then on the unit as a whole. */
function differencesIn(
  { name, text }: UnitFile,
  messages: readonly Message[],
  version: number,
): readonly Difference[] {
  // Where a file that the unit names is missing on this machine, the rest goes unread.
  if (messages.some((each) => /failed to load properly.*No such file/.test(each.text))) return []
  const refusals = crossKeyVerdicts(messages)
  const theirs = untilFatal(messages.flatMap(verdictsOfMessage))
  // Where it refuses a line it reads no further, and has no word for the unit as a whole.
  const stops = isRefused(messages) && refusals.length === 0 && theirs.length > 0
  const end = stops ? Math.max(...theirs.map(({ line = 0 }) => line)) : Number.POSITIVE_INFINITY
  const findings = findingsOf(`/etc/systemd/system/${name}`, text, version).filter(
    ({ rule }) => !isMuted(rule, version),
  )
  const verdicts = (some: typeof findings) =>
    untilFatal(toVerdicts(name, text, some)).filter(({ line = 0 }) => line <= end)
  // A remark may be one that systemd makes without a line.
  const loud = findings.filter(
    ({ kind, severity }) => kind === 'verdict' && (severity === 'error' || severity === 'warning'),
  )
  const { onlyOurs } = compareVerdicts(verdicts(loud), theirs)
  const { onlyTheirs } = compareVerdicts(verdicts(findings), theirs)
  const differences = [
    ...onlyOurs.map((each) => differenceOf('only we say', each)),
    ...onlyTheirs.map((each) => differenceOf('only systemd says', each)),
  ]
  // What it says of a template it says of an instance.
  if (differences.length > 0 || stops || name.includes('@') || hasStrayLines(name, text, theirs))
    return differences
  const ours = crossKeyFindings(findings)
  if (crossKeyAgrees(ours, refusals)) return []
  return [
    {
      what: `we say ${ours.join(', ') || 'nothing'}, systemd ${refusals.join(', ') || 'nothing'}`,
      where: 'unit',
    },
  ]
}

/**
 * What a unit lacks may stand in lines that belong to no section that systemd knows; of such a file we name those lines
 * alone. A section that is not there at all has no header to say it at.
 */
function hasStrayLines(name: string, text: string, theirs: readonly Verdict[]): boolean {
  const type = path.extname(name).slice(1)
  const header = new RegExp(`^[ \\t]*\\[${type[0]!.toUpperCase()}${type.slice(1)}\\][ \\t\\r]*$`, 'm')
  return (
    !header.test(text) || theirs.some(({ kind }) => kind === 'unknown-section' || kind === 'outside-section')
  )
}

function differenceOf(who: string, verdict: string): Difference {
  const [line = '', kind = ''] = verdict.split(': ')
  return { what: `${who} ${kind}`, where: `line ${line}` }
}
