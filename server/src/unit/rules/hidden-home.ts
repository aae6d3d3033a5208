import type { Known } from '../known.ts'
import { spanIn } from '../syntax/value.ts'
import { readBoolean } from '../values/boolean.ts'
import { commandsOf } from './commands-of.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

const home = /^[-+!:@]*(?:\/home|\/root|\/run\/user)(?:\/|$)/

export const hiddenHome = unitRule({
  id: 'hidden-home',
  kind: 'trap',
  severity: 'error',
  wants: ({ section, name }) =>
    section === 'Service' && (name === 'WorkingDirectory' || name === 'ExecStart'),
  docs: {
    summary: 'a folder or program in a home that `ProtectHome=` hides from the service',
    why: 'With `ProtectHome=yes` or `tmpfs` the service finds `/home`, `/root` and `/run/user` empty. A `WorkingDirectory=` there fails with `200/CHDIR`, a program there with `203/EXEC`. `read-only` lets it read; paths it must write to go into `ReadWritePaths=`, or out of the home.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nWorkingDirectory=/home/deploy/web\nExecStart=/usr/bin/bundle exec puma\nProtectHome=yes\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nWorkingDirectory=/home/deploy/web\nExecStart=/usr/bin/bundle exec puma\nProtectHome=read-only\n',
      },
    ],
    refs: [man('systemd.exec', 'ProtectHome=')],
  },
  on: {
    known(ctx, known) {
      const { name } = known.directive
      const part = partInHome(ctx, known)
      if (!part || !isHidden(ctx) || !counts(ctx, known)) return
      const protect = ctx.effective.last('Service', 'ProtectHome')!
      const value = ctx.value(protect.assignment)
      const span = spanIn(value, 0, value.text.length)
      const status = name === 'ExecStart' ? '203/EXEC' : '200/CHDIR'
      ctx.report(
        spanIn(ctx.value(known.assignment), part.from, part.to),
        `ProtectHome=${value.text} hides this from the service; the start fails with ${status}`,
        {
          fixes: [
            {
              title: 'Change ProtectHome= to read-only',
              safe: false,
              edits: [{ span, newText: 'read-only' }],
            },
          ],
        },
      )
    },
  },
})

/** False for what is replaced or reset further on, or in a drop-in. */
function counts({ effective }: UnitContext, { assignment, directive: { name } }: Known): boolean {
  if (name === 'WorkingDirectory') return effective.last('Service', name)?.assignment === assignment
  return effective.all('Service', name).some((each) => each.assignment === assignment)
}

function partInHome(ctx: UnitContext, known: Known) {
  if (known.directive.name === 'WorkingDirectory') {
    const { text } = ctx.value(known.assignment)
    return home.test(text) ? { from: 0, to: text.length } : undefined
  }
  return commandsOf(ctx, known)?.commands.find(({ program }) => home.test(program.text))?.program
}

/** True where homes are hidden and nothing brings a part of them back. */
function isHidden({ effective, value, target }: UnitContext): boolean {
  const protect = effective.last('Service', 'ProtectHome')
  // A user manager can hide homes with a user namespace only, and then not from the user.
  if (!protect || target.manager === 'user') return false
  const text = value(protect.assignment).text
  if (text !== 'tmpfs' && readBoolean(text) !== true) return false
  return !['BindPaths', 'BindReadOnlyPaths', 'RootDirectory', 'RootImage'].some((name) =>
    effective.has('Service', name),
  )
}
