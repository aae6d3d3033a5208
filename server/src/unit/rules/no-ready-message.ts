import type { Severity } from '../../base/diagnostic.ts'
import type { Fix } from '../../base/edit.ts'
import type { Known } from '../known.ts'
import { hasOption, hasVariable, type Server, versionOf } from '../servers.ts'
import { spanIn } from '../syntax/value.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { type StartedServer, startedServer } from './started-server.ts'

export const noReadyMessage = unitRule({
  id: 'no-ready-message',
  kind: 'trap',
  severity: 'error',
  wants: ({ name }) => name === 'ExecStart',
  docs: {
    summary: '`Type=notify` for a server that never says it is ready',
    why: 'systemd waits for `READY=1` from the program. Without it the start hangs until `TimeoutStartSec=` is over, and the service is killed and marked failed. Unicorn, Thin, Uvicorn, Hypercorn and Daphne send none, and Node sends none by itself; an app can do so for them. Redis sends it with `--supervised systemd`, Puma from 5.1 on (5.x with the gem sd_notify), Sidekiq from 6.0.6 on, Gunicorn from 20 on.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nType=notify\nExecStart=/usr/bin/bundle exec unicorn -c config/unicorn.rb\n',
      },
      {
        file: 'web.service',
        text: '[Service]\nType=notify\nExecStart=/srv/web/venv/bin/uvicorn web:app\n',
      },
      {
        file: 'cache.service',
        text: '[Service]\nType=notify\nExecStart=/usr/bin/redis-server --port 6380\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nType=simple\nExecStart=/usr/bin/bundle exec unicorn -c config/unicorn.rb\n',
      },
      {
        file: 'cache.service',
        text: '[Service]\nType=notify\nExecStart=/usr/bin/redis-server --supervised systemd\n',
      },
    ],
    refs: [man('systemd.service', 'Type='), man('systemd.service', 'TimeoutStartSec=')],
  },
  on: {
    command(ctx, known) {
      const type = ctx.effective.text('Service', 'Type')
      if (type !== 'notify' && type !== 'notify-reload') return
      const call = startedServer(ctx, known)
      const silence = call && !speaksForIt(call) ? silenceOf(ctx, call) : undefined
      if (!call || !silence) return
      const { assignment } = ctx.effective.last('Service', 'Type')!
      const span = spanIn(ctx.value(assignment), 0, type.length)
      ctx.report(
        span,
        `${silence.text}; ${silence.otherwise ?? 'with'} '${type}' the start hangs until TimeoutStartSec= is over (90s by default), and systemd kills it`,
        {
          severity: silence.severity,
          fixes: [
            ...(silence.option && !call.script ? [addOption(ctx, known, call, silence.option)] : []),
            { title: 'Change to simple', safe: false, edits: [{ span, newText: 'simple' }] },
          ],
        },
      )
    },
  },
})

/** Why systemd waits in vain. */
interface Silence {
  readonly severity: Severity
  readonly text: string
  /** The condition on which it does, where that can't be seen; it ends in `with`. */
  readonly otherwise?: string
  /** What makes the server speak. */
  readonly option?: string
}

function silenceOf(ctx: UnitContext, call: StartedServer): Silence | undefined {
  const { server } = call
  switch (server) {
    case 'unicorn':
      return { severity: 'error', text: `${server} never says that it is ready` }
    case 'thin':
    case 'uvicorn':
    case 'hypercorn':
    case 'daphne': {
      // Who opens the door to other processes has thought of somebody that speaks.
      const severity = ctx.effective.has('Service', 'NotifyAccess') ? 'information' : 'warning'
      return { severity, ...leftToApp(server) }
    }
    case 'node':
      return { severity: 'information', ...leftToApp(server) }
    case 'redis':
      return silenceOfRedis(call)
    case 'puma':
    case 'sidekiq':
      return silenceOfOld(call)
    default:
      return undefined
  }
}

function leftToApp(server: Server): Pick<Silence, 'text' | 'otherwise'> {
  return {
    text: `${server} never says by itself that it is ready`,
    otherwise: 'unless the app does so, with',
  }
}

function silenceOfRedis(call: StartedServer): Silence | undefined {
  const { arguments: words } = call
  if (hasVariable(call)) return undefined
  const at = words.findIndex(({ text }) => text === '--supervised')
  const told = at < 0 ? undefined : words[at + 1]?.text
  if (told !== undefined && !['no', 'upstart'].includes(told)) return undefined
  const option = '--supervised systemd'
  if (told !== undefined)
    return { severity: 'error', text: `with '--supervised ${told}' redis never says that it is ready` }
  const isConfigured = words[0]?.text.startsWith('-') === false || hasOption(words, '--include')
  return isConfigured
    ? {
        severity: 'information',
        text: "redis says that it is ready only if its configuration has 'supervised systemd'",
        otherwise: 'otherwise, with',
        option,
      }
    : { severity: 'error', text: `redis says that it is ready only with '${option}'`, option }
}

/** The first versions that speak, and what else they need. */
function silenceOfOld(call: StartedServer): Silence | undefined {
  const version = versionOf(call)
  if (!version) return undefined
  const [since, first] =
    call.server === 'puma' ? ([[5, 1, 0], '5.1'] as const) : ([[6, 0, 6], '6.0.6'] as const)
  const shown = version.join('.')
  if (isBefore(version, since))
    return {
      severity: 'error',
      text: `${call.server} says that it is ready from ${first} on, and this is ${shown}`,
    }
  if (call.server === 'puma' && version[0] === 5)
    return {
      severity: 'information',
      text: `puma ${shown} says that it is ready only with the gem sd_notify`,
      otherwise: 'without it, with',
    }
  return undefined
}

function isBefore(version: readonly number[], since: readonly number[]): boolean {
  const at = since.findIndex((part, index) => part !== version[index])
  return at >= 0 && version[at]! < since[at]!
}

/** True for a script that speaks to systemd before it starts the server. */
function speaksForIt({ script }: StartedServer): boolean {
  return script?.commands.some(({ program }) => /(?:^|\/)systemd-notify$/.test(program.text)) === true
}

function addOption(ctx: UnitContext, known: Known, call: StartedServer, option: string): Fix {
  const { to } = call.arguments.at(-1) ?? call.name
  return {
    title: `Add ${option}`,
    safe: false,
    edits: [{ span: spanIn(ctx.value(known.assignment), to, to), newText: ` ${option}` }],
  }
}
