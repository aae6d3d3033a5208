import { nearest } from '../../../base/nearest.ts'
import { specialUnits } from '../../data/special-units.ts'
import { unitTypes } from '../../identity.ts'
import { badSpecifierProblem, findBadSpecifier } from '../extract/specifiers.ts'
import type { Place, ValueProblem } from '../problem.ts'
import { expandName } from './expand-name.ts'
import { type NameFault, type NameParts, readUnitName } from './unit-name.ts'

/** A word of a value that should name a unit. */
export interface NameWord {
  /** As systemd sees it, its specifiers not expanded. */
  readonly text: string
  readonly from: number
  readonly to: number
}

/** The name a word stands for, or what is wrong with it: a specifier that names don't take, or no valid name. */
export function checkName(word: NameWord, place: Place): NameParts | ValueProblem {
  const table = place.directive.section === 'Install' ? 'install' : 'name'
  const bad = findBadSpecifier(word.text, table, place.version)
  if (bad) {
    const problem = badSpecifierProblem(bad, place, table)
    // The offsets count in the word without what escapes took away; the whole word is close enough then.
    const isPlain = word.to - word.from === word.text.length
    return {
      ...ruleOf(place),
      ...problem,
      from: isPlain ? word.from + problem.from : word.from,
      to: isPlain ? word.from + problem.to : word.to,
    }
  }
  const parts = readUnitName(expandName(word.text, place))
  return 'fault' in parts ? faultProblem(word, parts.fault, place) : parts
}

function faultProblem(word: NameWord, fault: NameFault, place: Place): ValueProblem {
  const { text, from, to } = word
  const problem = { ...ruleOf(place), from, to } as const
  switch (fault.kind) {
    case 'length':
      return { ...problem, message: `this is too long for the name of a unit; the limit is 255 characters` }
    case 'stem':
      return { ...problem, message: `'${text}' has nothing before its suffix; write NAME${text}` }
    case 'no-templates':
      return {
        ...problem,
        message: `'${text}' has an '@', but ${fault.suffix} units have no templates; write '\\x40' for a plain '@'`,
      }
    case 'character':
      return { ...problem, ...characterProblem(word, fault.char, place) }
    case 'suffix':
      return { ...problem, ...suffixProblem(text, fault.suffix, place) }
  }
}

/** The manager leaves a bad name out; `systemctl enable`, which reads [Install], fails. */
function ruleOf({ directive }: Place): Pick<ValueProblem, 'rule' | 'effect'> {
  return directive.section === 'Install'
    ? { rule: 'invalid-install-name', effect: 'refused' }
    : { rule: 'invalid-unit-name' }
}

/** Says yes or no where `checkName` says why, which may lead to asking about parts of the name. */
function isName(text: string, place: Place): boolean {
  const table = place.directive.section === 'Install' ? 'install' : 'name'
  return !findBadSpecifier(text, table, place.version) && !('fault' in readUnitName(expandName(text, place)))
}

type Finding = Pick<ValueProblem, 'message' | 'replacements' | 'safe'>

function characterProblem({ text }: NameWord, char: string, place: Place): Finding {
  const bare = text.replace(/^(["'])(.+)\1$/, '$2').replace(/^["']|["']$/g, '')
  if (bare !== text && isName(bare, place)) {
    return {
      message: `'${text}' is no name of a unit: '${place.directive.name}=' takes no quotes`,
      replacements: [bare],
      safe: true,
    }
  }
  const parts = text.split(/[,;]+/).filter((part) => part !== '')
  if (parts.length > 1 && takesSeveral(place) && parts.every((part) => isName(part, place))) {
    return {
      message: `'${text}' is read as one name of a unit; several are parted by blanks`,
      replacements: [parts.join(' ')],
      safe: true,
    }
  }
  if (char === '@') return { message: `'${text}' is no name of a unit: nothing stands before its '@'` }
  const what = char === ' ' || char === '\t' ? 'a blank' : `'${char}'`
  return {
    message: `'${text}' is no name of a unit: ${what} is not accepted in one; accepted: letters, digits, ':', '-', '_', '.', '\\' and '@'`,
  }
}

function takesSeveral({ directive }: Place): boolean {
  return !singleNames.has(directive.parser)
}

/** Parsers that read one name; what they take beyond their kind is a matter of those. */
const singleNames: ReadonlySet<string> = new Set(['trigger_unit', 'socket_service', 'unit_slice'])

/** The type of unit that a directive wants, where it wants a certain one. */
const wantedTypes: Readonly<Record<string, string>> = {
  socket_service: 'service',
  service_sockets: 'socket',
  unit_slice: 'slice',
}

function suffixProblem(text: string, suffix: string | undefined, place: Place): Finding {
  const meant = suffix === undefined ? undefined : nearest(suffix, unitTypes)
  if (meant !== undefined) {
    return {
      message: `'${text}' ends in no type of unit; did you mean '.${meant}'?`,
      replacements: [text.slice(0, -suffix!.length) + meant],
      safe: suffix!.toLowerCase() === meant,
    }
  }
  const known = wantedTypes[place.directive.parser] ?? typeOfSpecial(text) ?? usualType(place)
  const dotted = suffix === undefined ? text : text.replace(/\.+$/, '')
  return {
    message: `'${text}' does not end in a type of unit, such as '.${known}'`,
    replacements: [`${dotted}.${known}`],
  }
}

function usualType({ directive }: Place): string {
  return /^(?:Wanted|Required|Upheld)By$/.test(directive.name) ? 'target' : 'service'
}

/** The type of a special unit that goes by this name. */
function typeOfSpecial(stem: string): string | undefined {
  return specialUnits.find(({ name }) => name.startsWith(`${stem}.`))?.name.slice(stem.length + 1)
}

/** The problem of a name that is valid, but of another type than the directive takes. */
export function wrongTypeProblem(word: NameWord, wanted: string, place: Place): ValueProblem {
  return {
    rule: 'invalid-unit-name',
    from: word.from,
    to: word.to,
    message: `'${word.text}' is no ${wanted} unit; '${place.directive.name}=' takes names that end in '.${wanted}'`,
  }
}
