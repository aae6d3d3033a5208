import { lastValue } from '../model/values.ts'
import { hasReached } from '../version.ts'
import { type CronField, type CronUnit, cronFieldsOf, isWholeCron } from './cron-fields.ts'
import { monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

/** The numbers that each field can have. */
const limits: Readonly<Record<CronUnit, readonly [number, number]>> = {
  minute: [0, 59],
  hour: [0, 23],
  day: [1, 31],
  month: [1, 12],
  weekday: [0, 6],
}

export const cronNever = monitRule({
  id: 'cron-never',
  kind: 'trap',
  severity: 'warning',
  reach: 'check',
  docs: {
    summary: 'a cron expression with numbers that no clock ever shows',
    why: 'monit compares each field of `every "…"` with the clock and does not look whether the numbers can occur: an hour 24, a weekday 7 or a range that goes backwards passes `monit -t`, and the check never runs at that time. A field that it can’t read at all is refused since 5.34.4 only. Sunday is 0; a range over midnight is written as two, `22-23,0-5`.',
    bad: [
      {
        file: 'monitrc',
        text: 'check program backup with path /usr/local/bin/backed-up\n  every "* 24 * * *"\n  if status != 0 then alert\n',
      },
      {
        file: 'monitrc',
        text: 'check process app with pidfile /run/app.pid\n  not every "* 22-5 * * *"\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        text: 'check process app with pidfile /run/app.pid\n  not every "* 22-23,0-5 * * 0,6"\n',
      },
    ],
    refs: [monitManual('SERVICE POLL TIME', 'SERVICE-POLL-TIME')],
  },
  on: {
    statement(ctx, { node }) {
      if (node?.term.id !== 'every') return
      const { tree } = ctx.document
      const value = lastValue(tree, node)
      if (!value || holdsTag(tree, value)) return
      const refuses = hasReached(ctx.target.version, '5.34.4') && !isWholeCron(value.text)
      for (const field of cronFieldsOf(value) ?? []) {
        // Steps are new in 6.0, and refused before, which another rule tells.
        if (field.text.includes('/') && !hasReached(ctx.target.version, '6.0')) continue
        const { start, end } = field
        if (!isReadable(field)) {
          ctx.report(
            { start, end },
            `monit can't read '${field.text}'; accepted: *, numbers, ranges such as 1-5, commas between them`,
            refuses ? { kind: 'verdict', severity: 'error' } : {},
          )
          continue
        }
        const mistake = mistakeIn(field)
        if (!mistake) continue
        ctx.report({ start, end }, mistake.message, {
          fixes:
            mistake.instead === undefined
              ? []
              : [
                  {
                    title: `Change to '${mistake.instead}'`,
                    safe: false,
                    edits: [{ span: { start, end }, newText: mistake.instead }],
                  },
                ],
        })
      }
    },
  },
})

/** A step counts along a star or a range only. Before 5.34.4 monit takes what it can't read, and never runs the check. */
function isReadable({ parts, text }: CronField): boolean {
  return parts !== undefined && !/(?:^|,)\d+\//.test(text)
}

function mistakeIn({
  parts,
  text,
  unit,
}: CronField): { readonly message: string; readonly instead?: string } | undefined {
  const [least, most] = limits[unit]
  for (const { range, step } of parts ?? []) {
    if (step === 0) return { message: 'nothing comes round in steps of 0; accepted: 1 and more, such as */5' }
    if (range === '*') continue
    const { from, to } = range
    if (from > to) {
      if (to < least || from > most || step !== undefined) {
        return { message: `the range '${from}-${to}' goes backwards, so it is empty` }
      }
      const instead = text.replace(`${from}-${to}`, `${piece(from, most)},${piece(least, to)}`)
      return {
        message: `the range '${from}-${to}' goes backwards, so it is empty; write '${instead}'`,
        instead,
      }
    }
    if (to > most || from < least) {
      const wrong = from < least ? from : to
      const instead = unit === 'weekday' && /^7$/.test(text) ? '0' : undefined
      const sunday = unit === 'weekday' && wrong === 7 ? '; Sunday is 0' : ''
      return { message: `no ${unit} is ${wrong}; accepted: ${least} to ${most}${sunday}`, instead }
    }
  }
  return undefined
}

function piece(from: number, to: number): string {
  return from === to ? `${from}` : `${from}-${to}`
}
