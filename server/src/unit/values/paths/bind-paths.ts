import { allWords, type ExtractFlags, firstWord } from '../extract/first-word.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueMeaning, ValueType } from '../value-type.ts'
import { partProblem, pathProblem } from './checked-path.ts'
import { everyField, itemFlags, readFields } from './colon-fields.ts'
import { type Part, partAfter } from './part.ts'
import { completePath, toItems } from './path-items.ts'
import { syntaxProblem } from './path-lists.ts'
import { expandKnown } from './path-meaning.ts'

const none: readonly ValueProblem[] = []

/** Common values: paths and pairs of them, one blank between. */
const plain = /^-?(?:\/[\w+,@=-][\w.+,@=-]*){1,9}(?::(?:\/[\w+,@=-][\w.+,@=-]*){1,9}(?::(?:no)?rbind)?)?$/
const longestPlain = 255

/** The first version on record that cuts the value into items before it cuts these at colons. */
const itemsFirstSince = 262

const blanksAndColons: ExtractFlags = { separators: ': \t\n\r', unquote: true, dontCoalesce: true }
/** One bind mount as it is written. */
interface Bind {
  readonly source: Part
  readonly destination?: Part
  readonly options?: Part
  /** What keeps systemd from reading on. */
  readonly problem?: ValueProblem
}

/** `config_parse_bind_paths()`: `SOURCE[:DESTINATION[:OPTIONS]]`, parted by blanks. */
export const bindPaths: ValueType = {
  check(text, place) {
    if (text === '' || (text.length <= longestPlain && plain.test(text))) return none
    const { binds, problem } = readBinds(text, place)
    const problems = binds.flatMap((bind): readonly ValueProblem[] => {
      const found = bindProblem(bind, text, place)
      return found ? [found] : none
    })
    return problem ? [...problems, problem] : problems
  },
  complete(text, cursor, place) {
    const part = partsOf(text, place).find(({ from, to }) => from <= cursor && cursor <= to)
    if (part?.kind === 'options') return { from: part.from, to: part.to, items: toItems(options) }
    return completePath(part ?? { text: '', from: cursor, to: cursor }, place)
  },
  describe(text, cursor, place): ValueMeaning | undefined {
    for (const { source, destination, options: how } of readBinds(text, place).binds) {
      const to = (how ?? destination ?? source).to
      if (cursor < source.from || cursor > to) continue
      const from = pathOf(source)
      const shown = (part: Part) => `\`${expandKnown(part.text, place) ?? part.text}\``
      const where = destination
        ? `${shown(from)} of the host, seen as ${shown(destination)}`
        : `${shown(from)} of the host, at the same place`
      const kind = place.directive.name.includes('ReadOnly') ? ', read-only' : ''
      const missing = source.text[0] === '-' ? '; no matter if it is missing' : ''
      const mounts = how?.text === 'norbind' ? '; without the mounts below it' : ''
      return { from: source.from, to, markdown: `${where}${kind}${missing}${mounts}` }
    }
    return undefined
  },
}

const options = [
  { label: 'rbind', detail: 'with the mounts below it; the default' },
  { label: 'norbind', detail: 'without the mounts below it' },
]

function readBinds(
  text: string,
  place: Place,
): { readonly binds: readonly Bind[]; readonly problem?: ValueProblem } {
  return place.version >= itemsFirstSince ? readItems(text, place) : readRun(text, place)
}

function readItems(text: string, place: Place): ReturnType<typeof readBinds> {
  const { words, error } = allWords(text, itemFlags)
  const binds = words.map((word): Bind => {
    const { fields, error: bad } = readFields(word, 0, 4, everyField)
    if (bad) {
      const message = `the backslash in '${word.text}' begins no escape that systemd knows; write '\\\\' for a plain one`
      return { source: word, problem: partProblem(word, message) }
    }
    const [source, destination, how, extra] = fields
    const bind = { source: source ?? word, destination, options: how }
    return extra ? { ...bind, problem: tooMany(word, place) } : bind
  })
  return error ? { binds, problem: syntaxProblem(text, error, place) } : { binds }
}

function tooMany(part: Part, { directive }: Place): ValueProblem {
  return partProblem(
    part,
    `'${part.text}' has too many colons; '${directive.name}=' takes SOURCE:DESTINATION:OPTIONS`,
  )
}

/** Up to 257: blanks and colons part alike, so a second blank has an empty path before it. */
function readRun(text: string, place: Place): ReturnType<typeof readBinds> {
  const binds: Bind[] = []
  for (let at: number | undefined = 0; at !== undefined; ) {
    const source = firstWord(text, at, blanksAndColons)
    if (!source) break
    if ('error' in source) return { binds, problem: syntaxProblem(text, source, place) }
    at = source.next
    if (!isAfterColon(text, at)) {
      binds.push({ source })
      continue
    }
    // A source that is wrong is passed over alone, and what is behind its colon is read as another one.
    if (bindProblem({ source }, text, place)) {
      binds.push({ source })
      continue
    }
    const destination = firstWord(text, at, blanksAndColons)
    if (!destination) break
    if ('error' in destination) return { binds, problem: syntaxProblem(text, destination, place) }
    at = destination.next
    if (!isAfterColon(text, at) || pathProblem(destination, place)) {
      binds.push({ source, destination })
      continue
    }
    const how = firstWord(text, at, { unquote: true })
    if (how && 'error' in how) return { binds, problem: syntaxProblem(text, how, place) }
    at = how?.next
    binds.push({ source, destination, options: how })
  }
  return { binds }
}

function isAfterColon(text: string, at: number | undefined): at is number {
  return at !== undefined && text[at - 1] === ':'
}

function bindProblem(bind: Bind, text: string, place: Place): ValueProblem | undefined {
  if (bind.problem) return bind.problem
  const { source, destination, options: how } = bind
  if (source.text === '' && source.from === source.to) return emptySource(source, text, place)
  const problem = pathProblem(pathOf(source), place) ?? (destination && pathProblem(destination, place))
  if (problem || !how || /^(?:(?:no)?rbind)?$/.test(how.text)) return problem
  return partProblem(
    how,
    `'${how.text}' is no option of '${place.directive.name}='; accepted: rbind, norbind`,
  )
}

/** Nothing before a colon, or between two blanks. */
function emptySource(source: Part, text: string, place: Place): ValueProblem | undefined {
  if (text[source.from] === ':') return pathProblem(source, place)
  const from = text.slice(0, source.from).trimEnd().length
  const to = source.from + /^[ \t]*/.exec(text.slice(source.from))![0].length
  return partProblem(
    { text: '', from, to },
    `systemd ${place.version} takes a second blank in '${place.directive.name}=' for an empty path, and warns; write one`,
    { replacements: [' '], safe: true },
  )
}

/** The path of a source, without the dash that lets it be missing. */
function pathOf(source: Part): Part {
  return source.text[0] === '-' ? partAfter(source, 1) : source
}

interface BindPart extends Part {
  readonly kind: 'path' | 'options'
}

function partsOf(text: string, place: Place): readonly BindPart[] {
  return readBinds(text, place).binds.flatMap(({ source, destination, options: how }) => [
    { ...pathOf(source), kind: 'path' as const },
    ...(destination ? [{ ...destination, kind: 'path' as const }] : []),
    ...(how ? [{ ...how, kind: 'options' as const }] : []),
  ])
}
