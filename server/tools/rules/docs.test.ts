import { expect, test } from 'vitest'
import { type ExplainedRule, explain } from '../../src/lint/explain.ts'
import { ruleDocs } from './docs.ts'

function rule(id: string, more: Partial<ExplainedRule>): ExplainedRule {
  const docs = { summary: `the ${id} case`, why: 'It bites.', bad: [], good: [], refs: [] }
  return { id, kind: 'trap', severity: 'warning', docs, ...more }
}

const rules = [
  rule('shell-pipe', { kind: 'trap' }),
  rule('bad-number', { kind: 'verdict', severity: 'error' }),
  rule('either-or', { docs: { summary: '`a|b`', why: 'It bites.', bad: [], good: [], refs: [] } }),
]

test('each rule has a page with its explanation', () => {
  const docs = ruleDocs(rules)
  for (const each of rules) expect(docs.get(`docs/rules/${each.id}.md`)).toBe(explain(each))
  expect(docs.size).toBe(rules.length + 1)
})

test('the index lists rules by name, whatever their order', () => {
  const index = ruleDocs(rules).get('docs/rules/README.md')!
  expect(index.match(/^\| \[.*$/gm)).toEqual([
    '| [bad-number](bad-number.md) | the bad-number case | verdict | error |',
    '| [either-or](either-or.md) | `a\\|b` | trap | warning |',
    '| [shell-pipe](shell-pipe.md) | the shell-pipe case | trap | warning |',
  ])
  expect(ruleDocs([...rules].reverse()).get('docs/rules/README.md')).toBe(index)
})

test('the index explains the kinds that occur and no others', () => {
  const index = ruleDocs(rules).get('docs/rules/README.md')!
  expect(index.match(/^- \*\*\w+/gm)).toEqual(['- **trap', '- **verdict'])
})
