/** The words of a command, as far as blanks and quotes make them; the quotes are taken away, and nothing is put in for variables. */
export function commandWords(command: string): readonly string[] {
  return (command.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).map((word) => word.replace(/["']/g, ''))
}

/** The words up to where a shell takes them for another command, or for a file that takes the output. */
export function untilOperator(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => /^(?:&&|\|\|?|;|&|\d?[<>].*)$/.test(word))
  return end < 0 ? words : words.slice(0, end)
}
