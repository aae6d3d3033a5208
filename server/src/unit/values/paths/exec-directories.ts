import { allWords, type Word } from '../extract/first-word.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueMeaning, ValueType } from '../value-type.ts'
import { type PathReading, partProblem, pathProblem } from './checked-path.ts'
import { everyField, type Fields, fieldFlags, itemFlags, readFields } from './colon-fields.ts'
import { isExact, type Part } from './part.ts'
import { expandPath, pathNames } from './path-fault.ts'
import { toItems } from './path-items.ts'
import { syntaxProblem } from './path-lists.ts'
import { expandKnown, folderOf } from './path-meaning.ts'

const none: readonly ValueProblem[] = []
const relative: PathReading = { relative: true }

/** Plain folder names, one blank between. */
const plain = /^(?:(?!private\b)[\w-][\w.-]*(?:\/[\w-][\w.-]*)*(?: (?=[\w-])|$))+$/
const longestPlain = 255

/** The first version on record with flags as third field, and with fields that may be empty. */
const flagsSince = 257

/** The specifiers of the folders that these lie in. */
const roots: Readonly<Record<string, string>> = {
  RuntimeDirectory: 't',
  StateDirectory: 'S',
  CacheDirectory: 'C',
  LogsDirectory: 'L',
  ConfigurationDirectory: 'E',
}

/** `config_parse_exec_directories()`: `NAME[:LINK[:FLAGS]]`, parted by blanks. */
export const execDirectories: ValueType = {
  check(text, place) {
    if (text === '' || (text.length <= longestPlain && plain.test(text))) return none
    const { words, error } = allWords(text, itemFlags)
    const problems = words.flatMap((item): readonly ValueProblem[] => {
      const found = itemProblem(item, place)
      return found ? [found] : none
    })
    return error ? [...problems, syntaxProblem(text, error, place)] : problems
  },
  complete(text, cursor, place) {
    const item = itemAt(text, cursor)
    const colons = item.text.slice(0, cursor - item.from).split(':').length - 1
    if (colons === 0 && item.text.includes(':')) return undefined
    if (colons === 0) return { from: item.from, to: item.to, items: toItems(ownNames) }
    if (colons !== 2 || place.version < flagsSince || !isExact(item)) return undefined
    const from = item.from + item.text.lastIndexOf(':', cursor - item.from - 1) + 1
    return { from, to: item.to, items: toItems(flagItems) }
  },
  describe(text, cursor, place): ValueMeaning | undefined {
    const item = itemAt(text, cursor)
    if (item.text === '') return undefined
    const [source, link, flags] = fieldsOf(item, place).fields
    if (!source || itemProblem(item, place)) return undefined
    return { from: item.from, to: item.to, markdown: meaning(source, link, flags, place) }
  },
}

const ownNames = [
  { label: '%N', detail: 'named after the unit' },
  { label: '%p', detail: 'named after the unit, one for all instances' },
  { label: '%p/%i', detail: 'one for each instance' },
]

const flagItems = [{ label: 'ro', detail: 'the service may only read it' }]

function itemAt(text: string, cursor: number): Word {
  const { words } = allWords(text, itemFlags)
  const found = words.find(({ from, to }) => from <= cursor && cursor <= to)
  return found ?? { text: '', from: cursor, to: cursor, next: undefined }
}

function fieldsOf(item: Part, { version }: Place): Fields {
  return version >= flagsSince ? readFields(item, 0, 3, everyField) : readFields(item, 0, 2, fieldFlags)
}

function itemProblem(item: Part, place: Place): ValueProblem | undefined {
  const { name } = place.directive
  const { fields, error } = fieldsOf(item, place)
  const [source, link, flags] = fields
  if (error || !source)
    return partProblem(item, `'${item.text}' can't be read; '${name}=' takes names of folders`)
  const wrong = rootedProblem(source, place) ?? pathProblem(source, place, relative)
  if (wrong) return wrong
  if (pathNames(expandPath(source.text, place))?.[0] === 'private') {
    const message = `'private' is where systemd keeps the folders of DynamicUser=; '${name}=' takes other names`
    return partProblem(source, message)
  }
  if (link && link.text !== '') {
    if (name === 'ConfigurationDirectory')
      return partProblem(link, `'${name}=' can't make a link such as '${link.text}'`)
    const bad = pathProblem(link, place, relative)
    if (bad) return bad
  }
  if (!flags || flags.text === '' || flags.text === 'ro') return undefined
  return partProblem(flags, `'${flags.text}' is no flag of '${name}='; accepted: ro`)
}

/** An absolute path below the very root that the directive sets, which only needs the root taken off. */
function rootedProblem(source: Part, place: Place): ValueProblem | undefined {
  if (!isExact(source)) return undefined
  const { name } = place.directive
  const letter = roots[name] ?? ''
  const tops = [`%${letter}`, ...(place.manager === 'system' ? [folderOf(letter, place) ?? ''] : [])]
  if (letter === 't' && place.manager === 'system') tops.push('/var/run')
  const top = tops.find((each) => source.text.startsWith(`${each}/`))
  if (!top) return undefined
  const rest = source.text.slice(top.length).replace(/^\/+/, '')
  if (rest === '' || pathProblem({ text: rest, from: 0, to: rest.length }, place, relative)) return undefined
  const message = `'${source.text}' is an absolute path; '${name}=' takes what is below ${top}: '${rest}'`
  return partProblem(source, message, { replacements: [rest], safe: true })
}

function meaning(source: Part, link: Part | undefined, flags: Part | undefined, place: Place): string {
  const { name } = place.directive
  const root = folderOf(roots[name] ?? '', place) ?? ''
  const folder = (part: Part) => `\`${root}/${expandKnown(part.text, place) ?? part.text}\``
  const links = link && link.text !== '' ? `, with the link ${folder(link)} to it` : ''
  const access = flags?.text === 'ro' ? ', read-only' : ''
  const variable = name.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
  return `${folder(source)}${links}${access}; the service finds it in \`$${variable}\``
}
