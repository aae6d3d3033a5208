/** The words of a command, as far as blanks and quotes make them; the quotes are taken away, and nothing is put in for variables. */
export function commandWords(command: string): readonly string[] {
  return (command.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).map((word) => word.replace(/["']/g, ''))
}
