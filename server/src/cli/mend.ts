import type { Diagnostic } from '../base/diagnostic.ts'
import { collectFixes, fixAll } from '../lint/fix-all.ts'

/** A finding that was mended, in the text that it was found in. */
export interface Mended {
  readonly finding: Diagnostic
  readonly text: string
}

/**
 * Applies the fixes of a text, round after round, and tells which findings they were for.
 * @param unsafe also apply suggestions
 */
export function mend(
  text: string,
  lint: (text: string) => readonly Diagnostic[],
  unsafe: boolean,
): { readonly text: string; readonly mended: readonly Mended[] } {
  const rounds: { readonly before: string; readonly findings: readonly Diagnostic[] }[] = []
  const record = (current: string) => {
    const findings = lint(current)
    rounds.push({ before: current, findings })
    return findings
  }
  const { text: result } = fixAll(text, record, unsafe)
  // What was found in the text that came out is what nobody mended.
  const mended = rounds
    .filter(({ before }) => before !== result)
    .flatMap(({ before, findings }) => {
      const applied = new Set(collectFixes(findings, unsafe))
      const isMended = ({ fixes }: Diagnostic) =>
        fixes.some(({ edits }) => edits.some((edit) => applied.has(edit)))
      return findings.filter(isMended).map((finding) => ({ finding, text: before }))
    })
  return { text: result, mended }
}
