import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unitRules } from '../../server/src/unit/rules/index.ts'
import { crossKeyAgrees, crossKeyFindings, crossKeyVerdicts, isCrossKey } from './cross-key.ts'
import { serviceLines, socketLines } from './cross-key-lines.ts'
import { crossKeyUnits } from './cross-key-units.ts'
import { findingsOf } from './our-verdicts.ts'
import { installedVersion, verify } from './verify.ts'

// Everything here asks the machine's own systemd, and takes its word for it.

const version = installedVersion()
const noSystemd = 'there is no systemd-analyze on this machine'
const seed = 20251121

/** Verifies all units in one go and lists those of which we and systemd differ. */
function differences(units: ReadonlyMap<string, string>, target: number): readonly object[] {
  const messages = verify(new Map([...units].map(([name, text]) => [name, Buffer.from(text)])))
  return [...units].flatMap(([name, text]) => {
    const theirs = crossKeyVerdicts(messages.get(name)!)
    const ours = crossKeyFindings(findingsOf(`/etc/systemd/system/${name}`, text, target))
    return crossKeyAgrees(ours, theirs) ? [] : [{ name, text, ours, theirs }]
  })
}

/** Units of lines drawn from a pool, in any order. */
function drawn(
  type: string,
  section: string,
  lines: readonly string[],
  most: number,
): ReadonlyMap<string, string> {
  const unit = fc
    .array(fc.constantFrom(...lines), { minLength: 1, maxLength: most })
    .map((some) => `[${section}]\n${some.join('\n')}\n`)
  const texts = fc.sample(unit, { seed, numRuns: 400 })
  return new Map(texts.map((text, index) => [`drawn-${index}.${type}`, text]))
}

/** The bad or the good examples of all rules of that kind. */
function examples(which: 'bad' | 'good'): ReadonlyMap<string, string> {
  const all = unitRules.filter(isCrossKey).flatMap(({ docs }) => docs[which])
  return new Map(
    all.map(({ file, text }, index) => {
      const name = path.basename(file)
      // These follow from paths, or speak of themselves; the others must not meet.
      const keeps = /\.(?:mount|automount|swap)$/.test(name) || text.includes(name)
      return [keeps ? name : `example-${index}${path.extname(name)}`, text]
    }),
  )
}

describe('keys that do not go together, as systemd-analyze verify sees them', () => {
  test('of units written to be at fault', (ctx) => {
    if (version === undefined) return ctx.skip(noSystemd)
    expect(differences(crossKeyUnits, version)).toEqual([])
  })

  test('of the examples in the documentation', (ctx) => {
    if (version === undefined) return ctx.skip(noSystemd)
    expect(differences(examples('bad'), version)).toEqual([])
    expect(differences(examples('good'), version)).toEqual([])
  })

  test('of hundreds of services', (ctx) => {
    if (version === undefined) return ctx.skip(noSystemd)
    expect(differences(drawn('service', 'Service', serviceLines, 9), version)).toEqual([])
  })

  test('of hundreds of sockets', (ctx) => {
    if (version === undefined) return ctx.skip(noSystemd)
    expect(differences(drawn('socket', 'Socket', socketLines, 6), version)).toEqual([])
  })
})
