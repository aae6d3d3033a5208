import { nearest } from '../../../base/nearest.ts'
import type { Expected } from '../../syntax/tree.ts'
import { type Explanation, explain, perhaps, replace, type Situation, shortened } from './situation.ts'

/** What is said of a mistake that nobody knows by name. */

const mostNamed = 8

/** Groups of words that are told as one, by the part of the table that all of them stand in. */
const groups: Readonly<Record<string, string>> = {
  operator: 'a comparison such as >',
  'size-unit': 'a unit (bytes, kB, MB, GB)',
  'time-unit': 'a unit of time',
  events: 'an event such as nonexist',
  'tls-version': 'a TLS version',
  rate: "'for N cycles'",
}

/** Words that go on with a statement: before them a value was forgotten. */
const goesOn: ReadonlySet<string> = new Set(['then', 'else', 'if'])

export function unknownMistake(here: Situation): Explanation {
  const { problem, statement } = here
  const isBehind = here.isBehind || problem.expected.length === 0
  const labels = acceptedLabels(problem.expected)
  const accepted =
    labels.length > mostNamed ? `${labels.slice(0, mostNamed).join(', ')} and others` : labels.join(', ')
  if (problem.tokenKind === 'END') {
    const last = here.has(-1) ? here.span(-1) : problem.span
    const end = accepted ? `; something must follow: ${accepted}` : ''
    return explain(last, `the file ends in the middle of a statement${end}`)
  }
  const text = shortened(here.text)
  const meant = /^[a-z][\w-]*$/i.test(here.text) ? nearestLabel(here) : undefined
  if (meant) {
    return explain(
      problem.span,
      `'${text}' can't stand here; did you mean '${meant}'?`,
      perhaps(`write '${meant}'`, replace(problem.span, meant)),
    )
  }
  if (isBehind) {
    const where = statement?.check ? `a check of type '${statement.check}'` : 'this file'
    return explain(
      problem.span,
      `'${text}' neither goes on with what stands before it nor begins a statement of ${where}`,
    )
  }
  const wantsValue = problem.expected.every(({ term }) => term.kind === 'value')
  if (wantsValue && here.has(-1) && goesOn.has(problem.tokenKind)) {
    return explain(here.span(-1), `${accepted} is missing behind '${shortened(here.raw(-1))}'`)
  }
  if (here.beginsLine(0) && here.has(-1)) {
    return explain(
      here.span(-1),
      `something is missing behind '${shortened(here.raw(-1))}'; accepted: ${accepted}`,
    )
  }
  return explain(
    problem.span,
    accepted ? `'${text}' can't stand here; accepted: ${accepted}` : `'${text}' can't stand here`,
  )
}

function nearestLabel(here: Situation): string | undefined {
  const words = here.problem.expected.filter(({ term }) => term.kind === 'word').map(({ term }) => term.label)
  const found = nearest(here.text, words)
  return found !== undefined && found.toLowerCase() !== here.text.toLowerCase() ? found : undefined
}

function acceptedLabels(expected: readonly Expected[]): readonly string[] {
  const labels = expected.map(({ term, within }) => {
    const group = within.findLast(({ id }) => Object.hasOwn(groups, id))
    return group ? groups[group.id]! : term.label
  })
  return [...new Set(labels)]
}
