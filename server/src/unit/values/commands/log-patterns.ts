import type { ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'

const none: readonly ValueProblem[] = []

/**
 * LogFilterPatterns=, as `config_parse_log_filter_patterns()` reads it: a regular expression (PCRE2), after `~` one of
 * messages to drop. Only what is wrong beyond doubt is told; systemd's own word on that names neither file nor line.
 */
export const logFilterPatterns: ValueType = {
  check(text) {
    if (text === '') return none
    const from = text[0] === '~' ? 1 : 0
    const fault = from === text.length ? "nothing stands behind '~'" : patternFault(text.slice(from))
    if (fault === undefined) return none
    const message = `'${text}' is no pattern: ${fault}; systemd ignores the line`
    return [{ rule: 'invalid-list-item', from: 0, to: text.length, message }]
  },
  describe(text) {
    if (text === '' || text === '~') return undefined
    const drops = text[0] === '~'
    const pattern = `\`${text.slice(drops ? 1 : 0)}\``
    const markdown = drops
      ? `Messages that match ${pattern} are dropped.`
      : `Only messages that match ${pattern} are kept, or another pattern without \`~\`.`
    return { from: 0, to: text.length, markdown }
  },
}

/** Quotations, comments and verbs, in which brackets need no partner. */
const special = /\\Q|\(\?#|\(\*|\(\?[a-zA-Z^-]*x/

/** Why PCRE2 refuses a pattern, where that takes no more than counting. */
function patternFault(pattern: string): string | undefined {
  if (special.test(pattern)) return undefined
  if (/^[*+?]/.test(pattern)) return `there is nothing before '${pattern[0]}' that it could repeat`
  let depth = 0
  for (let at = 0; at < pattern.length; at++) {
    switch (pattern[at]) {
      case '\\':
        at++
        break
      case '[':
        at = classEnd(pattern, at)
        if (at < 0) return "a '[' is never closed"
        break
      case '(':
        depth++
        break
      case ')':
        if (depth === 0) return "a ')' closes nothing"
        depth--
        break
    }
  }
  return depth > 0 ? "a '(' is never closed" : undefined
}

/** Where the bracket is that ends a class of characters; -1 where none does. */
function classEnd(pattern: string, start: number): number {
  // A bracket right at the beginning is one of the characters.
  let at = start + (pattern[start + 1] === '^' ? 2 : 1)
  if (pattern[at] === ']') at++
  while (at < pattern.length && pattern[at] !== ']') {
    const named = at - 1 > start && pattern[at - 1] === '[' && /[:.=]/.test(pattern[at]!)
    const end = named ? pattern.indexOf(`${pattern[at]}]`, at + 1) : -1
    at = end >= 0 ? end + 2 : pattern[at] === '\\' ? at + 2 : at + 1
  }
  return at < pattern.length ? at : -1
}
