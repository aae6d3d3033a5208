import type { Severity } from '../diagnostic.ts'

/** A finding that a test expects, read from a caret line. */
export interface Expected {
  readonly line: number
  readonly from: number
  readonly to: number
  readonly severity: string
  readonly message: string
}

/** A text with its caret lines taken out, and what they say. */
export interface MarkedText {
  readonly text: string
  readonly expected: readonly Expected[]
  /** Where `$0` stood. */
  readonly cursor: number | undefined
}

const caretLine = /^(#? *)(\^+) (error|warning|information|hint): (.*)$/

/**
 * Reads a test's text. A line such as `#    ^^^ error: message` says what is found in the line above it, in the columns
 * of its carets; it is taken out before parsing. `$0` marks the cursor. A first line break is dropped.
 */
export function readMarkedText(marked: string): MarkedText {
  const lines: string[] = []
  const expected: Expected[] = []
  for (const line of marked.replace(/^\n/, '').split('\n')) {
    const match = caretLine.exec(line)
    if (!match) {
      lines.push(line)
      continue
    }
    const [, lead = '', carets = '', severity = '', message = ''] = match
    expected.push({
      line: lines.length - 1,
      from: lead.length,
      to: lead.length + carets.length,
      severity: severity as Severity,
      message,
    })
  }
  const joined = lines.join('\n')
  const cursor = joined.indexOf('$0')
  if (cursor < 0) return { text: joined, expected, cursor: undefined }
  return { text: joined.replace('$0', ''), expected, cursor }
}
