import { child, spanOfNode } from '../../syntax/tree.ts'
import { explain, type Recogniser, replace, type Situation, surely } from './situation.ts'

/** Mistakes around `start program = "…"` and other commands. */

const openers: ReadonlySet<string> = new Set(['start', 'stop', 'restart', 'path', 'exec'])

/** `= '/bin/x'`, `= /bin/x`, `=` at the end of a line: an equals sign needs a straight double quote behind it. */
export const equalsSign: Recogniser = (here) => {
  if (here.text !== '=' || !openers.has(here.kind(-1))) return undefined
  const { text } = here.tree
  const sign = here.problem.span
  if (here.kind(-1) === 'path' || here.kind(-1) === 'exec') {
    return explain(
      sign,
      `there is no '=' behind '${here.raw(-1)}'`,
      surely(
        "leave out '='",
        replace({ start: sign.start, end: sign.end + blanksBehind(text, sign.end) }, ''),
      ),
    )
  }
  const begin = sign.end + blanksBehind(text, sign.end)
  if (text[begin] === '"') {
    const word = here.span(-1)
    return explain(
      { start: word.start, end: sign.end },
      `'${here.raw(-1)} program =' and the quote behind it must stand on one line`,
      surely('join the lines', replace({ start: word.end, end: begin }, ' program = ')),
    )
  }
  const single = /^'([^'\n"]*)'/.exec(text.slice(begin, begin + 1000))
  if (single) {
    return explain(
      { start: begin, end: begin + single[0].length },
      "behind '=' monit reads a command in double quotes only",
      surely(
        'write double quotes',
        replace({ start: begin, end: begin + single[0].length }, `"${single[1]}"`),
      ),
    )
  }
  const bare =
    /^[^\s"'].*?(?=\s+(?:with\s+timeout|timeout|and\s+using|as\s+[ug]id|[ug]id)\b|\s*(?:#.*)?(?:\n|$))/i.exec(
      text.slice(begin, begin + 1000),
    )
  const message = "behind '=' monit reads a command in double quotes only"
  if (!bare || bare[0].includes('"')) return explain(sign, message)
  const span = { start: begin, end: begin + bare[0].length }
  const curled = /^[“”„‟‘’‚‛](.*)[“”„‟‘’‚‛]$/.exec(bare[0])
  if (curled) {
    return explain(
      span,
      `'${bare[0].charAt(0)}' is a typographic quote, which monit takes for a letter; write a straight one: "`,
      surely('write straight quotes', replace(span, `"${curled[1]}"`)),
    )
  }
  return explain(span, message, surely('put it into double quotes', replace(span, `"${bare[0]}"`)))
}

function blanksBehind(text: string, from: number): number {
  return /^\s*/.exec(text.slice(from, from + 200))![0].length
}

/** `with timeout 30 seconds as uid web`: the user stands before the timeout. */
export const userBehindTimeout: Recogniser = (here) => {
  const kind = here.kind(0)
  if ((kind !== 'uid' && kind !== 'gid') || !here.isBehind || !here.statement?.node) return undefined
  const { node } = here.statement
  const holder = node.term.id === 'check' ? child(node, 'path') : node
  const timeout = holder && child(holder, 'timeout')
  if (!timeout || timeout.after !== here.problem.token) return undefined
  let last = 1
  while (here.kind(last + 1) === 'uid' || here.kind(last + 1) === 'gid') last += 2
  const { text } = here.tree
  const part = spanOfNode(here.tree, timeout)
  const lead = /(?:\s+with)?\s+$/i.exec(text.slice(Math.max(0, part.start - 40), part.start))?.[0] ?? ''
  const user = here.gap(0).trimStart() + text.slice(here.problem.span.start, here.span(last).end)
  return explain(
    here.problem.span,
    `'${here.text}' must stand before 'timeout'`,
    surely(
      "put the user before 'timeout'",
      replace(
        { start: part.start - lead.length, end: here.span(last).end },
        ` ${user}${lead}${text.slice(part.start, part.end)}`,
      ),
    ),
  )
}

/** An `exec` or `start` with nothing to run. */
export const missingProgram: Recogniser = (here) => {
  if (!here.allowsValue('argument') || here.problem.expected.length > 1) return undefined
  const opener = here.kind(-1)
  if (!openers.has(opener)) return undefined
  if (here.problem.tokenKind !== 'END' && !here.beginsLine(0) && !hasQuotes(here)) return undefined
  const verb = opener === 'exec' || opener === 'path' ? 'restart' : opener
  return explain(
    here.span(-1),
    `'${opener}' needs a program behind it; an example: ${opener} "/usr/bin/systemctl ${verb} web"`,
  )
}

function hasQuotes(here: Situation): boolean {
  return here.raw(-1).endsWith('"')
}
