import { firstWord } from '../extract/first-word.ts'
import { isAbsoluteStart, leastBytes, unknownText } from '../extract/specifiers.ts'
import { expandName } from '../names/expand-name.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueMeaning, ValueType } from '../value-type.ts'
import { isBase64 } from './base64.ts'
import { specifierProblem } from './specifier-problem.ts'
import { brokenEscape } from './unescape-text.ts'

const none: readonly ValueProblem[] = []
const rule = 'invalid-environment'

/** A name, and an absolute path without dots at the beginning of a part. */
const ordinarySource = /^[\w-][\w.-]*(?::(?:\/[\w-][\w.-]*)+)?$/
/** A name, a `*` maybe behind it. */
const ordinaryGlob = /^[\w-][\w.-]*\*?$/

/** SetCredential= and SetCredentialEncrypted=, as `config_parse_set_credential()` reads them: `ID:VALUE`. */
export const setCredential: ValueType = {
  check(text, place) {
    if (text === '') return none
    const parts = splitId(text, place, isName)
    if ('message' in parts) return [parts]
    if (parts.rest === '') return [whole(text, `'${text}' has no value; write ID:VALUE`)]
    const from = text.length - parts.rest.length
    if (place.directive.ltype === '1') {
      if (isBase64(parts.rest, place.version)) return none
      const message = `what stands behind '${parts.id}:' is no Base64; write what systemd-creds encrypt printed`
      return [{ rule, from, to: text.length, message }]
    }
    const broken = brokenEscape(text, from, true, place.version)
    return broken ? [{ rule, ...broken }] : none
  },
  describe(text, _cursor, place) {
    const parts = splitId(text, place, isName)
    if ('message' in parts || parts.rest === '') return undefined
    const what = place.directive.ltype === '1' ? 'this secret, decrypted,' : 'this text'
    const markdown = `The service finds ${what} as \`$CREDENTIALS_DIRECTORY/${parts.id}\`.`
    return { from: 0, to: text.length, markdown }
  },
}

/** LoadCredential= and LoadCredentialEncrypted=, as `config_parse_load_credential()` reads them: `ID[:PATH]`. */
export const loadCredential: ValueType = {
  check(text, place) {
    if (text === '' || (text.length < 200 && ordinarySource.test(text))) return none
    const parts = splitId(text, place, isName)
    if ('message' in parts) return [parts]
    if (parts.rest === '') return none
    const word = { text: parts.rest, from: text.length - parts.rest.length, to: text.length }
    const bad = specifierProblem(rule, text, word, place)
    if (bad) return [bad]
    if (isSource(parts.rest, place)) return none
    const message = `'${parts.rest}' is neither an absolute path without '.', '..' and '//' nor the name of a credential`
    return [{ rule, from: word.from, to: word.to, message }]
  },
  describe: describeLoad,
}

/** The first version in which ImportCredential= can give a credential another name; 254 can't. */
const renameSince = 255

/** ImportCredential=, as `config_parse_import_credential()` reads it: `GLOB[:NAME]`. */
export const importCredential: ValueType = {
  check(text, place) {
    if (text === '' || (text.length < 200 && ordinaryGlob.test(text))) return none
    if (place.version < renameSince) {
      const word = { text, from: 0, to: text.length }
      return checkId(text, word, place, isGlob)
    }
    const parts = splitId(text, place, isGlob)
    if ('message' in parts) return [parts]
    // The other name is taken as it stands, specifiers and all.
    if (parts.rest === '' || isName(parts.rest)) return none
    const from = text.length - parts.rest.length
    return [{ rule, from, to: text.length, message: badName(parts.rest) }]
  },
  describe(text, _cursor, place) {
    const parts = splitId(text, place, isGlob)
    if ('message' in parts) return undefined
    const { id, rest } = parts
    const what = id.endsWith('*')
      ? `All credentials of the system whose names begin with \`${id.slice(0, -1)}\``
      : `The credential \`${id}\` of the system`
    const renamed = rest === '' ? '' : `, renamed to ${id.endsWith('*') ? 'begin with ' : ''}\`${rest}\``
    const markdown = `${what}, in \`$CREDENTIALS_DIRECTORY\`${renamed}.`
    return { from: 0, to: text.length, markdown }
  },
}

/** The part before the first colon, and what stands behind that; backslashes in the first go. */
function splitId(
  text: string,
  place: Place,
  isRight: (id: string) => boolean,
): { readonly id: string; readonly rest: string } | ValueProblem {
  const word = firstWord(text, 0, { separators: ':', dontCoalesce: true })
  if (!word || 'error' in word) return whole(text, `a backslash can't end the name of a credential`)
  const [problem] = checkId(text, word, place, isRight)
  return problem ?? { id: word.text, rest: word.next === undefined ? '' : text.slice(word.next) }
}

function checkId(
  text: string,
  word: { readonly text: string; readonly from: number; readonly to: number },
  place: Place,
  isRight: (id: string) => boolean,
): readonly ValueProblem[] {
  const bad = specifierProblem(rule, text, word, place)
  if (bad) return [bad]
  const expanded = expandName(word.text, place)
  if (isRight(expanded) && leastBytes(expanded) <= 255) return none
  const message = isRight === isGlob ? badGlob(word.text) : badName(word.text)
  return [{ rule, from: word.from, to: word.to, message }]
}

function whole(text: string, message: string): ValueProblem {
  return { rule, from: 0, to: text.length, message }
}

function badName(name: string): string {
  return `'${name}' is no name of a credential; those are up to 255 printable ASCII characters without '/' and ':'`
}

function badGlob(glob: string): string {
  return `'${glob}' is no name of a credential; only a '*' at its end may stand for more, and '/' and ':' can't`
}

/** A name after `credential_name_valid()`. */
function isName(name: string): boolean {
  return /^[ -9;-~]+$/.test(name.replaceAll(unknownText, 'x')) && isFileName(name)
}

function isFileName(name: string): boolean {
  if (name.includes('/') || leastBytes(name) > 255) return false
  return name !== '.' && name !== '..'
}

/** A name, maybe with a `*` at its end, after `credential_glob_valid()`. */
function isGlob(glob: string): boolean {
  if (glob === '*') return true
  const name = glob.endsWith('*') ? glob.slice(0, -1) : glob
  return !/[*?[\]]/.test(name) && isName(name)
}

/** A name, or an absolute path, once its specifiers are expanded. */
function isSource(text: string, place: Place): boolean {
  const path = expandName(text, place)
  const absolute = path.startsWith(unknownText) ? isAbsoluteStart(text) : path.startsWith('/')
  if (absolute === undefined) return true
  if (!absolute) return isName(path)
  if (leastBytes(path) > 4095) return false
  const parts = path.slice(1).split('/')
  const last = parts.length - 1
  return parts.every((part, at) => {
    if (part === '') return at === last
    return part !== '.' && part !== '..' && leastBytes(part) <= 255
  })
}

function describeLoad(text: string, _cursor: number, place: Place): ValueMeaning | undefined {
  const parts = splitId(text, place, isName)
  if ('message' in parts) return undefined
  const { id, rest } = parts
  const source = rest === '' ? `the credential \`${id}\` of the manager` : `\`${rest}\``
  return {
    from: 0,
    to: text.length,
    markdown: `The service finds ${source} as \`$CREDENTIALS_DIRECTORY/${id}\`.`,
  }
}
