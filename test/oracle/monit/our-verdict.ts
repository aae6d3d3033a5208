import { readMonit } from '../../../server/src/monit/document.ts'
import { lintMonit } from '../../../server/src/monit/lint.ts'
import { type Dated, datedPartsOf } from '../../../server/src/monit/syntax/dated.ts'
import { LineCounter } from '../../../server/src/monit/syntax/line-counter.ts'
import { parseWhole } from '../../../server/src/monit/syntax/parse.ts'
import { tokenAfter } from '../../../server/src/monit/syntax/tokens.ts'
import { hasReached } from '../../../server/src/monit/version.ts'
import type { OurVerdict } from './compare.ts'

/**
 * What we say of a text for a version of monit: the line of the first thing that it can't read, or else whether there is
 * a mistake of meaning for which it refuses the file.
 */
export function judge(text: string, version: string): OurVerdict {
  const syntax = judgeSyntax(text, version)
  if (syntax.outcome !== 'accepted') return syntax
  const findings = lintMonit(readMonit(text, 'monitrc'), { version }, {}, () => [])
  const isRefused = findings.some(({ kind, severity }) => kind === 'verdict' && severity === 'error')
  return isRefused ? { outcome: 'semantic', line: undefined } : syntax
}

function judgeSyntax(text: string, version: string): OurVerdict {
  const { tree, lineShifts } = parseWhole(text)
  if (tree.tags.length > 0) return { outcome: 'template', line: undefined }
  const [problem] = tree.problems
  const dated = tree.items.flatMap((statement) => datedPartsOf(tree, statement))
  const strangers = dated.filter((part) => isStrange(part, text, version))
  const stranger = Math.min(...strangers.map(({ start }) => start))
  if (stranger <= (problem?.span.start ?? text.length)) {
    // The line at which monit is once it has read the token, by its own count.
    const end = tree.tokens.ends[tokenAfter(tree.tokens, stranger)]!
    return { outcome: 'syntax', line: new LineCounter(text, lineShifts).lineAt(end) }
  }
  return problem ? { outcome: 'syntax', line: problem.line } : { outcome: 'accepted', line: undefined }
}

function isStrange({ kind, since, until, start, end }: Dated, text: string, version: string): boolean {
  // monit before 5.33 takes this one without a word, though for a program of the name `program=`.
  if (kind === 'glued-quote' && /\sprogram="$/i.test(text.slice(start, end))) return false
  return (
    (since !== undefined && !hasReached(version, since)) ||
    (until !== undefined && hasReached(version, until))
  )
}
