import { nearest } from '../base/nearest.ts'
import { explain } from '../lint/explain.ts'
import { allRules } from '../workspace/rules.ts'
import { quote } from './quote.ts'
import type { Terminal } from './terminal.ts'

/**
 * `unitwright explain`: the documentation of a rule, or the list of rules where none is named.
 * @returns the exit code
 */
export function runExplain(id: string | undefined, terminal: Terminal): number {
  if (id === undefined) {
    terminal.write('out', listRules())
    return 0
  }
  const rule = allRules.find((each) => each.id === id)
  if (!rule) {
    const guess = nearest(
      id,
      allRules.map((each) => each.id),
    )
    const hint = guess ? `did you mean '${guess}'?` : "'unitwright explain' lists them"
    terminal.write('err', `unitwright: unknown rule ${quote(id)}; ${hint}\n`)
    return 2
  }
  terminal.write('out', explain(rule))
  return 0
}

function listRules(): string {
  const width = Math.max(...allRules.map(({ id }) => id.length))
  return allRules.map(({ id, docs }) => `${id.padEnd(width)}  ${docs.summary}\n`).join('')
}
