import type { Span } from '../../../base/span.ts'
import type { MonitTree } from '../../syntax/tree.ts'
import type { MonitContext } from '../rule.ts'
import { explainUnexpected } from './explain.ts'
import { explainLexical } from './lexical.ts'
import type { Explanation } from './situation.ts'

interface Mistakes {
  readonly all: readonly Explanation[]
  readonly starts: ReadonlySet<number>
}

const known = new WeakMap<MonitTree, Mistakes>()

/** What monit can't read in a file, each mistake once and where it was made, in the order of monit's own complaints. */
export function syntaxMistakes(tree: MonitTree): readonly Explanation[] {
  return mistakesOf(tree).all
}

/**
 * True where a mistake of syntax is told of at a place. monit says something there then, so that a rule about what monit
 * takes in silence has nothing to add.
 */
export function isToldBySyntax({ whole, settings }: MonitContext, { start }: Span): boolean {
  return settings['monit-syntax'] !== 'off' && mistakesOf(whole().tree).starts.has(start)
}

function mistakesOf(tree: MonitTree): Mistakes {
  let mistakes = known.get(tree)
  if (!mistakes) {
    const all = explainAll(tree)
    mistakes = { all, starts: new Set(all.map(({ span }) => span.start)) }
    known.set(tree, mistakes)
  }
  return mistakes
}

function explainAll(tree: MonitTree): readonly Explanation[] {
  /** What the lexer refuses takes the rest of its line with it. */
  const spoilt: Span[] = []
  const isEcho = (offset: number) => spoilt.some(({ start, end }) => start < offset && offset < end)
  return tree.problems.flatMap((problem) => {
    const { start } = problem.span
    if (isEcho(start)) return []
    const explanation =
      problem.kind === 'unexpected' ? explainUnexpected(tree, problem) : explainLexical(tree, problem)
    if (isEcho(explanation.span.start)) return []
    if (problem.kind !== 'unexpected') spoilt.push({ start, end: lineEnd(tree.text, start) })
    return [explanation]
  })
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end
}
