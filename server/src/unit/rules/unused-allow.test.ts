import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule } from '../testing/check.ts'
import { unusedAllow } from './unused-allow.ts'

test('a comment that silences nothing is named', () =>
  checkRule(
    unusedAllow,
    `
[Service]
# unitwright: allow unknown-directive
#                   ^^^^^^^^^^^^^^^^^ hint: 'unknown-directive' finds nothing that this comment speaks of
ExecStart=/srv/web/run
`,
  ))

test('a comment at the top speaks of the whole file', () => {
  const text = '# unitwright: allow unknown-directive\n[Service]\nFuture=1\n'
  expect(allFindings(text).map(({ rule }) => rule)).not.toContain('unused-allow')
})

test('names of no rule are the business of another rule', () => {
  const found = allFindings('[Service]\n# unitwright: allow nonsense\nExecStart=/srv/web/run\n')
  expect(found.map(({ rule }) => rule)).toEqual(['unknown-rule'])
})

test('the fix removes the comment, or the one name of several', () => {
  checkFix(
    unusedAllow,
    '[Service]\n  # unitwright: allow unknown-directive\nExecStart=/srv/web/run\n',
    '[Service]\nExecStart=/srv/web/run\n',
  )
  const several = (names: string) => `[Service]\n# unitwright: allow ${names}\nFuture=1\n`
  checkFix(unusedAllow, several('missing-equals, unknown-directive'), several('unknown-directive'))
  checkFix(unusedAllow, several('unknown-directive, missing-equals'), several('unknown-directive'))
})
