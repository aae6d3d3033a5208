import type { ValueCompletion } from '../value-type.ts'

/** A text to offer, and a phrase that says what it means. */
export type Example = readonly [label: string, phrase: string]

/** Those of the examples that make a value right when they replace a part of it. */
export function itemsThatFit(
  text: string,
  from: number,
  to: number,
  examples: readonly Example[],
  fits: (value: string) => boolean,
): ValueCompletion | undefined {
  const items = examples
    .filter(([label]) => fits(text.slice(0, from) + label + text.slice(to)))
    .map(([label, detail], rank) => ({ label, detail, rank, kind: 'value' as const }))
  return items.length > 0 ? { from, to, items } : undefined
}
