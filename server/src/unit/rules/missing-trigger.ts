import { headerOf, namesReadBy } from './own-section.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { flag } from './service-type.ts'

export const missingTrigger = unitRule({
  id: 'missing-trigger',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'a timer without a time, or a path unit without a path',
    why: 'Such a unit would never start anything, and systemd refuses to load it. An empty assignment takes away all times or paths before it, whatever their names: an empty `OnCalendar=` also drops an `OnBootSec=` above it.',
    bad: [
      { file: 'backup.timer', text: '[Timer]\nPersistent=true\n' },
      { file: '/etc/systemd/system/inbox.path', text: '[Path]\nUnit=inbox.service\n' },
    ],
    good: [
      { file: 'backup.timer', text: '[Timer]\nOnCalendar=daily\nPersistent=true\n' },
      {
        file: '/etc/systemd/system/inbox.path',
        text: '[Path]\nDirectoryNotEmpty=/srv/inbox\nUnit=inbox.service\n',
      },
    ],
    refs: [man('systemd.timer', 'OnCalendar='), man('systemd.path', 'PathExists=')],
  },
  on: {
    file(ctx, { identity }) {
      if (identity.type === 'timer' && lacksTimes(ctx)) {
        ctx.report(
          headerOf(ctx, 'Timer'),
          "the timer has no 'OnCalendar=', 'OnBootSec=' or the like, so it would never elapse and systemd refuses it",
        )
      }
      if (
        identity.type !== 'path' ||
        !ctx.effective.lacks('Path', ...namesReadBy('path_spec', 'Path', ctx.target.version))
      )
        return
      ctx.report(
        headerOf(ctx, 'Path'),
        "the path unit has no 'PathExists=', 'PathChanged=' or the like, so it watches nothing and systemd refuses it",
      )
    },
  },
})

function lacksTimes(ctx: UnitContext): boolean {
  const { effective, target } = ctx
  return (
    effective.lacks('Timer', ...namesReadBy('timer', 'Timer', target.version)) &&
    ['OnClockChange', 'OnTimezoneChange'].every(
      (name) => effective.settled('Timer', name) && !flag(ctx, 'Timer', name),
    )
  )
}
