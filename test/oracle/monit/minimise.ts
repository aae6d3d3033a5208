import { piecesOf } from './mutate.ts'

/**
 * Takes away from a text whatever can go while it keeps a property: lines first, then words.
 * @param keeps says of each of some texts whether it still has the property
 */
export async function minimise(
  text: string,
  keeps: (texts: readonly string[]) => Promise<readonly boolean[]>,
): Promise<string> {
  const byLines = await shrink(text.split(/(?<=\n)/), keeps)
  return (await shrink(piecesOf(byLines.join('')), keeps)).join('')
}

/** Removes ever smaller runs of parts, as long as one can be spared. */
async function shrink(
  parts: readonly string[],
  keeps: (texts: readonly string[]) => Promise<readonly boolean[]>,
): Promise<readonly string[]> {
  let left = parts
  let size = Math.ceil(left.length / 2)
  while (size >= 1 && left.length > 1) {
    const starts = Array.from({ length: Math.ceil(left.length / size) }, (_, index) => index * size)
    const candidates = starts.map((start) => [...left.slice(0, start), ...left.slice(start + size)])
    const kept = await keeps(candidates.map((each) => each.join('')))
    const smaller = candidates[kept.indexOf(true)]
    if (smaller) left = smaller
    else size = size === 1 ? 0 : Math.ceil(size / 2)
  }
  return left
}
