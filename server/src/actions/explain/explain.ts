import { busCauses } from './bus.ts'
import { exitStatusCauses } from './exit-status.ts'
import { type Cause, type Explanation, groupsOf, type Telling } from './explanation.ts'
import { programCauses } from './programs.ts'
import { runCauses } from './runs.ts'
import { unitCauses } from './units.ts'

/** Every message that is recognised; of several that take the same words, the first counts. */
export const causes: readonly Cause[] = [
  ...busCauses,
  ...exitStatusCauses,
  ...programCauses,
  ...unitCauses,
  ...runCauses,
]

/**
 * Recognises messages of systemd and of the programs that it runs.
 * @param text what a terminal or the journal shows: a line or many, without escape sequences
 * @returns what is recognised, in the order of the text, no two of the same words
 */
export function explain(text: string): readonly Explanation[] {
  const found: Explanation[] = []
  for (const cause of causes) {
    for (const match of text.matchAll(cause.pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (found.some((other) => other.span.start < span.end && span.start < other.span.end)) continue
      const groups = groupsOf(match)
      const explained = cause.explain(groups)
      if (!explained) continue
      found.push({
        id: cause.id,
        span,
        unit: groups.unit,
        tells: cause.tells,
        ...explained,
      })
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start)
}

/** The one that tells most of why something failed; of several that tell as much the last, as it is the latest. */
export function explainFailure(text: string): Explanation | undefined {
  const found = explain(text)
  const last = (wanted: Telling) => found.findLast(({ tells }) => tells === wanted)
  return last('cause') ?? last('end') ?? last('failure')
}

/** What a terminal got, without what moves its cursor and gives colours. */
export function withoutEscapes(raw: string): string {
  return raw
    .replace(/\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[P^_X][^\x1b]*\x1b\\/g, '')
    .replace(/\x1b\[[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]|\x1b[\x20-\x2f]*[\x30-\x7e]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '')
}
