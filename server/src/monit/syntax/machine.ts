import type { Construct } from '../grammar/terms.ts'
import {
  type ChoicePlan,
  type ConstructPlan,
  contested,
  none,
  type Plan,
  type RepeatPlan,
  type ValuePlan,
  type WordPlan,
} from './plan.ts'
import type { Expected, Node } from './tree.ts'

/**
 * Interprets the table over token kinds: predictive, one token of lookahead, two where options begin alike. It never
 * goes back; where it stops is where monit stops, since both accept exactly the beginnings of the same language.
 */
export class Machine {
  readonly #kinds: Uint16Array
  /** The token that comes next. */
  at: number
  #children: Node[] = []

  constructor(kinds: Uint16Array, at: number) {
    this.#kinds = kinds
    this.at = at
  }

  /**
   * Matches a term from `at` on, which moves behind the last token that fits.
   * @returns false where a token was met that the term can't have; `at` is that token
   */
  run(plan: Plan): boolean {
    switch (plan.op) {
      case 'word':
        if (this.#kinds[this.at] !== plan.token) return this.refuse(plan)
        this.accept(plan)
        this.at++
        return true
      case 'value':
        if (plan.first[this.#kinds[this.at]!] !== 1) return this.refuse(plan)
        this.accept(plan)
        this.at++
        return true
      case 'sequence': {
        const { parts } = plan
        for (let index = 0; index < parts.length; index++) {
          const part = parts[index]!
          if (part.nullable && part.first[this.#kinds[this.at]!] !== 1) this.refuse(part)
          else if (!this.run(part)) return false
        }
        return true
      }
      case 'choice':
        return this.#choose(plan)
      case 'optional':
        if (plan.first[this.#kinds[this.at]!] === 1) return this.run(plan.body)
        this.refuse(plan)
        return true
      case 'repeat':
        return this.#repeat(plan)
      case 'construct':
        return this.#construct(plan)
    }
  }

  /** The nodes that were made at the outermost level since the last call. */
  takeNodes(): readonly Node[] {
    const nodes = this.#children
    this.#children = []
    return nodes
  }

  /** Called where the token at `at` doesn't begin a term that could stand there; always false. */
  protected refuse(_plan: Plan): boolean {
    return false
  }

  /** Called where the token at `at` fits a terminal. */
  protected accept(_plan: WordPlan | ValuePlan): void {}

  protected enter(_construct: Construct): void {}

  protected leave(): void {}

  #choose(plan: ChoicePlan): boolean {
    const token = this.#kinds[this.at]!
    let index = plan.byFirst[token]!
    if (index === none) {
      this.refuse(plan)
      return plan.nullable
    }
    if (index === contested) {
      index = plan.bySecond.get(token)![this.#kinds[this.at + 1]!]!
      if (index === none) return this.#failBehind(plan, token)
    }
    return this.run(plan.options[index]!)
  }

  /** Several options take the token, none the next: each is tried for what it would want, the last one leaves its nodes. */
  #failBehind(plan: ChoicePlan, token: number): boolean {
    const start = this.at
    const kept = this.#children.length
    let done = false
    for (const option of plan.options) {
      if (option.first[token] !== 1) continue
      this.at = start
      this.#children.length = kept
      // An option that is complete behind the token goes on with what follows the choice.
      done = this.run(option) || done
    }
    return done
  }

  #repeat(plan: RepeatPlan): boolean {
    const { body, atLeast } = plan
    let count = 0
    while (body.first[this.#kinds[this.at]!] === 1) {
      if (!this.run(body)) return false
      count++
    }
    this.refuse(body)
    return count >= atLeast
  }

  #construct(plan: ConstructPlan): boolean {
    const outer = this.#children
    const first = this.at
    const inner: Node[] = []
    this.#children = inner
    this.enter(plan.term)
    const fits = this.run(plan.body)
    this.leave()
    this.#children = outer
    outer.push({ term: plan.term, first, after: this.at, children: inner.length > 0 ? inner : noChildren })
    return fits
  }
}

const noChildren: readonly Node[] = []

/** What a token is in its statement: the terminal that took it, and the named parts around it, outermost first. */
export type Meaning = Expected

/** A machine that notes what each token of a statement is. */
export class Tracer extends Machine {
  readonly #path: Construct[] = []
  /** By the token, from the statement's first on. */
  readonly meanings = new Map<number, Meaning>()

  protected override accept(plan: WordPlan | ValuePlan): void {
    this.meanings.set(this.at, { term: plan.term, within: [...this.#path] })
  }

  protected override enter(construct: Construct): void {
    this.#path.push(construct)
  }

  protected override leave(): void {
    this.#path.pop()
  }
}

/** A machine that notes what could have stood in place of one token. */
export class Collector extends Machine {
  readonly #target: number
  readonly #path: Construct[] = []
  readonly expected: Expected[] = []

  /** @param target the token that is to be replaced; the run must begin before or at it */
  constructor(kinds: Uint16Array, at: number, target: number) {
    super(kinds, at)
    this.#target = target
  }

  protected override refuse(plan: Plan): boolean {
    if (this.at === this.#target) this.#offer(plan)
    return false
  }

  protected override enter(construct: Construct): void {
    this.#path.push(construct)
  }

  protected override leave(): void {
    this.#path.pop()
  }

  /** Notes every terminal that a term can begin with. */
  #offer(plan: Plan): void {
    switch (plan.op) {
      case 'word':
      case 'value': {
        const known = this.expected.some(({ term }) => term === plan.term)
        if (!known) this.expected.push({ term: plan.term, within: [...this.#path] })
        return
      }
      case 'sequence':
        for (const part of plan.parts) {
          this.#offer(part)
          if (!part.nullable) return
        }
        return
      case 'choice':
        for (const option of plan.options) this.#offer(option)
        return
      case 'optional':
      case 'repeat':
        this.#offer(plan.body)
        return
      case 'construct':
        this.#path.push(plan.term)
        this.#offer(plan.body)
        this.#path.pop()
        return
    }
  }
}
