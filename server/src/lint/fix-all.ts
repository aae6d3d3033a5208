import type { Diagnostic } from '../base/diagnostic.ts'
import { applyEdits, editsConflict, type Fix, type TextEdit } from '../base/edit.ts'

/**
 * How many rounds fix-all takes at most. Fixes that put lines at the same place take a round each, so it must be more
 * than a file has lines to move; it only ends fixes that make a text grow for ever.
 */
const mostRounds = 100

/**
 * The edits of every finding's first applicable fix that can be applied together.
 * @param unsafe also take suggestions
 */
export function collectFixes(diagnostics: readonly Diagnostic[], unsafe = false): TextEdit[] {
  const edits: TextEdit[] = []
  for (const diagnostic of diagnostics) {
    const fix = diagnostic.fixes.find((each: Fix) => each.safe || unsafe)
    if (!fix || editsConflict(edits, fix.edits)) continue
    edits.push(...fix.edits)
  }
  return edits
}

/**
 * Applies fixes until none is left, or two of them undo each other.
 * @param check finds what is wrong with a text
 * @returns the mended text and how many rounds of fixes went into it
 */
export function fixAll(
  text: string,
  check: (text: string) => readonly Diagnostic[],
  unsafe = false,
): { readonly text: string; readonly rounds: number } {
  let current = text
  const seen = new Set([text])
  for (let round = 0; round < mostRounds; round++) {
    const edits = collectFixes(check(current), unsafe)
    if (edits.length === 0) return { text: current, rounds: round }
    const next = applyEdits(current, edits)
    if (seen.has(next)) return { text: current, rounds: round }
    seen.add(next)
    current = next
  }
  return { text: current, rounds: mostRounds }
}
