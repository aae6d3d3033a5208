import type { Diagnostic } from '../base/diagnostic.ts'
import type { RuleSettings } from '../base/settings.ts'
import { withoutSuppressed } from '../lint/control-comment.ts'
import { ruleCrashed } from '../lint/rule.ts'
import { type Emit, RuleSet } from '../lint/run.ts'
import { type Directive, findDirective, statusAt } from './data/directives.ts'
import { sectionIsKnown } from './data/section-names.ts'
import { suppressionsOf, type UnitDocument } from './document.ts'
import { type Effective, effectiveOf } from './effective.ts'
import { unitRules } from './rules/index.ts'
import type { Known, UnitContext, UnitEvents } from './rules/rule.ts'
import type { Assignment, Section } from './syntax/tree.ts'
import { hasTag } from './syntax/tree.ts'
import { readValue, type Value } from './syntax/value.ts'
import type { UnitTarget } from './target.ts'
import type { ValueProblem } from './values/problem.ts'
import { checkValueOnce } from './values/remembered.ts'

const noProblems: readonly ValueProblem[] = []
const ruleIds = unitRules.map(({ id }) => id)
const ruleSet = new RuleSet<UnitContext, UnitEvents, Directive>(unitRules)

/** Everything that is wrong with a unit file for a target, in the order of the text. */
export function lintUnit(
  document: UnitDocument,
  target: UnitTarget,
  settings: RuleSettings,
): readonly Diagnostic[] {
  const { tree } = document
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
  // A grammar that throws is a bug of ours, and costs its one value.
  const check = (directive: Directive, assignment: Assignment) => {
    try {
      return checkValueOnce(value(assignment).text, { directive, ...target, unit })
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
  let effective: Effective | undefined
  const found = ruleSet.lint(
    settings,
    ({ report }) => ({
      document,
      target,
      ruleIds,
      settings,
      report,
      value,
      problems,
      get effective() {
        effective ??= effectiveOf(document, target)
        return effective
      },
    }),
    (emit, found) => {
      walk(document, emit, (known) => problems(known).length > 0)
      emit('end', { document, found })
    },
  )
  return withoutSuppressed(crash ? [...found, crash] : found, suppressionsOf(document))
}

type IsFaulty = (known: Known) => boolean

function walk(document: UnitDocument, emit: Emit<UnitEvents, Directive>, isFaulty: IsFaulty): void {
  const { tree, identity } = document
  const read = new Map<Section, boolean>()
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
      case 'assignment':
        if (!item.section) emit('orphan', item)
        else if (read.get(item.section)) emitAssignment(document, item, item.section, emit, isFaulty)
        break
      case 'blank':
      case 'comment':
      case 'opaque':
        break
    }
  }
}

function emitAssignment(
  document: UnitDocument,
  assignment: Assignment,
  section: Section,
  emit: Emit<UnitEvents, Directive>,
  isFaulty: IsFaulty,
) {
  emit('assignment', assignment)
  const directive = findDirective(section.name, assignment.key)
  if (directive) {
    const known = { assignment, directive }
    emit('known', known, directive)
    if (isFaulty(known)) emit('faulty', known, directive)
    if (directive.parser === 'exec') emit('command', known, directive)
    return
  }
  if (assignment.key.startsWith('X-') || hasTag(document.tree, assignment.keySpan)) return
  emit('stray', { assignment, section })
}
