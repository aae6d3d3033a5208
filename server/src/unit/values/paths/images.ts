import { nearest } from '../../../base/nearest.ts'
import { enumValues } from '../../data/enums.ts'
import { allWords } from '../extract/first-word.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { type PathReading, partProblem, pathProblem, problem, specifierProblem } from './checked-path.ts'
import { itemFlags, readFields } from './colon-fields.ts'
import { type Part, partAfter } from './part.ts'
import { completePath, toItems } from './path-items.ts'
import { syntaxProblem } from './path-lists.ts'
import { describeParts } from './path-meaning.ts'

const none: readonly ValueProblem[] = []

/** The first version on record that looks whether images lie below /dev, /proc or /sys. */
const apiSince = 257
const devOnly: PathReading = { api: 'dev only' }
const anywhere: PathReading = {}

/** `config_parse_mount_images()`: `SOURCE:DESTINATION[:[PARTITION:]OPTIONS...]`. */
export const mountImages: ValueType = imageList((item, place) => {
  const { fields, next, error } = readFields(item, 0, 2)
  if (error) return [escapeProblem(item, place)]
  const [source, destination] = fields
  // Nothing but colons is passed over without a word.
  if (!source) return none
  const reading = place.version >= apiSince ? devOnly : anywhere
  const wrong = pathProblem(withoutDash(source), place, reading)
  if (wrong) return [wrong]
  if (!destination)
    return [
      partProblem(
        item,
        `'${item.text}' names no place; '${place.directive.name}=' takes SOURCE:DESTINATION, the destination where the image shall appear`,
      ),
    ]
  const misplaced = pathProblem(destination, place, reading)
  return misplaced ? [misplaced] : optionProblems(item, next, place)
})

/** `config_parse_extension_images()`: `SOURCE[:[PARTITION:]OPTIONS...]`. */
export const extensionImages: ValueType = imageList((item, place) => {
  const { fields, next, error } = readFields(item, 0, 1)
  if (error) return [escapeProblem(item, place)]
  if (!fields[0]) return none
  const reading: PathReading = place.version >= apiSince ? { api: 'refused' } : anywhere
  const wrong = pathProblem(withoutDash(fields[0]), place, reading)
  return wrong ? [wrong] : optionProblems(item, next, place)
})

/** `config_parse_root_image_options()`: mount options, or `PARTITION:OPTIONS`, parted by blanks. */
export const rootImageOptions: ValueType = {
  check(text, place) {
    const { words, error } = allWords(text, itemFlags)
    // Where one item can't be read, none is taken.
    if (error) return [syntaxProblem(text, error, place)]
    return words.flatMap((item) => {
      const { fields, next, error } = readFields(item, 0, 2)
      if (error) return [escapeProblem(item, place)]
      if (next !== undefined) {
        const message = `'${item.text}' has more than one colon; '${place.directive.name}=' takes PARTITION:OPTIONS`
        return [partProblem(item, message)]
      }
      const [first, second] = fields
      if (!first) return none
      return listed(second ? partitionProblem(first, second, place) : specifierProblem(first, place))
    })
  },
  complete(text, cursor, place) {
    const item = itemAt(text, cursor)
    if (item.text.slice(0, Math.max(0, cursor - item.from)).includes(':')) return undefined
    const items = designators(place).map((name) => ({
      label: `${name}:`,
      detail: 'options of this partition',
    }))
    return { from: item.from, to: item.to, items: toItems(items) }
  },
}

function imageList(check: (item: Part, place: Place) => readonly ValueProblem[]): ValueType {
  return {
    check(text, place) {
      if (text === '') return none
      const { words, error } = allWords(text, itemFlags)
      const problems = words.flatMap((item) => check(item, place))
      return error ? [...problems, syntaxProblem(text, error, place)] : problems
    },
    complete(text, cursor, place) {
      const item = itemAt(text, cursor)
      const { fields } = readFields(item, 0, 2)
      return completePath(
        fields.map(withoutDash).find(({ from, to }) => from <= cursor && cursor <= to) ?? item,
        place,
      )
    },
    describe: (text, cursor, place) =>
      describeParts(
        allWords(text, itemFlags).words.flatMap((item) => readFields(item, 0, 2).fields.map(withoutDash)),
        cursor,
        place,
      ),
  }
}

function itemAt(text: string, cursor: number): Part {
  const { words } = allWords(text, itemFlags)
  return (
    words.find(({ from, to }) => from <= cursor && cursor <= to) ?? { text: '', from: cursor, to: cursor }
  )
}

/** Pairs of partition and options; the last one may do without its partition. */
function optionProblems(item: Part, start: number | undefined, place: Place): readonly ValueProblem[] {
  const problems: ValueProblem[] = []
  for (let at = start; at !== undefined; ) {
    const { fields, next, error } = readFields(item, at, 2)
    if (error) return [...problems, escapeProblem(item, place)]
    const [partition, options] = fields
    if (!partition) break
    const found = options ? partitionProblem(partition, options, place) : specifierProblem(partition, place)
    if (found) problems.push(found)
    at = next
  }
  return problems
}

function partitionProblem(partition: Part, options: Part, place: Place): ValueProblem | undefined {
  const names = designators(place)
  if (names.includes(partition.text)) return specifierProblem(options, place)
  const guess = nearest(partition.text, names)
  return problem({
    from: partition.from,
    to: partition.to,
    message: `'${partition.text}' is no partition of '${place.directive.name}='; accepted: ${names.join(', ')}`,
    ...(guess ? { replacements: [guess] } : {}),
  })
}

function designators({ directive, version }: Place): readonly string[] {
  return enumValues(directive.parser, version, directive.name).map(({ name }) => name)
}

function escapeProblem(item: Part, { directive }: Place): ValueProblem {
  return partProblem(
    item,
    `a backslash in '${item.text}' begins no escape that '${directive.name}=' knows; write '\\\\' for a plain one`,
  )
}

function withoutDash(source: Part): Part {
  return source.text[0] === '-' ? partAfter(source, 1) : source
}

function listed(problem: ValueProblem | undefined): readonly ValueProblem[] {
  return problem ? [problem] : none
}
