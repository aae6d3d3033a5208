import type { Fix } from '../../base/edit.ts'
import { monitManual } from '../../monit/rules/rule.ts'
import { settingOf } from '../../unit/document.ts'
import { acrossRule } from './rule.ts'
import type { SystemctlCall } from './systemctl-call.ts'
import type { UnitInSight } from './units-in-sight.ts'

export const unitOfOtherManager = acrossRule({
  id: 'unit-of-other-manager',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: '`systemctl --user` for a unit of the system, or `systemctl` for one of a user',
    why: 'There are two kinds of managers: the system’s, and one for each user, which `--user` asks. Each knows the units in its own folders only. Asked for one of the other, systemctl ends with `Unit web.service not found`, and nothing is started.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/user/1000/web.pid\n  start program = "/usr/bin/systemctl start web"\n',
        beside: [
          {
            file: 'systemd/user/web.service',
            text: '[Service]\nExecStart=/srv/web/run --pidfile %t/web.pid\n',
          },
        ],
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/user/1000/web.pid\n  start program = "/usr/bin/systemctl --user --machine=deploy@.host start web"\n',
        beside: [
          {
            file: 'systemd/user/web.service',
            text: '[Service]\nExecStart=/srv/web/run --pidfile %t/web.pid\n',
          },
        ],
      },
    ],
    refs: [
      monitManual('SERVICE METHODS', 'SERVICE-METHODS'),
      '[systemctl(1), `--user`](https://www.freedesktop.org/software/systemd/man/latest/systemctl.html#--user)',
    ],
  },
  on: {
    call(ctx, { call }) {
      for (const { name, span } of call.units) {
        const files = ctx.units.named(name)
        const [file] = files
        if (!file || files.some(({ manager }) => manager === undefined || manager === call.manager)) continue
        const asked =
          call.manager === 'user'
            ? "'--user' asks the user's manager"
            : "without '--user' the system's manager is asked"
        const home = file.manager === 'user' ? "a user's" : "the system's"
        ctx.report(span, `${asked}, but '${name}' is ${home} unit: ${reasonFor(file)}`, {
          fixes: fixesFor(ctx.document.tree.text, call),
        })
      }
    },
  },
})

/** What tells whose unit a file is: the folder, unless a comment in it does. */
function reasonFor({ path, document }: UnitInSight): string {
  const said = settingOf(document, 'instance')
  return said === undefined
    ? `it lies in '${path.split('/').slice(-3, -1).join('/')}'`
    : `its comment says 'instance=${said}'`
}

function fixesFor(text: string, { manager, systemctl, userOption }: SystemctlCall): readonly Fix[] {
  if (manager === 'user') {
    if (!userOption) return []
    const end = userOption.end + /^[ \t]*/.exec(text.slice(userOption.end))![0].length
    const edits = [{ span: { start: userOption.start, end }, newText: '' }]
    return [{ title: "Remove '--user'", safe: false, edits }]
  }
  if (!systemctl) return []
  const edits = [{ span: { start: systemctl.end, end: systemctl.end }, newText: ' --user' }]
  return [{ title: "Add '--user'", safe: false, edits }]
}
