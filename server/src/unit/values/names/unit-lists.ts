import { allWords, type ExtractFlags } from '../extract/first-word.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { describeName } from './name-meaning.ts'
import { checkName, wrongTypeProblem } from './name-problem.ts'

const none: readonly ValueProblem[] = []
const commonLength = 255
/** Names as nearly all are, parted by blanks; in a text of up to 255 characters none is too long. */
const commonNames =
  /^(?:[\w:.\\-]+(?:\.(?:service|socket|target|timer|path|device|mount|automount|swap|slice|scope)|@[\w:.\\@-]*\.(?:service|socket|target|timer|path))(?:[ \t]+|$))*$/
const commonSockets = /^(?:[\w:.-]+(?:@[\w:.@-]*)?\.socket(?:[ \t]+|$))*$/

/** Names of units of any type: `config_parse_unit_deps()`, which takes neither quotes nor escapes. */
export const unitNames: ValueType = {
  check(text, place) {
    if (text.length <= commonLength && commonNames.test(text)) return none
    const { words } = allWords(text, { retainEscape: true })
    return words.flatMap((word) => {
      const name = checkName(word, place)
      return 'rule' in name ? [name] : none
    })
  },
  describe: (text, cursor) => describeWord(text, cursor, { retainEscape: true }),
}

/** Names of socket units: `config_parse_service_sockets()`, which drops backslashes. */
export const socketNames: ValueType = {
  check(text, place) {
    if (text.length <= commonLength && commonSockets.test(text)) return none
    const { words, error } = allWords(text, {})
    const problems = words.flatMap((word) => checkSocket(word, place))
    if (!error) return problems
    const message = `'${text.slice(error.from)}' ends in a backslash, which must not stand there`
    return [...problems, { rule: 'invalid-unit-name', from: error.from, to: text.length, message }]
  },
  describe: (text, cursor) => describeWord(text, cursor, {}),
}

function checkSocket(
  word: { text: string; from: number; to: number },
  place: Place,
): readonly ValueProblem[] {
  const name = checkName(word, place)
  if ('rule' in name) return [name]
  return name.suffix === undefined || name.suffix === 'socket'
    ? none
    : [wrongTypeProblem(word, 'socket', place)]
}

function describeWord(text: string, cursor: number, flags: ExtractFlags): ReturnType<typeof describeName> {
  const { words } = allWords(text, flags)
  const word = words.find(({ from, to }) => from <= cursor && cursor <= to)
  return word && describeName(word, text.slice(word.from, word.to))
}
