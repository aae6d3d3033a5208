import { nearest } from '../../../base/nearest.ts'
import { enumValues } from '../../data/enums.ts'
import { allWords, firstWord } from '../extract/first-word.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { partProblem, pathProblem, problem, specifierProblem } from './checked-path.ts'
import { readFields } from './colon-fields.ts'
import { type Part, partAfter } from './part.ts'
import { expandPath, isLongPath, pathFault } from './path-fault.ts'
import { completePath, toItems } from './path-items.ts'
import { describeParts } from './path-meaning.ts'

const none: readonly ValueProblem[] = []

/** `config_parse_open_file()`: `PATH[:NAME[:FLAG,FLAG]]`; specifiers are not expanded. */
export const openFile: ValueType = {
  check(text, place) {
    if (text === '') return none
    return listed(openFileProblem(whole(text), place))
  },
  complete(text, cursor, place) {
    const before = text.slice(0, cursor)
    if (before.split(':').length !== 3) return undefined
    const from = Math.max(before.lastIndexOf(':'), before.lastIndexOf(',')) + 1
    const comma = text.indexOf(',', from)
    const used = new Set(text.slice(before.lastIndexOf(':') + 1).split(','))
    const items = flagNames(place).filter((name) => !used.has(name) || text.slice(from, cursor) === name)
    return {
      from,
      to: comma < 0 ? text.length : comma,
      items: toItems(items.map((label) => ({ label, detail: flagPhrases[label] ?? '' }))),
    }
  },
  describe(text, cursor, place) {
    if (text === '' || openFileProblem(whole(text), place)) return undefined
    const [path = '', name = '', flags] = text.split(':')
    // The flags have phrases of their own.
    if (flags !== undefined && cursor > path.length + name.length + 1) return undefined
    const known = name === '' ? path.split('/').findLast((each) => each !== '' && each !== '.') : name
    const markdown = `systemd opens \`${path}\` as root, and the service finds it as \`${known}\` in \`$LISTEN_FDNAMES\`.`
    return { from: 0, to: text.length, markdown }
  },
}

const flagPhrases: Readonly<Record<string, string>> = {
  'read-only': 'opened for reading',
  append: 'opened for writing at the end',
  truncate: 'emptied first',
  graceful: 'no matter if it can not be opened',
}

/** Flags of OpenFile= of which only one may stand. */
const accesses = ['read-only', 'append', 'truncate']

function openFileProblem(part: Part, place: Place): ValueProblem | undefined {
  const key = `'${place.directive.name}='`
  const { fields, next, error } = readFields(part, 0, 3, {
    separators: ':',
    unescape: true,
    dontCoalesce: true,
  })
  if (error) return partProblem(part, `a backslash in '${part.text}' begins no escape that ${key} knows`)
  if (next !== undefined && next < part.text.length)
    return partProblem(part, `'${part.text}' has too many colons; ${key} takes PATH:NAME:FLAGS`)
  const [path, name, flags] = fields
  return (
    (flags && flagsProblem(flags, place)) ??
    openPathProblem(path!, name?.text ?? '', key) ??
    (name && nameProblem(name, key))
  )
}

function openPathProblem(path: Part, name: string, key: string): ValueProblem | undefined {
  const { text } = path
  if (text[0] !== '/')
    return partProblem(path, `'${text}' is not absolute; ${key} takes paths that start with '/'`)
  // A `..` is fine here, and so are specifiers' percent signs: nothing expands them.
  const fault = pathFault(text.replace(/(^|\/)\.\.(?=\/|$)/g, '$1.'), {})
  if (fault && fault !== 'bytes') return partProblem(path, `the path is too long for ${key}`)
  if (name !== '') return undefined
  const last = text.split('/').findLast((each) => each !== '' && each !== '.')
  if (last !== undefined && last !== '..' && isFdName(last)) return undefined
  return partProblem(
    path,
    `'${text}' has no last part that could name the file for the service; write PATH:NAME`,
  )
}

function nameProblem(name: Part, key: string): ValueProblem | undefined {
  if (isFdName(name.text)) return undefined
  return partProblem(
    name,
    `'${name.text}' is no name for a file; ${key} takes up to 255 printable ASCII characters`,
  )
}

function flagsProblem(flags: Part, place: Place): ValueProblem | undefined {
  const { words, error } = allWords(flags.text, { separators: ',' })
  const names = flagNames(place)
  const bad = words.find(({ text }) => !names.includes(text))
  if (error || bad) {
    const text = bad?.text ?? flags.text
    const guess = bad && words.length === 1 ? nearest(text, names) : undefined
    return partProblem(
      flags,
      `'${text}' is no flag of '${place.directive.name}='; accepted: ${names.join(', ')}`,
      guess ? { replacements: [guess] } : {},
    )
  }
  const used = words.map(({ text }) => text)
  if (new Set(used).size < used.length) return partProblem(flags, `a flag comes twice in '${flags.text}'`)
  if (used.filter((each) => accesses.includes(each)).length < 2) return undefined
  return partProblem(flags, `only one of ${accesses.join(', ')} can stand in '${flags.text}'`)
}

function flagNames({ directive, version }: Place): readonly string[] {
  return enumValues(directive.parser, version, directive.name).map(({ name }) => name)
}

/** `fdname_is_valid()` of `src/basic/fd-util.c`. */
function isFdName(text: string): boolean {
  return /^[ -9;-~]{0,255}$/.test(text)
}

/** `config_parse_bpf_foreign_program()`: `ATTACH_TYPE:PATH`. */
export const bpfProgram: ValueType = {
  check(text, place) {
    if (text === '') return none
    return listed(bpfProblem(text, place))
  },
  complete(text, cursor, place) {
    const colon = text.indexOf(':')
    if (colon >= 0 && cursor > colon) return completePath(partAfter(whole(text), colon + 1), place)
    const to = colon < 0 ? text.length : colon
    const items = flagNames(place).map((name) => ({
      label: colon < 0 ? `${name}:` : name,
      detail: 'where the program attaches',
    }))
    return { from: 0, to, items: toItems(items) }
  },
  describe: (text, cursor, place) =>
    describeParts([partAfter(whole(text), text.indexOf(':') + 1)], cursor, place),
}

function bpfProblem(text: string, place: Place): ValueProblem | undefined {
  const key = `'${place.directive.name}='`
  const word = firstWord(text, 0, { separators: ':' })
  if (!word || 'error' in word || word.next === undefined)
    return partProblem(whole(text), `'${text}' is no program; ${key} takes ATTACH_TYPE:PATH`)
  const names = flagNames(place)
  if (!names.includes(word.text)) {
    const guess = nearest(word.text, names)
    return problem({
      from: word.from,
      to: word.to,
      message: `'${word.text}' is not accepted by ${key}; accepted: ${names.join(', ')}`,
      ...(guess ? { replacements: [guess] } : {}),
    })
  }
  return pathProblem(partAfter(whole(text), word.next), place)
}

/** `config_parse_xattr()`: `NAME=VALUE`, the name below `user.`. */
export const extendedAttribute: ValueType = {
  check(text, place) {
    if (text === '') return none
    const equals = text.indexOf('=')
    const key = `'${place.directive.name}='`
    if (equals < 0) return [partProblem(whole(text), `'${text}' has no '='; ${key} takes user.NAME=VALUE`)]
    const name = { text: text.slice(0, equals), from: 0, to: equals }
    const bad = specifierProblem(name, place)
    if (bad) return [bad]
    const expanded = expandPath(name.text, place)
    const isOpen = /^[\uE000\uE001]/.test(expanded)
    if (!expanded.startsWith('user.') && !isOpen) {
      const message = `'${name.text}' is no attribute that ${key} sets; names begin with 'user.'`
      return [partProblem(name, message, { replacements: [`user.${name.text}`] })]
    }
    return listed(specifierProblem(partAfter(whole(text), equals + 1), place))
  },
  complete: (text, cursor) =>
    cursor > text.indexOf('=') && text.includes('=')
      ? undefined
      : {
          from: 0,
          to: text.length,
          items: toItems([{ label: 'user.', detail: 'attributes that services may set' }]),
        },
  describe(text, _cursor, place) {
    const equals = text.indexOf('=')
    if (equals < 0 || extendedAttribute.check(text, place).length > 0) return undefined
    const markdown = `Sets the attribute \`${text.slice(0, equals)}\` to \`${text.slice(equals + 1)}\`.`
    return { from: 0, to: text.length, markdown }
  },
}

/** `config_parse_mount_node()`: what the file system takes for a source; only specifiers and the length can be wrong. */
export const mountNode: ValueType = {
  check(text, place) {
    const part = whole(text)
    const bad = specifierProblem(part, place)
    if (bad) return [bad]
    if (!isLongPath(expandPath(text, place))) return none
    return [partProblem(part, `'${place.directive.name}=' takes up to 4095 bytes`)]
  },
  complete: (text) => ({ from: 0, to: text.length, items: toItems(mountItems) }),
  describe: (text, cursor, place) => describeParts([whole(text)], cursor, place),
}

const mountItems = [
  { label: 'UUID=', detail: 'the file system with this UUID' },
  { label: 'LABEL=', detail: 'the file system with this label' },
  { label: 'PARTUUID=', detail: 'the partition with this UUID' },
  { label: 'PARTLABEL=', detail: 'the partition with this label' },
  { label: '/dev/disk/by-id/', detail: 'a disk by its hardware' },
]

/** `config_parse_exec_root_hash()`: a path, which nobody looks at yet, or at least 16 bytes in hexadecimal. */
export const rootHash: ValueType = {
  check(text, { directive }) {
    if (text === '' || text[0] === '/') return none
    const digits = text.replace(/[ \t]/g, '')
    const key = `'${directive.name}='`
    const odd = /[^\da-fA-F]/u.exec(text.replaceAll('\t', ' ').replaceAll(' ', '0'))
    if (odd) {
      const message = `'${odd[0]}' is no hexadecimal digit; ${key} takes a hash in hexadecimal, or an absolute path`
      return [problem({ from: odd.index, to: odd.index + odd[0].length, message })]
    }
    const fault =
      digits.length % 2 === 1
        ? 'has an odd number of digits'
        : digits.length < 32
          ? 'is too short'
          : undefined
    if (!fault) return none
    return [partProblem(whole(text), `the hash ${fault}; ${key} takes 32 hexadecimal digits or more`)]
  },
  describe: (text) =>
    /^[\da-fA-F]{32,}$/.test(text)
      ? { from: 0, to: text.length, markdown: `a hash of ${(text.length / 2) * 8} bits` }
      : undefined,
}

/** Base64 without blanks, in groups of four, the last one filled up. */
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/

/** `config_parse_exec_root_hash_sig()`: a path, which nobody looks at yet, or the signature itself. */
export const rootHashSignature: ValueType = {
  check(text, { directive }) {
    if (text === '' || text[0] === '/') return none
    const key = `'${directive.name}='`
    if (!text.startsWith('base64:')) {
      const message = `'${text}' is no signature; ${key} takes an absolute path, or base64: and the signature`
      return [partProblem(whole(text), message)]
    }
    const data = partAfter(whole(text), 'base64:'.length)
    if (base64.test(data.text.replace(/[ \t]/g, ''))) return none
    return [partProblem(data, `what follows base64: in ${key} is no Base64`)]
  },
  complete: (text, _cursor, place) =>
    completePath(whole(text), place, [{ label: 'base64:', detail: 'the signature itself' }]),
}

function whole(text: string): Part {
  return { text, from: 0, to: text.length }
}

function listed(problem: ValueProblem | undefined): readonly ValueProblem[] {
  return problem ? [problem] : none
}
