import { checkTypes } from '../grammar/statements.ts'
import {
  type Context,
  couldGoOn,
  expectedBehind,
  kindsBefore,
  planOfStatement,
  plans,
  starters,
} from './expect.ts'
import type { LineCounter } from './line-counter.ts'
import { Machine } from './machine.ts'
import type { Plan } from './plan.ts'
import { kindNumber, tokenKinds } from './token-kinds.ts'
import { kindOf, type Tokens } from './tokens.ts'
import type { CheckType, Expected, Node, Statement } from './tree.ts'
import { UnexpectedToken } from './unexpected.ts'

const templateNumber = kindNumber('TEMPLATE')
const setNumber = kindNumber('set')
const ifNumber = kindNumber('if')
const elseNumber = kindNumber('else')
const thenNumber = kindNumber('then')
const opening = new Uint8Array(tokenKinds.length)
for (const kind of ['start', 'stop', 'restart'] as const) opening[kindNumber(kind)] = 1
const beginsAnywhere = new Uint8Array(tokenKinds.length)
for (const kind of ['group', 'depends on', 'not every', 'noalert'] as const) {
  beginsAnywhere[kindNumber(kind)] = 1
}

/** Statement after statement over all tokens; what it finds is in `items` and `problems`. */
export class Parser {
  readonly items: Statement[] = []
  readonly problems: UnexpectedToken[] = []
  readonly #text: string
  readonly #tokens: Tokens
  readonly #lines: LineCounter
  readonly #machine: Machine
  readonly #plans = plans()
  /** Where the statement behind the last one would stand. */
  context: Context = 'top'
  /** True once a statement outside of any check was reported; those behind it would say the same. */
  #strayReported = false

  /** @param at the token to begin with: the first of a check, or of the file */
  constructor(text: string, tokens: Tokens, lines: LineCounter, at = 0) {
    this.#text = text
    this.#tokens = tokens
    this.#lines = lines
    this.#machine = new Machine(tokens.kinds, at)
  }

  /** @param until the token to end before: the first of a check, or the end of the file */
  parse(until = this.#tokens.count - 1): void {
    const { kinds } = this.#tokens
    while (this.#machine.at < until) {
      const token = kinds[this.#machine.at]!
      if (token === setNumber) this.#global()
      else if (this.#plans.heads.first[token] === 1) this.#check(token)
      else if (this.#plans.serviceFirst[token] === 1) this.#service(token)
      else this.#nothing()
    }
  }

  #global(): void {
    this.context = 'top'
    this.#strayReported = false
    this.#statement('global', this.#plans.global, undefined)
  }

  #check(token: number): void {
    const type = typeOfHead(token)
    this.context = type
    this.#statement('check', this.#plans.heads, type)
  }

  #service(token: number): void {
    const context = this.context
    if (context !== 'top' && context !== 'hidden') {
      const plan = this.#plans.services[context]
      if (plan.first[token] === 1) this.#statement('service', plan, context)
      else this.#nothing()
      return
    }
    if (context === 'top' && !this.#strayReported) {
      this.#strayReported = true
      this.#report(this.#machine.at, () => starters('top'), undefined)
    }
    const type = this.#fittingType()
    this.#statement('service', this.#plans.services[type], type, true)
  }

  /** The type of check in which a statement outside of any makes sense; such files are included by others. */
  #fittingType(): CheckType {
    const start = this.#machine.at
    let best: CheckType = 'process'
    let furthest = -1
    for (const type of checkTypes) {
      this.#machine.at = start
      const fits = this.#machine.run(this.#plans.services[type])
      this.#machine.takeNodes()
      const reached = this.#machine.at
      if (reached > furthest) {
        furthest = reached
        best = type
      }
      if (fits) break
    }
    this.#machine.at = start
    return best
  }

  #statement(
    kind: 'global' | 'check' | 'service',
    plan: Plan,
    check: CheckType | undefined,
    isQuiet = false,
  ): void {
    const machine = this.#machine
    const first = machine.at
    const fits = machine.run(plan)
    const node = machine.takeNodes()[0]
    if (fits) {
      this.#add(kind, first, machine.at, node, check, false)
      return
    }
    const wrong = machine.at
    machine.at = this.#nextStart(wrong, first)
    const statement = this.#add(kind, first, machine.at, node, check, true)
    if (isQuiet || this.#isHidden(wrong)) return
    const before = kindsBefore(this.#tokens, first, wrong)
    this.#report(wrong, () => expectedBehind(before, plan).expected, statement)
  }

  /** Tokens that begin no statement; what the statement before them could have gone on with is expected too. */
  #nothing(): void {
    const wrong = this.#machine.at
    const before = this.items.at(-1)
    const token = this.#tokens.kinds[wrong]!
    this.#machine.at = this.#nextStart(wrong, wrong)
    const isHidden = this.#isHidden(wrong)
    this.#add('unknown', wrong, this.#machine.at, undefined, this.#typeOfContext(), true)
    if (token === templateNumber && this.context === 'top') this.context = 'hidden'
    if (isHidden || before?.kind === 'unknown') return
    const context = this.context
    if (!before || !couldGoOn(before, wrong)) {
      this.#report(wrong, () => starters(context), undefined)
      return
    }
    const own = kindsBefore(this.#tokens, before.first, wrong)
    const plan = planOfStatement(before)
    this.#report(wrong, () => [...expectedBehind(own, plan).expected, ...starters(context)], undefined)
  }

  #typeOfContext(): CheckType | undefined {
    return this.context === 'top' || this.context === 'hidden' ? undefined : this.context
  }

  /** True where a template tag stands at the token or right before it: nobody knows what it prints. */
  #isHidden(token: number): boolean {
    const { kinds } = this.#tokens
    return kinds[token] === templateNumber || (token > 0 && kinds[token - 1] === templateNumber)
  }

  #add(
    kind: Statement['kind'],
    first: number,
    after: number,
    node: Node | undefined,
    check: CheckType | undefined,
    incomplete: boolean,
  ): Statement {
    const { starts, ends } = this.#tokens
    const start = starts[first]!
    const end = after > first ? ends[after - 1]! : start
    const statement = { kind, start, end, first, after, node, check, incomplete }
    this.items.push(statement)
    return statement
  }

  /** @param expected what may stand there; found out when somebody asks */
  #report(token: number, expected: () => readonly Expected[], statement: Statement | undefined): void {
    const { starts, ends } = this.#tokens
    const span = { start: starts[token]!, end: ends[token]! }
    const line = this.#lines.lineAt(span.end)
    const place = { span, token, tokenKind: kindOf(this.#tokens, token), statement, line }
    this.problems.push(new UnexpectedToken(place, expected))
  }

  /**
   * Where to go on after a mistake at a token of the statement that began at `first`: at a `set`, `check` or `if`, at a
   * `start` with its opening quote, or at another word that begins a statement and its line.
   */
  #nextStart(wrong: number, first: number): number {
    const { count } = this.#tokens
    let token = Math.max(wrong, first + 1)
    while (token < count - 1 && !this.#isStart(token)) token++
    return token
  }

  #isStart(token: number): boolean {
    const { kinds, closingQuotes } = this.#tokens
    const kind = kinds[token]!
    if (kind === setNumber || this.#plans.heads.first[kind] === 1) return true
    const before = kinds[token - 1]
    if (before === elseNumber || before === thenNumber) return kind === ifNumber && before === thenNumber
    if (kind === ifNumber || beginsAnywhere[kind] === 1) return true
    if (opening[kind] === 1 && closingQuotes.has(token)) return true
    return this.#plans.serviceFirst[kind] === 1 && this.#beginsLine(token)
  }

  #beginsLine(token: number): boolean {
    const { starts, ends } = this.#tokens
    for (let at = ends[token - 1]!; at < starts[token]!; at++) if (this.#text[at] === '\n') return true
    return false
  }
}

function typeOfHead(token: number): CheckType {
  return tokenKinds[token]!.slice('check '.length) as CheckType
}
