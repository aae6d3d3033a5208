/** A text as a string of Ruby's in which nothing is interpolated. */
export function rubyString(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`
}

/** Texts as a list of Ruby's. */
export function rubyList(texts: readonly string[]): string {
  return `[${texts.map(rubyString).join(', ')}]`
}
