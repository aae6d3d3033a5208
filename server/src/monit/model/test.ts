import type { Span } from '../../base/span.ts'
import type { TokenKind } from '../syntax/token-kinds.ts'
import { kindOf } from '../syntax/tokens.ts'
import { child, type MonitTree, type Node, type Statement, spanOfNode } from '../syntax/tree.ts'
import { type Command, commandOf } from './command.ts'
import { type Amount, ownNumbers, ownTokens } from './values.ts'

/** `if CONDITION [rate] then ACTION [else …]`. Parts that a mistake hides are missing. */
export interface Test extends Span {
  readonly statement: Statement
  readonly node: Node
  /** Of several only the last one counts. */
  readonly conditions: readonly Condition[]
  /** `and` and `or` between conditions: noise to monit. */
  readonly joiners: readonly Span[]
  readonly rate: Rate | undefined
  readonly action: Action | undefined
  readonly recovery: Recovery | undefined
}

/** What is tested; `subject` is the id of its part in the table: `cpu`, `connection`, `exist`. */
export interface Condition extends Span {
  readonly subject: string
  readonly node: Node
  /** `failed`, `succeeded` or `changed`, where the condition begins with it. */
  readonly state: TokenKind | undefined
  /** The kind of the operator; undefined where none is written, which means equal. */
  readonly operator: TokenKind | undefined
  readonly numbers: readonly Amount[]
}

/** `count` failures within `cycles` cycles; both are the same for `for N cycles`. */
export interface Rate extends Span {
  readonly count: Amount
  readonly cycles: Amount
}

export interface Action extends Span {
  readonly kind: TokenKind
  readonly node: Node
  /** What `exec` runs. */
  readonly command: Command | undefined
  readonly repeat: Span | undefined
}

export interface Recovery extends Span {
  readonly node: Node
  readonly rate: Rate | undefined
  readonly action: Action | undefined
}

/** Reads a statement that begins with `if`; undefined for any other. */
export function testOfStatement(tree: MonitTree, statement: Statement): Test | undefined {
  const { node } = statement
  if (node?.term.id !== 'test') return undefined
  const condition = child(node, 'condition')
  const conditions = condition ? conditionsOf(tree, condition) : []
  const recovery = child(node, 'recovery')
  return {
    statement,
    node,
    start: statement.start,
    end: statement.end,
    conditions,
    joiners: joinersBetween(tree, conditions),
    rate: rateOf(tree, node),
    action: actionOf(tree, node),
    recovery: recovery && recoveryOf(tree, recovery),
  }
}

function recoveryOf(tree: MonitTree, node: Node): Recovery {
  const { start, end } = spanOfNode(tree, node)
  return { start, end, node, rate: rateOf(tree, node), action: actionOf(tree, node) }
}

function conditionsOf(tree: MonitTree, condition: Node): readonly Condition[] {
  const first = ownTokens(condition)[0]
  const state = first === condition.first ? kindOf(tree.tokens, first) : undefined
  return condition.children.map((node) => {
    const operator = child(node, 'operator')
    const { start, end } = spanOfNode(tree, node)
    return {
      start,
      end,
      subject: node.term.id,
      node,
      state,
      operator: operator && kindOf(tree.tokens, operator.first),
      numbers: ownNumbers(tree, node),
    }
  })
}

function joinersBetween(tree: MonitTree, conditions: readonly Condition[]): readonly Span[] {
  if (conditions.length < 2) return []
  return conditions.slice(1).flatMap((condition, index) => {
    const from = conditions[index]!.end
    const between = tree.text.slice(from, condition.start)
    const word = /\b(?:and|or)\b/i.exec(between)
    return word ? [{ start: from + word.index, end: from + word.index + word[0].length }] : []
  })
}

function rateOf(tree: MonitTree, node: Node): Rate | undefined {
  const rate = child(node, 'rate')
  if (!rate) return undefined
  const [count, cycles = count] = ownNumbers(tree, rate)
  const { start, end } = spanOfNode(tree, rate)
  return count && cycles && { start, end, count, cycles }
}

function actionOf(tree: MonitTree, node: Node): Action | undefined {
  const action = child(node, 'action')
  if (!action || action.after === action.first) return undefined
  const exec = child(action, 'exec')
  const repeat = exec && child(exec, 'repeat')
  const { start, end } = spanOfNode(tree, action)
  return {
    start,
    end,
    kind: kindOf(tree.tokens, action.first),
    node: action,
    command: exec && commandOf(tree, exec),
    repeat: repeat && spanOfNode(tree, repeat),
  }
}
