import { applyEdits, type TextEdit } from '../../base/edit.ts'
import { collectFixes, fixAll } from '../../lint/fix-all.ts'
import { check } from '../../workspace/check.ts'
import { openSource } from '../../workspace/documents.ts'
import type { Opened, Session } from '../session.ts'

/** The edits that all safe fixes of a document come to; a fix may uncover a finding, so that several rounds go into them. */
export function fixAllEdits(
  session: Session,
  { document, source, environment }: Opened,
): readonly TextEdit[] {
  const firstRound = collectFixes(session.findings(document))
  if (firstRound.length === 0) return []
  const { text, language, path } = source
  const mended = fixAll(text, (each) => {
    const reading = each === text ? source : openSource(language, path, each)
    return reading ? check(reading, environment) : []
  })
  // Mostly one round does it, and then cursors and folds stay where they are.
  return mended.text === applyEdits(text, firstRound) ? firstRound : [difference(text, mended.text)]
}

/** The one edit that turns a text into another: from the first character that differs to the last one. */
function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let same = 0
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++
  return { span: { start, end: before.length - same }, newText: after.slice(start, after.length - same) }
}
