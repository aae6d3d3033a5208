import type { Diagnostic } from '../base/diagnostic.ts'
import { type DropIn, noDropIns } from '../base/environment.ts'
import { noOutsideFindings, type OutsideFindings } from '../base/language.ts'
import type { RuleSettings } from '../base/settings.ts'
import { withoutSuppressed } from '../lint/control-comment.ts'
import { ruleCrashed } from '../lint/rule.ts'
import { byPlace, type Emit, RuleSet } from '../lint/run.ts'
import { type Directive, statusAt } from './data/directives.ts'
import { sectionIsKnown } from './data/section-names.ts'
import { suppressionsOf, type UnitDocument } from './document.ts'
import { type Effective, effectiveOf } from './effective.ts'
import { joinDropIns, reportInFile, type UnitWithDropIns } from './joined.ts'
import { type Known, knownIn } from './known.ts'
import { unitRules } from './rules/index.ts'
import type { UnitContext, UnitEvents, UnitView } from './rules/rule.ts'
import type { Assignment, Section } from './syntax/tree.ts'
import { hasTag } from './syntax/tree.ts'
import { readValue, type Value } from './syntax/value.ts'
import type { UnitTarget } from './target.ts'
import type { ValueProblem } from './values/problem.ts'
import { valueChecks } from './values/remembered.ts'

const noProblems: readonly ValueProblem[] = []
const ruleIds = unitRules.map(({ id }) => id)
const ruleSet = new RuleSet<UnitContext, UnitEvents, Directive>(unitRules)

/**
 * Everything that is wrong with a unit file for a target, in the order of the text.
 * @param dropIns what is read after the file and adds to it; what is wrong with them alone is not told
 * @param compare tells what is found by comparing it with other files
 */
export function lintUnit(
  document: UnitDocument,
  target: UnitTarget,
  settings: RuleSettings,
  dropIns: readonly DropIn[] = noDropIns,
  compare?: (unit: UnitView) => OutsideFindings,
): readonly Diagnostic[] {
  const joined = dropIns.length > 0 ? joinDropIns(document.tree, dropIns) : undefined
  const tree = joined ?? document.tree
  const { name, type, dropIn, template } = document.identity
  const unit = type === undefined || dropIn || template ? undefined : name
  let latest: Assignment | undefined
  let latestValue: Value | undefined
  let checked: Assignment | undefined
  let latestProblems: readonly ValueProblem[] = noProblems
  const value = (assignment: Assignment) => {
    if (assignment !== latest || !latestValue) {
      latest = assignment
      latestValue = readValue(tree, assignment)
    }
    return latestValue
  }
  let crash: Diagnostic | undefined
  const place = { version: target.version, manager: target.manager, unit }
  const checkValue = valueChecks(place, document.tree.items.length)
  // A grammar that throws is a bug of ours, and costs its one value.
  const check = (directive: Directive, assignment: Assignment) => {
    try {
      return checkValue(value(assignment).text, directive)
    } catch (error) {
      crash ??= ruleCrashed(`value of ${directive.name}=`, assignment.keySpan, error)
      return noProblems
    }
  }
  const problems = ({ assignment, directive }: Known) => {
    if (assignment !== checked) {
      checked = assignment
      const isRead = statusAt(directive, target.version) === 'known' && !hasTag(tree, assignment.valueSpan)
      latestProblems = isRead ? check(directive, assignment) : noProblems
    }
    return latestProblems
  }
  let ctx: FileContext | undefined
  const found = ruleSet.lint(
    settings,
    (reporter) => {
      const report = joined ? reportInFile(document.tree, joined, reporter.report) : reporter.report
      ctx = new FileContext({ document, target, settings, report, value, problems }, joined, compare)
      return ctx
    },
    (emit, found) => {
      walk(document, emit, (known) => problems(known).length > 0, joined)
      emit('end', { document, found: [...found, ...ctx!.outside.found] })
    },
  )
  const outside = ctx!.outside.found
  const all = outside.length > 0 ? [...found, ...outside].sort(byPlace) : found
  return withoutSuppressed(crash ? [...all, crash] : all, suppressionsOf(document))
}

/**
 * What the rules see of a file. A class, because an object literal with a getter would cost a hidden class a file, and
 * those keep the files alive until the next full collection.
 */
class FileContext implements UnitContext {
  readonly document: UnitDocument
  readonly target: UnitTarget
  readonly settings: RuleSettings
  readonly report: UnitContext['report']
  readonly value: UnitContext['value']
  readonly problems: UnitContext['problems']
  readonly #joined: UnitWithDropIns | undefined
  readonly #compare: ((unit: UnitView) => OutsideFindings) | undefined
  #effective: Effective | undefined
  #outside: OutsideFindings | undefined

  constructor(
    parts: Omit<UnitContext, 'ruleIds' | 'undecided' | 'effective'>,
    joined: UnitWithDropIns | undefined,
    compare: ((unit: UnitView) => OutsideFindings) | undefined,
  ) {
    this.document = parts.document
    this.target = parts.target
    this.settings = parts.settings
    this.report = parts.report
    this.value = parts.value
    this.problems = parts.problems
    this.#compare = compare
    this.#joined = joined
  }

  /** What is found by comparing the file with others; they are looked at when it is first asked for. */
  get outside(): OutsideFindings {
    this.#outside ??= this.#compare?.(this) ?? noOutsideFindings
    return this.#outside
  }

  get ruleIds(): readonly string[] {
    return [...ruleIds, ...this.outside.ruleIds]
  }

  get undecided(): readonly string[] {
    return this.outside.undecided
  }

  get effective(): Effective {
    this.#effective ??= effectiveOf(this.document, this.target, this.#joined)
    return this.#effective
  }
}

type IsFaulty = (known: Known) => boolean

function walk(
  document: UnitDocument,
  emit: Emit<UnitEvents, Directive>,
  isFaulty: IsFaulty,
  joined: UnitWithDropIns | undefined,
): void {
  const { tree, identity } = document
  const read = new Map<Section, boolean>()
  const knownOnes = knownIn(tree, identity.type)
  let next = 0
  emit('file', document)
  for (const section of tree.sections) {
    read.set(section, sectionIsKnown(section.name, identity.type) && !hasTag(tree, section.header.nameSpan))
  }
  for (const item of tree.items) {
    switch (item.kind) {
      case 'header':
        emit('header', item)
        break
      case 'junk':
        // systemd doesn't look into a section that it does not know.
        if (!item.section || read.get(item.section)) emit('junk', item)
        break
      case 'assignment': {
        const known = knownOnes[next]
        if (known?.assignment === item) {
          next++
          emit('assignment', item)
          emitKnown(known, emit, isFaulty, joined)
        } else if (!item.section) {
          emit('orphan', item)
        } else if (read.get(item.section)) {
          emit('assignment', item)
          const isExtension = item.key.startsWith('X-') || hasTag(tree, item.keySpan)
          if (!isExtension) emit('stray', { assignment: item, section: item.section })
        }
        break
      }
      case 'blank':
      case 'comment':
      case 'opaque':
        break
    }
  }
}

function emitKnown(
  known: Known,
  emit: Emit<UnitEvents, Directive>,
  isFaulty: IsFaulty,
  joined: UnitWithDropIns | undefined,
) {
  const { assignment, directive } = known
  emit('known', known, directive)
  if (isFaulty(known)) emit('faulty', known, directive)
  // A command that a drop-in takes away never runs.
  if (directive.parser === 'exec' && !joined?.emptied.has(`${directive.section}.${assignment.key}`))
    emit('command', known, directive)
}
