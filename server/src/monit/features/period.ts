import type { Environment } from '../../base/environment.ts'
import type { MonitDocument } from '../document.ts'
import { ownNumbers } from '../model/values.ts'
import { documentsWith } from './names.ts'

/** Seconds between two cycles, as `set daemon` of any file at hand says; undefined where none does. The last one counts. */
export function cyclePeriod(document: MonitDocument, environment: Environment): number | undefined {
  for (const { tree, globals } of documentsWith(document, environment)) {
    const daemon = globals.findLast(({ name }) => name === 'daemon')?.node
    const seconds = daemon && ownNumbers(tree, daemon)[0]?.value
    if (seconds) return seconds
  }
  return undefined
}
