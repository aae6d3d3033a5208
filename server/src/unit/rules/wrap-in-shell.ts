import type { Fix } from '../../base/edit.ts'
import type { Known } from '../known.ts'
import { spanIn } from '../syntax/value.ts'
import type { Command } from '../values/commands/command-line.ts'
import type { UnitContext } from './rule.ts'

/** The fix that puts a command into the hands of a shell, in quotes that systemd takes off again. */
export function wrapInShell(ctx: UnitContext, known: Known, { program, to }: Command): readonly Fix[] {
  const { text } = ctx.value(known.assignment)
  // Over several physical lines the quoted text would hold backslashes that mean something else.
  if (known.assignment.continued) return []
  const raw = text.slice(program.from, to)
  const quoted = /['\\]/.test(raw) ? `"${raw.replace(/["\\]/g, '\\$&')}"` : `'${raw}'`
  return [
    {
      title: 'Run it through /bin/sh',
      safe: false,
      edits: [
        { span: spanIn(ctx.value(known.assignment), program.from, to), newText: `/bin/sh -c ${quoted}` },
      ],
    },
  ]
}
