/** A line of a Ruby program. */
export interface RubyLine {
  readonly text: string
  /** True where it is run as it stands: no condition, block, method or text around it decides. */
  readonly isSure: boolean
}

/** A text over several lines, `<<~END`; what else `<<` does has a blank behind it, or a small letter. */
const heredoc = /<<(?:[~-](["'`]?)(\w+)\1|(["'`])(\w+)\3|([A-Z]\w*))/
const opens =
  /^(?:(?:[@$\w.]+\s*(?:\|\|)?=\s*)?(?:if|unless|case|while|until|for|begin)|def|class|module)\b|\bdo(?:\s*\|[^|]*\|)?$|[[({](?:\s*\|[^|]*\|)?$/
const closes = /^(?:end\b|[\])}])/

/** The lines of a Ruby program that hold anything but comments and the texts of here documents. */
export function rubyLines(ruby: string): readonly RubyLine[] {
  const found: { readonly text: string; readonly depth: number }[] = []
  let depth = 0
  let isBalanced = true
  const lines = withoutComments(ruby.split(/\r?\n/))
  for (let at = 0; at < lines.length; at += 1) {
    const text = lines[at]!
    const code = text
      .trim()
      .replace(/\s#(?!\{).*$/, '')
      .trimEnd()
    if (closes.test(code)) depth -= 1
    isBalanced &&= depth >= 0
    found.push({ text, depth })
    if (opens.test(code) && !/\bend$/.test(code)) depth += 1
    const [, , squiggly, , quoted, plain] = heredoc.exec(code) ?? []
    const word = squiggly ?? quoted ?? plain
    const end = word === undefined ? -1 : lines.findIndex((each, index) => index > at && each.trim() === word)
    if (end > 0) at = end
  }
  // Where the blocks do not add up this reads another Ruby than theirs.
  const isRead = isBalanced && depth === 0
  return found.map((line) => ({
    text: line.text,
    isSure: isRead && line.depth === 0 && !/^\s/.test(line.text),
  }))
}

/** Without comments of a line or more, and without what follows `__END__`. */
function withoutComments(lines: readonly string[]): readonly string[] {
  const end = lines.indexOf('__END__')
  let isComment = false
  return lines.slice(0, end < 0 ? undefined : end).filter((line) => {
    if (/^=begin(?:\s|$)/.test(line)) isComment = true
    const isKept = !isComment && !/^\s*(?:#|$)/.test(line)
    if (/^=end(?:\s|$)/.test(line)) isComment = false
    return isKept
  })
}
