import { infinity, microseconds, readSpan } from '../values/times/time-span.ts'
import type { UnitContext } from './rule.ts'

/** Directives for which 0 means no limit: `parse_sec_fix_0()`. */
const zeroIsInfinity: ReadonlySet<string> = new Set(['JobTimeoutSec', 'JobRunningTimeoutSec'])

/** The span of time that a directive is set to, in microseconds; undefined where it isn't, or nobody knows. */
export function spanOfTime(
  { effective }: Pick<UnitContext, 'effective'>,
  section: string,
  name: string,
): bigint | undefined {
  const text = effective.text(section, name)
  if (text === undefined) return undefined
  const span = readSpan(text, microseconds)
  if (typeof span !== 'bigint') return undefined
  return span === 0n && zeroIsInfinity.has(name) ? infinity : span
}
