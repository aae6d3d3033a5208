import { type Directive, directivesOf, parserAt, statusAt } from '../../server/src/unit/data/directives.ts'
import { mutate, random } from './mutate.ts'
import { pools } from './pools/index.ts'

/** A value on the second line of a unit that has what it needs besides. */
export interface Probe {
  readonly file: string
  readonly directive: Directive
  readonly value: string
  readonly text: string
}

/** Which values to make: for how many parsers and directives, how many each, and what from. */
export interface ProbeWish {
  readonly version: number
  /** Absent: all. */
  readonly parsers?: readonly string[] | undefined
  /** As `Section.Name`; absent: all. */
  readonly directives?: readonly string[] | undefined
  /** How many values for each parser; one that has more of its own is asked about all of those. */
  readonly count: number
  readonly seed: number
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

const everything = [...anything, ...Object.values(pools).flat()]

/** Parsers whose warnings name neither file nor line, so that none can be told from another's. */
const unplaced = /^(?:bpf_delegate_|log_filter_patterns$)/

/** The directives of a section of which systemd says where it found something. */
export function placedDirectives(section: string): readonly Directive[] {
  return directivesOf(section).filter(({ parser }) => !unplaced.test(parser))
}

/** The directives that can be asked about, by the parser that reads them in a version. */
export function directivesByParser(version: number): ReadonlyMap<string, readonly Directive[]> {
  const found = new Map<string, Directive[]>()
  for (const directive of Object.keys(bodies).flatMap(placedDirectives)) {
    const parser = parserAt(directive, version)
    if (statusAt(directive, version) === 'unknown') continue
    const some = found.get(parser)
    if (some) some.push(directive)
    else found.set(parser, [directive])
  }
  return found
}

/** The values that a parser's mutations are made of; `own` where they were written for it. */
export function poolOf(parser: string): { readonly values: readonly string[]; readonly own: boolean } {
  const own = pools[parser]
  return own ? { values: own, own: true } : { values: everything, own: false }
}

/** Values for each parser, its own ones first, the rest of them mutated; the same for the same wish. */
export function makeProbes({ version, parsers, directives, count, seed }: ProbeWish): readonly Probe[] {
  const next = random(seed)
  let serial = 0
  return [...directivesByParser(version)].flatMap(([parser, all]) => {
    const wanted = all.filter(
      (each) =>
        (!parsers || parsers.includes(parser) || parsers.includes(each.parser)) &&
        (!directives || directives.includes(`${each.section}.${each.name}`)),
    )
    if (wanted.length === 0) return []
    return makeValues(parser, count, next).map((value) => {
      serial += 1
      return makeProbe(`p${version}-${serial}`, pickFrom(wanted, next), value)
    })
  })
}

/** Values for a parser: all of its own, or half of `count` of anybody's; then mutations until there are `count`. */
export function makeValues(parser: string, count: number, next: () => number): readonly string[] {
  const { values, own } = poolOf(parser)
  const seeds = own ? values : Array.from({ length: Math.ceil(count / 2) }, () => pickFrom(values, next))
  const mutations = Array.from({ length: Math.max(0, count - seeds.length) }, () =>
    mutate(pickFrom(values, next), pickFrom(values, next), next),
  )
  return [...seeds, ...mutations].map(onOneLine)
}

/** A value as it can stand behind an equals sign, on the line's last place. */
export function onOneLine(value: string): string {
  return value.replace(/[\r\n\0]/g, ' ').replace(/\\+$/, '')
}

/** A unit with a value on its second line; `stem` is made part of its name. */
export function makeProbe(stem: string, directive: Directive, value: string): Probe {
  const { type, body } = bodies[directive.section]!
  const text = `[${directive.section}]\n${directive.name}=${value}\n${body}`
  // These are named after what they mount.
  const file = ['mount', 'automount', 'swap'].includes(type) ? `probe-${stem}.${type}` : `${stem}.${type}`
  return { file, directive, value, text }
}

/** One of some items. */
export function pickFrom<Item>(items: readonly Item[], next: () => number): Item {
  return items[Math.floor(next() * items.length)]!
}
