import type { UnitContext } from './rule.ts'

/** True where the unit sets an environment variable, or reads a file that may. */
export function mayHoldVariable({ effective, value }: UnitContext, name: string): boolean {
  if (effective.has('Service', 'EnvironmentFile')) return true
  return effective
    .all('Service', 'Environment', 'PassEnvironment')
    .some(({ assignment }) => value(assignment).text.includes(name))
}
