import { badSpecifierProblem, findBadSpecifier } from '../extract/specifiers.ts'
import type { Place, ValueProblem, ValueRuleId } from '../problem.ts'

/**
 * The problem of a word with a specifier that systemd can't expand; undefined where it can.
 * @param text the whole value
 * @param word the word as systemd reads it, and where it stands in the value, quotes and escapes included
 */
export function specifierProblem(
  rule: ValueRuleId,
  text: string,
  word: { readonly text: string; readonly from: number; readonly to: number },
  place: Place,
): ValueProblem | undefined {
  if (!word.text.includes('%')) return undefined
  const bad = findBadSpecifier(word.text, 'full', place.version)
  if (!bad) return undefined
  const { message } = badSpecifierProblem(bad, place, 'full')
  const spelled = `%${bad.letter}`
  const plain = word.to - word.from === word.text.length
  const from = plain ? word.from + bad.at : text.slice(0, word.to).lastIndexOf(spelled)
  // In a word with quotes or escapes the percent sign may be hidden in one.
  if (from < word.from) return { rule, from: word.from, to: word.to, message }
  return { rule, from, to: from + 2, message, replacements: [`%${spelled}`] }
}
