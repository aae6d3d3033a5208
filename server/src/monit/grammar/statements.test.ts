import { describe, expect, test } from 'vitest'
import { type DocGroup, documentationOf } from '../data/docs/index.ts'
import { planOf, secondsOf } from '../syntax/plan.ts'
import { kindNumber, tokenKinds } from '../syntax/token-kinds.ts'
import { checkTypes, statements } from './statements.ts'
import type { Choice, Term } from './terms.ts'

const roots: readonly Term[] = [
  statements.global,
  statements.heads,
  ...checkTypes.map((type) => statements.service[type]),
]

/** Every term of the table, each once. */
function allTerms(): readonly Term[] {
  const found = new Set<Term>()
  const visit = (term: Term) => {
    if (found.has(term)) return
    found.add(term)
    if (term.kind === 'sequence') term.parts.forEach(visit)
    if (term.kind === 'choice') term.options.forEach(visit)
    if (term.kind === 'optional' || term.kind === 'repeat' || term.kind === 'construct') visit(term.body)
  }
  roots.forEach(visit)
  return [...found]
}

const terms = allTerms()

/** Kinds that no term of the table need take: what ends a file, what a template prints, what monit has no use for. */
const outside = ['END', 'TEMPLATE', 'STRAY']

describe('the table', () => {
  test('names prose that exists', () => {
    const refs = terms.flatMap((term) => ('doc' in term && term.doc ? [term.doc] : []))
    expect(refs.length).toBeGreaterThan(200)
    const missing = refs.filter((ref) => {
      const slash = ref.indexOf('/')
      return !documentationOf(ref.slice(0, slash) as DocGroup, ref.slice(slash + 1))
    })
    expect([...new Set(missing)]).toEqual([])
  })

  test('decides every choice by two tokens', () => {
    const undecided = terms.filter((term) => term.kind === 'choice').flatMap(conflicts)
    expect(undecided).toEqual([])
  })

  test('has a place for every word that the lexer knows', () => {
    const taken = new Set(
      terms.flatMap((term) =>
        term.kind === 'word' ? [term.token] : term.kind === 'value' ? term.tokens : [],
      ),
    )
    expect(tokenKinds.filter((kind) => !taken.has(kind) && !outside.includes(kind))).toEqual([])
  })

  test('documents every part that a person may ask about', () => {
    const silent = terms.flatMap((term) =>
      term.kind === 'construct' && !term.doc && term.body.kind !== 'choice' ? [term.id] : [],
    )
    expect([...new Set(silent)].sort()).toMatchInlineSnapshot(`
      [
        "collector",
        "condition",
        "events",
        "exec",
        "global",
        "http-headers",
        "mail-fields",
        "mail-server",
        "mode-manual",
        "permission",
        "program",
        "readonly",
        "recovery",
        "restarts",
        "ssl-options",
        "target",
        "tcpssl",
        "test",
      ]
    `)
  })
})

/** Pairs of tokens by which a choice can't tell two of its options apart. */
function conflicts(choice: Choice): readonly string[] {
  const options = choice.options.map(planOf)
  return tokenKinds.flatMap((kind, token) => {
    const takers = kind === 'TEMPLATE' ? [] : options.filter(({ first }) => first[token] === 1)
    if (takers.length < 2) return []
    const seconds = takers.map((option) => secondsOf(option, token))
    return tokenKinds.flatMap((next, number) => {
      const agree = seconds.filter(({ set }) => set[number] === 1).length > 1 && next !== 'TEMPLATE'
      return agree || seconds.some(({ ends }) => ends) ? [`${kind} ${next}`] : []
    })
  })
}

test('kinds have numbers of their own', () => {
  expect(new Set(tokenKinds.map(kindNumber)).size).toBe(tokenKinds.length)
})
