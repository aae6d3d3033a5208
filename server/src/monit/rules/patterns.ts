import type { Service } from '../model/service.ts'
import { lastValue, type Text } from '../model/values.ts'
import { kindOf } from '../syntax/tokens.ts'
import type { MonitTree, Node } from '../syntax/tree.ts'
import { holdsTag } from './tags.ts'

/** A regular expression in a control file. */
export interface Pattern {
  readonly text: Text
  /** What monit holds against it: the command line of a process, the lines of a file, what a server or program says. */
  readonly role: 'process' | 'file' | 'answer'
  /** True where monit takes it for the path of a file with patterns. */
  readonly isPath: boolean
}

/** The regular expressions of a check that no template tag is part of. */
export function patternsOf(
  tree: MonitTree,
  { target, tests, statements, type }: Service,
): readonly Pattern[] {
  const found: Pattern[] = []
  const add = (role: Pattern['role'], text: Text | undefined) => {
    if (!text || holdsTag(tree, text)) return
    found.push({ role, text, isPath: kindOf(tree.tokens, text.token) === 'PATH' })
  }
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
  return found
}

function isAnswer({ term }: Node): boolean {
  return term.id === 'expect' || term.id === 'content'
}
