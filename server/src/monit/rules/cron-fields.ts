import type { Span } from '../../base/span.ts'
import type { Text } from '../model/values.ts'

/** A field of a cron expression. */
export interface CronField extends Span {
  readonly text: string
  /** The name of the field: `minute`. */
  readonly unit: CronUnit
  /** What it lists, `5` as a range of one; undefined where it isn't made of stars, numbers and ranges. */
  readonly parts: readonly CronPart[] | undefined
}

export type CronUnit = 'minute' | 'hour' | 'day' | 'month' | 'weekday'

/** A range of numbers, both ends included, or a star; every so many of them where there is a step. */
export interface CronPart {
  readonly range: { readonly from: number; readonly to: number } | '*'
  readonly step: number | undefined
}

const units: readonly CronUnit[] = ['minute', 'hour', 'day', 'month', 'weekday']

const fiveFields = /^\s*(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s*$/
const everyTime: readonly CronPart[] = [{ range: '*', step: undefined }]

/**
 * Cuts a cron expression into its fields.
 * @returns undefined where there are not five
 */
export function cronFieldsOf(text: Text): readonly CronField[] | undefined {
  const offset = text.start + (text.quote ? 1 : 0)
  const match = fiveFields.exec(text.text)
  if (!match) return undefined
  let at = 0
  return units.map((unit, index) => {
    const field = match[index + 1]!
    const from = text.text.indexOf(field, at)
    at = from + field.length
    return { start: offset + from, end: offset + at, text: field, unit, parts: partsOf(field) }
  })
}

/** What monit reads from a field at a time: a star or a range, which may have a step, a number, a comma. */
const piece = /(?:\*|\d+-\d+)(?:\/\d+)?|\d+|,/y

/**
 * True for an expression that monit can read as a whole, which it looks at since 5.34.4. It counts what it reads and
 * not what blanks divide: after a comma it is back in the field before.
 */
export function isWholeCron(text: string): boolean {
  let field = 0
  for (const part of text.trim().split(/\s+/)) {
    piece.lastIndex = 0
    while (piece.lastIndex < part.length) {
      const found = piece.exec(part)
      if (!found) return false
      field += found[0] === ',' ? -1 : 1
      if (field < 0) return false
    }
  }
  return field === 5
}

function partsOf(text: string): readonly CronPart[] | undefined {
  if (text === '*') return everyTime
  const parts: CronPart[] = []
  for (const part of text.split(',')) {
    const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part)
    if (!match) return undefined
    const [, from, to = from, step] = match
    parts.push({
      range: from === undefined ? '*' : { from: Number(from), to: Number(to) },
      step: step === undefined ? undefined : Number(step),
    })
  }
  return parts
}
