import type { Word } from '../extract/first-word.ts'
import { isWatched, unwatchedMessage } from '../out-of-memory.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { checkItems, listProblem } from './items.ts'

const none: readonly ValueProblem[] = []

/** LUOSession=: names as `luo_session_name_is_valid()` wants them, each once. */
export const luoSessions: ValueType = {
  check(text) {
    const seen = new Set<string>()
    return checkItems(text, {}, ({ text: name, from, to }) => {
      const odd = /[^!-~]|[:\\"'*?[]/u.exec(name)?.[0]
      if (odd !== undefined)
        return listProblem(from, to, `'${name}' has '${odd}' in it, which no name of a session may have`)
      if (name === '' || name.length > 255)
        return listProblem(from, to, 'a name of a session has 1 to 255 characters')
      if (seen.has(name)) return listProblem(from, to, `'${name}' is there twice; systemd counts it once`)
      seen.add(name)
      return undefined
    })
  },
}

/** OOMRules=: names of files without their `.oomrule`, as `string_is_safe()` wants them. */
export const managedOomRules: ValueType = {
  check(text, place) {
    if (!isWatched(place.directive)) return [listProblem(0, text.length, unwatchedMessage(place.directive))]
    return text === ''
      ? none
      : checkItems(text, { unquote: true, retainEscape: true }, (word) => checkRule(word, place))
  },
}

function checkRule({ text, from, to }: Word, { directive }: Place): ValueProblem | undefined {
  const odd = /[\0-\x1f\x7f\\"'*?[/]/.exec(text)?.[0]
  const isName =
    odd === undefined &&
    text !== '' &&
    text !== '.' &&
    text !== '..' &&
    new TextEncoder().encode(text).length <= 255
  if (isName) return undefined
  const why = odd === undefined ? '' : `, since it has '${odd}' in it`
  return listProblem(
    from,
    to,
    `'${text}' is no name of a rule${why}; '${directive.name}=' takes names of files without .oomrule`,
  )
}
