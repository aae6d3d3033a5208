import { describe, expect, test } from 'vitest'
import type { RuleSettings } from '../base/settings.ts'
import type { Reporter, Rule } from './rule.ts'
import { type Hooks, RuleSet } from './run.ts'

interface Events {
  readonly start: undefined
  readonly word: { readonly text: string; readonly at: number }
}

type TestRule = Rule<Hooks<Reporter, Events>>

const docs = { summary: '', why: '', bad: [], good: [], refs: [] }

function rule(id: string, on: TestRule['on']): TestRule {
  return { id, kind: 'trap', severity: 'warning', docs, on }
}

/** Runs rules over a text of words. */
function run(rules: readonly TestRule[], text: string, settings: RuleSettings = {}) {
  return new RuleSet<Reporter, Events>(rules).lint(
    settings,
    (reporter) => reporter,
    (emit) => {
      emit('start', undefined)
      for (const match of text.matchAll(/\S+/g)) emit('word', { text: match[0], at: match.index })
    },
  )
}

const shouting = rule('shouting', {
  word: (ctx, { text, at }) => {
    if (/^[A-Z]+$/.test(text)) ctx.report({ start: at, end: at + text.length }, `'${text}' is loud`)
  },
})
const first = rule('first', { start: (ctx) => ctx.report({ start: 0, end: 1 }, 'begins') })

test('a finding says what its rule says of it, and nothing more', () => {
  expect(run([shouting], 'be QUIET')).toEqual([
    {
      rule: 'shouting',
      kind: 'trap',
      severity: 'warning',
      span: { start: 3, end: 8 },
      message: "'QUIET' is loud",
      fixes: [],
    },
  ])
})

test('a finding may bring fixes, a tag and a severity of its own', () => {
  const fix = { title: 'Mend', safe: true, edits: [] }
  const own = rule('own', {
    start: (ctx) =>
      ctx.report({ start: 0, end: 1 }, 'm', { fixes: [fix], tag: 'deprecated', severity: 'error' }),
  })
  expect(run([own], '')).toMatchObject([{ fixes: [fix], tag: 'deprecated', severity: 'error' }])
  expect(run([own], '', { own: 'hint' })).toMatchObject([{ severity: 'hint' }])
})

test('findings come in the order of the text, the shorter first', () => {
  const long = rule('long', { start: (ctx) => ctx.report({ start: 2, end: 9 }, 'long') })
  const found = run([long, shouting, first], 'a B C')
  expect(found.map((each) => [each.rule, each.span.start])).toEqual([
    ['first', 0],
    ['shouting', 2],
    ['long', 2],
    ['shouting', 4],
  ])
})

describe('settings', () => {
  test('another severity', () =>
    expect(run([shouting], 'A', { shouting: 'hint' })).toMatchObject([{ severity: 'hint' }]))

  test('off', () =>
    expect(run([shouting, first], 'A', { shouting: 'off' })).toMatchObject([{ rule: 'first' }]))

  test('a rule that is off is not run at all', () => {
    const throwing = rule('throwing', {
      start: () => {
        throw new Error('ran')
      },
    })
    expect(run([throwing], '', { throwing: 'off' })).toEqual([])
  })

  test('rules that do not exist', () => expect(run([first], '', { other: 'error' })).toHaveLength(1))
})

describe('a rule that throws', () => {
  const crashing = rule('crashing', {
    word: (ctx, { text, at }) => {
      ctx.report({ start: at, end: at + 1 }, text)
      if (text === 'boom') throw new TypeError('no such thing')
    },
  })

  test('costs itself alone, is reported once, and keeps what it had found', () => {
    const found = run([crashing, shouting], 'a boom boom B')
    expect(found.map((each) => [each.rule, each.message])).toEqual([
      ['internal/rule-crashed', "the rule 'crashing' failed on this file: no such thing"],
      ['crashing', 'a'],
      ['crashing', 'boom'],
      ['shouting', "'B' is loud"],
    ])
    expect(found[0]).toMatchObject({ kind: 'internal', severity: 'information', fixes: [] })
  })

  test('runs again in the next file', () => {
    const rules = new RuleSet<Reporter, Events>([crashing])
    const lint = (text: string) =>
      rules.lint(
        {},
        (reporter) => reporter,
        (emit) => emit('word', { text, at: 0 }),
      )
    expect(lint('boom').map((each) => each.rule)).toContain('internal/rule-crashed')
    expect(lint('calm')).toMatchObject([{ rule: 'crashing', message: 'calm' }])
  })

  test('whatever it throws', () => {
    const odd = rule('odd', {
      start: () => {
        throw 'a string'
      },
    })
    expect(run([odd], '')).toMatchObject([{ message: "the rule 'odd' failed on this file: a string" }])
  })
})
