import type { CompletionItem } from '../../../base/features.ts'
import { specifiers } from '../../data/specifiers.ts'
import type { Place } from '../problem.ts'
import type { ValueCompletion } from '../value-type.ts'
import type { Part } from './part.ts'

/** An item without what all of them have. */
export interface PathItem {
  readonly label: string
  readonly detail: string
}

/** The roots that differ by manager, most used first. */
const roots = ['t', 'S', 'C', 'L', 'E', 'h', 'T', 'D']
const folders: readonly PathItem[] = [
  { label: '/etc/', detail: 'configuration of the machine' },
  { label: '/opt/', detail: 'programs from elsewhere' },
  { label: '/run/', detail: 'files until the next boot' },
  { label: '/srv/', detail: 'what this machine serves' },
  { label: '/usr/', detail: 'programs of the distribution' },
  { label: '/var/', detail: 'files that stay and change' },
]

/** Beginnings of absolute paths, for a part of a value; others that fit the directive go first. */
export function completePath(part: Part, place: Place, first: readonly PathItem[] = []): ValueCompletion {
  const known = specifiers.filter(({ letter, since = 0 }) => roots.includes(letter) && since <= place.version)
  const own = known.map(({ letter, phrase }): PathItem => ({ label: `%${letter}/`, detail: phrase }))
  return { from: part.from, to: part.to, items: toItems([...first, ...own, ...folders]) }
}

/** Items in the order given. */
export function toItems(items: readonly PathItem[]): readonly CompletionItem[] {
  return items.map((item, rank) => ({ ...item, kind: 'value', rank }))
}
