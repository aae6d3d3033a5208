import type { Diagnostic } from '../base/diagnostic.ts'
import type { ControlFile } from '../base/environment.ts'
import { noOutsideFindings, type OutsideFindings } from '../base/language.ts'
import type { RuleSettings } from '../base/settings.ts'
import type { Span } from '../base/span.ts'
import { withoutSuppressed } from '../lint/control-comment.ts'
import { byPlace, type Emit, RuleSet } from '../lint/run.ts'
import { type MonitDocument, suppressionsOf } from './document.ts'
import type { Service } from './model/service.ts'
import { RememberedChecks } from './remembered-checks.ts'
import { monitRules } from './rules/index.ts'
import { patternsOf } from './rules/patterns.ts'
import type { CommandUse, MonitContext, MonitEvents } from './rules/rule.ts'
import { isBlank } from './syntax/characters.ts'
import type { MonitTree } from './syntax/tree.ts'
import type { MonitTarget } from './target.ts'

/** Which rules hear of something: those that look at a check alone, or those that look at more. */
interface Asked {
  readonly reach: 'check' | 'file'
}

/** Most checks have no mistake. */
const nothing: readonly Diagnostic[] = []

const ofCheck: Asked = { reach: 'check' }
const ofFile: Asked = { reach: 'file' }

const ruleIds = monitRules.map(({ id }) => id)
const ruleSet = new RuleSet<MonitContext, MonitEvents, Asked>(
  monitRules.map((rule) => ({ ...rule, wants: ({ reach }) => reach === (rule.reach ?? 'file') })),
)

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
  const recalled: Diagnostic[] = []
  let hasLookedAround = false
  let hasCrashed = false
  const found = ruleSet.lint(
    settings,
    ({ report }) => ({
      document,
      // No getter: in an object literal each has a hidden class of its own, which keeps the file alive.
      whole() {
        hasLookedAround = true
        return document
      },
      target,
      ruleIds: [...ruleIds, ...outside.ruleIds],
      undecided: outside.undecided,
      settings,
      report,
      controlFiles,
    }),
    (emit, findings) => {
      const ask = (service: Service) => {
        hasLookedAround = false
        const before = findings.length
        walkCheck(document.tree, service, emit, ofCheck)
        const own = findings.length > before ? findings.slice(before) : nothing
        // A rule that crashed is silent for the rest of the file.
        hasCrashed ||= own.some(({ kind }) => kind === 'internal')
        return hasLookedAround || hasCrashed ? undefined : own
      }
      lintChecks(document, { version: target.version, settings }, ask, recalled)
      walk(document, emit)
      emit('end', { document, found: [...recalled, ...findings, ...outside.found] })
    },
  )
  const isSorted = recalled.length + outside.found.length === 0
  const all = isSorted ? found : [...recalled, ...found, ...outside.found].sort(byPlace)
  return withoutSuppressed(all, suppressionsOf(document))
}

/**
 * Asks the rules that look at a check alone about every check whose text was not met before.
 * @param ask gives what the rules find, unless it depends on more than the text or is not all there is
 * @param recalled takes what is remembered of the others
 */
function lintChecks(
  { services, tree }: MonitDocument,
  circumstances: { readonly version: string; readonly settings: RuleSettings },
  ask: (service: Service) => readonly Diagnostic[] | undefined,
  recalled: Diagnostic[],
): void {
  // Where a tag hides something, what a text says depends on the tags around it.
  const remembered = tree.tags.length === 0 ? new RememberedChecks(circumstances) : undefined
  for (const service of services) {
    const around = remembered && surroundings(tree, service)
    const text = around && tree.text.slice(around.start, around.end)
    const known = text !== undefined && remembered?.recall(text, around!.start)
    if (known) {
      for (const finding of known) recalled.push(finding)
      continue
    }
    const own = ask(service)
    if (text !== undefined && own) remembered?.remember(text, around!.start, own)
  }
}

/**
 * A check, what follows it up to the next statement, and the lines that the two are on: fixes look at indentation.
 * @returns undefined where other words stand before the check: on one line there may be several checks
 */
function surroundings({ text, items }: MonitTree, { start, afterItem }: Service): Span | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  for (let at = lineStart; at < start; at++) if (!isBlank(text.charCodeAt(at))) return undefined
  const next = items[afterItem]
  const lineEnd = next ? text.indexOf('\n', next.start) : -1
  return { start: lineStart, end: lineEnd === -1 ? text.length : lineEnd + 1 }
}

function walk(document: MonitDocument, emit: Emit<MonitEvents, Asked>): void {
  const { services, tree, includes, globals } = document
  emit('file', document)
  for (const problem of tree.problems) emit('problem', problem)
  for (const include of includes) emit('include', include)
  for (const global of globals) emit('global', global)
  let outside = 0
  for (const service of services) {
    for (; outside < service.firstItem; outside++) emit('statement', tree.items[outside]!)
    outside = service.afterItem
    walkCheck(tree, service, emit, ofFile)
  }
  for (; outside < tree.items.length; outside++) emit('statement', tree.items[outside]!)
}

/** True where there is a rule of some reach that wants to hear of an event. */
function isHeard(event: keyof MonitEvents, { reach }: Asked): boolean {
  return monitRules.some((rule) => rule.on[event] && (rule.reach ?? 'file') === reach)
}

const heard = new Map(
  [ofCheck, ofFile].map((asked) => [
    asked,
    {
      statements: isHeard('statement', asked),
      contents: (['command', 'test', 'pattern'] as const).some((event) => isHeard(event, asked)),
    },
  ]),
)

function walkCheck(tree: MonitTree, service: Service, emit: Emit<MonitEvents, Asked>, asked: Asked): void {
  emit('service', service, asked)
  const { statements, contents } = heard.get(asked)!
  if (statements) {
    emit('statement', service.head, asked)
    for (const statement of service.statements) emit('statement', statement, asked)
  }
  if (!contents) return
  for (const use of commandsIn(service)) emit('command', use, asked)
  for (const test of service.tests) emit('test', { test, service }, asked)
  for (const pattern of patternsOf(tree, service)) emit('pattern', pattern, asked)
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
