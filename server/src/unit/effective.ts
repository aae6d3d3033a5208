import { type Directive, findDirective, parserAt, statusAt, type UnitType } from './data/directives.ts'
import { sectionIsKnown } from './data/section-names.ts'
import type { UnitDocument } from './document.ts'
import { alone, type JoinedUnit } from './joined.ts'
import { type Known, type KnownEntry, knownIn } from './known.ts'
import { hasTag, type Item, type Section, type UnitTree } from './syntax/tree.ts'
import { readValue } from './syntax/value.ts'
import type { UnitTarget } from './target.ts'
import { commandLineOf } from './values/commands/remembered-line.ts'
import type { ValueProblem } from './values/problem.ts'
import { checkValueOnce } from './values/remembered.ts'

/**
 * What a file's assignments come to once all of them are read, by today's names: an obsolete one that sets the same
 * thing counts for its successor. Directives that the target does not read are not there.
 */
export interface Effective {
  /**
   * The assignment that counts for a directive with one value: the last one that systemd does not refuse. Undefined
   * where there is none, where it is empty, and where template code decides it.
   */
  last(section: string, name: string): Known | undefined
  /** The text of `last`, on one line. */
  text(section: string, name: string): string | undefined
  /**
   * The assignments that count for directives that add up, in the order of the text: those behind the last reset.
   * Leaves out what template code decides, and commands, addresses, times and paths that systemd refuses.
   */
  all(section: string, ...names: readonly string[]): readonly Known[]
  /** True where something is set, if only by template code. */
  has(section: string, name: string): boolean
  /** True where none of these is set, and nothing that we can't see may set it. */
  lacks(section: string, ...names: readonly string[]): boolean
  /**
   * True where `last` and `all` say all there is to say of a directive, so that silence means its default. False in
   * drop-ins, whose unit is elsewhere, and where template code may set it.
   */
  settled(section: string, name: string): boolean
  /** The assignments of each value that is assigned more than once, counting or not, in the order of the text. */
  repeated(): readonly (readonly Known[])[]
  /** False in drop-ins, in files without a section, and where template code or a wrong header hides lines that may be meant to count. */
  readonly complete: boolean
}

/** A part of a value that systemd leaves out, or the whole of it. */
interface Ignored {
  readonly whole: boolean
}

const nothing: readonly Ignored[] = []
const wholly: readonly Ignored[] = [{ whole: true }]

/**
 * Directives that share one list: an empty assignment to any of them empties all (`config_parse_timer()` and its like).
 * They take one item a line, so that a line with something wrong in it adds nothing.
 */
const pooled: ReadonlySet<string> = new Set([
  ...['timer', 'path_spec', 'socket_listen'],
  ...['set_credential', 'load_credential', 'import_credential'],
])

/** Parsers for which an empty assignment means nothing at all. */
const neverReset: ReadonlySet<string> = new Set(['unit_deps', 'obsolete_unit_deps'])

/** Lines of template code that put in lines we can't see. */
const hiding = /^\s*(?:\{\{|<%[-=]*=|@|\{%[-+]?\s*(?:include|import|from|extends|block|call|macro)\b)/

/**
 * Reads what the assignments of a file come to for a target.
 * @param tree the file with its drop-ins; what is only in one of those has offsets behind the file's own end
 */
export function effectiveOf(
  document: UnitDocument,
  target: UnitTarget,
  tree: JoinedUnit = alone(document.tree),
): Effective {
  const { version } = target
  const { name: unitName, type, dropIn, template } = document.identity
  const unit = type === undefined || dropIn || template ? undefined : unitName
  const complete = isComplete(document, tree)
  const slots = collect(tree, type, version)
  const slotFor = (section: string, name: string) => {
    const directive = findDirective(section, name)
    return (directive && slots.get(directive)) ?? noSlot
  }

  const place = { ...target, unit }
  const judged = new Map<KnownEntry, readonly Ignored[]>()
  const judge = ({ assignment, directive, doubtful }: KnownEntry) => {
    if (doubtful) return nothing
    const { text } = readValue(tree, assignment)
    const problems = checkValueOnce(text, directive, place)
    if (problems.length === 0) return nothing
    const left = problems.filter(isIgnored)
    // A list of which every item is left out is as good as left out.
    if (left.length > 1 && coverAll(text, left)) return wholly
    return left.map(({ from, to }): Ignored => ({ whole: from === 0 && to === text.length }))
  }
  const ignored = (entry: KnownEntry) => {
    let found = judged.get(entry)
    if (!found) {
      found = judge(entry)
      judged.set(entry, found)
    }
    return found
  }
  const last = (section: string, name: string) => {
    const slot = slotFor(section, name)
    if (slot.last === undefined) {
      const entry = slot.entries.findLast((each) => ignored(each).length === 0)
      slot.last = entry && !entry.doubtful && !entry.empty ? entry : none
    }
    return slot.last === none ? undefined : slot.last
  }
  const counted = new Map<KnownEntry, boolean>()
  const adds = (entry: KnownEntry) => {
    let isCounted = counted.get(entry)
    if (isCounted === undefined) {
      isCounted = isAdded(entry)
      counted.set(entry, isCounted)
    }
    return isCounted
  }
  const isAdded = (entry: KnownEntry) => {
    const parser = parserAt(entry.directive, version)
    if (parser === 'exec')
      return entry.doubtful || runsSomething(readValue(tree, entry.assignment).text, version)
    const problems = ignored(entry)
    return pooled.has(parser) ? problems.length === 0 : !problems.some(({ whole }) => whole)
  }
  const candidates = (
    section: string,
    name: string,
    resets: (entry: KnownEntry) => boolean,
  ): readonly KnownEntry[] => {
    const { entries: own } = slotFor(section, name)
    const first = own[0]
    if (!first) return []
    const parser = parserAt(first.directive, version)
    const pool = pooled.has(parser) ? poolOf(slots, slotOf(first.directive)) : own
    const reset = neverReset.has(parser)
      ? undefined
      : pool.findLast((entry) => entry.empty && resets(entry) && ignored(entry).length === 0)
    const from = reset?.assignment.start ?? -1
    return own.filter((entry) => !entry.empty && entry.assignment.start > from)
  }
  const has = (section: string, name: string) => {
    const slot = slotFor(section, name)
    slot.isSet ??= candidates(section, name, ({ doubtful }) => !doubtful).some(adds)
    return slot.isSet
  }

  const allOf = (section: string, name: string): readonly Known[] => {
    const slot = slotFor(section, name)
    if (slot === noSlot) return slot.entries
    slot.all ??= candidates(section, name, () => true)
      .filter((entry) => !entry.doubtful && adds(entry))
      .sort(byPlace)
    return slot.all
  }

  return {
    complete,
    last,
    text(section, name) {
      const known = last(section, name)
      if (!known) return undefined
      const slot = slotFor(section, name)
      slot.text ??= readValue(tree, known.assignment).text
      return slot.text
    },
    all(section, ...names) {
      const [only, ...more] = names
      if (only === undefined) return []
      if (more.length === 0) return allOf(section, only)
      return names.flatMap((name) => allOf(section, name)).sort(byPlace)
    },
    has,
    lacks(section, ...names) {
      return complete && !names.some((name) => has(section, name))
    },
    repeated() {
      return [...slots.values()].flatMap(({ entries }) => (entries.length > 1 ? [entries] : []))
    },
    settled(section, name) {
      return complete && !slotFor(section, name).doubtful
    },
  }
}

/** True where nothing but blanks stands outside of the spans. */
function coverAll(text: string, spans: readonly Pick<ValueProblem, 'from' | 'to'>[]): boolean {
  const sorted = [...spans].sort((a, b) => a.from - b.from)
  let end = 0
  for (const { from, to } of sorted) {
    if (text.slice(end, from).trim() !== '') return false
    end = Math.max(end, to)
  }
  return text.slice(end).trim() === ''
}

/** True where a command line has a command that counts, or one for which systemd refuses the unit. */
function runsSomething(text: string, version: number): boolean {
  const { commands, problems } = commandLineOf(text, version)
  return commands.length > 0 || problems.some(({ effect }) => effect === 'refused')
}

/** True for what makes systemd leave out an assignment, or an item of it. A unit that it refuses has been read so far. */
function isIgnored({ effect, rule }: ValueProblem): boolean {
  return (effect ?? 'ignored') === 'ignored' && !rule.startsWith('legacy-')
}

/** What is assigned to a directive, and what was worked out of it: many rules ask the same of a file. */
interface Slot {
  readonly entries: KnownEntry[]
  doubtful: boolean
  last?: KnownEntry | typeof none
  isSet?: boolean
  text?: string
  all?: readonly Known[]
}

function byPlace({ assignment: a }: Known, { assignment: b }: Known): number {
  return a.start - b.start
}

const none = Symbol('none')
const noSlot: Slot = { entries: [], doubtful: false, last: none, isSet: false }

/** Slots by the directive whose value they hold. */
type Slots = ReadonlyMap<Directive, Slot>

function collect({ parts }: JoinedUnit, type: UnitType | undefined, version: number): Slots {
  const found = new Map<Directive, Slot>()
  for (const part of parts) collectFrom(part, type, version, found)
  return found
}

function collectFrom(
  tree: UnitTree,
  type: UnitType | undefined,
  version: number,
  found: Map<Directive, Slot>,
): void {
  const broken = tree.sections.find(({ header }) => header.problem)?.header.start
  for (const entry of knownIn(tree, type)) {
    const { assignment, directive, doubtful } = entry
    // systemd reads nothing behind such a header.
    if (broken !== undefined && assignment.start > broken) break
    if (statusAt(directive, version) !== 'known') continue
    const key = slotOf(directive)
    const slot = found.get(key)
    if (slot) {
      slot.entries.push(entry)
      slot.doubtful ||= doubtful
    } else found.set(key, { entries: [entry], doubtful })
  }
}

/** Where a directive's value goes: to that of its successor where only the name or the place has changed. */
function slotOf(directive: Directive): Directive {
  const { legacy, removedIn } = directive
  if (!legacy?.sameValue || removedIn !== undefined) return directive
  return findDirective(legacy.section, legacy.name) ?? directive
}

function poolOf(slots: Slots, { section, parser }: Directive): readonly KnownEntry[] {
  return [...slots]
    .filter(([key, { entries }]) => key.section === section && entries[0]?.directive.parser === parser)
    .flatMap(([, { entries }]) => entries)
    .sort((a, b) => a.assignment.start - b.assignment.start)
}

function isComplete({ tree, identity }: UnitDocument, { parts }: JoinedUnit): boolean {
  // A file without any section has just been begun; an empty one masks its unit.
  if (identity.dropIn || tree.sections.length === 0) return false
  return parts.every((part) => isPlain(part, identity.type))
}

function isPlain(tree: UnitTree, type: UnitType | undefined): boolean {
  if (tree.sections.some((section) => hides(tree, section, type))) return false
  // Without tags only what stands before the first section can be meant for one.
  const doubtful = tree.tags.length > 0 ? tree.items : tree.items.slice(0, tree.sections[0]?.first)
  return !doubtful.some((item) => hidesLines(tree, item))
}

/** True for a section whose lines may be meant for another one: its header is misspelt, wrong, or made by a template. */
function hides(tree: UnitTree, { name, header }: Section, type: UnitType | undefined): boolean {
  const isRead = name.startsWith('X-') || sectionIsKnown(name, type)
  return !isRead || header.problem !== undefined || hasTag(tree, header.nameSpan)
}

function hidesLines(tree: UnitTree, item: Item): boolean {
  switch (item.kind) {
    case 'opaque':
      return hiding.test(tree.text.slice(item.start, item.end))
    case 'junk':
      return hasTag(tree, item)
    case 'assignment':
      return item.section === undefined || hasTag(tree, item.keySpan)
    default:
      return false
  }
}
