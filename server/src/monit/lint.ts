import type { Diagnostic } from '../base/diagnostic.ts'
import type { ControlFile } from '../base/environment.ts'
import { noOutsideFindings, type OutsideFindings } from '../base/language.ts'
import type { RuleSettings } from '../base/settings.ts'
import { withoutSuppressed } from '../lint/control-comment.ts'
import { type Emit, RuleSet } from '../lint/run.ts'
import { type MonitDocument, suppressionsOf } from './document.ts'
import type { Service } from './model/service.ts'
import { monitRules } from './rules/index.ts'
import type { CommandUse, MonitContext, MonitEvents } from './rules/rule.ts'
import type { MonitTarget } from './target.ts'

const ruleIds = monitRules.map(({ id }) => id)
const ruleSet = new RuleSet<MonitContext, MonitEvents>(monitRules)

/**
 * Everything that is wrong with a control file for a target, in the order of the text.
 * @param outside what was found by comparing it with files of another language
 */
export function lintMonit(
  document: MonitDocument,
  target: MonitTarget,
  settings: RuleSettings,
  controlFiles: () => readonly ControlFile[],
  outside: OutsideFindings = noOutsideFindings,
): readonly Diagnostic[] {
  const found = ruleSet.lint(
    settings,
    ({ report }) => ({
      document,
      target,
      ruleIds: [...ruleIds, ...outside.ruleIds],
      undecided: outside.undecided,
      settings,
      report,
      controlFiles,
    }),
    (emit, findings) => {
      walk(document, emit)
      emit('end', { document, found: [...findings, ...outside.found] })
    },
  )
  const all = outside.found.length > 0 ? [...found, ...outside.found].sort(byPlace) : found
  return withoutSuppressed(all, suppressionsOf(document))
}

function byPlace({ span: a }: Diagnostic, { span: b }: Diagnostic): number {
  return a.start - b.start || a.end - b.end
}

function walk(document: MonitDocument, emit: Emit<MonitEvents>): void {
  emit('file', document)
  for (const problem of document.tree.problems) emit('problem', problem)
  for (const include of document.includes) emit('include', include)
  for (const statement of document.tree.items) emit('statement', statement)
  for (const global of document.globals) emit('global', global)
  for (const service of document.services) {
    emit('service', service)
    for (const use of commandsIn(service)) emit('command', use)
    for (const test of service.tests) emit('test', { test, service })
  }
}

/** Every program that a check makes monit run. */
export function commandsIn(service: Service): readonly CommandUse[] {
  const found: CommandUse[] = []
  for (const { role, command, statement } of service.programs) {
    if (command) found.push({ role, command, statement, service })
  }
  for (const { action, recovery, statement } of service.tests) {
    for (const command of [action?.command, recovery?.action?.command]) {
      if (command) found.push({ role: 'exec', command, statement, service })
    }
  }
  return found
}
