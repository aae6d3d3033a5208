import type { Known } from '../known.ts'
import { serverOf } from '../servers.ts'
import { type ShellScript, shellScriptOf, withoutExec } from '../shell-script.ts'
import { spanIn } from '../syntax/value.ts'
import type { Command, CommandWord } from '../values/commands/command-line.ts'
import { commandsOf } from './commands-of.ts'
import { hearChildren, type LostMessage, messageLostFromChildren } from './notify-access.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { flag } from './service-type.ts'

/**
 * Programs that start another one as their child and wait for it, and by which arguments they do. Those that put it in
 * their own place (`bundle exec`, `rbenv exec`, `poetry run`, `pipenv run`) are fine, and `sudo` and `su` have a rule of
 * their own.
 */
const forking: ReadonlyMap<string, RegExp> = new Map([
  ['npm', /^(?:start|run|run-script|exec|x)$/],
  ['npx', /^/],
  ['yarn', /^/],
  ['pnpm', /^(?:start|run|exec|dlx)$/],
  ['nodemon', /^/],
  ['foreman', /^start$/],
  ['tini', /^/],
  ['dumb-init', /^/],
  ['timeout', /^/],
  ['xvfb-run', /^/],
  ['dbus-run-session', /^/],
])

/** A word of a command, and why what it starts is not heard. */
interface Found {
  readonly word: CommandWord
  readonly message: string
}

export const notifyAccessForChild = unitRule({
  id: 'notify-access-for-child',
  kind: 'trap',
  severity: 'error',
  wants: ({ name }) => name === 'ExecStart',
  docs: {
    summary: 'a child process that reports to systemd, which listens to the main process only',
    why: 'With `Type=notify`, systemd takes `READY=1` from the main process alone unless `NotifyAccess=` says otherwise. `npm start`, `foreman start`, `timeout` and their like start the program as a child; a program in front of a pipe is a child of the shell; and so is `systemd-notify` in a script, whose message counts as the shell’s only when root sends it. systemd drops the message, and the start hangs until `TimeoutStartSec=` is over. The same holds for watchdog pings.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nType=notify\nWorkingDirectory=/srv/web\nExecStart=/usr/bin/npm start\n',
      },
      {
        file: 'web.service',
        text: "[Service]\nType=notify\nUser=deploy\nExecStart=/bin/bash -c 'systemd-notify --ready; exec /srv/web/run'\n",
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nType=notify\nNotifyAccess=all\nWorkingDirectory=/srv/web\nExecStart=/usr/bin/npm start\n',
      },
      {
        file: 'web.service',
        text: '[Service]\nType=notify\nWorkingDirectory=/srv/web\nExecStart=/usr/bin/node server.js\n',
      },
    ],
    refs: [man('systemd.service', 'NotifyAccess=')],
  },
  on: {
    command(ctx, known) {
      const lost = messageLostFromChildren(ctx)
      if (!lost) return
      for (const command of commandsOf(ctx, known)?.commands ?? []) {
        const found = findChild(ctx, known, command, lost)
        if (!found) continue
        const span = spanIn(ctx.value(known.assignment), found.word.from, found.word.to)
        ctx.report(span, found.message, { fixes: hearChildren(ctx) })
      }
    },
  },
})

function findChild(ctx: UnitContext, known: Known, command: Command, lost: LostMessage): Found | undefined {
  const script = shellScriptOf(command, ctx.value(known.assignment).text)
  if (!script) return wrapped(command, lost)
  return (
    notifier(ctx, command, script, lost) ??
    piped(script, lost) ??
    wrapped(withoutExec(script.commands.at(-1)!), lost)
  )
}

/** A program behind one that starts it as a child. */
function wrapped(command: Pick<Command, 'program' | 'arguments'>, lost: LostMessage): Found | undefined {
  const { program, arguments: words } = command
  const name = program.text.slice(program.text.lastIndexOf('/') + 1)
  const first = words.find(({ text }) => !text.startsWith('-'))
  if (!first || !forking.get(name)?.test(first.text)) return undefined
  return {
    word: program,
    message: `'${name}' starts the program as its child, and systemd listens to '${name}' alone: ${outcome(lost)}`,
  }
}

/** A server whose output goes through a pipe. */
function piped({ commands, piped: count }: ShellScript, lost: LostMessage): Found | undefined {
  if (count === 1) return undefined
  const call = commands.slice(-count).map(serverOf).find(Boolean)
  if (!call) return undefined
  return {
    word: call.name,
    message: `in a pipe '${call.name.text}' is a child of the shell, and systemd listens to the shell alone: ${outcome(lost)}`,
  }
}

/** `systemd-notify --ready` in a script that does not run as root. */
function notifier(
  ctx: UnitContext,
  { prefixes }: Command,
  { commands }: ShellScript,
  lost: LostMessage,
): Found | undefined {
  if (lost !== 'ready' || prefixes.some(({ char }) => char === '+') || maySpeakForParent(ctx))
    return undefined
  const found = commands.find(({ program, arguments: words }) => {
    if (!/(?:^|\/)systemd-notify$/.test(program.text)) return false
    return words.some(({ text }) => text === '--ready' || text === 'READY=1')
  })
  if (!found) return undefined
  return {
    word: found.program,
    message: `only root may send this for the shell; from an ordinary user systemd ignores it: ${outcome(lost)}`,
  }
}

/** True where `systemd-notify` has, or may have, the right to send a message in its parent's name. */
function maySpeakForParent(ctx: UnitContext): boolean {
  const { effective, target } = ctx
  if (target.manager === 'user') return false
  if (effective.has('Service', 'AmbientCapabilities') || !effective.settled('Service', 'User')) return true
  if (flag(ctx, 'Service', 'DynamicUser')) return false
  return ['root', '0', undefined].includes(effective.text('Service', 'User'))
}

function outcome(lost: LostMessage): string {
  return lost === 'ready'
    ? "no word of being ready counts, and the start times out; 'NotifyAccess=all' lets it through"
    : "no watchdog ping counts, and the service is killed; 'NotifyAccess=all' lets them through"
}
