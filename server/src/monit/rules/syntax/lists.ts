import { explain, type Recogniser, replace, surely } from './situation.ts'

/** Lists of names: `depends on`, `group`. */

/** `depends on a and b`, `depends on a b`: commas separate names. */
export const dependencyWithoutComma: Recogniser = (here) => {
  if (here.kind(-1) !== 'DEPENDENCY' || here.beginsLine(0) || !here.isBehind) return undefined
  if (here.statement?.node?.term.id !== 'depends on' || !/^[\w.-]+$/.test(here.text)) return undefined
  const gap = { start: here.span(-1).end, end: here.problem.span.start }
  return explain(
    here.problem.span,
    "the names behind 'depends on' are separated by commas",
    surely('write a comma', replace(gap, ', ')),
  )
}

/** `depends on` with the names on the next line. */
export const dependencyOnNextLine: Recogniser = (here) => {
  if (here.kind(-1) !== 'depends on' || !here.allowsValue('depends-name')) return undefined
  if (!here.beginsLine(0)) return undefined
  return explain(
    here.span(-1),
    "the first name must stand on the line of 'depends on'",
    ...(here.kind(0) === 'STRING'
      ? [surely('join the lines', replace({ start: here.span(-1).end, end: here.problem.span.start }, ' '))]
      : []),
  )
}

/** `group web,app`, `group web app`: one group a statement. */
export const secondGroup: Recogniser = (here) => {
  if (here.kind(-1) !== 'GROUP' || !here.isBehind || here.beginsLine(0)) return undefined
  const name = here.kind(0) === 'STRING' ? here.text : undefined
  return explain(
    here.problem.span,
    "'group' takes one name; write another 'group' for a second one",
    ...(name
      ? [
          surely(
            "write a second 'group'",
            replace({ start: here.span(-1).end, end: here.problem.span.start }, '\n  group '),
          ),
        ]
      : []),
  )
}

/** `group` at the end of a line: the word is no keyword then. */
export const missingGroup: Recogniser = (here) => {
  if (here.text.toLowerCase() !== 'group' || here.kind(1) === 'GROUP') return undefined
  return explain(here.problem.span, "the name of the group must stand behind 'group', on its line")
}
