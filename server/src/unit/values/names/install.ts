import { allWords, type Word } from '../extract/first-word.ts'
import { badSpecifierProblem, findBadSpecifier, unknownText } from '../extract/specifiers.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueMeaning, ValueType } from '../value-type.ts'
import { expandName } from './expand-name.ts'
import { describeName } from './name-meaning.ts'
import { checkName } from './name-problem.ts'
import { isUnitName, readUnitName } from './unit-name.ts'

const none: readonly ValueProblem[] = []
const rule = 'invalid-install-name'

/**
 * What [Install] names. The manager reads none of it and `systemd-analyze verify` says nothing; `systemctl enable` fails
 * on a bad name (`install_info_symlink_wants()` and its kin of `src/shared/install.c`).
 */
export const installNames: ValueType = {
  check(text, place) {
    switch (place.directive.name) {
      case 'Alias':
        return checkAlias(text, place)
      case 'Also':
        return checkWords(text, place, false, checkMember)
      case 'DefaultInstance':
        return checkInstance(text, place)
      default:
        return isUnitName(text) ? none : checkWords(text, place, true, checkMember)
    }
  },
  describe(text, cursor, { directive }): ValueMeaning | undefined {
    if (directive.name === 'DefaultInstance') return undefined
    const word = wordsOf(text, directive.name !== 'Also').words.find(
      ({ from, to }) => from <= cursor && cursor <= to,
    )
    return word && describeName(word, text.slice(word.from, word.to))
  },
}

/** `config_parse_strv()` unquotes; `config_parse_also()` does not, and drops backslashes. */
function wordsOf(text: string, isPlainList: boolean): ReturnType<typeof allWords> {
  return allWords(text, isPlainList ? { unquote: true, retainEscape: true } : {})
}

function checkWords(
  text: string,
  place: Place,
  isPlainList: boolean,
  check: (word: Word, place: Place) => readonly ValueProblem[],
): readonly ValueProblem[] {
  const { words, error } = wordsOf(text, isPlainList)
  const problems = words.flatMap((word) => check(word, place))
  if (!error) return problems
  const [what, effect] = isPlainList
    ? (['a quote that is never closed', 'ignored'] as const)
    : (['a backslash at its end', 'refused'] as const)
  return [
    ...problems,
    { rule, effect, from: error.from, to: text.length, message: `'${text.slice(error.from)}' has ${what}` },
  ]
}

/** A unit to be wanted by, or to be enabled as well. */
function checkMember(word: Word, place: Place): readonly ValueProblem[] {
  // That units of its type have no instances does not matter here.
  const parts = readUnitName(expandName(word.text, place))
  if ('fault' in parts && parts.fault.kind === 'no-templates') return none
  const name = checkName(word, place)
  return 'rule' in name ? [name] : none
}

/** Types of units that go by one name only. */
const withoutAlias: ReadonlySet<string> = new Set(['mount', 'automount', 'swap', 'slice', 'scope'])

function checkAlias(text: string, place: Place): readonly ValueProblem[] {
  const type = place.unit?.slice(place.unit.lastIndexOf('.') + 1)
  if (type !== undefined && withoutAlias.has(type)) {
    const message = `a ${type} unit can't have another name; 'systemctl enable' ignores 'Alias='`
    return text === '' ? none : [{ rule, effect: 'ignored', from: 0, to: text.length, message }]
  }
  return checkWords(text, place, true, (word) => checkOneAlias(word, type, place))
}

function checkOneAlias(word: Word, type: string | undefined, place: Place): readonly ValueProblem[] {
  // An old way to say WantedBy=.
  if (word.text.includes('/')) return none
  const name = checkName(word, place)
  if ('rule' in name) return [name]
  const { text, from, to } = word
  const problem = { rule, effect: 'refused', from, to } as const
  if (type !== undefined && name.suffix !== undefined && name.suffix !== type) {
    const message = `'${text}' can't be another name of a ${type} unit; it must end in '.${type}'`
    return [{ ...problem, message, replacements: [text.slice(0, -name.suffix.length) + type] }]
  }
  const own = place.unit === undefined ? undefined : readUnitName(place.unit)
  if (!own || 'fault' in own || name.form === undefined) return none
  if (own.form === 'plain' && name.form !== 'plain') {
    return [
      {
        ...problem,
        message: `'${text}' has an '@', and this unit, '${place.unit}', has none; one can't be another name of the other`,
      },
    ]
  }
  if (own.form === 'template' && name.form === 'plain') {
    return [
      {
        ...problem,
        message: `'${text}' has no '@', and this unit is a template; another name of it needs one as well`,
      },
    ]
  }
  return none
}

function checkInstance(text: string, place: Place): readonly ValueProblem[] {
  const span = { from: 0, to: text.length }
  const own = place.unit === undefined ? undefined : readUnitName(place.unit)
  if (own && !('fault' in own)) {
    // `systemctl enable` does not look at it then.
    if (own.form === 'instance') return none
    if (own.form === 'plain') {
      const message = `'DefaultInstance=' is for templates, whose names end in '@.TYPE'; 'systemctl enable' ignores it`
      return [{ rule, effect: 'ignored', ...span, message }]
    }
  }
  const bad = findBadSpecifier(text, 'install', place.version)
  if (bad) return [{ rule, effect: 'refused', ...badSpecifierProblem(bad, place, 'install') }]
  const found = new RegExp(`[^\\w:.\\\\@${unknownText}-]`, 'u').exec(expandName(text, place))
  if (!found) return none
  const message = `'${text}' is no name of an instance: '${found[0]}' is not accepted in one; accepted: letters, digits, ':', '-', '_', '.', '\\' and '@'`
  return [{ rule, effect: 'refused', ...span, message }]
}
