/** Fails unless both values print the same JSON: the suite also runs where there is no `node:assert`. */
export function equal(actual: unknown, expected: unknown): void {
  const [left, right] = [actual, expected].map((value) => JSON.stringify(value, null, 1))
  if (left !== right) throw new Error(`expected ${right}, got ${left}`)
}

/** Fails unless the text has the part in it. */
export function contains(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`'${part}' is not in '${text}'`)
}
