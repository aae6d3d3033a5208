import { expect, test, vi } from 'vitest'
import type { RuleSettings } from '../base/settings.ts'
import { readMonit } from './document.ts'
import { lintMonit } from './lint.ts'
import type { MonitRule } from './rules/rule.ts'

const fragile = vi.hoisted(() => ({ breaksAt: '', asked: [] as string[] }))

vi.mock('./rules/index.ts', () => {
  const rule: MonitRule = {
    id: 'fragile',
    kind: 'trap',
    severity: 'warning',
    reach: 'check',
    docs: { summary: '', why: '', bad: [], good: [], refs: [] },
    on: {
      service(ctx, { head, name }) {
        fragile.asked.push(name!.text)
        if (name!.text === fragile.breaksAt) throw new Error('broken')
        ctx.report(head, `met '${name!.text}'`)
      },
    },
  }
  return { monitRules: [rule] }
})

const text = ['a', 'b', 'c'].map((name) => `check process ${name} matching "${name}"\n`).join('')

/** What is found of three checks while the rule breaks at one of them, and the checks that it was asked about. */
function lint(settings: RuleSettings, breaksAt = '') {
  fragile.breaksAt = breaksAt
  fragile.asked = []
  const found = lintMonit(readMonit(text, 'monitrc'), { version: '6.0.0' }, settings, () => [])
  return { found: found.map(({ message }) => message), asked: fragile.asked }
}

const all = ["met 'a'", "met 'b'", "met 'c'"]

test('what is found in a check is remembered', () => {
  const settings = {}
  expect(lint(settings)).toEqual({ found: all, asked: ['a', 'b', 'c'] })
  expect(lint(settings)).toEqual({ found: all, asked: [] })
})

test('a check in which a rule broke is asked about again, and so are those behind it', () => {
  const settings = {}
  const broken = "the rule 'fragile' failed on this file: broken"
  expect(lint(settings, 'b')).toEqual({ found: [broken, "met 'a'"], asked: ['a', 'b'] })
  expect(lint(settings, 'b')).toEqual({ found: [broken, "met 'a'"], asked: ['b'] })
  expect(lint(settings)).toEqual({ found: all, asked: ['b', 'c'] })
  expect(lint(settings)).toEqual({ found: all, asked: [] })
})
