import { nearest } from '../../../base/nearest.ts'
import { enumSet, enumValues } from '../../data/enums.ts'
import { type ExtractFlags, firstWord } from '../extract/first-word.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { partProblem } from './checked-path.ts'
import { type Part, partIn } from './part.ts'
import { toItems } from './path-items.ts'

const none: readonly ValueProblem[] = []
const refused = { effect: 'refused' } as const

const rules: ExtractFlags = { separators: ':', dontCoalesce: true }
const sides: ExtractFlags = { separators: '=', dontCoalesce: true }
const flags: ExtractFlags = { separators: '+', dontCoalesce: true }

/** `config_parse_image_policy()`: rules `PARTITION=FLAG+FLAG`, parted by colons; a fault keeps the unit from loading. */
export const imagePolicy: ValueType = {
  check(text, place) {
    if (/^[-*~]?$/.test(text)) return none
    const seen = new Set<string>()
    for (let at: number | undefined = 0; at !== undefined; ) {
      const rule = firstWord(text, at, rules)
      if (!rule) break
      if ('error' in rule) return [backslash(text)]
      const found = ruleProblem(rule, seen, place)
      // systemd reads no further than to the first fault.
      if (found) return [found]
      at = rule.next
    }
    return none
  },
  complete(text, cursor, place) {
    const before = text.slice(0, cursor)
    const from = Math.max(...[':', '=', '+'].map((mark) => before.lastIndexOf(mark))) + 1
    const length = text.slice(from).search(/[:=+]/)
    const to = length < 0 ? text.length : from + length
    const isFlag = from > 0 && text[from - 1] !== ':'
    const items = isFlag
      ? flagNames(place).map((label) => ({ label, detail: 'how it may be used' }))
      : partitions(place).map((name) => ({
          label: text[to] === '=' ? name : `${name}=`,
          detail: 'a partition',
        }))
    return { from, to, items: toItems(items) }
  },
}

function ruleProblem(rule: Part, seen: Set<string>, place: Place): ValueProblem | undefined {
  const left = firstWord(rule.text, 0, sides)
  if (left && 'error' in left) return backslash(rule.text, rule)
  if (!left || left.next === undefined) {
    const message = `'${rule.text}' is no rule of '${place.directive.name}='; write PARTITION=FLAG+FLAG`
    return partProblem(rule, message, refused)
  }
  const name = left.text.trim()
  const isKnown = name === '' || partitions(place).includes(name)
  if (!isKnown)
    return isGraceful(place) ? undefined : unknown(partIn(rule, left), name, partitions(place), place)
  if (seen.has(name)) {
    const what = name === '' ? 'the rule for all other partitions' : `'${name}'`
    return partProblem(rule, `${what} comes twice in '${place.directive.name}='`, refused)
  }
  seen.add(name)
  return flagProblem(rule, left.next, place)
}

function flagProblem(rule: Part, start: number, place: Place): ValueProblem | undefined {
  const text = rule.text.slice(start).trim()
  if (text === '' || text === '-') return undefined
  const from = start + rule.text.slice(start).indexOf(text)
  for (let at: number | undefined = 0; at !== undefined; ) {
    const word = firstWord(text, at, flags)
    if (!word) break
    if ('error' in word) return backslash(rule.text, rule)
    const flag = word.text.trim()
    if (!isGraceful(place) && !flagNames(place).includes(flag)) {
      const part = partIn(rule, { ...word, from: from + word.from, to: from + word.to })
      return unknown(part, flag, flagNames(place), place)
    }
    at = word.next
  }
  return undefined
}

function unknown(part: Part, name: string, names: readonly string[], { directive }: Place): ValueProblem {
  const guess = nearest(name, names)
  const message = `'${name}' is not accepted by '${directive.name}='; accepted: ${names.join(', ')}`
  return partProblem(part, message, { ...refused, ...(guess ? { replacements: [guess] } : {}) })
}

function backslash(text: string, part: Part = { text, from: 0, to: text.length }): ValueProblem {
  return partProblem(part, `the backslash in '${text}' escapes nothing`, refused)
}

/** Whether words that are not known go by without a sound, as they came to. */
function isGraceful({ directive, version }: Place): boolean {
  const until = enumSet(directive.parser, directive.name)?.unknownFatalUntil
  return until !== undefined && version > until
}

function partitions(place: Place): readonly string[] {
  return namesOf('partition_designator', place)
}

function flagNames(place: Place): readonly string[] {
  return namesOf('partition_policy_flags', place)
}

function namesOf(table: string, { directive, version }: Place): readonly string[] {
  return enumValues(directive.parser, version, directive.name)
    .filter((value) => value.table === table)
    .map(({ name }) => name)
}
