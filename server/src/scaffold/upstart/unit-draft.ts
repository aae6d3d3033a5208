import type { Assignment } from '../unit-text.ts'

/** A line of a section: an assignment, or a comment of one sentence or more. */
export type DraftLine = Assignment | { readonly comment: string }

/** A unit while it is written: the lines of its sections. */
export interface UnitDraft {
  readonly header: readonly string[]
  readonly unit: readonly DraftLine[]
  readonly service: readonly DraftLine[]
  readonly install: readonly DraftLine[]
}

/** A comment at a place where a person has to decide. */
export function decision(sentence: string): DraftLine {
  return { comment: `DECIDE: ${sentence}` }
}

/** How wide comments are. */
const width = 110

/** The text of a unit with its comments. Sections without an assignment are left out, and their comments stay. */
export function draftText({ header, unit, service, install }: UnitDraft): string {
  const sections = [
    ['Unit', unit],
    ['Service', service],
    ['Install', install],
  ] as const
  const blocks = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => {
      const hasLines = lines.some((line) => !('comment' in line))
      return [...(hasLines ? [`[${name}]`] : []), ...lines.map(lineText), ''].join('\n')
    })
  return [[...header.map(commentText), ''].join('\n'), ...blocks].join('\n')
}

/** How many places a person has to decide at. */
export function decisionsIn(text: string): number {
  return text.match(/^# DECIDE: /gm)?.length ?? 0
}

function lineText(line: DraftLine): string {
  return 'comment' in line ? commentText(line.comment) : `${line[0]}=${line[1]}`
}

/** A sentence as lines of comment; none of them ends in a backslash, which would take in the next. */
function commentText(sentence: string): string {
  const lines: string[] = []
  let line = '#'
  for (const word of sentence.split(/\s+/).filter((each) => each !== '')) {
    if (line !== '#' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = '#  '
    }
    line += ` ${word}`
  }
  return [...lines, line].map((each) => each.replace(/\\+$/, '$& .')).join('\n')
}
