/** A text as one word of a shell's. */
export function shellWord(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

/** A path as one word of a shell's, which puts the home folder in for `~/` at its beginning. */
export function shellPath(path: string): string {
  return path.startsWith('~/') && path.length > 2 ? `~/${shellWord(path.slice(2))}` : shellWord(path)
}
