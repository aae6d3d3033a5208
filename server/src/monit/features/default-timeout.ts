import type { MonitDocument } from '../document.ts'
import type { Service } from '../model/service.ts'
import { ownNumbers } from '../model/values.ts'
import type { TokenKind } from '../syntax/token-kinds.ts'
import { kindOf } from '../syntax/tokens.ts'
import type { Node } from '../syntax/tree.ts'
import { documentsWith } from './names.ts'
import type { Pointed } from './pointed.ts'

/** How long monit waits for a command that says nothing itself. */
export interface DefaultTimeout {
  /**
   * Undefined where a template says it, or where another file decides, and nobody can tell which of the two monit reads
   * first.
   */
  readonly seconds: number | undefined
  readonly source: string
}

const limits = {
  start: { name: 'startTimeout', usual: 30 },
  stop: { name: 'stopTimeout', usual: 30 },
  restart: { name: 'restartTimeout', usual: 30 },
  check: { name: 'programTimeout', usual: 300 },
  exec: { name: 'execTimeout', usual: undefined },
} as const satisfies Record<string, { readonly name: TokenKind; readonly usual: number | undefined }>

/**
 * What holds for a command of a check: the last `set limits` above the check, else monit's own.
 * @returns undefined where monit waits for ever
 */
export function defaultTimeout(
  { document, environment }: Pointed,
  service: Service,
  role: keyof typeof limits,
): DefaultTimeout | undefined {
  const { name, usual } = limits[role]
  const limit = `\`${name}\` of \`set limits\``
  const above = limitsOf(document, name).findLast(({ start }) => start < service.start)
  if (above?.seconds !== undefined) return { seconds: above.seconds, source: `by ${limit}` }
  const others = documentsWith(document, environment).filter((each) => each !== document)
  if (above || others.some((each) => limitsOf(each, name).length > 0))
    return { seconds: undefined, source: limit }
  return usual === undefined ? undefined : { seconds: usual, source: 'the default' }
}

/** Where a file sets a limit of time, and to how many seconds. */
function limitsOf({ globals, tree }: MonitDocument, name: TokenKind) {
  return globals.flatMap(({ name: global, node, start }) =>
    global === 'limits'
      ? (node?.children ?? [])
          .filter((limit) => kindOf(tree.tokens, limit.first) === name)
          .map((limit) => ({ start, seconds: secondsOf(limit) }))
      : [],
  )

  function secondsOf(limit: Node): number | undefined {
    const value = ownNumbers(tree, limit)[0]?.value
    if (value === undefined) return undefined
    return kindOf(tree.tokens, limit.after - 1) === 'milliseconds' ? value / 1000 : value
  }
}
