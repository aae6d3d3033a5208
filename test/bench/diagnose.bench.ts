import { check } from '../../server/src/workspace/check.ts'
import { openSource } from '../../server/src/workspace/documents.ts'
import { environmentOf } from '../oracle/our-verdicts.ts'
import { type Measure, medianOf } from './measure.ts'
import { unitFiles } from './unit-files.ts'

/** Lines that are parsed and diagnosed in a second. */
export const bench: Measure = async () => {
  const files = unitFiles(300)
  const lines = files.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0)
  const environment = environmentOf(257)
  const milliseconds = await medianOf(() => {
    for (const { name, text } of files)
      check(openSource('unit', `/etc/systemd/system/${name}`, text)!, environment)
  })
  const value = (lines / milliseconds) * 1000
  return [{ name: 'parse and diagnose', value, unit: 'lines/s', goal: 600_000, better: 'higher' }]
}
