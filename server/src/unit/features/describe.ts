import {
  type Directive,
  findDirective,
  parserAt,
  statusAt,
  userNamespaceImpliedSince,
} from '../data/directives.ts'
import { directiveDoc } from '../data/docs/index.ts'
import { enumPhrases } from '../data/enum-phrases.ts'
import { type EnumValue, enumSet, enumValues } from '../data/enums.ts'
import { sectionDocs } from '../data/sections.ts'
import { specialUnits } from '../data/special-units.ts'
import { type Specifier, specifiers } from '../data/specifiers.ts'
import { valueLabels } from '../data/value-labels.ts'
import type { UnitTarget } from '../target.ts'
import { readBoolean } from '../values/boolean.ts'

/** How many words are shown with a phrase each; longer lists are named by their kind. */
const longestList = 16

/** Everything about a directive, as markdown: summary, values, default, versions, where to read on. */
export function describeDirective(directive: Directive, target: Pick<UnitTarget, 'version'>): string {
  const doc = directiveDoc(directive.section, directive.name)
  const gone = statusAt(directive, target.version) === 'removed'
  const facts = [
    `Values:${valuesText(directive, target.version)}`,
    ...(doc?.default && !gone ? [`Default: ${quoted(doc.default)}`] : []),
    ...(doc?.example && !gone ? [`Example: \`${directive.name}=${doc.example}\``] : []),
    sinceText(directive, target.version),
    ...scopeText(directive, target.version),
    ...(directive.page ? [`Manual: ${pageLink(directive.page, directive.name)}`] : []),
  ]
  const before = doc ? ` Before ${directive.removedIn}: ${doc.summary}` : ''
  const summary = doc && !gone ? doc.summary : `systemd reads this name only to say that it is gone.${before}`
  return [
    `**${directive.name}=** in [${directive.section}]`,
    summary,
    facts.map((fact) => `- ${fact}`).join('\n'),
  ].join('\n\n')
}

/** What a section is for. */
export function describeSection(name: string): string | undefined {
  const text = sectionDocs[name]
  return text && `**[${name}]**\n\n${text}`
}

/** What one accepted word of a directive does. */
export function describeValue(directive: Directive, value: EnumValue): string {
  const phrase = enumPhrases[value.table]?.[value.name]
  const alias = enumSet(directive.parser, directive.name)?.aliases?.[value.name]
  const notes = [
    ...(alias ? [`systemd reads it as \`${alias}\`.`] : []),
    ...(value.since === undefined ? [] : [`Since systemd ${value.since}.`]),
    ...(value.until === undefined ? [] : [`Up to systemd ${value.until}.`]),
  ]
  return [`**${directive.name}=${value.name}**`, ...(phrase ? [sentence(phrase)] : []), ...notes].join('\n\n')
}

/** What a boolean says; undefined where the word is none. */
export function describeBoolean(directive: Directive, word: string): string | undefined {
  const value = readBoolean(word)
  if (value === undefined) return undefined
  const name = value ? 'yes' : 'no'
  const usual = directiveDoc(directive.section, directive.name)?.default
  const isUsual = usual === `\`${name}\``
  const notes = [
    `Turned ${value ? 'on' : 'off'}${isUsual ? ', the default' : ''}.`,
    ...(word === name ? [] : [`systemd reads it as \`${name}\`.`]),
    ...(usual === undefined || isUsual ? [] : [`Default: ${usual}`]),
  ]
  return [`**${directive.name}=${word}**`, ...notes].join('\n\n')
}

/** What a specifier expands to, for the manager at hand where that is known. */
export function describeSpecifier(specifier: Specifier, target: UnitTarget): string {
  const value = specifier[target.manager]
  const notes = [
    ...(value === undefined ? [] : [`In the ${target.manager} manager: ${quoted(value)}`]),
    ...(specifier.contexts.includes('dependency names') ? [] : ['Not in the names of other units']),
    ...(specifier.contexts.includes('install') ? [] : ['Not in [Install]']),
    ...(specifier.since === undefined ? [] : [`Since systemd ${specifier.since}`]),
    ...(specifier.deprecated ? ['Deprecated: systemd logs a warning'] : []),
  ]
  return `**%${specifier.letter}**: ${specifier.phrase}\n\n${notes.map((note) => `- ${note}`).join('\n')}`.trimEnd()
}

/** What a well-known unit stands for, in one manager or else in any. */
export function describeUnit(name: string, manager: UnitTarget['manager'] | undefined): string | undefined {
  const known = specialUnits.filter((unit) => unit.name === name)
  const fitting = known.filter((unit) => manager && unit.managers.includes(manager))
  const shown = fitting.length > 0 ? fitting : known
  if (shown.length === 0) return undefined
  const lines = shown.map(({ managers, phrase, since }) => {
    const where = managers.length === 1 ? ` Known to the ${managers[0]} manager only.` : ''
    return `${sentence(phrase)}${where}${since === undefined ? '' : ` Since systemd ${since}.`}`
  })
  return `**${name}**\n\n${lines.join('\n\n')}`
}

/** The documentation of a completion item; `context` is what the completion gave with it. */
export function describeItem(context: string, label: string): string | undefined {
  const [kind, section = '', name = '', version = '', manager = ''] = context.split(' ')
  const target = { version: Number(version), manager: manager === 'user' ? 'user' : 'system' } as const
  const word = label.replace(/=$/, '')
  switch (kind) {
    case 'header':
      return describeSection(label.replace(/^\[|\]$/g, ''))
    case 'key': {
      const directive = findDirective(section, word)
      return directive && describeDirective(directive, target)
    }
    case 'value': {
      const specifier = label.startsWith('%') && specifiers.find(({ letter }) => letter === label.slice(1))
      if (specifier) return describeSpecifier(specifier, target)
      const directive = findDirective(section, name)
      const value =
        directive && enumValues(directive.parser, target.version, name).find((each) => each.name === label)
      return value ? describeValue(directive, value) : describeUnit(label, target.manager)
    }
    default:
      return undefined
  }
}

/** What may stand as a value, to be put behind `Values:`; a short set of words as a list below it. */
function valuesText(directive: Directive, version: number): string {
  const parser = parserAt(directive, version)
  const set = enumSet(directive.parser, directive.name)
  const values = enumValues(directive.parser, version, directive.name)
  const label = valueLabels[`${parser}.${directive.name}`] ?? valueLabels[parser]
  if (!set || values.length === 0 || set.form === 'structured' || (label && values.length > longestList)) {
    return ` ${label ?? 'text'}`
  }
  const named = new Set(values.map(({ name }) => name))
  const leads = [
    ...(set.boolean ? ['yes', 'no'].filter((name) => !named.has(name)).map((name) => `\`${name}\``) : []),
    ...(set.others ? [set.others] : []),
    ...(set.form === 'words' ? ['any of these, parted by blanks'] : []),
  ]
  const lines = values.map((value) => {
    const phrase = enumPhrases[value.table]?.[value.name]
    const argument = set.argument?.[value.name] ? ':…' : ''
    return `  - \`${value.name}${argument}\`${phrase && values.length <= longestList ? `: ${phrase}` : ''}`
  })
  return `${leads.length > 0 ? ` ${leads.join('; ')}` : ''}\n${lines.join('\n')}`
}

function sinceText(directive: Directive, version: number): string {
  const since = directive.since <= 208 ? 'Since systemd 208 or older' : `Since systemd ${directive.since}`
  switch (statusAt(directive, version)) {
    case 'known':
      return directive.removedIn === undefined ? since : `${since}; removed in systemd ${directive.removedIn}`
    case 'unknown':
      return `${since}; the target, ${version}, does not know it`
    case 'removed':
      return directive.removedIn && directive.removedIn > 252
        ? `Removed in systemd ${directive.removedIn}; ignored since`
        : 'Removed long ago; ignored since'
  }
}

function scopeText({ scope }: Directive, version: number): readonly string[] {
  switch (scope) {
    case 'any':
      return []
    case 'system-only':
      return ['For the system manager only']
    case 'system-or-userns':
      return version < userNamespaceImpliedSince
        ? ['For the system manager; a user manager needs `PrivateUsers=yes` with it']
        : ['In a user manager it turns on `PrivateUsers=`: all other accounts look like `nobody`']
  }
}

function pageLink(page: string, name: string): string {
  return `[${page}(5)](https://www.freedesktop.org/software/systemd/man/latest/${page}.html#${encodeURIComponent(`${name}=`)})`
}

/** Puts a bare value into code marks; text that has marks or blanks of its own stays as it is. */
function quoted(text: string): string {
  return /[`\s]/.test(text) ? text : `\`${text}\``
}

function sentence(phrase: string): string {
  const text = phrase[0]!.toUpperCase() + phrase.slice(1)
  return /[.!?]$/.test(text) ? text : `${text}.`
}
