import { monitManual, monitRule } from './rule.ts'

/** Patterns that are in every command line. */
const anything = /^\^?(?:\.[*+?]?|\(\.[*+]\))*\$?$/

export const matchesAnyProcess = monitRule({
  id: 'matches-any-process',
  kind: 'trap',
  severity: 'warning',
  reach: 'check',
  docs: {
    summary: 'a `matching` that every process matches',
    why: 'Of all processes whose command line matches, monit takes the oldest. A pattern that fits every one is that of process 1, which always runs: the check never fails, its cpu and memory are those of init, and its `stop program` is called for the wrong reason. `monit procmatch PATTERN` shows what a pattern finds.',
    bad: [{ file: 'monitrc', text: 'check process app matching ".*"\n' }],
    good: [{ file: 'monitrc', text: 'check process app matching "^/opt/app/bin/server"\n' }],
    refs: [monitManual('Service checks', 'Service-checks')],
  },
  on: {
    pattern(ctx, { role, text }) {
      if (role !== 'process' || !anything.test(text.text)) return
      ctx.report(text, 'every process matches this; monit takes the oldest of them, which is process 1')
    },
  },
})
