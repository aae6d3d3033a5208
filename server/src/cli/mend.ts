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
  const mended: Mended[] = []
  const record = (current: string) => {
    const findings = lint(current)
    const applied = new Set(collectFixes(findings, unsafe))
    for (const finding of findings) {
      if (finding.fixes.some(({ edits }) => edits.some((edit) => applied.has(edit))))
        mended.push({ finding, text: current })
    }
    return findings
  }
  return { text: fixAll(text, record, unsafe).text, mended }
}
