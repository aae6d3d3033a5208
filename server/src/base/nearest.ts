/**
 * The candidate that a person most likely meant by `word`: the one with the fewest edits (insert, delete, replace,
 * swap of neighbours; letter case counts nothing), or undefined where none is near. A third of the letters may be
 * wrong, at least one and at most three, so `Restrat` finds `Restart` while `Foo` finds nothing.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = word.toLowerCase()
  let limit = Math.min(3, Math.max(1, Math.floor(folded.length / 3)))
  let best: string | undefined
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - folded.length) > limit) continue
    const distance = editDistance(folded, candidate.toLowerCase(), limit)
    if (distance > limit || (distance === limit && best !== undefined)) continue
    best = candidate
    limit = distance
    if (distance === 0) break
  }
  return best
}

/** Optimal string alignment distance; gives up with `limit + 1` as soon as the limit is passed. */
export function editDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let smallest = i
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, beforeLast[j - 2]! + 1)
      }
      row.push(value)
      if (value < smallest) smallest = value
    }
    if (smallest > limit) return limit + 1
    beforeLast = last
    last = row
  }
  return last[b.length]!
}
