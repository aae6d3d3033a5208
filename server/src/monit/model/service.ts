import type { Span } from '../../base/span.ts'
import { kindOf } from '../syntax/tokens.ts'
import type { CheckType, MonitTree, Node, Statement } from '../syntax/tree.ts'
import { type Command, commandOf } from './command.ts'
import { type Test, testOfStatement } from './test.ts'
import { ownTokens, spanOfToken, type Text, textOf } from './values.ts'

/**
 * A check with everything that belongs to it. What stands twice is there twice, in the order of the text; monit takes
 * the last `start`, `stop`, `restart`, `every`, `mode` and `onreboot`, and all of the others.
 */
export interface Service extends Span {
  readonly type: CheckType
  readonly head: Statement
  /** Undefined where the name is missing. */
  readonly name: Text | undefined
  /** What is watched: `pidfile`, `matching`, `path`, `address` or `interface` with its value. */
  readonly target: Target | undefined
  /** Everything behind the head, in order; what monit doesn't understand too. */
  readonly statements: readonly Statement[]
  readonly programs: readonly Program[]
  readonly tests: readonly Test[]
  readonly dependencies: readonly Text[]
  readonly groups: readonly Text[]
}

export interface Target extends Span {
  readonly kind: 'pidfile' | 'matching' | 'path' | 'address' | 'interface'
  readonly value: Text | undefined
}

/** `start program = …` and its like, or the program of `check program`. */
export interface Program {
  readonly role: 'start' | 'stop' | 'restart' | 'check'
  readonly statement: Statement
  /** The word that begins it: `start`. */
  readonly keyword: Span
  readonly command: Command | undefined
}

/** The checks of a tree, in order. */
export function servicesOf(tree: MonitTree): readonly Service[] {
  const services: Service[] = []
  for (let index = 0; index < tree.items.length; index++) {
    const head = tree.items[index]!
    if (head.kind !== 'check') continue
    const statements: Statement[] = []
    for (let next = tree.items[index + 1]; next && belongs(next); next = tree.items[index + 1]) {
      statements.push(next)
      index++
    }
    services.push(serviceOf(tree, head, statements))
  }
  return services
}

function belongs(statement: Statement): boolean {
  return statement.kind === 'service' || statement.kind === 'unknown'
}

function serviceOf(tree: MonitTree, head: Statement, statements: readonly Statement[]): Service {
  const tests: Test[] = []
  const programs: Program[] = []
  const dependencies: Text[] = []
  const groups: Text[] = []
  const own = head.check === 'program' && head.node ? programOf(tree, head, head.node, 'check') : undefined
  if (own) programs.push(own)
  for (const statement of statements) {
    const { node } = statement
    if (!node) continue
    const id = node.term.id
    if (id === 'test') tests.push(testOfStatement(tree, statement)!)
    else if (id === 'start' || id === 'stop' || id === 'restart') {
      programs.push(programOf(tree, statement, node, id))
    } else if (id === 'depends on') dependencies.push(...valuesOfKind(tree, node, 'DEPENDENCY'))
    else if (id === 'group') groups.push(...valuesOfKind(tree, node, 'GROUP'))
  }
  return {
    start: head.start,
    end: statements.at(-1)?.end ?? head.end,
    type: head.check!,
    head,
    name: head.node && valuesOfKind(tree, head.node, 'SERVICE')[0],
    target: head.node && targetOf(tree, head.node),
    statements,
    programs,
    tests,
    dependencies,
    groups,
  }
}

function programOf(tree: MonitTree, statement: Statement, node: Node, role: Program['role']): Program {
  const holder = role === 'check' ? node.children.find(({ term }) => term.id === 'path') : node
  const keyword = spanOfToken(tree, holder?.first ?? node.first)
  const word = /^\w+/.exec(tree.text.slice(keyword.start, keyword.end))?.[0] ?? ''
  return {
    role,
    statement,
    keyword: { start: keyword.start, end: keyword.start + word.length },
    command: holder && commandOf(tree, holder),
  }
}

function targetOf(tree: MonitTree, head: Node): Target | undefined {
  const node = head.children[0]
  if (!node) return undefined
  const span = spanOfToken(tree, node.first)
  const kind = kindOf(tree.tokens, node.first) as Target['kind']
  const values = ownTokens(node).slice(1)
  const program = node.children.find(({ term }) => term.id === 'program')
  const token = values[0] ?? program?.first
  return {
    start: span.start,
    end: span.end,
    kind,
    value: token === undefined ? undefined : textOf(tree, token),
  }
}

function valuesOfKind(
  tree: MonitTree,
  node: Node,
  kind: 'SERVICE' | 'DEPENDENCY' | 'GROUP',
): readonly Text[] {
  return ownTokens(node)
    .filter((token) => kindOf(tree.tokens, token) === kind)
    .map((token) => textOf(tree, token))
}
