import { explain } from '../../../server/src/actions/explain/explain.ts'
import type { Explanation } from '../../../server/src/actions/explain/explanation.ts'

/** A message of systemd in a line of a terminal. */
export interface ExplainedWords {
  readonly startIndex: number
  readonly length: number
  /** As they stand in the line. */
  readonly words: string
  readonly explanation: Explanation
  /** The unit that it is about: the one that the message names, else the first of the line. */
  readonly unit: string | undefined
}

/** Longer lines are not looked at: nobody writes messages of systemd that long. */
const longestLine = 4000

const unitName = /(?<![\w:.\\@-])[\w:.\\@-]{1,240}\.(?:service|socket|timer|path|target|mount)(?![\w-])/

/** The messages in a line that can be explained, in its order. */
export function explainedWords(line: string): readonly ExplainedWords[] {
  if (line.length > longestLine) return []
  return explain(line).map((explanation) => {
    const { start, end } = explanation.span
    const words = line.slice(start, end)
    const unit = explanation.unit ?? unitName.exec(line)?.[0]
    return { startIndex: start, length: end - start, words, explanation, unit }
  })
}
