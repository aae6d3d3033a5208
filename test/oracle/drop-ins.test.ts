import { expect, test } from 'vitest'
import type { DropIn } from '../../server/src/base/environment.ts'
import { dropInFolders, dropInNames, inOrder, toDropIn } from '../../server/src/unit/drop-ins.ts'
import { assumeUnit } from '../../server/src/unit/identity.ts'
import { crossKeyAgrees, crossKeyFindings, crossKeyVerdicts } from './cross-key.ts'
import { dropInCases } from './drop-in-folders.ts'
import { findingsOf } from './our-verdicts.ts'
import { installedVersion, verify } from './verify.ts'

const version = installedVersion()

/** The drop-ins of a unit among files by their names. */
function dropInsOf(unit: string, files: ReadonlyMap<string, Uint8Array>): readonly DropIn[] {
  const folders = dropInFolders(assumeUnit(unit)).map((folder) => {
    const inside = [...files.keys()].filter((name) => name.startsWith(`${folder}/`))
    const names = dropInNames(inside.map((name) => name.slice(folder.length + 1)))
    return new Map(names.map((name) => [name, toDropIn(folder, name, files.get(`${folder}/${name}`)!)!]))
  })
  return inOrder(folders)
}

/** What systemd says of a unit with its drop-ins, and what we say. */
function verdictsOf(lines: Readonly<Record<string, readonly string[]>>, target: number) {
  const files = new Map(
    Object.entries(lines).map(([name, some]) => [
      name,
      Buffer.from(some.map((line) => `${line}\n`).join('')),
    ]),
  )
  const unit = [...files.keys()].find((name) => !name.includes('/'))!
  const text = files.get(unit)!.toString()
  const findings = findingsOf(`/etc/systemd/system/${unit}`, text, target, dropInsOf(unit, files))
  return { ours: crossKeyFindings(findings), theirs: crossKeyVerdicts(verify(files).get(unit)!) }
}

test('units with drop-ins, as systemd-analyze verify sees them', (ctx) => {
  if (version === undefined) return ctx.skip('there is no systemd-analyze on this machine')
  const verdicts = Object.entries(dropInCases).map(([what, lines]) => ({
    what,
    ...verdictsOf(lines, version),
  }))
  expect(verdicts.filter(({ ours, theirs }) => !crossKeyAgrees(ours, theirs))).toEqual([])
  // Cases of one kind only would prove nothing.
  const refused = verdicts.filter(({ theirs }) => theirs.length > 0)
  expect(refused.length).toBeGreaterThan(8)
  expect(refused.length).toBeLessThan(verdicts.length - 8)
})
