import type { Fix } from '../../base/edit.ts'
import type { Span } from '../../base/span.ts'
import { appendLine } from '../edit/append.ts'
import type { Known } from '../known.ts'
import { spanIn } from '../syntax/value.ts'
import { commandsOf } from './commands-of.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { serviceType } from './service-type.ts'

export const severalExecStarts = unitRule({
  id: 'several-exec-starts',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'a second main command in a service that can have one',
    why: 'The command of `ExecStart=` is the service: while it runs, the service runs. Only `Type=oneshot` takes several, one after the other; for any other type systemd refuses to load the unit. What must be done first belongs in `ExecStartPre=`. In a drop-in an empty `ExecStart=` has to come before the new command, or both count.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/migrate\nExecStart=/srv/web/run\n',
      },
      { file: 'web.service', text: '[Service]\nType=exec\nExecStart=/srv/web/migrate ; /srv/web/run\n' },
    ],
    good: [
      { file: 'web.service', text: '[Service]\nExecStartPre=/srv/web/migrate\nExecStart=/srv/web/run\n' },
      {
        file: 'setup.service',
        text: '[Service]\nType=oneshot\nExecStart=/srv/web/migrate\nExecStart=/srv/web/warm-up\n',
      },
    ],
    refs: [man('systemd.service', 'ExecStart=')],
  },
  on: {
    file(ctx, { identity }) {
      if (identity.type !== 'service') return
      const type = serviceType(ctx)
      if (type === undefined || type === 'oneshot') return
      const starts = ctx.effective.all('Service', 'ExecStart')
      if (starts.length === 1 && (commandsOf(ctx, starts[0]!)?.commands.length ?? 0) < 2) return
      const commands = starts.flatMap((known) => placesOf(ctx, known))
      const second = commands[1]
      if (!second) return
      ctx.report(
        second.span,
        `this is a second command to start, which only Type=oneshot can have; systemd refuses a service of type '${type}' with it`,
        { fixes: fixes(ctx, commands) },
      )
    },
  },
})

/** A command to start, and where it stands. */
interface Place {
  readonly known: Known
  readonly span: Span
}

function placesOf(ctx: UnitContext, known: Known): readonly Place[] {
  const { commands = [] } = commandsOf(ctx, known) ?? {}
  const value = ctx.value(known.assignment)
  return commands.map(({ from, to }) => ({ known, span: spanIn(value, from, to) }))
}

function fixes({ document, effective }: UnitContext, commands: readonly Place[]): readonly Fix[] {
  const assignments = new Set(commands.map(({ known }) => known.assignment))
  const type = effective.last('Service', 'Type')?.assignment.valueSpan
  const oneshot: Fix = {
    title: 'Set Type=oneshot, which runs them one after the other',
    safe: false,
    edits: [type ? { span: type, newText: 'oneshot' } : appendLine(document.tree, 'Service', 'Type=oneshot')],
  }
  if (assignments.size < commands.length) return [oneshot]
  const before: Fix = {
    title: 'Run all but the last before it, with ExecStartPre=',
    safe: false,
    edits: [...assignments].slice(0, -1).map(({ keySpan }) => ({ span: keySpan, newText: 'ExecStartPre' })),
  }
  return [before, oneshot]
}
