import { allWords, type ExtractFlags, firstWord, type WordError } from '../extract/first-word.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { partProblem, pathProblem, problem } from './checked-path.ts'
import { type Part, partAfter, partIn } from './part.ts'
import { completePath } from './path-items.ts'
import { describeParts } from './path-meaning.ts'

const none: readonly ValueProblem[] = []
const unquote: ExtractFlags = { unquote: true }

/** Blank-separated absolute paths, marks before them: the common case. */
const plainList = /^-?\+?(?:\/[\w+,@=-][\w.+,@=-]*)+(?: -?\+?(?:\/[\w+,@=-][\w.+,@=-]*)+)*$/
const longestPlain = 255

/** The path in a word of a list, or why there is none. */
type PathOfWord = (word: Part) => Part | ValueProblem

/** A list of paths that are parted by blanks and may be quoted. */
function pathList(pathOf: PathOfWord, fast?: RegExp): ValueType {
  return {
    check(text, place) {
      if (text === '' || (fast && text.length <= longestPlain && fast.test(text))) return none
      const { words, error } = allWords(text, unquote)
      const problems = words.flatMap((word): readonly ValueProblem[] => {
        const path = pathOf(word)
        const found = 'rule' in path ? path : pathProblem(path, place)
        return found ? [found] : none
      })
      return error ? [...problems, syntaxProblem(text, error, place)] : problems
    },
    complete(text, cursor, place) {
      const words = partsOf(text, pathOf)
      const at = { text: '', from: cursor, to: cursor }
      return completePath(words.find(({ from, to }) => from <= cursor && cursor <= to) ?? at, place)
    },
    describe: (text, cursor, place) => describeParts(partsOf(text, pathOf), cursor, place),
  }
}

function partsOf(text: string, pathOf: PathOfWord): readonly Part[] {
  return allWords(text, unquote).words.flatMap((word) => {
    const path = pathOf(word)
    return 'rule' in path ? [] : [path]
  })
}

/** `config_parse_unit_path_strv_printf()` and `config_parse_unit_mounts_for()`. */
export const paths = pathList(
  (word) => word,
  /^(?:\/[\w+,@=-][\w.+,@=-]*)+(?: (?:\/[\w+,@=-][\w.+,@=-]*)+)*$/,
)

/** `config_parse_namespace_path_strv()`: `-` and `+` may stand before a path, in this order. */
export const namespacePaths = pathList(
  (word) => partAfter(word, /^-?\+?/.exec(word.text)![0].length),
  plainList,
)

/** `config_parse_temporary_filesystems()`: what is behind a colon are mount options, which nobody looks at yet. */
export const temporaryFileSystems = pathList((word) => {
  const path = firstWord(word.text, 0, { separators: ':', dontCoalesce: true })
  if (!path) return word
  if ('error' in path) return partProblem(word, `the backslash in '${word.text}' escapes nothing`)
  return partIn(word, path)
})

/** `config_parse_colon_separated_paths()`: no quotes, and an empty path is one that is wrong. */
export const colonPaths: ValueType = {
  check(text, place) {
    if (text === '') return none
    const { words, error } = allWords(text, colons)
    const problems = words.flatMap((word): readonly ValueProblem[] => {
      const found = word.text === '' ? emptyPath(word, text, place) : pathProblem(word, place)
      return found ? [found] : none
    })
    return error ? [...problems, syntaxProblem(text, error, place)] : problems
  },
  complete(text, cursor, place) {
    const { words } = allWords(text, colons)
    const at = { text: '', from: cursor, to: cursor }
    return completePath(words.find(({ from, to }) => from <= cursor && cursor <= to) ?? at, place)
  },
  describe: (text, cursor, place) => describeParts(allWords(text, colons).words, cursor, place),
}

const colons: ExtractFlags = { separators: ':', dontCoalesce: true }

function emptyPath({ from, to }: Part, text: string, { directive }: Place): ValueProblem {
  // There is nothing to underline, so it is the colon that should go.
  const start = from > 0 ? from - 1 : from
  const end = from > 0 ? to : Math.min(to + 1, text.length)
  return problem({
    from: start,
    to: end,
    message: `a path is missing at the ':'; systemd leaves out what follows in '${directive.name}='`,
    replacements: [''],
    safe: true,
  })
}

/** The problem that a value can't be cut into words. */
export function syntaxProblem(text: string, { error, at }: WordError, { directive }: Place): ValueProblem {
  const message =
    error === 'quote'
      ? `the quote ${text[at]} in '${directive.name}=' has no end; systemd leaves out what follows`
      : `the backslash in '${directive.name}=' begins no escape that systemd knows; write '\\\\' for a plain one`
  return problem({ from: at, to: Math.min(at + 2, text.length), message })
}
