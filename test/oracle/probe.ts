import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { type Directive, directivesOf, statusAt } from '../../server/src/unit/data/directives.ts'
import { allWords } from '../../server/src/unit/values/extract/first-word.ts'
import { expandName } from '../../server/src/unit/values/names/expand-name.ts'
import { mutate, random } from './mutate.ts'
import { findingsOf, isAboutValue, isMuted } from './our-verdicts.ts'
import { pools } from './pools/index.ts'
import { type Analyze, installedVersion, type Message, verify, verifySettings } from './verify.ts'

const usage = `usage: npm run oracle -- [--parsers NAME,...] [--directives Section.Name,...] [--count N] [--seed N]
                      [--versions N,...] [--show N]
Asks systemd-analyze about N values (200) for each parser, and compares. The machine's own speaks for its version; for
another one, the command in UNITWRIGHT_ORACLE is run as COMMAND VERSION FOLDER systemd-analyze ARGUMENT...`

/** What becomes of a value: taken; taken with a remark; left out with a warning; the whole unit is refused. */
type Outcome = 'accepted' | 'noticed' | 'ignored' | 'refused'

interface Probe {
  readonly file: string
  readonly directive: Directive
  readonly value: string
  readonly text: string
}

/** What a unit of each section needs besides, so that it loads. */
const bodies: Readonly<Record<string, { readonly type: string; readonly body: string }>> = {
  Unit: { type: 'service', body: '[Service]\nExecStart=/bin/true\n' },
  Service: { type: 'service', body: 'ExecStart=/bin/true\n' },
  Socket: { type: 'socket', body: 'ListenStream=/run/probe.sock\n' },
  Timer: { type: 'timer', body: 'OnBootSec=1\n' },
  Path: { type: 'path', body: 'PathExists=/probe\n' },
  Mount: { type: 'mount', body: '' },
  Automount: { type: 'automount', body: '' },
  Swap: { type: 'swap', body: '' },
  Slice: { type: 'slice', body: '' },
}

/** What may stand somewhere, for parsers without a pool of their own. */
const anything = [
  '',
  'yes',
  'no',
  '0',
  '1',
  '-1',
  '5min',
  '1G',
  '50%',
  '/srv/web',
  'web.service',
  'always',
  'a b',
  'A=b',
]

/** Compares our verdict on generated values with systemd's. Answers 1 where they differ. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      parsers: { type: 'string' },
      directives: { type: 'string' },
      count: { type: 'string', default: '200' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      versions: { type: 'string' },
      show: { type: 'string', default: '40' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const own = installedVersion()
  const versions = values.versions?.split(',').map(Number) ?? (own === undefined ? [] : [own])
  if (versions.length === 0) {
    console.error('there is no systemd-analyze here, and --versions names none')
    return 2
  }
  console.log(`seed ${values.seed}`)
  let differences = 0
  for (const version of versions) {
    const probes = makeProbes(
      version,
      values.parsers?.split(','),
      values.directives?.split(','),
      Number(values.count),
      Number(values.seed),
    )
    differences += compare(
      version,
      probes,
      version === own ? undefined : oracleFor(version),
      Number(values.show),
    )
  }
  return differences > 0 ? 1 : 0
}

function makeProbes(
  version: number,
  parsers: readonly string[] | undefined,
  names: readonly string[] | undefined,
  count: number,
  seed: number,
): readonly Probe[] {
  const byParser = new Map<string, Directive[]>()
  for (const section of Object.keys(bodies)) {
    for (const directive of directivesOf(section)) {
      if (statusAt(directive, version) !== 'known' || (parsers && !parsers.includes(directive.parser)))
        continue
      if (names && !names.includes(`${directive.section}.${directive.name}`)) continue
      byParser.set(directive.parser, [...(byParser.get(directive.parser) ?? []), directive])
    }
  }
  const next = random(seed)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(next() * items.length)]!
  const everything = [...anything, ...Object.values(pools).flat()]
  let serial = 0
  return [...byParser].flatMap(([parser, directives]) => {
    const pool = pools[parser] ?? everything
    // A parser's own seeds are all asked about; of everybody's, as many as are wanted.
    const seeds = pools[parser] ?? Array.from({ length: Math.ceil(count / 2) }, () => pick(everything))
    const wanted = [
      ...seeds,
      ...Array.from({ length: Math.max(0, count - seeds.length) }, () =>
        mutate(pick(pool), pick(pool), next),
      ),
    ]
    return wanted.map((value): Probe => {
      const directive = pick(directives)
      serial += 1
      return probe(`p${version}-${serial}`, directive, value.replace(/[\r\n\0]/g, ' ').replace(/\\+$/, ''))
    })
  })
}

function probe(stem: string, directive: Directive, value: string): Probe {
  const { type, body } = bodies[directive.section]!
  const text = `[${directive.section}]\n${directive.name}=${value}\n${body}`
  // These are named after what they mount.
  const file = ['mount', 'automount', 'swap'].includes(type) ? `probe-${stem}.${type}` : `${stem}.${type}`
  return { file, directive, value, text }
}

function compare(
  version: number,
  probes: readonly Probe[],
  analyze: Analyze | undefined,
  show: number,
): number {
  const encoder = new TextEncoder()
  const theirs = new Map<string, readonly Message[]>()
  const remarked = new Set<string>()
  for (let at = 0; at < probes.length; at += 1000) {
    const files = new Map(probes.slice(at, at + 1000).map(({ file, text }) => [file, encoder.encode(text)]))
    for (const [file, messages] of verify(files, analyze)) {
      theirs.set(file, messages)
    }
    for (const { text } of theirs.get('') ?? []) {
      const name = remarkedName(text)
      if (name !== undefined) remarked.add(name)
    }
  }
  const totals = new Map<string, Total>()
  for (const each of probes) {
    const expected = theirOutcome(each, version, theirs.get(each.file) ?? [], remarked)
    const actual = ourOutcome(each, version)
    const total = totals.get(each.directive.parser) ?? { all: 0, strict: 0, wrong: [] }
    total.all += 1
    if (expected !== actual) {
      const said = (theirs.get(each.file) ?? []).find(({ line }) => line === 2)?.text ?? ''
      if (expected === 'accepted' && (actual === 'ignored' || actual === 'refused')) total.strict += 1
      total.wrong.push(
        `${each.directive.section}.${each.directive.name}=${each.value}  systemd: ${expected} (${said}), we: ${actual}`,
      )
    }
    totals.set(each.directive.parser, total)
  }
  return report(version, totals, show)
}

/** How the values of one parser fared; `strict` counts those that systemd takes and we don't. */
interface Total {
  all: number
  strict: number
  readonly wrong: string[]
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

/** What systemd does with the value on line 2. Missing programs and units are the machine's affair, not the file's. */
function theirOutcome(
  probe: Probe,
  version: number,
  messages: readonly Message[],
  remarked: ReadonlySet<string>,
): Outcome {
  const here = messages.filter(
    ({ line, text }) => line === 2 && !/is not executable|No such file or directory/.test(text),
  )
  if (here.some(({ severity }) => severity <= 4)) return isRefused(messages) ? 'refused' : 'ignored'
  const isRemarked = namesIn(probe, version).some((name) => remarked.has(name))
  return isRemarked || here.some(({ severity }) => severity === 5) ? 'noticed' : 'accepted'
}

/** The user or group of a message that names neither file nor line. */
function remarkedName(text: string): string | undefined {
  return /^Accepting user\/group name '(.*)', which does not match/.exec(text)?.[1]
}

/** The users or groups that a value names. */
function namesIn({ directive, file, value }: Probe, version: number): readonly string[] {
  const text = expandName(value, { directive, unit: file, version, manager: 'system' })
  switch (directive.parser) {
    case 'user_group_compat':
      return [text]
    case 'user_group_strv_compat':
      return allWords(text, {}).words.map((word) => word.text)
    default:
      return []
  }
}

/**
 * True where reading the file ended early and the unit does not load. How loud the line itself is tells little: 252 says
 * as an error that it ignores a path, 257 as a warning that it ignores a PIDFile= for which it refuses the unit.
 */
function isRefused(messages: readonly Message[]): boolean {
  return messages.some(
    ({ text }) =>
      // That of OOMRules= that are not there is the machine's affair.
      /Unit configuration has fatal error|failed to load properly/.test(text) &&
      !/No such file or directory/.test(text),
  )
}

function ourOutcome({ file, text }: Probe, version: number): Outcome {
  const secondLine = { start: text.indexOf('\n') + 1, end: text.indexOf('\n', text.indexOf('\n') + 1) }
  const here = findingsOf(`/etc/systemd/system/${file}`, text, version).filter(
    // What systemd holds against the unit as a whole it says without a line.
    ({ rule, span }) =>
      isAboutValue(rule) &&
      !isMuted(rule, version) &&
      span.start >= secondLine.start &&
      span.start <= secondLine.end,
  )
  if (here.some(({ severity }) => severity === 'error')) return 'refused'
  if (here.some(({ severity }) => severity === 'warning')) return 'ignored'
  return here.length > 0 ? 'noticed' : 'accepted'
}

function oracleFor(version: number): Analyze {
  const oracle = process.env.UNITWRIGHT_ORACLE
  if (!oracle) throw new Error(`UNITWRIGHT_ORACLE must name the command that runs systemd ${version}`)
  const settings = Object.entries(verifySettings).map(([key, value]) => `${key}=${value}`)
  return (folder, args) => {
    const command = [String(version), folder, 'env', ...settings, 'systemd-analyze', ...args]
    const { stderr, error } = spawnSync(oracle, command, { maxBuffer: 256 * 1024 * 1024 })
    if (error) throw error
    return stderr.toString()
  }
}
