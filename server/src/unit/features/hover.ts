import type { Environment } from '../../base/environment.ts'
import type { Hover } from '../../base/features.ts'
import { type Span, touches } from '../../base/span.ts'
import { type Directive, findDirective, parserAt, statusAt } from '../data/directives.ts'
import { enumSet, enumValues } from '../data/enums.ts'
import type { UnitDocument } from '../document.ts'
import { indexIn, readValue, spanIn } from '../syntax/value.ts'
import { targetOf, type UnitTarget } from '../target.ts'
import { readsBoolean } from '../values/index.ts'
import { valueTypeOf } from '../values/table.ts'
import { cursorAt, isRead } from './cursor.ts'

/** What there is to say of the word at an offset: a section, a directive, a value's word, a specifier, a known unit. */
export async function unitHover(
  document: UnitDocument,
  offset: number,
  environment: Environment,
): Promise<Hover | undefined> {
  const cursor = cursorAt(document, offset)
  const target = targetOf(document, environment)
  switch (cursor.kind) {
    case 'none':
      return undefined
    case 'header': {
      const { describeSection } = await import('./describe.ts')
      const name = document.tree.text.slice(cursor.nameSpan.start, cursor.nameSpan.end)
      const markdown = describeSection(name)
      return markdown === undefined ? undefined : { span: cursor.nameSpan, markdown }
    }
    case 'key': {
      const { section, keySpan } = cursor
      if (!section || !isRead(document, section)) return undefined
      const directive = findDirective(section.name, document.tree.text.slice(keySpan.start, keySpan.end))
      return directive && { span: keySpan, markdown: await directiveText(directive, target, environment) }
    }
    case 'value': {
      if (!cursor.directive || !isRead(document, cursor.section)) return undefined
      const value = readValue(document.tree, cursor.assignment)
      return (
        (await specifierHover(value, offset, target)) ??
        typedHover(value, offset, cursor.directive, target) ??
        (await wordHover(value, offset, cursor.directive, target))
      )
    }
  }
}

async function directiveText(
  directive: Directive,
  target: UnitTarget,
  environment: Environment,
): Promise<string> {
  const { describeDirective } = await import('./describe.ts')
  const own = describeDirective(directive, target)
  if (!directive.page || statusAt(directive, target.version) === 'removed') return own
  const passage = await environment.manual(directive.page, directive.section, directive.name)
  return passage ? `${own}\n\n---\n\n**From ${passage.source}**\n\n${passage.markdown}` : own
}

type Value = ReturnType<typeof readValue>

async function specifierHover(value: Value, offset: number, target: UnitTarget): Promise<Hover | undefined> {
  for (const match of value.text.matchAll(/%(.)/g)) {
    const span = spanIn(value, match.index, match.index + 2)
    if (!touchesInside(span, offset)) continue
    const { specifiers } = await import('../data/specifiers.ts')
    const { describeSpecifier } = await import('./describe.ts')
    const specifier = specifiers.find(({ letter }) => letter === match[1])
    return specifier && { span, markdown: describeSpecifier(specifier, target) }
  }
  return undefined
}

/** What the value's own grammar says of the part under the cursor. */
function typedHover(
  value: Value,
  offset: number,
  directive: Directive,
  target: UnitTarget,
): Hover | undefined {
  const type = valueTypeOf(parserAt(directive, target.version))
  const place = { directive, version: target.version, manager: target.manager }
  const meaning = type?.describe?.(value.text, indexIn(value, offset), place)
  return meaning && { span: spanIn(value, meaning.from, meaning.to), markdown: meaning.markdown }
}

async function wordHover(
  value: Value,
  offset: number,
  directive: Directive,
  target: UnitTarget,
): Promise<Hover | undefined> {
  const { describeBoolean, describeUnit, describeValue } = await import('./describe.ts')
  const set = enumSet(directive.parser, directive.name)
  const takesBoolean = set?.boolean || readsBoolean(directive, target.version)
  const values = enumValues(directive.parser, target.version, directive.name)
  // What has a syntax of its own is made of words between marks.
  const words = set?.form === 'structured' ? /[^\s"':=+,]+/g : /[^\s"']+/g
  for (const match of value.text.matchAll(words)) {
    const word = match[0].replace(/^(?:~|\|?!?)/, '')
    const from = match.index + match[0].length - word.length
    const span = spanIn(value, from, match.index + match[0].length)
    if (!touches(span, offset)) continue
    const head = set?.form === 'prefix' ? word.replace(/:.*$/, '') : word
    const known = values.find(({ name }) => name === head)
    const markdown = known
      ? describeValue(directive, known)
      : ((takesBoolean ? describeBoolean(directive, head) : undefined) ?? describeUnit(word, target.manager))
    return markdown === undefined ? undefined : { span, markdown }
  }
  return undefined
}

/** A specifier's two letters are easily hit from the next word's side; only its own characters count. */
function touchesInside(span: Span, offset: number): boolean {
  return offset >= span.start && offset < span.end
}
