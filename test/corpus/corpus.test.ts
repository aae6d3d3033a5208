import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareCorpus } from './compare.ts'

const own = path.join(import.meta.dirname, 'own')
const other = process.env.UNITWRIGHT_CORPUS

/** Fails with the differences, one a line. */
function expectAgreement(folder: string, leastFiles: number): void {
  const reports = compareCorpus(folder)
  expect(reports.length).toBeGreaterThan(0)
  for (const { version, files, verdicts, onlyOurs, onlyTheirs } of reports) {
    expect({ version, onlyOurs, onlyTheirs }).toEqual({ version, onlyOurs: [], onlyTheirs: [] })
    expect(files).toBeGreaterThanOrEqual(leastFiles)
    expect(verdicts).toBeGreaterThan(0)
  }
}

describe('we say of a unit file what systemd says of it, line for line', () => {
  test('of the files written to be difficult', () => expectAgreement(own, 60))

  test('of the corpus in UNITWRIGHT_CORPUS', (ctx) => {
    if (!other) return ctx.skip('optional: UNITWRIGHT_CORPUS names no folder')
    expectAgreement(other, 1)
  })
})
