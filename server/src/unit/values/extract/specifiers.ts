import { specifiers } from '../../data/specifiers.ts'
import type { Place } from '../problem.ts'

/**
 * The functions that expand specifiers: `full` is `unit_full_printf()` and its kin for paths, credentials and the like,
 * which differ only in how long the result may be; `name` is `unit_name_printf()`, `install` `install_name_printf()`.
 */
export type SpecifierTable = 'full' | 'name' | 'install'

/** A specifier that systemd can't expand, which makes it drop the text. */
export interface BadSpecifier {
  /** What stands behind the percent sign. */
  readonly letter: string
  /** Where the percent sign is. */
  readonly at: number
  /** The version that came to know it, where it is only too new. */
  readonly since?: number
}

/** What stands for the text that a specifier expands to, which only systemd knows; it may be nothing at all. */
export const unknownText = '\uE000'

/**
 * The first specifier that systemd can't expand. A `%` before anything but an ASCII letter, a digit or another `%`, and
 * one at the end, is an ordinary character to `specifier_printf()`.
 */
export function findBadSpecifier(
  text: string,
  table: SpecifierTable,
  version: number,
): BadSpecifier | undefined {
  let at = text.indexOf('%')
  if (at < 0) return undefined
  const known = lettersOf(table)
  for (; at >= 0; at = text.indexOf('%', at + 2)) {
    const letter = text[at + 1] ?? ''
    if (!isAlphanumeric(letter)) continue
    const since = known.get(letter)
    if (since === undefined) return { letter, at }
    if (since > version) return { letter, at, since }
  }
  return undefined
}

/** What to say of a specifier that systemd can't expand, and where. */
export function badSpecifierProblem(
  { letter, at, since }: BadSpecifier,
  { directive, version }: Place,
  table: SpecifierTable,
): { readonly from: number; readonly to: number; readonly message: string } {
  const span = { from: at, to: at + 2 }
  if (since !== undefined) {
    const message = `the specifier '%${letter}' needs systemd ${since}; systemd ${version} refuses it`
    return { ...span, message }
  }
  if (table !== 'full' && lettersOf('full').has(letter)) {
    const where = table === 'name' ? 'the name of a unit' : '[Install]'
    return { ...span, message: `the specifier '%${letter}' can't stand in ${where}` }
  }
  const message = `'%${letter}' in '${directive.name}=' is no specifier; a percent sign is written '%%'`
  return { ...span, message }
}

/** A text with its specifiers expanded: `unknownText` for each one, a single percent sign for `%%`. */
export function expandSpecifiers(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/%(?:(%)|[A-Za-z0-9])/g, (_, percent?: string) => percent ?? unknownText)
}

/** Specifiers that expand to an absolute path in every manager. */
const absolutePaths = new Set('CELStDdhsTVfyY')

/**
 * Specifiers that expand to at least one character and never to a slash; `%P` and `%J` only for a unit whose name, or
 * the last part of it, begins with a slash that was escaped.
 */
const plainNames = new Set('nNpPJHlmbvauUgG')

/** Whether a text begins with a slash once its specifiers are expanded; undefined where only systemd knows. */
export function isAbsoluteStart(text: string): boolean | undefined {
  const letter = text[0] === '%' ? (text[1] ?? '') : ''
  if (!isAlphanumeric(letter)) return text[0] === '/'
  return absolutePaths.has(letter) ? true : plainNames.has(letter) ? false : undefined
}

/** How many bytes an expanded text has at least, whatever is unknown in it. */
export function leastBytes(text: string): number {
  return new TextEncoder().encode(text.replaceAll(unknownText, '')).length
}

const tables = new Map<SpecifierTable, ReadonlyMap<string, number>>()
const places = { full: 'settings', name: 'dependency names', install: 'install' } as const

/** The letters of a table, and the first version of each; 0 where that is long ago. */
function lettersOf(table: SpecifierTable): ReadonlyMap<string, number> {
  let letters = tables.get(table)
  if (!letters) {
    const here = specifiers.filter(({ contexts }) => contexts.includes(places[table]))
    letters = new Map(here.map(({ letter, since }) => [letter, since ?? 0]))
    tables.set(table, letters)
  }
  return letters
}

function isAlphanumeric(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || (char >= '0' && char <= '9')
}
