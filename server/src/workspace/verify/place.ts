import { LineIndex } from '../../base/line-index.ts'
import type { Span } from '../../base/span.ts'

/**
 * Where in a text a message of a program belongs, which names a line and perhaps words of it.
 * @param line from 1; one behind the end counts as the last that isn't blank, and undefined as any
 * @param words what the message speaks of, the most telling first; the first that is there is the place
 * @returns the words, or else what is on the line; the text's first line where none is named
 */
export function placeIn(text: string, line: number | undefined, words: readonly string[]): Span {
  const lines = new LineIndex(text)
  const wanted = line === undefined ? 0 : Math.min(line, lines.lineCount) - 1
  const span = line === undefined ? { start: 0, end: text.length } : contentOfLine(text, lines, wanted)
  for (const word of words) {
    const at = word === '' ? -1 : text.slice(span.start, span.end).indexOf(word)
    if (at >= 0) return { start: span.start + at, end: span.start + at + word.length }
  }
  for (let number = wanted; number >= 0; number--) {
    const content = contentOfLine(text, lines, number)
    if (content.end > content.start) return content
  }
  return { start: 0, end: 0 }
}

/** A line without the blanks around it. */
function contentOfLine(text: string, lines: LineIndex, line: number): Span {
  const start = lines.offset({ line, character: 0 })
  const end = line + 1 < lines.lineCount ? lines.offset({ line: line + 1, character: 0 }) : text.length
  const content = text.slice(start, end)
  const trimmed = content.trim()
  const from = start + content.indexOf(trimmed)
  return { start: from, end: from + trimmed.length }
}
