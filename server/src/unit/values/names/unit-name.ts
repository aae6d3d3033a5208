import { unitTypes } from '../../identity.ts'
import { unknownText } from '../extract/specifiers.ts'

/** Why a text is no name of a unit. */
export type NameFault =
  /** a character that no name may have, or `@` at its start */
  | { readonly kind: 'character'; readonly char: string }
  /** no suffix, or one that is no type of unit */
  | { readonly kind: 'suffix'; readonly suffix: string | undefined }
  /** nothing before the suffix */
  | { readonly kind: 'stem' }
  /** 256 characters or more */
  | { readonly kind: 'length' }
  /** an `@` in the name of a unit whose type has no templates */
  | { readonly kind: 'no-templates'; readonly suffix: string }

/** What is known of a name that may be valid. */
export interface NameParts {
  /** The type, where no specifier hides it. */
  readonly suffix: string | undefined
  /** Whether something stands before, or behind the `@`; undefined where a specifier may say so. */
  readonly form: 'plain' | 'template' | 'instance' | undefined
}

/** `UNIT_NAME_MAX` counts the byte at the end too. */
const longest = 255
const types = unitTypes.join('|')
const validName = new RegExp(`^[\\w:.\\\\-]+(?:@[\\w:.\\\\@-]+)?\\.(?:${types})$`)
const templated = /^[^@]+@.*\.(?:device|mount|automount|swap|slice|scope)$/
const invalidChar = new RegExp(`[^\\w:.\\\\@${unknownText}-]`, 'u')
const templatable: ReadonlySet<string> = new Set(['service', 'socket', 'target', 'timer', 'path'])

/** True for a name with nothing odd about it, as nearly all are: not a template, no specifier in it. */
export function isUnitName(text: string): boolean {
  return text.length <= longest && validName.test(text) && !(text.includes('@') && templated.test(text))
}

/**
 * Reads the name of a unit as `unit_name_is_valid()` and `unit_add_name()` do together. Where specifiers were, as
 * `unknownText`, anything may stand, or nothing.
 */
export function readUnitName(text: string): NameParts | { readonly fault: NameFault } {
  const bad = invalidChar.exec(text)?.[0] ?? (text.startsWith('@') ? '@' : undefined)
  if (bad !== undefined) return { fault: { kind: 'character', char: bad } }
  const unknown = text.lastIndexOf(unknownText)
  if (text.length - countUnknown(text) > longest) return { fault: { kind: 'length' } }
  const dot = text.lastIndexOf('.')
  const at = text.indexOf('@')
  if (dot <= unknown && unknown >= 0) return { suffix: undefined, form: undefined }
  const suffix = dot < 0 ? undefined : text.slice(dot + 1)
  if (suffix === undefined || !(unitTypes as readonly string[]).includes(suffix)) {
    return { fault: { kind: 'suffix', suffix } }
  }
  if (dot === 0) return { fault: { kind: 'stem' } }
  if (at < 0) return { suffix, form: unknown < 0 ? 'plain' : undefined }
  if (!templatable.has(suffix)) return { fault: { kind: 'no-templates', suffix } }
  const instance = text.slice(at + 1, dot).replaceAll(unknownText, '')
  return { suffix, form: instance !== '' ? 'instance' : unknown > at ? undefined : 'template' }
}

function countUnknown(text: string): number {
  return text.includes(unknownText) ? text.split(unknownText).length - 1 : 0
}

/**
 * Undoes the escaping of a part of a name: `-` stands for `/`, and `\x2d` for a byte.
 * @returns undefined where an escape is none, as `unit_name_unescape()` refuses it
 */
export function unescapeName(text: string): string | undefined {
  let valid = true
  const bytes: number[] = []
  const encoder = new TextEncoder()
  for (const [piece] of text.matchAll(/\\x[\da-fA-F]{2}|./gu)) {
    if (piece === '\\') valid = false
    if (piece.length === 4 && piece.startsWith('\\x')) bytes.push(Number.parseInt(piece.slice(2), 16))
    else bytes.push(...encoder.encode(piece === '-' ? '/' : piece))
  }
  return valid ? new TextDecoder().decode(Uint8Array.from(bytes)) : undefined
}

/** The path that a part of a name stands for, as `%f` and the names of mounts have it; undefined where it is none. */
export function pathOfName(text: string): string | undefined {
  if (text === '-') return '/'
  const path = unescapeName(text)
  if (path === undefined || path === '' || /^\/|\/$|\/\/|(?:^|\/)\.\.?(?:\/|$)/.test(path)) return undefined
  return `/${path}`
}

/**
 * A path as the names of mounts, swaps and the like have it, by `unit_name_path_escape()`.
 * @returns undefined where no name can stand for it: it has `..` in it
 */
export function nameOfPath(path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.includes('..')) return undefined
  if (parts.length === 0) return '-'
  const bytes = new TextEncoder().encode(parts.join('/'))
  let name = ''
  for (const [index, byte] of bytes.entries()) {
    const char = String.fromCharCode(byte)
    if (char === '/') name += '-'
    else if (/[A-Za-z0-9:_]/.test(char) || (char === '.' && index > 0)) name += char
    else name += `\\x${byte.toString(16).padStart(2, '0')}`
  }
  return name
}
