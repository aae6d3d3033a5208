import type { Choice, Construct, Term, Value, Word } from '../grammar/terms.ts'
import { kindNumber, tokenKinds } from './token-kinds.ts'

/**
 * The table of statements made ready for the parser: each term with the set of tokens it can begin with, and each
 * choice with the option that a token, or where two options begin alike the token behind it, decides for. Made once
 * for a term, when it is first asked for.
 */
export type Plan =
  | WordPlan
  | ValuePlan
  | SequencePlan
  | ChoicePlan
  | OptionalPlan
  | RepeatPlan
  | ConstructPlan

interface PlanBase {
  /** By the number of a kind: 1 where the term can begin with such a token. */
  readonly first: Uint8Array
  /** True where the term may be absent. */
  readonly nullable: boolean
}

export interface WordPlan extends PlanBase {
  readonly op: 'word'
  readonly term: Word
  readonly token: number
}
export interface ValuePlan extends PlanBase {
  readonly op: 'value'
  readonly term: Value
}
export interface SequencePlan extends PlanBase {
  readonly op: 'sequence'
  readonly parts: readonly Plan[]
}
export interface ChoicePlan extends PlanBase {
  readonly op: 'choice'
  readonly options: readonly Plan[]
  /** By the number of a kind: the index of the option, or `none`, or `contested`. */
  readonly byFirst: Uint8Array
  /** Where several options begin with a token: by that token's number and then the next one's, the option's index. */
  readonly bySecond: ReadonlyMap<number, Uint8Array>
}
export interface OptionalPlan extends PlanBase {
  readonly op: 'optional'
  readonly body: Plan
}
export interface RepeatPlan extends PlanBase {
  readonly op: 'repeat'
  readonly body: Plan
  readonly atLeast: 0 | 1
}
export interface ConstructPlan extends PlanBase {
  readonly op: 'construct'
  readonly term: Construct
  readonly body: Plan
}

export const none = 255
export const contested = 254

const kindCount = tokenKinds.length
const templateNumber = kindNumber('TEMPLATE')
const plans = new WeakMap<Term, Plan>()

/** The plan of a term. */
export function planOf(term: Term): Plan {
  let plan = plans.get(term)
  if (!plan) {
    plan = makePlan(term)
    plans.set(term, plan)
  }
  return plan
}

function makePlan(term: Term): Plan {
  switch (term.kind) {
    case 'word': {
      const first = new Uint8Array(kindCount)
      const token = kindNumber(term.token)
      first[token] = 1
      return { op: 'word', term, token, first, nullable: false }
    }
    case 'value': {
      const first = new Uint8Array(kindCount)
      for (const token of term.tokens) first[kindNumber(token)] = 1
      // Whatever a template prints may be the value.
      first[templateNumber] = 1
      return { op: 'value', term, first, nullable: false }
    }
    case 'sequence': {
      const parts = term.parts.map(planOf)
      const required = parts.findIndex(({ nullable }) => !nullable)
      const leading = required === -1 ? parts : parts.slice(0, required + 1)
      return { op: 'sequence', parts, first: union(leading), nullable: required === -1 }
    }
    case 'choice':
      return makeChoice(term)
    case 'optional': {
      const body = planOf(term.body)
      return { op: 'optional', body, first: body.first, nullable: true }
    }
    case 'repeat': {
      const body = planOf(term.body)
      return { op: 'repeat', body, atLeast: term.atLeast, first: body.first, nullable: term.atLeast === 0 }
    }
    case 'construct': {
      const body = planOf(term.body)
      return { op: 'construct', term, body, first: body.first, nullable: body.nullable }
    }
  }
}

function makeChoice(term: Choice): ChoicePlan {
  const options = term.options.map(planOf)
  const byFirst = new Uint8Array(kindCount).fill(none)
  const bySecond = new Map<number, Uint8Array>()
  for (const [index, { first }] of options.entries()) {
    for (let token = 0; token < kindCount; token++) {
      if (first[token]) byFirst[token] = byFirst[token] === none ? index : contested
    }
  }
  for (let token = 0; token < kindCount; token++) {
    if (byFirst[token] === contested) bySecond.set(token, secondsOfOptions(options, token))
  }
  const nullable = options.some((option) => option.nullable)
  return { op: 'choice', options, byFirst, bySecond, first: union(options), nullable }
}

/** Which option the token behind a contested one decides for; the first of those that take it. */
function secondsOfOptions(options: readonly Plan[], token: number): Uint8Array {
  const seconds = new Uint8Array(kindCount).fill(none)
  for (const [index, option] of options.entries()) {
    if (!option.first[token]) continue
    const { set } = secondsOf(option, token)
    for (let next = 0; next < kindCount; next++) {
      if (set[next] && seconds[next] === none) seconds[next] = index
    }
  }
  return seconds
}

/**
 * The tokens that can follow a token with which a term begins, as far as they are the term's own.
 * @returns the set, and whether the term can end behind the token
 */
export function secondsOf(plan: Plan, token: number): { readonly set: Uint8Array; readonly ends: boolean } {
  switch (plan.op) {
    case 'word':
    case 'value':
      return { set: new Uint8Array(kindCount), ends: true }
    case 'optional':
    case 'construct':
      return secondsOf(plan.body, token)
    case 'repeat': {
      const { set, ends } = secondsOf(plan.body, token)
      return { set: ends ? merged(set, plan.body.first) : set, ends }
    }
    case 'choice': {
      const takers = plan.options.filter(({ first }) => first[token] === 1)
      const all = takers.map((option) => secondsOf(option, token))
      return {
        set: all.reduce((set, each) => merged(set, each.set), new Uint8Array(kindCount)),
        ends: all.some(({ ends }) => ends),
      }
    }
    case 'sequence':
      return secondsOfSequence(plan.parts, token)
  }
}

function secondsOfSequence(parts: readonly Plan[], token: number) {
  let set = new Uint8Array(kindCount)
  let ends = false
  for (const [index, part] of parts.entries()) {
    if (part.first[token]) {
      const own = secondsOf(part, token)
      set = merged(set, own.set)
      if (own.ends) {
        const rest = parts.slice(index + 1)
        const required = rest.findIndex(({ nullable }) => !nullable)
        set = merged(set, union(required === -1 ? rest : rest.slice(0, required + 1)))
        ends ||= required === -1
      }
    }
    if (!part.nullable) break
  }
  return { set, ends }
}

function union(plans: readonly Plan[]): Uint8Array<ArrayBuffer> {
  return plans.reduce((set, { first }) => merged(set, first), new Uint8Array(kindCount))
}

function merged(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(kindCount)
  for (let token = 0; token < kindCount; token++) both[token] = one[token]! | other[token]!
  return both
}
