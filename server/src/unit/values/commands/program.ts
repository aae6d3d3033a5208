import {
  expandSpecifiers,
  findBadSpecifier,
  isAbsoluteStart,
  leastBytes,
  unknownText,
} from '../extract/specifiers.ts'
import { isUtf8 } from './characters.ts'

/** Why systemd does not take a word for a program. */
export type ProgramFault =
  | 'specifier'
  | 'empty-program'
  | 'program-characters'
  | 'program-is-directory'
  | 'program-not-absolute'
  | 'program-too-long'

/** The first version that sees a folder in `/bin/.` and `/bin/..` too, as it does in `/bin/`; 254 does not. */
const dotsAreFoldersSince = 257
/** The first version that takes neither globs nor bytes that are no UTF-8; 257 does. */
const strictCharactersSince = 262

/** The usual program: an absolute path or a plain name of harmless characters. */
const harmless = /^(?:(?:\/[\w.+@:,=-]+)+|[\w+@:,=-][\w.+@:,=-]*)$/

/**
 * What systemd minds about the program of a command line, prefixes taken off. What only systemd knows, such as what `%i`
 * expands to, counts as right.
 */
export function programFault(text: string, version: number): ProgramFault | undefined {
  if (text.length < 200 && harmless.test(text) && !text.endsWith('.')) return undefined
  if (text === '') return 'empty-program'
  if (findBadSpecifier(text, 'full', version)) return 'specifier'
  const path = expandSpecifiers(text)
  if (leastBytes(path) > 4095) return 'program-too-long'
  if (hasSpecialCharacter(path, version)) return 'program-characters'
  const endsInSlash = path.endsWith('/')
  if (endsInSlash || (version >= dotsAreFoldersSince && /(?:^|\/)\.\.?$/.test(path)))
    return 'program-is-directory'
  const absolute = isAbsoluteStart(text)
  if (absolute === false && (hasSlash(text) || /^\.\.?$/.test(path))) return 'program-not-absolute'
  return path.split('/').some((part) => leastBytes(part) > 255) ? 'program-too-long' : undefined
}

/** True for a text with a slash in it, or with a specifier that brings one. */
function hasSlash(text: string): boolean {
  return text.includes('/') || (text.match(/%[%A-Za-z0-9]/g) ?? []).some(isAbsoluteStart)
}

function hasSpecialCharacter(path: string, version: number): boolean {
  if (/[\x01-\x1f"'\\\x7f]/.test(path)) return true
  return version >= strictCharactersSince && (/[*?[]/.test(path) || !isUtf8(path.replaceAll(unknownText, '')))
}
