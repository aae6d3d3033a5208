import { describe, expect, test } from 'vitest'
import type { Probe } from '../oracle/make-probes.ts'
import { type Outcome, ourOutcome } from '../oracle/outcome.ts'
import { readValues, recordedVersions } from '../oracle/record-values.ts'

const recorded = readValues()

test('most directives are on record, with values of each outcome', () => {
  const directives = new Set(recorded.map(({ probe }) => probe.directive))
  expect(directives.size).toBeGreaterThan(800)
  for (const version of recordedVersions) {
    const outcomes = recorded.map((each) => each.outcomes.get(version)!)
    const count = (outcome: Outcome) => outcomes.filter((each) => each === outcome).length
    expect(count('accepted')).toBeGreaterThan(800)
    expect(count('ignored')).toBeGreaterThan(1000)
    expect(count('refused')).toBeGreaterThan(40)
    expect(count('noticed')).toBeGreaterThan(4)
  }
})

describe.each(recordedVersions)('each value, as systemd %d sees it', (version) => {
  test('we say the same', () => {
    const differences = recorded.flatMap(({ probe, outcomes }) => {
      const theirs = outcomes.get(version)!
      const ours = ourOutcome(probe, version)
      return ours === theirs ? [] : [`${spell(probe)}: systemd ${theirs}, we ${ours}`]
    })
    expect(differences).toEqual([])
  })
})

function spell({ directive: { section, name }, value }: Probe): string {
  return `${section}.${name}=${value}`
}
