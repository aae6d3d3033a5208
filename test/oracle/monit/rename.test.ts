import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../../server/src/base/edit.ts'
import { openSource } from '../../../server/src/workspace/documents.ts'
import { environmentOf } from '../our-verdicts.ts'
import { modelOf } from './model.ts'
import { monitsToAsk } from './run-monit.ts'

const monits = monitsToAsk()
const text = `check process db with pidfile /run/db.pid
check process 'other' with pidfile /run/other.pid
check process web with pidfile /run/web.pid
  depends on DB, "other"
  group shop
`

/** The file after what stands behind `needle` got a new name. */
function renamed(needle: string, name: string): string {
  const source = openSource('monit', 'monitrc', text)!
  const renaming = source.rename(text.indexOf(needle) + needle.length, name, environmentOf(257))
  return renaming?.kind === 'edits' ? applyEdits(text, renaming.files[0]!.edits) : text
}

describe.each(monits)('monit $version', (monit) => {
  test.each([
    'store',
    'the store',
    'on',
    'depends',
    'every',
    '#1',
    '42',
    'a:b',
    "it's",
    'ä-ö',
    'a,b',
    '$x',
    '80%',
  ])('reads %s as the name that was asked for', (name) => {
    for (const needle of ['process ', "'"]) {
      const model = modelOf(monit, renamed(needle, name)).map((line) => line.replace(/ +/g, ' '))
      expect(model).toContain(`Process Name = ${name}`)
      expect(model.some((line) => line.startsWith('Depends on Service') && line.endsWith(` ${name}`))).toBe(
        true,
      )
    }
  })
})
