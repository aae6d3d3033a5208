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
  /** The head among the items of the tree, and the item behind the last one of the check. */
  readonly firstItem: number
  readonly afterItem: number
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

/** The checks of a tree, in order. What they hold is worked out when it is first asked for. */
export function servicesOf(tree: MonitTree): readonly Service[] {
  const { items } = tree
  const services: Service[] = []
  for (let at = 0; at < items.length; ) {
    const first = at++
    if (items[first]!.kind !== 'check') continue
    while (at < items.length && belongs(items[at]!)) at++
    services.push(new LazyService(tree, first, at))
  }
  return services
}

function belongs(statement: Statement): boolean {
  return statement.kind === 'service' || statement.kind === 'unknown'
}

/** A check of which nobody may ask more than where it stands: in a file that is typed into most are known already. */
class LazyService implements Service {
  readonly start: number
  readonly end: number
  readonly type: CheckType
  readonly head: Statement
  readonly #tree: MonitTree
  readonly firstItem: number
  readonly afterItem: number
  #statements: readonly Statement[] | undefined
  #name: readonly Text[] | undefined
  #target: { readonly found: Target | undefined } | undefined
  #programs: readonly Program[] | undefined
  #tests: readonly Test[] | undefined
  #dependencies: readonly Text[] | undefined
  #groups: readonly Text[] | undefined

  /** @param first the head among the items of the tree; the check ends before `after` */
  constructor(tree: MonitTree, first: number, after: number) {
    this.#tree = tree
    this.firstItem = first
    this.afterItem = after
    this.head = tree.items[first]!
    this.type = this.head.check!
    this.start = this.head.start
    this.end = tree.items[after - 1]!.end
  }

  get name(): Text | undefined {
    const { node } = this.head
    this.#name ??= node ? valuesOfKind(this.#tree, node, 'SERVICE') : []
    return this.#name[0]
  }

  get target(): Target | undefined {
    const { node } = this.head
    this.#target ??= { found: node && targetOf(this.#tree, node) }
    return this.#target.found
  }

  get statements(): readonly Statement[] {
    this.#statements ??= this.#tree.items.slice(this.firstItem + 1, this.afterItem)
    return this.#statements
  }

  get programs(): readonly Program[] {
    this.#programs ??= this.#findPrograms()
    return this.#programs
  }

  get tests(): readonly Test[] {
    this.#tests ??= this.#findTests()
    return this.#tests
  }

  get dependencies(): readonly Text[] {
    this.#dependencies ??= this.#values('depends on', 'DEPENDENCY')
    return this.#dependencies
  }

  get groups(): readonly Text[] {
    this.#groups ??= this.#values('group', 'GROUP')
    return this.#groups
  }

  #findTests(): readonly Test[] {
    const tests: Test[] = []
    for (const statement of this.statements) {
      const test = testOfStatement(this.#tree, statement)
      if (test) tests.push(test)
    }
    return tests
  }

  #findPrograms(): readonly Program[] {
    const tree = this.#tree
    const programs: Program[] = []
    const { head, statements } = this
    if (head.check === 'program' && head.node) programs.push(programOf(tree, head, head.node, 'check'))
    for (const statement of statements) {
      const { node } = statement
      const id = node?.term.id
      if (node && (id === 'start' || id === 'stop' || id === 'restart'))
        programs.push(programOf(tree, statement, node, id))
    }
    return programs
  }

  #values(id: string, kind: 'DEPENDENCY' | 'GROUP'): readonly Text[] {
    const values: Text[] = []
    for (let at = this.firstItem + 1; at < this.afterItem; at++) {
      const { node } = this.#tree.items[at]!
      if (node?.term.id === id) values.push(...valuesOfKind(this.#tree, node, kind))
    }
    return values
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
