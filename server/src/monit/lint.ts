import type { Diagnostic } from '../base/diagnostic.ts'
import type { ControlFile } from '../base/environment.ts'
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

/** Everything that is wrong with a control file for a target, in the order of the text. */
export function lintMonit(
  document: MonitDocument,
  target: MonitTarget,
  settings: RuleSettings,
  controlFiles: () => readonly ControlFile[],
): readonly Diagnostic[] {
  const found = ruleSet.lint(
    settings,
    ({ report }) => ({ document, target, ruleIds, settings, report, controlFiles }),
    (emit, findings) => {
      walk(document, emit)
      emit('end', { document, found: findings })
    },
  )
  return withoutSuppressed(found, suppressionsOf(document))
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
