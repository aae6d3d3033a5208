import type { MonitDocument } from '../document.ts'
import { lastValue, type Text } from '../model/values.ts'
import { kindOf } from '../syntax/tokens.ts'
import type { Node } from '../syntax/tree.ts'
import { holdsTag } from './tags.ts'

/** A regular expression in a control file. */
export interface Pattern {
  readonly text: Text
  /** What monit holds against it: the command line of a process, the lines of a file, what a server or program says. */
  readonly role: 'process' | 'file' | 'answer'
  /** True where monit takes it for the path of a file with patterns. */
  readonly isPath: boolean
}

/** Several rules look at the same ones, one after the other. */
const known = new WeakMap<MonitDocument, readonly Pattern[]>()

/** All regular expressions that no template tag is part of, in the order of the checks. */
export function patternsOf(document: MonitDocument): readonly Pattern[] {
  let patterns = known.get(document)
  if (!patterns) {
    patterns = collect(document)
    known.set(document, patterns)
  }
  return patterns
}

function collect({ tree, services }: MonitDocument): readonly Pattern[] {
  const found: Pattern[] = []
  const add = (role: Pattern['role'], text: Text | undefined) => {
    if (!text || holdsTag(tree, text)) return
    found.push({ role, text, isPath: kindOf(tree.tokens, text.token) === 'PATH' })
  }
  for (const { target, tests, statements, type } of services) {
    if (target?.kind === 'matching') add('process', target.value)
    for (const { node } of statements) {
      if (node?.term.id === 'ignore') add('file', lastValue(tree, node))
    }
    for (const { conditions } of tests) {
      for (const { subject, node } of conditions) {
        if (subject === 'match') add('file', lastValue(tree, node))
        else if (subject === 'content') add(type === 'program' ? 'answer' : 'file', lastValue(tree, node))
        else if (subject === 'connection') {
          for (const part of node.children) if (isAnswer(part)) add('answer', lastValue(tree, part))
        }
      }
    }
  }
  return found
}

function isAnswer({ term }: Node): boolean {
  return term.id === 'expect' || term.id === 'content'
}
