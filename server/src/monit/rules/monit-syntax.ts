import { isTopFile } from './other-documents.ts'
import { monitManual, monitRule } from './rule.ts'
import { syntaxMistakes } from './syntax/mistakes.ts'

export const monitSyntax = monitRule({
  id: 'monit-syntax',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'something that monit can’t read',
    why: 'monit reads its whole control file or none of it: with one word out of place `monit -t` fails, the daemon does not start, `monit reload` does nothing, and a SIGHUP ends the one that runs. It names the first mistake only, and often the line behind it; here each one is told where it stands.',
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
      for (const { span, message, fixes, isFineWhenIncluded } of syntaxMistakes(tree)) {
        const isIncluded = isFineWhenIncluded && !isTopFile(path)
        ctx.report(span, message, { fixes, ...(isIncluded ? { severity: 'information' } : {}) })
      }
    },
  },
})
