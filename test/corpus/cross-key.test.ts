import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { crossKeyAgrees, crossKeyFindings } from '../oracle/cross-key.ts'
import { crossKeyUnits } from '../oracle/cross-key-units.ts'
import { findingsOf } from '../oracle/our-verdicts.ts'

/** The rules that stand for what each version of systemd said of each unit. */
const recorded: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'cross-key.json'), 'utf8'),
)

test('every unit is on record', () =>
  expect(Object.keys(recorded).sort()).toEqual([...crossKeyUnits.keys()].sort()))

describe.each([252, 257, 262])('keys that do not go together, as systemd %d sees them', (version) => {
  test('we agree on each unit', () => {
    const differences = [...crossKeyUnits].flatMap(([name, text]) => {
      const theirs = recorded[name]![version]!
      const ours = crossKeyFindings(findingsOf(`/etc/systemd/system/${name}`, text, version))
      return crossKeyAgrees(ours, theirs) ? [] : [{ name, ours, theirs }]
    })
    expect(differences).toEqual([])
  })

  test('a fair part of them is at fault', () => {
    const faulty = Object.values(recorded).filter((versions) => versions[version]!.length > 0)
    expect(faulty.length).toBeGreaterThan(60)
  })
})
