import type { Piece } from '../quote.ts'
import type { Assignment } from '../unit-text.ts'
import type { ShellWord } from './script.ts'

/** What a process finds around it: what is said of it, and what a script or a command line does before it starts the program. */
export interface Surroundings {
  /** Its folder; undefined where nothing is said, which is `/`. */
  readonly directory: readonly Piece[] | undefined
  readonly environment: ReadonlyMap<string, readonly Piece[]>
  /** Variables of the script that the program does not get. */
  readonly locals: ReadonlyMap<string, readonly Piece[]>
  readonly user: string | undefined
  readonly group: string | undefined
  readonly output: Outputs
  /** Other lines for the section [Service]. */
  readonly lines: readonly Assignment[]
  /** What a person must decide, in whole sentences. */
  readonly decisions: readonly string[]
}

/** Where standard output and error go, as systemd is told; undefined for the journal. */
export interface Outputs {
  readonly out: string | undefined
  readonly error: string | undefined
}

/** What stands for variables that only an instance or an event brings. */
export interface Scope {
  /** The variables that the name of the instance is. */
  readonly instance: ReadonlySet<string>
  /** `i`, or `f` for instances that are paths. */
  readonly specifier: string
}

/** Surroundings with more lines for the section [Service]. */
export function withLines(surroundings: Surroundings, ...lines: readonly Assignment[]): Surroundings {
  return { ...surroundings, lines: [...surroundings.lines, ...lines] }
}

/** The PATH that Upstart gives its jobs. */
export const upstartPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** Set by systemd itself, for units with a user. */
const fromSystemd: ReadonlySet<string> = new Set(['HOME', 'USER', 'LOGNAME', 'SHELL'])

/**
 * A word as systemd is told it.
 * @returns undefined where only a shell makes of it what it means
 */
export function resolveWord(
  word: ShellWord,
  { environment, locals }: Surroundings,
  { instance, specifier }: Scope,
): readonly Piece[] | undefined {
  if (!word.parts) return undefined
  const pieces: Piece[] = []
  for (const part of word.parts) {
    if (part.kind === 'text') {
      pieces.push(part.text)
      continue
    }
    const local = locals.get(part.name)
    const known = local ?? environment.get(part.name)
    if (instance.has(part.name)) pieces.push({ specifier })
    else if (!part.quoted && mayHaveBlanks(known) && (local || word.parts.length > 1)) return undefined
    else if (local) pieces.push(...local)
    else pieces.push({ variable: part.name, splits: !part.quoted && word.parts.length === 1 })
  }
  return joined(pieces)
}

function mayHaveBlanks(pieces: readonly Piece[] | undefined): boolean {
  return pieces?.some((piece) => typeof piece === 'string' && /[\s*?[]/.test(piece)) ?? false
}

/** Where systemd puts in no variables: their values in their places, undefined where one is not known. */
export function settle(
  pieces: readonly Piece[],
  { environment }: Pick<Surroundings, 'environment'>,
  depth = 0,
): readonly Piece[] | undefined {
  const settled: Piece[] = []
  for (const piece of pieces) {
    if (typeof piece === 'string' || 'specifier' in piece) {
      settled.push(piece)
      continue
    }
    const value = environment.get(piece.variable) ?? (piece.variable === 'PATH' ? [upstartPath] : undefined)
    const inner = value && depth < 10 ? settle(value, { environment }, depth + 1) : undefined
    if (!inner) return undefined
    settled.push(...inner)
  }
  return joined(settled)
}

/** A text without anything that is put in; undefined for others. */
export function textOf(pieces: readonly Piece[] | undefined): string | undefined {
  if (!pieces?.every((piece) => typeof piece === 'string')) return undefined
  return pieces.join('')
}

/** Neighbouring texts as one. */
export function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece
    else result.push(piece)
  }
  return result
}

/** Variables in arguments that neither the job nor systemd sets. */
export function unsetIn(
  args: readonly (readonly Piece[])[],
  { environment, user }: Surroundings,
): readonly string[] {
  const names = args
    .flat()
    .flatMap((piece) => (typeof piece === 'object' && 'variable' in piece ? [piece.variable] : []))
  const isSet = (name: string) => environment.has(name) || (user !== undefined && fromSystemd.has(name))
  return [...new Set(names.filter((name) => !isSet(name)))]
}

/**
 * A path from the folder that it is meant in.
 * @returns undefined for what lies in no known folder
 */
export function pathFrom(
  directory: readonly Piece[] | undefined,
  path: readonly Piece[],
): readonly Piece[] | undefined {
  const [first] = path
  if (first === undefined) return undefined
  // An instance that is a path begins with a slash.
  if (typeof first === 'object') return 'specifier' in first && first.specifier === 'f' ? path : undefined
  if (first.startsWith('/')) return sound(cleaned(path))
  const [start] = directory ?? []
  const isKnown =
    directory === undefined || (typeof start === 'string' ? start.startsWith('/') : start !== undefined)
  return isKnown ? sound(cleaned(joined([...(directory ?? []), '/', ...path]))) : undefined
}

/** Undefined for a path that systemd does not take: one that leads above the root, or with a name that no disk takes. */
function sound(path: readonly Piece[]): readonly Piece[] | undefined {
  const bytes = new TextEncoder()
  const isSound = path.every(
    (piece) =>
      typeof piece !== 'string' ||
      piece.split('/').every((name) => name !== '..' && name !== '.' && bytes.encode(name).length <= 255),
  )
  return isSound && path.join('').length < 4000 ? path : undefined
}

/** Without `./`, double slashes, and `..` where there is something before it. */
function cleaned(path: readonly Piece[]): readonly Piece[] {
  return path.map((piece, at) => {
    if (typeof piece !== 'string') return piece
    let text = piece.replace(/\/{2,}/g, '/').replace(/\/(?:\.\/)+/g, '/')
    for (let shorter = parentless(text); shorter !== text; shorter = parentless(text)) text = shorter
    // Above the root is the root.
    if (at === 0) text = text.replace(/^(?:\/\.\.)+(?=\/|$)/, '')
    return text === '' && at === 0 ? '/' : text.replace(/(?!^)\/\.$/, '')
  })
}

function parentless(path: string): string {
  return path.replace(/\/(?!\.\.?\/)[^/]+\/\.\.(?=\/|$)/, '')
}

/** An assignment in front of a command, or behind `export`: `NAME=value`. */
export function assignmentOf(
  word: ShellWord,
  surroundings: Surroundings,
  scope: Scope,
): readonly [name: string, value: readonly Piece[]] | undefined {
  const [first, ...rest] = word.parts ?? []
  if (first?.kind !== 'text') return undefined
  const name = /^([A-Za-z_]\w*)=/.exec(first.text)?.[1]
  if (name === undefined) return undefined
  // Values are not split into words.
  const quoted = [{ ...first, text: first.text.slice(name.length + 1) }, ...rest].map((part) =>
    part.kind === 'variable' ? { ...part, quoted: true } : part,
  )
  const pieces = resolveWord({ ...word, parts: quoted }, surroundings, scope)
  const value = pieces && settle(pieces, surroundings)
  return value && [name, value]
}

/** The path that `cd` is given; undefined where it is none that is certain. */
export function folderMeant(
  args: readonly ShellWord[],
  surroundings: Surroundings,
  scope: Scope,
): readonly Piece[] | undefined {
  const [word, ...more] = args
  const pieces = word && more.length === 0 ? resolveWord(word, surroundings, scope) : undefined
  const settled = pieces && settle(pieces, surroundings)
  return settled && textOf(settled) !== '-' ? settled : undefined
}
