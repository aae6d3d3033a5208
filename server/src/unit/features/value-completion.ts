import type { Environment } from '../../base/environment.ts'
import type { Completion, CompletionItem } from '../../base/features.ts'
import type { Span } from '../../base/span.ts'
import { type Directive, parserAt } from '../data/directives.ts'
import { enumSet, enumValues } from '../data/enums.ts'
import { specialUnits } from '../data/special-units.ts'
import { type SpecifierContext, specifiers } from '../data/specifiers.ts'
import { namedUnitTypes } from '../data/unit-name-parsers.ts'
import { examplesOf } from '../data/value-examples.ts'
import type { UnitDocument } from '../document.ts'
import type { Assignment } from '../syntax/tree.ts'
import { indexIn, readValue, spanIn } from '../syntax/value.ts'
import type { UnitTarget } from '../target.ts'
import { readsBoolean } from '../values/index.ts'
import { valueTypeOf } from '../values/table.ts'

/** What may stand at an offset in a value. Undefined where the value's kind has nothing to offer. */
export function completeValue(
  document: UnitDocument,
  assignment: Assignment,
  directive: Directive,
  offset: number,
  target: UnitTarget,
  environment: Environment,
): Completion | undefined {
  const { text } = document.tree
  const context = `value ${directive.section} ${directive.name} ${target.version} ${target.manager}`
  const percent = specifierStart(text, assignment.equals + 1, offset)
  if (percent !== undefined) {
    return { replace: { start: percent, end: offset }, items: specifierItems(directive), context }
  }
  const replace = wordAround(text, assignment.equals + 1, lineEnd(text, offset), offset)
  const typed = typedItems(document, assignment, directive, offset, target, environment)
  if (typed) return { ...typed, context }
  const items = [...wordItems(directive, target), ...unitItems(document, directive, target, environment)]
  if (items.length > 0) return { replace, items, context }
  const isEmpty = readValue(document.tree, assignment).text === ''
  const examples = isEmpty ? exampleItems(directive, target) : []
  return examples.length > 0
    ? { replace: { start: offset, end: offset }, items: examples, context }
    : undefined
}

/** What the value's own grammar offers. */
function typedItems(
  { tree }: UnitDocument,
  assignment: Assignment,
  directive: Directive,
  offset: number,
  target: UnitTarget,
  environment: Environment,
): Omit<Completion, 'context'> | undefined {
  const type = valueTypeOf(parserAt(directive, target.version))
  if (!type?.complete) return undefined
  const value = readValue(tree, assignment)
  const place = { directive, version: target.version, manager: target.manager }
  const { length } = value.text
  // A cursor behind the blanks that end a value is to begin a new word, though systemd does not see these blanks.
  const isBehind = length > 0 && offset > spanIn(value, 0, length).end
  const text = isBehind ? `${value.text} ` : value.text
  const cursor = isBehind ? text.length : indexIn(value, offset)
  const found = type.complete(text, cursor, place, environment)
  if (!found || found.items.length === 0) return undefined
  // Behind the blanks after the `=` the value has not begun; what is typed there begins it.
  const isNew = length === 0 || found.from > length
  const start = isNew ? offset : spanIn(value, found.from, found.from).start
  const end = isNew || found.to > length ? offset : spanIn(value, found.from, found.to).end
  return { replace: { start, end }, items: found.items }
}

function wordItems(directive: Directive, { version }: UnitTarget): readonly CompletionItem[] {
  if (readsBoolean(directive, version)) return booleans
  const set = enumSet(directive.parser, directive.name)
  if (!set) return []
  const values = enumValues(directive.parser, version, directive.name).map(({ name }): CompletionItem => {
    const takesArgument = set.argument?.[name] === 'required'
    return {
      label: name,
      kind: 'value',
      ...(takesArgument ? { insertText: `${name}:` } : {}),
      ...(set.remarks?.[name] ? { deprecated: true } : {}),
    }
  })
  const known = new Set(values.map(({ label }) => label))
  return set.boolean ? [...booleans.filter(({ label }) => !known.has(label)), ...values] : values
}

const booleans: readonly CompletionItem[] = [
  { label: 'yes', kind: 'value' },
  { label: 'no', kind: 'value' },
]

function exampleItems(directive: Directive, { version }: UnitTarget): readonly CompletionItem[] {
  return examplesOf(parserAt(directive, version), directive.name).map(([label, detail], rank) => ({
    label,
    kind: 'value',
    detail,
    rank,
  }))
}

function unitItems(
  { identity }: UnitDocument,
  directive: Directive,
  target: UnitTarget,
  environment: Environment,
): readonly CompletionItem[] {
  const types = namedUnitTypes(directive)
  if (!types) return []
  const fits = (name: string) => types === 'any' || types.some((type) => name.endsWith(`.${type}`))
  const names = new Set<string>()
  for (const name of environment.unitNames()) if (fits(name) && name !== identity.name) names.add(name)
  for (const { name, managers, since = 0 } of specialUnits) {
    if (fits(name) && managers.includes(target.manager) && since <= target.version) names.add(name)
  }
  return [...names].map((name) => ({ label: name, kind: 'unit' }))
}

function specifierItems(directive: Directive): readonly CompletionItem[] {
  const context = specifierContext(directive)
  return specifiers
    .filter(({ contexts, deprecated }) => contexts.includes(context) && !deprecated)
    .map(({ letter, phrase }) => ({ label: `%${letter}`, kind: 'specifier', detail: phrase }))
}

function specifierContext(directive: Directive): SpecifierContext {
  if (directive.section === 'Install') return 'install'
  return namedUnitTypes(directive) ? 'dependency names' : 'settings'
}

/** Where the `%` stands that the cursor is behind, its letter typed or not; `%%` is a percent sign and done. */
function specifierStart(text: string, from: number, offset: number): number | undefined {
  const before = text.slice(Math.max(from, offset - 2), offset)
  const at = before.endsWith('%') ? offset - 1 : /%[A-Za-z]$/.test(before) ? offset - 2 : undefined
  if (at === undefined || at < from) return undefined
  let percents = at
  while (percents > from && text[percents - 1] === '%') percents--
  return (at - percents) % 2 === 0 ? at : undefined
}

function wordAround(text: string, from: number, to: number, offset: number): Span {
  let start = offset
  while (start > from && isWord(text[start - 1]!)) start--
  let end = offset
  while (end < to && isWord(text[end]!)) end++
  return { start, end }
}

function isWord(char: string): boolean {
  return !/[\s"'~=]/.test(char)
}

function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset)
  return at < 0 ? text.length : at
}
