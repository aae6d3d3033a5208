import type { Diagnostic } from '../base/diagnostic.ts'
import { type Fix, type TextEdit, applyEdits, editsConflict } from '../base/edit.ts'

/** How many rounds fix-all takes at most; a fix may uncover a finding, and two that undo each other must end. */
const mostRounds = 10

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
 * Applies fixes until none is left.
 * @param check finds what is wrong with a text
 * @returns the mended text and how many rounds of fixes went into it
 */
export function fixAll(
  text: string,
  check: (text: string) => readonly Diagnostic[],
  unsafe = false,
): { readonly text: string; readonly rounds: number } {
  let current = text
  for (let round = 0; round < mostRounds; round++) {
    const edits = collectFixes(check(current), unsafe)
    if (edits.length === 0) return { text: current, rounds: round }
    current = applyEdits(current, edits)
  }
  return { text: current, rounds: mostRounds }
}
