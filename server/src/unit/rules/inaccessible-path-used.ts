import type { Known } from '../known.ts'
import { spanIn } from '../syntax/value.ts'
import { commandsOf } from './commands-of.ts'
import { expandDirectories, holdOn, tidyPath } from './path-view.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

export const inaccessiblePathUsed = unitRule({
  id: 'inaccessible-path-used',
  kind: 'trap',
  severity: 'error',
  wants: ({ section, name }) =>
    section === 'Service' && (name === 'WorkingDirectory' || name === 'ExecStart'),
  docs: {
    summary:
      'a program or working directory in a folder that `InaccessiblePaths=` takes away from the service',
    why: 'systemd puts an empty folder in place of each path in `InaccessiblePaths=` before it starts the service, and nothing brings back a part of it. A program in there fails with `203/EXEC`, a `WorkingDirectory=` with `200/CHDIR`.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nWorkingDirectory=/srv/web/current\nExecStart=/usr/bin/bundle exec puma\nInaccessiblePaths=/srv\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nWorkingDirectory=/srv/web/current\nExecStart=/usr/bin/bundle exec puma\nInaccessiblePaths=/srv/backup\n',
      },
    ],
    refs: [man('systemd.exec', 'InaccessiblePaths=')],
  },
  on: {
    known(ctx, known) {
      if (!ctx.effective.has('Service', 'InaccessiblePaths')) return
      const isProgram = known.directive.name === 'ExecStart'
      for (const { path, from, to } of isProgram ? programs(ctx, known) : workingDirectory(ctx, known)) {
        const used = tidyPath(expandDirectories(path))
        const hold = holdOn(ctx, used)
        if (!hold?.cause.startsWith('InaccessiblePaths=')) continue
        // The empty folder itself can be entered by root; what was below it, by nobody.
        if (!isProgram && hold.folder === used) continue
        ctx.report(
          spanIn(ctx.value(known.assignment), from, to),
          `${hold.cause} hides this from the service; the start fails with ${isProgram ? '203/EXEC' : '200/CHDIR'}`,
        )
      }
    },
  },
})

interface Used {
  readonly path: string
  readonly from: number
  readonly to: number
}

function programs(ctx: UnitContext, known: Known): readonly Used[] {
  return (commandsOf(ctx, known)?.commands ?? [])
    .filter(({ prefixes }) => !prefixes.some(({ char }) => char === '+' || char === '|'))
    .map(({ program: { text, from, to } }) => ({ path: text, from, to }))
}

/** Where all commands run, save where systemd is told not to mind. */
function workingDirectory({ effective, value }: UnitContext, { assignment }: Known): readonly Used[] {
  if (effective.last('Service', 'WorkingDirectory')?.assignment !== assignment) return []
  const { text } = value(assignment)
  return [{ path: text, from: 0, to: text.length }]
}
