import { explain, type Recogniser, replace, surely } from './situation.ts'

/** Characters that look like others and are letters to monit: no-break spaces, typographic quotes, the byte order mark. */

const byteOrderMark = '\uFEFF'
const oddBlanks = /[\u00A0\u2000-\u200B\u202F\u205F\u3000]/g
const doubleQuotes = /[“”„‟]/g
const singleQuotes = /[‘’‚‛]/g

export const byteOrderMarkFirst: Recogniser = ({ text, problem }) => {
  if (!text.startsWith(byteOrderMark)) return undefined
  const { start } = problem.span
  return explain(
    { start, end: start + text.length },
    'the file begins with an invisible byte order mark, which monit takes for a part of the first word; save it as UTF-8 without BOM',
    surely('remove the byte order mark', replace({ start, end: start + 1 }, '')),
  )
}

export const oddBlank: Recogniser = ({ text, problem }) => {
  const at = text.search(oddBlanks)
  if (at === -1) return undefined
  const { start } = problem.span
  const edits = [...text.matchAll(oddBlanks)].map(({ index }) =>
    replace({ start: start + index, end: start + index + 1 }, ' '),
  )
  return explain(
    { start: start + at, end: start + at + 1 },
    "this is no ordinary blank but a no-break space, and monit takes it for a letter: all of '" +
      text.replace(oddBlanks, ' ') +
      "' is one word",
    surely('write ordinary blanks', ...edits),
  )
}

/** All of the line is mended: such quotes come in pairs. */
export const typographicQuote: Recogniser = ({ tree, text, problem }) => {
  const at = text.search(/[“”„‟‘’‚‛]/)
  if (at === -1) return undefined
  const start = problem.span.start + at
  const lineEnd = tree.text.indexOf('\n', start)
  const line = tree.text.slice(start, lineEnd === -1 ? tree.text.length : lineEnd)
  const straight = line.replace(doubleQuotes, '"').replace(singleQuotes, "'")
  return explain(
    { start, end: start + 1 },
    `'${tree.text[start]}' is a typographic quote, which monit takes for a letter; write a straight one: "`,
    surely('write straight quotes', replace({ start, end: start + line.length }, straight)),
  )
}
