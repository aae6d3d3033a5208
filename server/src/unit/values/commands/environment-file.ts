import { expandSpecifiers, isAbsoluteStart, leastBytes } from '../extract/specifiers.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueMeaning, ValueType } from '../value-type.ts'
import { isUtf8 } from './characters.ts'
import { specifierProblem } from './specifier-problem.ts'

const none: readonly ValueProblem[] = []
const rule = 'invalid-environment'

/** A path without dots at the beginning of a part, and without specifiers. */
const ordinary = /^-?\/(?:[^./%][^/%]*(?:\/[^./%][^/%]*)*\/?)?$/

/** The first version that drops `..` from the beginning of an absolute path; 254 does not. */
const leadingDotsSince = 255

/** EnvironmentFile=, as `config_parse_unit_env_file()` reads it: one absolute path or glob, blanks and quotes included. */
export const environmentFile: ValueType = {
  check(text, place) {
    if (text === '' || (text.length < 80 && ordinary.test(text))) return none
    const from = text.startsWith('-') ? 1 : 0
    const bad = specifierProblem(rule, text, { text, from: 0, to: text.length }, place)
    if (bad) return [bad]
    const path = text.slice(from)
    const message = pathFault(path, place.version)
    return message ? [{ rule, from, to: text.length, message, ...unquoted(path) }] : none
  },
  describe: describeFile,
}

function pathFault(path: string, version: number): string | undefined {
  const absolute = isAbsoluteStart(path)
  if (absolute === false) {
    return path === ''
      ? "behind '-' the path is missing"
      : `'${path}' is no absolute path; write the whole path, without quotes`
  }
  if (absolute === undefined) return undefined
  const expanded = expandSpecifiers(path)
  if (!isUtf8(path)) return `'${path}' is not UTF-8`
  const parts = expanded.split('/').filter((part) => part !== '' && part !== '.')
  const leading = version >= leadingDotsSince ? parts.findIndex((part) => part !== '..') : 0
  if ((leading < 0 ? [] : parts.slice(leading)).includes('..'))
    return `'${path}' leads through '..'; write the path without`
  if (leastBytes(expanded) > 4095 || parts.some((part) => leastBytes(part) > 255))
    return `'${path}' is too long for a path`
  return undefined
}

/** Quotes are part of the path here, which nobody means. */
function unquoted(path: string): Pick<ValueProblem, 'replacements' | 'safe'> {
  const inner = /^(["'])(\/[^"']*)\1$/.exec(path)?.[2]
  return inner === undefined ? {} : { replacements: [inner], safe: true }
}

function describeFile(text: string, _cursor: number, _place: Place): ValueMeaning | undefined {
  const optional = text.startsWith('-')
  const path = optional ? text.slice(1) : text
  if (isAbsoluteStart(path) !== true) return undefined
  const missing = optional ? 'it may be missing' : 'the unit fails to start without it'
  const many = /[*?[]/.test(path) ? 'each file that matches' : 'this file'
  return {
    from: 0,
    to: text.length,
    markdown: `Variables from ${many}, read when the command starts; ${missing}.`,
  }
}
