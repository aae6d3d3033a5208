import { expect, test } from 'vitest'
import { isAtLeast, severities } from './diagnostic.ts'

test('each severity is at least itself and all milder ones', () => {
  for (const [index, severity] of severities.entries()) {
    expect(severities.filter((limit) => isAtLeast(severity, limit))).toEqual(severities.slice(index))
  }
})
