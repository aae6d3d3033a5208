import type { Fix } from '../../../base/edit.ts'
import { spellings } from '../../syntax/token-kinds.ts'
import { explain, insert, perhaps, type Recogniser, replace, type Situation, surely } from './situation.ts'

/** Numbers with what stands before and behind them: operators and units, which must stand alone. */

const known: ReadonlyMap<string, string> = new Map(spellings)
const sizeKinds: ReadonlySet<string> = new Set(['bytes', 'kB', 'MB', 'GB'])
const timeKinds: ReadonlySet<string> = new Set([
  'milliseconds',
  'seconds',
  'minutes',
  'hours',
  'days',
  'months',
])

/** `cpu>80%`, `>80%`, `800MB`, `20s`, `30sec`: one word to monit, so the blanks are missing. */
export const gluedNumber: Recogniser = ({ tree, text, problem }) => {
  if (problem.tokenKind !== 'STRING') return undefined
  const parts = /^([a-z]+)?(>=|<=|==|!=|=|>|<)?(\d+(?:\.\d+)?)?([a-z]+(?:\/s)?)?$/i.exec(text)
  if (!parts) return undefined
  const [, word, operator, number, unit] = parts
  const together = [word, operator, number, unit].filter((part) => part !== undefined)
  if (together.length < 2 || (operator === undefined && number === undefined)) return undefined
  if (word !== undefined && (operator === undefined || !known.has(word.toLowerCase()))) return undefined
  if (unit !== undefined && number === undefined) return undefined
  const meant = unit === undefined ? undefined : unitFor(unit)
  if (unit !== undefined && meant === undefined) return undefined
  const spaced = [word, operator, number, meant].filter((part) => part !== undefined).join(' ')
  const { start } = problem.span
  const end = tree.text[problem.span.end] === '%' ? problem.span.end + 1 : problem.span.end
  const percent = end > problem.span.end ? '%' : ''
  return explain(
    { start, end },
    `'${text}${percent}' is one word to monit; write '${spaced}${percent}'`,
    surely(`write '${spaced}${percent}'`, replace(problem.span, spaced)),
  )
}

/** How monit writes a unit of size or time; undefined for what is none. */
function unitFor(unit: string): string | undefined {
  const lower = unit.toLowerCase()
  const kind = known.get(lower)
  if (kind !== undefined) return sizeKinds.has(kind) || timeKinds.has(kind) ? unit : undefined
  return foreignUnits[lower]?.write
}

/** Units of other programs: what to write, and by what the number is to be multiplied. */
const foreignUnits: Readonly<Record<string, { readonly write: string; readonly times?: number }>> = {
  k: { write: 'kB' },
  kib: { write: 'kB' },
  mib: { write: 'MB' },
  g: { write: 'GB' },
  gib: { write: 'GB' },
  t: { write: 'GB', times: 1024 },
  tb: { write: 'GB', times: 1024 },
  tib: { write: 'GB', times: 1024 },
  sec: { write: 'seconds' },
  secs: { write: 'seconds' },
  min: { write: 'minutes' },
  mins: { write: 'minutes' },
  hr: { write: 'hours' },
  hrs: { write: 'hours' },
  d: { write: 'days' },
  week: { write: 'days', times: 7 },
  weeks: { write: 'days', times: 7 },
  msec: { write: 'ms' },
  msecs: { write: 'ms' },
}

/** `800 MiB`, `3 weeks`, `30 sec`: a unit that monit doesn't have. */
export const foreignUnit: Recogniser = (here) => {
  const { text, problem } = here
  const lower = text.toLowerCase()
  // To monit it is a minute.
  const unit = lower === 'm' && here.allows('MB') ? { write: 'MB' } : foreignUnits[lower]
  const isNumber = here.kind(-1) === 'NUMBER' || here.kind(-1) === 'REAL'
  if (!unit || !isNumber || (problem.tokenKind !== 'STRING' && lower !== 'm')) return undefined
  const kind = known.get(unit.write.toLowerCase())!
  if (!here.allows(kind)) return undefined
  const accepted = sizeKinds.has(kind)
    ? 'bytes, kB, MB, GB'
    : here.allows('minutes')
      ? 'seconds, minutes, hours, days'
      : 'seconds'
  return explain(
    problem.span,
    `monit knows no '${text}'; accepted: ${accepted}`,
    insteadOf(here, unit.write, ('times' in unit && unit.times) || 1),
  )
}

/** The number before the token times a factor, and another unit. */
export function insteadOf(here: Situation, unit: string, times: number): Fix {
  const number = Number(here.raw(-1)) * times
  const edits = [replace(here.problem.span, unit)]
  if (times !== 1) edits.unshift(replace(here.span(-1), String(number)))
  return surely(`write '${number} ${unit}'`, ...edits)
}

/** `timeout 2 minutes`, `timeout 30` without a unit: monit takes seconds only, and asks for the word. */
export const secondsOnly: Recogniser = (here) => {
  if (!here.allows('seconds') || here.allows('minutes') || here.kind(-1) !== 'NUMBER') return undefined
  const kind = here.problem.tokenKind
  const allowsMilliseconds = here.allows('milliseconds')
  if (here.allows('bytes') || here.problem.expected.length > 2) return undefined
  const accepted = allowsMilliseconds ? "'ms' and 'seconds'" : "'seconds' only"
  const factor = kind === 'minutes' ? 60 : kind === 'hours' ? 3600 : kind === 'days' ? 86400 : undefined
  if (factor !== undefined) {
    return explain(here.problem.span, `this time is told in ${accepted}`, insteadOf(here, 'seconds', factor))
  }
  if (kind === 'milliseconds') {
    const seconds = Math.max(1, Math.ceil(Number(here.raw(-1)) / 1000))
    return explain(
      here.problem.span,
      `this time is told in ${accepted}`,
      perhaps(
        `write '${seconds} ${seconds === 1 ? 'second' : 'seconds'}'`,
        replace(here.span(-1, 0), `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`),
      ),
    )
  }
  if (here.problem.tokenKind === 'STRING' && !here.beginsLine(0) && !here.raw(0).startsWith('"'))
    return undefined
  return explain(
    here.span(-1),
    `'${here.raw(-1)}' lacks its unit, which monit never assumes here; write '${here.raw(-1)} seconds'`,
    surely("add 'seconds'", insert(here.span(-1).end, ' seconds')),
  )
}

/** `cpu > 80 then`. */
export const missingPercent: Recogniser = (here) => {
  if (!here.allows('%') || here.allows('MB') || (here.kind(-1) !== 'NUMBER' && here.kind(-1) !== 'REAL'))
    return undefined
  if (here.problem.expected.length > 1) return undefined
  return explain(
    here.span(-1),
    `'${here.raw(-1)}' lacks its '%', which monit never assumes`,
    surely("add '%'", insert(here.span(-1).end, '%')),
  )
}

/** `1,5 GB`: a comma is a blank to monit. */
export const decimalComma: Recogniser = (here) => {
  for (const offset of [0, -1]) {
    if (here.kind(offset) !== 'NUMBER' || here.kind(offset - 1) !== 'NUMBER' || here.gap(offset) !== ',')
      continue
    const span = here.span(offset - 1, offset)
    const point = `${here.raw(offset - 1)}.${here.raw(offset)}`
    return explain(
      span,
      `a comma is a blank to monit, so these are two numbers; write '${point}'`,
      surely(`write '${point}'`, replace(span, point)),
    )
  }
  return undefined
}

export const negativeNumber: Recogniser = (here) => {
  if (!/^-\d+(?:\.\d+)?$/.test(here.text) || !(here.allowsValue('integer') || here.allowsValue('real')))
    return undefined
  return explain(here.problem.span, `'${here.text}': monit has no negative numbers; accepted: 0 and more`)
}

export const fractionOfWhole: Recogniser = (here) => {
  if (here.kind(0) !== 'REAL' || !here.allowsValue('integer')) return undefined
  return explain(
    here.problem.span,
    `only a whole number can stand here, not '${here.text}'`,
    perhaps(
      `write '${Math.round(Number(here.text))}'`,
      replace(here.problem.span, String(Math.round(Number(here.text)))),
    ),
  )
}

/** `1 MB / s`: in one word, or nothing at all. */
export const spacedRate: Recogniser = (here) => {
  if (here.text !== '/' && here.text !== '/s') return undefined
  if (!sizeKinds.has(here.kind(-1)) && here.kind(-1) !== 'packets' && here.kind(-1) !== 'operations')
    return undefined
  const isSplit = here.text === '/' && /^(?:s|sec|seconds?)$/i.test(here.raw(1))
  const span = here.span(-1, isSplit ? 1 : 0)
  const together = `${here.raw(-1)}/s`
  return explain(
    span,
    `'${together}' is one word to monit`,
    surely(`write '${together}'`, replace(span, together)),
  )
}
