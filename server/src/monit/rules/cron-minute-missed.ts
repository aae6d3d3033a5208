import type { MonitDocument } from '../document.ts'
import { type Amount, lastValue, ownNumbers } from '../model/values.ts'
import { kindOf } from '../syntax/tokens.ts'
import { hasReached } from '../version.ts'
import { cronFieldsOf } from './cron-fields.ts'
import { monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

export const cronMinuteMissed = monitRule({
  id: 'cron-minute-missed',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: 'a cron expression for single minutes, where a monit before 6.0 looks at the clock less often',
    why: 'Up to 5.35 monit has no clock that wakes it up: after each round it sleeps as long as `set daemon` says, and a check with `every "0 3 * * *"` runs only if a round happens to begin at 3:00. With 120 seconds between rounds every other day is lost, without a word in the log. Name as many minutes as a round is long, `0-2`, or shorten the rounds to less than a minute. From 6.0 monit wakes up for the minute, and runs the check once in it.',
    bad: [
      {
        file: 'monitrc',
        monitVersion: '5.33.0',
        text: 'set daemon 120\ncheck program backup with path /usr/local/bin/backed-up\n  every "0 3 * * *"\n  if status != 0 then alert\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        monitVersion: '5.33.0',
        text: 'set daemon 120\ncheck program backup with path /usr/local/bin/backed-up\n  every "0-2 3 * * *"\n  if status != 0 then alert\n',
      },
      {
        file: 'monitrc',
        monitVersion: '5.33.0',
        text: 'set daemon 30\ncheck program backup with path /usr/local/bin/backed-up\n  every "0 3 * * *"\n  if status != 0 then alert\n',
      },
    ],
    refs: [monitManual('SERVICE POLL TIME', 'SERVICE-POLL-TIME')],
  },
  on: {
    service(ctx, { statements }) {
      const { document } = ctx
      if (hasReached(ctx.target.version, '6.0')) return
      const pause = pauseOf(document)
      if (!pause || pause.value <= 60) return
      const every = statements.filter(({ node }) => node?.term.id === 'every').at(-1)?.node
      // A minute that `not every` leaves out is lost to nobody.
      if (!every || kindOf(document.tree.tokens, every.first) === 'not every') return
      const value = lastValue(document.tree, every)
      if (!value || holdsTag(document.tree, value)) return
      const minute = cronFieldsOf(value)?.[0]
      if (!minute?.parts || minute.parts.length === 0) return
      const needed = Math.ceil(pause.value / 60)
      const isNarrow = minute.parts.every(
        ({ range, step }) => range !== '*' && (step ?? 1) === 1 && range.to - range.from + 1 < needed,
      )
      if (!isNarrow) return
      const { start, end } = minute
      const [only] = minute.parts
      const from = only && only.range !== '*' ? only.range.from : 0
      const wide = `${from}-${from + needed}`
      ctx.report(
        { start, end },
        `monit looks at the clock every ${pause.value} seconds (set daemon), and mostly misses minute ${minute.text}`,
        {
          fixes:
            minute.parts.length > 1 || from + needed > 59
              ? []
              : [
                  {
                    title: `Change to '${wide}'`,
                    safe: false,
                    edits: [{ span: { start, end }, newText: wide }],
                  },
                ],
        },
      )
    },
  },
})

/** What the last `set daemon` of the file says, in seconds. */
function pauseOf({ globals, tree }: MonitDocument): Amount | undefined {
  const daemon = globals.findLast(({ name }) => name === 'daemon')
  return daemon?.node && ownNumbers(tree, daemon.node)[0]
}
