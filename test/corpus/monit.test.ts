import { describe, expect, test } from 'vitest'
import { readMonit } from '../../server/src/monit/document.ts'
import { lintMonit } from '../../server/src/monit/lint.ts'
import { readRecord, readSnippets } from '../oracle/monit/snippets.ts'
import { compareMonit } from './compare-monit.ts'

const other = process.env.UNITWRIGHT_MONIT_CORPUS
const versions = ['5.27.2', '5.33.0', '5.34.3', '6.0.0'] as const

describe('we refuse a control file where monit refuses it', () => {
  const record = readRecord()
  const snippets = readSnippets()

  test.for(versions)('of the snippets: %s', (version) => {
    const differences = [...snippets].flatMap(([name, text]) => {
      const document = readMonit(text, 'monitrc')
      if (document.tree.tags.length > 0) return []
      const ours = lintMonit(document, { version }, {}, () => []).filter(
        ({ kind, severity }) => kind === 'verdict' && severity === 'error',
      )
      const theirs = record[name]?.[version] ?? 'not on record'
      if ((theirs === 'accepted') === (ours.length === 0)) return []
      return [{ name, theirs, ours: ours.map(({ message }) => message) }]
    })
    expect(differences).toEqual([])
  })

  test('of the corpus in UNITWRIGHT_MONIT_CORPUS', (ctx) => {
    if (!other) return ctx.skip('optional: UNITWRIGHT_MONIT_CORPUS names no folder')
    for (const { version, files, refused, onlyOurs, onlyTheirs, behind } of compareMonit(other)) {
      // Of two tests that don't go together monit names the head of their check, and we the second one.
      const late = behind.filter((each) => !each.includes('Mixing link up and down'))
      expect({ version, onlyOurs, onlyTheirs, late }).toEqual({
        version,
        onlyOurs: [],
        onlyTheirs: [],
        late: [],
      })
      expect(files).toBeGreaterThan(0)
      expect(refused).toBeGreaterThan(0)
    }
  })
})
