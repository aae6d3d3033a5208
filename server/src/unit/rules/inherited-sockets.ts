import type { UnitView } from './rule.ts'

/** True where a socket unit may open a service's sockets, outside of its sandbox and as root, and hand them over. */
export function maybeInherits({ effective, value }: UnitView): boolean {
  if (effective.has('Service', 'Sockets')) return true
  return effective
    .all('Unit', 'Requires', 'Wants', 'BindsTo', 'After')
    .some(({ assignment }) => /\.socket\b/.test(value(assignment).text))
}
