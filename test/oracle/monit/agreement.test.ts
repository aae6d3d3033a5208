import { describe, expect, test } from 'vitest'
import { describeUnless } from '../../reporting/describe-unless.ts'
import { random } from '../mutate.ts'
import { compare } from './compare.ts'
import { makeMutation, materialOf } from './mutate.ts'
import { judge } from './our-verdict.ts'
import { askMonit, monitsToAsk, withPrivateId } from './run-monit.ts'
import { goodSnippets, readRecord, readSnippets, shorten } from './snippets.ts'

const snippets = readSnippets()
const record = readRecord()
const monits = monitsToAsk()
const noMonit = monits.length === 0 ? 'there is no monit on this machine' : undefined
const seed = 20251121

describe('what monits of four versions said of the snippets', () => {
  test('is on record for all of them', () =>
    expect(Object.keys(record).sort()).toEqual([...snippets.keys()].sort()))

  test.for(['5.27.2', '5.33.0', '5.34.3', '6.0.0'])('is what we say of them for %s', (version) => {
    const differences = [...snippets].flatMap(([name, text]) => {
      const theirs = record[name]?.[version] ?? 'not on record'
      const ours = shorten(judge(text, version))
      return ours === withoutLine(theirs) ? [] : [{ name, theirs, ours }]
    })
    expect(differences).toEqual([])
  })
})

describeUnless(noMonit, 'the monit of this machine', () => {
  test.for(monits)('says of the snippets what is on record: $version', async (monit, context) => {
    const known = [...snippets].filter(([name]) => record[name]?.[monit.version] !== undefined)
    if (known.length === 0) context.skip(`nothing is on record for monit ${monit.version}`)
    const verdicts = await askMonit(
      monit,
      known.map(([, text]) => text),
    )
    const said = known.map(([name], index) => [name, shorten(verdicts[index]!)])
    expect(said).toEqual(known.map(([name]) => [name, record[name]?.[monit.version]]))
  })

  test.for(monits)('agrees with us on files with small mistakes: $version', async (monit) => {
    const material = materialOf(goodSnippets(snippets))
    const next = random(seed)
    const mutations = Array.from({ length: 300 }, () => makeMutation(material, next))
    const { differences, outcomes } = await compare(monit, mutations, judge)
    const shown = differences.map(({ text, theirs, ours }) => ({
      text,
      theirs: shorten(theirs),
      ours: shorten(ours),
    }))
    expect(shown).toEqual([])
    expect(outcomes.accepted).toBeGreaterThan(30)
  })
})

test('the file of the id is a private one, wherever the text puts it', () => {
  const text = 'SET # all\nIdFile to\n  "/var/\nid"\nset idfile /var/id set daemon 5'
  expect(withPrivateId(text, '/tmp/p')).toBe(
    'set idfile "/tmp/p" SET # all\nIdFile to\n  "/tmp/p"\n\nset idfile /tmp/p set daemon 5',
  )
})

/** Of a mistake of meaning monit often names another line than that of the culprit. */
function withoutLine(verdict: string): string {
  return verdict.replace(/^(semantic):\d+$/, '$1')
}
