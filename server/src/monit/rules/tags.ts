import type { Span } from '../../base/span.ts'
import type { MonitTree } from '../syntax/tree.ts'

/** True where a template tag is part of a span, so that nobody knows yet what it will say. */
export function holdsTag({ tags }: MonitTree, { start, end }: Span): boolean {
  // Asked for every word of a large template: a search by halves.
  let low = 0
  let high = tags.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tags[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  return low < tags.length && tags[low]!.start < end
}
