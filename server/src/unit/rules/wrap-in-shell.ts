import type { Fix } from '../../base/edit.ts'
import type { Known } from '../known.ts'
import { spanIn } from '../syntax/value.ts'
import type { Command } from '../values/commands/command-line.ts'
import type { UnitContext } from './rule.ts'

/** Commands of shells that only make sense to one, so that all else in their line is a shell’s as well. */
export const shellOnly: ReadonlySet<string> = new Set([
  ...['source', 'eval', 'set', 'trap', 'declare', 'shopt', 'alias'],
])

/** What dash, the `/bin/sh` of Debian and Ubuntu, reads as something else or not at all. */
const onlyBash = /(?:^|[\s;&|])(?:source|pushd|shopt|declare|alias)\s|\[\[|&>|\|&|<<</

/** The fix that puts a command into the hands of a shell, in quotes that systemd takes off again. */
export function wrapInShell(ctx: UnitContext, known: Known, { program, to }: Command): readonly Fix[] {
  const { text } = ctx.value(known.assignment)
  // Over several physical lines the quoted text would hold backslashes that mean something else.
  if (known.assignment.continued) return []
  const raw = text.slice(program.from, to)
  const quoted = /['\\]/.test(raw) ? `"${raw.replace(/["\\]/g, '\\$&')}"` : `'${raw}'`
  const shell = onlyBash.test(raw) ? '/bin/bash' : '/bin/sh'
  return [
    {
      title: `Run it through ${shell}`,
      safe: false,
      edits: [
        { span: spanIn(ctx.value(known.assignment), program.from, to), newText: `${shell} -c ${quoted}` },
      ],
    },
  ]
}
