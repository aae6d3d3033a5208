import type { Environment } from '../../base/environment.ts'
import { type MonitDocument, serviceAt } from '../document.ts'
import type { DocRef } from '../grammar/terms.ts'
import type { Service } from '../model/service.ts'
import type { Meaning } from '../syntax/machine.ts'

/** What stands under the pointer, for those who tell of it. */
export interface Pointed {
  readonly document: MonitDocument
  readonly environment: Environment
  readonly token: number
  readonly meaning: Meaning
}

/** Where the prose of what stands there is: that of the word itself, else of the part that it belongs to. */
export function docOf({ term, within }: Meaning): DocRef | undefined {
  const own = term.kind === 'word' ? term.doc : undefined
  return own ?? within.findLast(({ doc }) => doc !== undefined)?.doc
}

/** The check that a token stands in. */
export function serviceOf({ document, token }: Pointed): Service | undefined {
  return serviceAt(document, document.tree.tokens.starts[token]!)
}
