import { explain, perhaps, type Recogniser, replace, surely } from './situation.ts'

/** `every` and `for`, which count cycles. */

const minutesInHour = 60

/** `every 5 minutes`, `every 30 seconds`: a cron expression tells times, a number counts cycles. */
export const everyTime: Recogniser = (here) => {
  if (here.kind(-2) !== 'every' || here.kind(-1) !== 'NUMBER' || !here.allows('cycles')) return undefined
  const count = Number(here.raw(-1))
  const isMinutes = here.kind(0) === 'minutes' || /^min(?:ute)?s?$/i.test(here.text)
  const fixes = [perhaps(`write '${here.raw(-1)} cycles'`, replace(here.problem.span, 'cycles'))]
  if (isMinutes && count > 0 && count < minutesInHour && minutesInHour % count === 0) {
    const minutes =
      count === 1 ? '*' : Array.from({ length: minutesInHour / count }, (_, index) => index * count).join(',')
    fixes.unshift(
      perhaps(
        `write '"${count === 1 ? '*' : `*/${count}`} * * * *"' in a way that every monit reads`,
        replace(here.span(-1, 0), `"${minutes} * * * *"`),
      ),
    )
  }
  const { start } = here.span(-1)
  const cron = /^(?:[\d*,/-]+[ \t]+){4}[\d*,/-]+/.exec(here.tree.text.slice(start, start + 200))
  if (cron) {
    const span = { start, end: start + cron[0].length }
    return explain(
      span,
      'a cron expression stands in quotes',
      surely('put it into quotes', replace(span, `"${cron[0]}"`)),
    )
  }
  if (here.beginsLine(0)) {
    return explain(
      here.span(-1),
      `'cycles' is missing behind '${here.raw(-1)}'`,
      surely("add 'cycles'", replace(here.span(-1), `${here.raw(-1)} cycles`)),
    )
  }
  return explain(
    here.problem.span,
    "'every' counts cycles, whose length 'set daemon' tells; for a time of day or minutes write a cron expression",
    ...fixes,
  )
}

/** `every cycle` */
export const everyCycle: Recogniser = (here) => {
  if (here.kind(-1) !== 'every' || here.kind(0) !== 'cycles') return undefined
  return explain(
    here.problem.span,
    "a number is missing before 'cycles', and every cycle is what monit does anyway",
    surely(`write '1 ${here.text}'`, replace(here.problem.span, `1 ${here.text}`)),
  )
}

/** `for 5 minutes`, `within 10 minutes` */
export const rateInTime: Recogniser = (here) => {
  if (!here.allows('cycles') || here.kind(-1) !== 'NUMBER' || here.kind(-2) === 'every') return undefined
  if (!['seconds', 'minutes', 'hours', 'days'].includes(here.kind(0))) return undefined
  return explain(
    here.problem.span,
    "how long a test has to fail is counted in cycles, whose length 'set daemon' tells",
    perhaps(`write '${here.raw(-1)} cycles'`, replace(here.problem.span, 'cycles')),
  )
}
