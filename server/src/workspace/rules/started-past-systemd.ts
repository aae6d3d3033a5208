import { placeOf, shellScriptOf } from '../../monit/rules/command-words.ts'
import { monitManual } from '../../monit/rules/rule.ts'
import { holdsTag } from '../../monit/rules/tags.ts'
import { commandsOf } from '../../unit/rules/commands-of.ts'
import { type AcrossContext, acrossRule } from './rule.ts'
import type { UnitInSight } from './units-in-sight.ts'

export const startedPastSystemd = acrossRule({
  id: 'started-past-systemd',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: 'a start program that starts a service itself, although there is a unit with `Restart=` for it',
    why: 'systemd knows nothing of what monit starts: it takes the service for stopped or failed, and starts it as well. Then two of them fight for one port, the second ends, and is started again, by the one and by the other. Whatever monit starts also belongs to monit’s own unit and has its sandbox: in that of Debian 13 homes are hidden and most of the disk is read-only. `systemctl start` leaves it to systemd.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/srv/web/run --pidfile /run/web.pid"\n',
        beside: [
          {
            file: 'web.service',
            text: '[Service]\nExecStart=/srv/web/run --pidfile /run/web.pid\nRestart=on-failure\n',
          },
        ],
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/usr/bin/systemctl start web"\n',
        beside: [
          {
            file: 'web.service',
            text: '[Service]\nExecStart=/srv/web/run --pidfile /run/web.pid\nRestart=on-failure\n',
          },
        ],
      },
    ],
    refs: [
      monitManual('SERVICE METHODS', 'SERVICE-METHODS'),
      '[systemd.service(5), `Restart=`](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Restart=)',
    ],
  },
  on: {
    command(ctx, { command, role, service, statement }) {
      const { tree } = ctx.document
      if (service.type !== 'process' || (role !== 'start' && role !== 'restart')) return
      const words = command.arguments.filter(({ isAppended }) => !isAppended)
      const [program] = words
      if (!program?.text.startsWith('/') || statement.incomplete || holdsTag(tree, command)) return
      if (shellScriptOf(command)) return
      const unit = unitBehind(
        ctx,
        words.map(({ text }) => text),
      )
      if (!unit) return
      const restart = unit.effective.text('Service', 'Restart')
      if (!restart || restart === 'no') return
      const { quotes, users } = command
      const canMend = quotes?.isClosed && users.length === 0 && command.arguments.length === words.length
      const newText = `/usr/bin/systemctl ${role} ${unit.name.replace(/\.service$/, '')}`
      const edits = [{ span: { start: program.start, end: words.at(-1)!.end }, newText }]
      const isScript = initScript.test(program.text)
      const what = isScript
        ? `unless this script hands over to systemd, as those of Debian do, systemd doesn't know of what it starts, and with`
        : `systemd doesn't know of what this starts, and with`
      ctx.report(
        placeOf(program),
        `${what} 'Restart=${restart}' in '${unit.name}' it starts the same; '${newText}' leaves it to systemd`,
        {
          ...(isScript ? { severity: 'information' } : {}),
          fixes: canMend ? [{ title: 'Write it with systemctl', safe: false, edits }] : [],
        },
      )
    },
  },
})

const initScript = /^\/etc\/(?:rc\.d\/)?init\.d\/([\w.-]+)$/

/** The unit in sight that starts the same as a command of monit's does. */
function unitBehind({ units }: AcrossContext, words: readonly string[]): UnitInSight | undefined {
  const [program = '', verb = ''] = words
  const script = initScript.exec(program)?.[1]
  const found =
    script === undefined
      ? [...units.servicesWith(program)].filter((unit) => startsTheSame(unit, words))
      : /^(?:re)?start$/.test(verb)
        ? units.named(`${script}.service`)
        : []
  const [unit] = found
  return found.length === 1 && unit?.manager !== 'user' ? unit : undefined
}

function startsTheSame(unit: UnitInSight, words: readonly string[]): boolean {
  const [only, ...more] = unit.effective.all('Service', 'ExecStart')
  if (!only || more.length > 0) return false
  const commands = commandsOf(unit, only)?.commands ?? []
  const [command] = commands
  if (!command || commands.length > 1) return false
  const own = [command.program, ...command.arguments].map(({ text }) => text)
  return essential(own) === essential(words)
}

/** A command without what only sends it to the background. */
function essential(words: readonly string[]): string {
  return words.filter((word) => !/^(?:-d|--daemon|--daemonize|--background)$/.test(word)).join('\n')
}
