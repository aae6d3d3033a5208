/** The word of a blank-separated list around an index, as far as blanks tell; a `~` in front of the list is no part. */
export function wordAt(text: string, cursor: number): { readonly from: number; readonly to: number } {
  let from = cursor
  while (from > 0 && !isBlank(text[from - 1]!)) from--
  let to = cursor
  while (to < text.length && !isBlank(text[to]!)) to++
  if (from === 0 && text[0] === '~' && cursor > 0) from = 1
  return { from, to }
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t'
}
