import type { Span } from '../../base/span.ts'
import { specialUnits } from '../data/special-units.ts'
import type { ListItem } from '../edit/list-item.ts'
import { type Assignment, hasTag } from '../syntax/tree.ts'
import { spanIn } from '../syntax/value.ts'
import type { UnitContext } from './rule.ts'

/** A unit that a value names. */
export interface NamedUnit extends ListItem {
  readonly name: string
  readonly span: Span
}

/** What was read last: the rules of one assignment ask one after the other. */
let latest: Assignment | undefined
let latestUnits: readonly NamedUnit[] = []

/**
 * The units that a list of names has in it, except those of which a specifier or a template tag is a part; read once
 * however many rules ask.
 */
export function namedUnits(ctx: UnitContext, assignment: Assignment): readonly NamedUnit[] {
  if (assignment === latest) return latestUnits
  const value = ctx.value(assignment)
  const { tree } = ctx.document
  const units: NamedUnit[] = []
  const { text } = value
  for (let from = 0, to = 0; from < text.length; from = to + 1) {
    to = from
    while (to < text.length && !isBlank(text.charCodeAt(to))) to++
    if (to === from) continue
    const name = text.slice(from, to)
    const span = spanIn(value, from, to)
    if (!name.includes('%') && !hasTag(tree, span)) units.push({ name, from, to, span })
  }
  latest = assignment
  latestUnits = units
  return units
}

/** What systemd splits such lists at; a continued line is joined by a blank. */
function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13
}

/** Directives of [Install] by which other units come to start this one. */
export const wanting: ReadonlySet<string> = new Set(['WantedBy', 'RequiredBy', 'UpheldBy'])

/** Directives that let the start of a unit fail where the unit they name is missing. */
export const demanding: ReadonlySet<string> = new Set(['Requires', 'Requisite', 'BindsTo', 'BindTo'])

const targets = specialUnits.filter(({ name }) => name.endsWith('.target') && !name.includes('@'))
const managersOf = (name: string) =>
  targets.filter((unit) => unit.name === name).flatMap(({ managers }) => managers)

/** Targets that only the system manager has. */
export const systemTargets: ReadonlySet<string> = new Set(
  targets.map(({ name }) => name).filter((name) => !managersOf(name).includes('user')),
)

/** Targets that only user managers have. */
export const userTargets: ReadonlySet<string> = new Set(
  targets.map(({ name }) => name).filter((name) => !managersOf(name).includes('system')),
)

/** All targets that systemd itself gives a meaning. */
export const specialTargets: ReadonlySet<string> = new Set(targets.map(({ name }) => name))
