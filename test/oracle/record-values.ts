import { readFileSync, writeFileSync } from 'node:fs'
import { type Directive, directivesOf } from '../../server/src/unit/data/directives.ts'
import { directivesByParser, makeProbe, makeValues, type Probe, pickFrom } from './make-probes.ts'
import { random } from './mutate.ts'
import { analyzeOf } from './other-versions.ts'
import { askAbout, type Outcome, type TheirOutcome } from './outcome.ts'

/** The versions on record, in the order in which outcomes are written. */
export const recordedVersions: readonly number[] = [252, 257, 262]

const recordFile = 'test/corpus/values.generated.json'

/**
 * What each version makes of values: by `Section.Name`, then by outcome, one word for all versions or one for each, in
 * their order.
 */
type ValueRecord = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** A value on record. */
export interface RecordedValue {
  readonly probe: Probe
  /** By version. */
  readonly outcomes: ReadonlyMap<number, Outcome>
}

/** So that the same values are drawn each time. */
const seed = 20251121
/** How many values of a parser are asked about, to choose from. */
const candidates = 150
/** How many of them are kept: more where systemd has more to say. */
const fewest = 12
const most = 24
const longest = 100

/** Specifiers that are different on each machine, or in each image that it runs. */
const ofMachine = /%[abABHlmMoqvwW]/

interface Candidate {
  readonly parser: string
  readonly probe: Probe
}

/** Asks all versions about values of every parser, and writes down those that show most. */
export function recordValues(): void {
  const asked = makeCandidates()
  const answers = recordedVersions.map((version) =>
    askAbout(
      asked.map(({ probe }) => probe),
      version,
      analyzeOf(version),
    ),
  )
  const kept = new Map<string, Map<string, string[]>>()
  const byParser = groupBy(asked.keys(), (index) => asked[index]!.parser)
  for (const indices of byParser.values()) {
    const isTaken = (at: number) => answers.some((each) => each[at]!.outcome === 'accepted')
    const chosen = choose(indices, isTaken, (at) => signature(asked[at]!.probe, answers, at))
    for (const index of chosen) {
      const { directive, value } = asked[index]!.probe
      const key = `${directive.section}.${directive.name}`
      const outcome = spell(answers.map((each) => each[index]!.outcome))
      const outcomes = kept.get(key) ?? new Map<string, string[]>()
      kept.set(key, outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), value]))
    }
  }
  writeFileSync(recordFile, toText(kept))
  const count = [...kept.values()].flatMap((outcomes) => [...outcomes.values()].flat()).length
  console.log(`${recordFile}: ${count} values of ${kept.size} directives, ${byParser.size} parsers`)
}

/** Values of each parser of any version, spread over the directives that it reads; none twice. */
function makeCandidates(): readonly Candidate[] {
  const parsers = new Map<string, Set<Directive>>()
  for (const version of recordedVersions) {
    for (const [parser, directives] of directivesByParser(version)) {
      parsers.set(parser, new Set([...(parsers.get(parser) ?? []), ...directives]))
    }
  }
  const next = random(seed)
  const seen = new Set<string>()
  return [...parsers].flatMap(([parser, directives]) => {
    const values = makeValues(parser, candidates, next)
    return values.flatMap((value): readonly Candidate[] => {
      const directive = pickFrom([...directives], next)
      const key = `${directive.section}.${directive.name}=${value}`
      if (seen.has(key) || value.length > longest || ofMachine.test(value)) return []
      seen.add(key)
      return [{ parser, probe: makeProbe(letters(seen.size), directive, value) }]
    })
  })
}

/** What a name is told apart by where specifiers put parts of it into values: it must be no number and no unit. */
function letters(serial: number): string {
  return String(serial)
    .padStart(5, '0')
    .replace(/\d/g, (digit) => 'gjkpqtvwxz'[Number(digit)]!)
}

/** What a value shows: which kind of value, and what becomes of it for which reason in each version. */
function signature(
  { directive, value }: Probe,
  answers: readonly (readonly TheirOutcome[])[],
  at: number,
): string {
  const reasons = answers.map((each) => {
    const { outcome, said } = each[at]!
    // The wording up to the value, and without it; the rest quotes parts of the value.
    const [reason = ''] = (value === '' ? said : said.replaceAll(value, '_')).split(':')
    return `${outcome} ${reason.replace(/\d+/g, '0').slice(0, 60)}`
  })
  return [directive.ltype, ...reasons].join('|')
}

/** Some of the indices, half of them of values that a version takes if there are so many. */
function choose(
  indices: readonly number[],
  isTaken: (index: number) => boolean,
  signatureOf: (index: number) => string,
): readonly number[] {
  const wanted = Math.min(most, Math.max(fewest, 2 * groupBy(indices, signatureOf).size))
  const taken = various(indices.filter(isTaken), signatureOf)
  const left = various(
    indices.filter((index) => !isTaken(index)),
    signatureOf,
  )
  const half = Math.max(Math.ceil(wanted / 2), wanted - left.length)
  const some = taken.slice(0, half)
  return [...some, ...left.slice(0, wanted - some.length)]
}

/** All of the indices, one of each signature first, then a second one of each. */
function various(indices: readonly number[], signatureOf: (index: number) => string): readonly number[] {
  const groups = [...groupBy(indices, signatureOf).values()]
  const rounds = Math.max(0, ...groups.map((each) => each.length))
  return Array.from({ length: rounds }, (_, round) => groups.flatMap((each) => each[round] ?? [])).flat()
}

/** Items by a key, in the order in which they come. */
function groupBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** `ignored`, or `accepted ignored ignored` where they differ. */
function spell(outcomes: readonly Outcome[]): string {
  return new Set(outcomes).size === 1 ? outcomes[0]! : outcomes.join(' ')
}

/** JSON with a line for each outcome of a directive. */
function toText(kept: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>): string {
  const keys = [...kept].sort(([a], [b]) => (a < b ? -1 : 1))
  const entries = keys.map(([key, outcomes]) => {
    const lines = [...outcomes].sort(([a], [b]) => (a < b ? -1 : 1))
    const fields = lines.map(
      ([outcome, values]) => `    ${JSON.stringify(outcome)}: ${JSON.stringify(values)}`,
    )
    return `  ${JSON.stringify(key)}: {\n${fields.join(',\n')}\n  }`
  })
  return `{\n${entries.join(',\n')}\n}\n`
}

/** The values on record. */
export function readValues(): readonly RecordedValue[] {
  const recorded = JSON.parse(readFileSync(recordFile, 'utf8')) as ValueRecord
  return Object.entries(recorded).flatMap(([key, outcomes]) => {
    const directive = directiveNamed(key)
    return Object.entries(outcomes).flatMap(([outcome, values]) =>
      values.map((value) => ({ probe: makeProbe(letters(0), directive, value), outcomes: parse(outcome) })),
    )
  })
}

function directiveNamed(key: string): Directive {
  const [section = '', name] = key.split('.')
  const directive = directivesOf(section).find((each) => each.name === name)
  if (!directive) throw new Error(`the directive table has no '${key}'; record the values again`)
  return directive
}

function parse(outcome: string): ReadonlyMap<number, Outcome> {
  const words = outcome.split(' ') as Outcome[]
  return new Map(recordedVersions.map((version, index) => [version, words[index] ?? words[0]!]))
}
