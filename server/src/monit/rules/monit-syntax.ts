import type { Span } from '../../base/span.ts'
import { isTopFile } from './other-documents.ts'
import { monitManual, monitRule } from './rule.ts'
import { explainUnexpected } from './syntax/explain.ts'
import { explainLexical } from './syntax/lexical.ts'

export const monitSyntax = monitRule({
  id: 'monit-syntax',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'something that monit can’t read',
    why: 'monit reads its whole control file or none of it: with one word out of place `monit -t` fails, the daemon does not start, and `monit reload` ends the one that runs. It names the first mistake only, and often the line behind it; here each one is told where it stands.',
    bad: [
      {
        file: 'monitrc',
        text: 'check process app with pidfile run/app.pid\n  if cpu>80% for 3 cycles then restart\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        text: 'check process app with pidfile /run/app.pid\n  if cpu > 80% for 3 cycles then restart\n',
      },
    ],
    refs: [monitManual('THE MONIT CONTROL FILE', 'THE-MONIT-CONTROL-FILE')],
  },
  on: {
    file(ctx, { tree, path }) {
      /** What the lexer refuses takes the rest of its line with it. */
      const spoilt: Span[] = []
      const isEcho = (offset: number) => spoilt.some(({ start, end }) => start < offset && offset < end)
      for (const problem of tree.problems) {
        const { start } = problem.span
        if (isEcho(start)) continue
        const { span, message, fixes, isFineWhenIncluded } =
          problem.kind === 'unexpected' ? explainUnexpected(tree, problem) : explainLexical(tree, problem)
        if (isEcho(span.start)) continue
        if (problem.kind !== 'unexpected') spoilt.push({ start, end: lineEnd(tree.text, start) })
        const isIncluded = isFineWhenIncluded && !isTopFile(path)
        ctx.report(span, message, { fixes, ...(isIncluded ? { severity: 'information' } : {}) })
      }
    },
  },
})

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end
}
