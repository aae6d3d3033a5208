/** The words of `parse_boolean()`, which takes them in any letter case. */
const words: ReadonlyMap<string, boolean> = new Map([
  ...['1', 'yes', 'y', 'true', 't', 'on'].map((word) => [word, true] as const),
  ...['0', 'no', 'n', 'false', 'f', 'off'].map((word) => [word, false] as const),
])

/** What systemd reads in a boolean; undefined where it refuses the word. */
export function readBoolean(text: string): boolean | undefined {
  return words.get(text) ?? words.get(text.toLowerCase())
}

/** Words that people write for a boolean elsewhere, and what they mean. */
const foreign: ReadonlyMap<string, string> = new Map([
  ['enable', 'yes'],
  ['enabled', 'yes'],
  ['ok', 'yes'],
  ['always', 'yes'],
  ['disable', 'no'],
  ['disabled', 'no'],
  ['none', 'no'],
  ['never', 'no'],
])

/** The boolean that a refused word was meant to be, as far as one can tell. */
export function guessBoolean(text: string): string | undefined {
  const folded = text.toLowerCase().replace(/^["']|["']$/g, '')
  const known = foreign.get(folded)
  if (known) return known
  const read = words.get(folded)
  return read === undefined ? undefined : read ? 'yes' : 'no'
}
