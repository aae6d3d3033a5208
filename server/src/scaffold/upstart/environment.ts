import type { Piece } from '../quote.ts'
import { joined, type Scope, upstartPath } from '../shell/words.ts'
import type { UpstartJob } from './job.ts'

/** What a job says of its environment. */
export interface JobEnvironment {
  readonly values: ReadonlyMap<string, readonly Piece[]>
  /** Taken over from the manager. */
  readonly passed: readonly string[]
  /** Variables whose values name others, with what became of them. */
  readonly decisions: ReadonlyMap<string, string>
}

/** Reads the `env` stanzas. Neither Upstart nor systemd puts variables into their values; those who wrote them thought so. */
export function environmentOf({ env }: UpstartJob, { instance, specifier }: Scope): JobEnvironment {
  const values = new Map<string, readonly Piece[]>()
  const passed: string[] = []
  const decisions = new Map<string, string>()
  for (const { name, value } of env) {
    // The instance has its line of its own.
    if (instance.has(name)) continue
    if (value === undefined) {
      passed.push(name)
      continue
    }
    const unknown: string[] = []
    const pieces = piecesOf(value, (variable) => {
      if (instance.has(variable)) return [{ specifier }]
      const known = values.get(variable)
      if (known) return known
      if (variable === 'PATH') return [upstartPath]
      unknown.push(variable)
      return undefined
    })
    values.set(name, pieces)
    if (!/\$\{?[A-Za-z_]/.test(value)) continue
    const literally = `'env ${name}=${value}': Upstart puts no variables into this`
    decisions.set(
      name,
      unknown.length > 0
        ? `${literally}, and neither does systemd: the dollar sign is part of the value. Write it out`
        : `${literally}; what it seems to mean stands here instead`,
    )
  }
  return { values, passed, decisions }
}

/** A text with variables in it as pieces; variables that nobody knows stay as they are written. */
export function piecesOf(
  text: string,
  lookUp: (variable: string) => readonly Piece[] | undefined,
): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(/\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g)) {
    pieces.push(text.slice(at, match.index), ...(lookUp(match[1] ?? match[2]!) ?? [match[0]]))
    at = match.index + match[0].length
  }
  return joined([...pieces, text.slice(at)]).filter((piece) => piece !== '')
}

/** The variables that the name of the instance is made of, and what systemd calls it. */
export function scopeOf({ settings, processes }: UpstartJob): Scope {
  const names = [...(settings.instance ?? '').matchAll(/\$\{?([A-Za-z_]\w*)/g)].map((match) => match[1]!)
  const [name, ...more] = new Set(names)
  // Of several variables in one name systemd knows the whole only.
  if (name === undefined || more.length > 0) return { instance: new Set(), specifier: 'i' }
  const texts = [`cd ${settings.chdir ?? ''}`, ...Object.values(processes).map(({ text }) => text)]
  const isPath = texts.some((text) =>
    new RegExp(`\\b(?:cd|chdir)[ \\t]+["']?\\$(?:\\{${name}\\}|${name}\\b)`).test(text),
  )
  return { instance: new Set([name]), specifier: isPath ? 'f' : 'i' }
}
