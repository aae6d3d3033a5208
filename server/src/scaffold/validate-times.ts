import { findDirective, newestVersion } from '../unit/data/directives.ts'
import { checkValue } from '../unit/values/index.ts'
import { microseconds, readSpan } from '../unit/values/times/time-span.ts'
import type { TextInput } from './template.ts'

type Validate = TextInput['validate']

/** Points in time as OnCalendar= takes them. */
export const calendar: Validate = (value) =>
  faultOf(
    'OnCalendar',
    value,
    'no points in time; accepted: those such as daily, Mon..Fri 03:00 or *-*-01 04:00:00',
  )

/** A span of time that is not nothing. */
export const interval: Validate = (value) => {
  const accepted = 'no interval; accepted: one such as 15min or 1h 30min'
  const fault = faultOf('OnUnitActiveSec', value, accepted)
  if (fault !== undefined) return fault
  const span = readSpan(value, microseconds)
  return typeof span === 'bigint' && span >= 1_000_000n && span <= 10n ** 14n
    ? undefined
    : `'${value}' is ${accepted}`
}

/** What the grammar of a directive has against a value that is to mean itself. */
function faultOf(name: string, value: string, otherwise: string): string | undefined {
  const directive = findDirective('Timer', name)
  // A blank value takes back what was said before; a percent sign begins a specifier.
  if (!directive || value.trim() === '' || value.includes('%')) return `'${value}' is ${otherwise}`
  const [problem] = checkValue(value.trim(), { directive, version: newestVersion, manager: 'system' })
  return problem?.message
}
