import type { Severity } from '../../base/diagnostic.ts'
import { hasOption, hasVariable, type Server, versionOf } from '../servers.ts'
import { spanIn } from '../syntax/value.ts'
import { staysInFront } from './process-model.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { mayHoldVariable } from './set-variables.ts'
import { type StartedServer, startedServer } from './started-server.ts'

export const forkingForegroundServer = unitRule({
  id: 'forking-foreground-server',
  kind: 'trap',
  severity: 'error',
  wants: ({ name }) => name === 'ExecStart',
  docs: {
    summary: '`Type=forking` for a server that stays in the foreground',
    why: 'systemd waits for the process that it started to end, as daemons of old did. Puma (since 5), Sidekiq (since 6), Node, Uvicorn, Hypercorn and Daphne never do, and others only when they are told to: the start hangs until `TimeoutStartSec=` is over, and the service is killed and marked failed. Where a configuration file may send the server into the background, this is no more than a remark.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nType=forking\nExecStart=/usr/bin/bundle exec puma -C config/puma.rb\n',
      },
      {
        file: 'web.service',
        text: "[Service]\nType=forking\nExecStart=/usr/sbin/nginx -g 'daemon off;'\n",
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nType=notify\nExecStart=/usr/bin/bundle exec puma -C config/puma.rb\n',
      },
      { file: 'web.service', text: '[Service]\nType=forking\nExecStart=/usr/sbin/nginx\n' },
    ],
    refs: [man('systemd.service', 'Type='), man('systemd.service', 'TimeoutStartSec=')],
  },
  on: {
    command(ctx, known) {
      if (ctx.effective.text('Service', 'Type') !== 'forking') return
      const call = startedServer(ctx, known)
      const stay = call && !hasVariable(call) ? stayOf(ctx, call) : undefined
      if (!call || !stay) return
      const { assignment } = ctx.effective.last('Service', 'Type')!
      const span = spanIn(ctx.value(assignment), 0, 'forking'.length)
      const better = notifying.has(call.server) ? 'notify' : 'simple'
      ctx.report(
        span,
        stay.unless
          ? `${call.server} stays in the foreground unless ${stay.unless}; then the start hangs until TimeoutStartSec= is over (90s by default), and systemd kills it`
          : `${call.server} stays in the foreground; with 'forking' the start hangs until TimeoutStartSec= is over (90s by default), and systemd kills it`,
        {
          severity: stay.severity,
          fixes: [{ title: `Change to ${better}`, safe: false, edits: [{ span, newText: better }] }],
        },
      )
    },
  },
})

/** Servers that tell systemd when they are ready. */
const notifying: ReadonlySet<Server> = new Set(['puma', 'sidekiq', 'gunicorn'])

interface Stay {
  readonly severity: Severity
  /** What would send it into the background, where that can't be seen. */
  readonly unless?: string
}

const certain: Stay = { severity: 'error' }

/** Whether a server stays in the foreground; undefined where it does not, or nobody can tell. */
function stayOf(ctx: UnitContext, call: StartedServer): Stay | undefined {
  const { server, arguments: words } = call
  const has = (...options: readonly string[]) => hasOption(words, ...options) !== undefined
  const unlessTold = (isTold: boolean) => (isTold ? undefined : certain)
  switch (server) {
    case 'node':
    case 'uvicorn':
    case 'hypercorn':
    case 'daphne':
      return certain
    case 'nginx':
    case 'apache':
    case 'pm2':
      return unlessTold(!staysInFront(call))
    case 'puma':
      return unlessTold(has('-d', '--daemon') || isOlderThan(call, 5))
    case 'sidekiq':
      return unlessTold(has('-d', '--daemon') || isOlderThan(call, 6))
    case 'rails':
      return unlessTold(has('-d', '--daemon'))
    case 'unicorn':
      return unlessTold(has('-D', '--daemonize'))
    case 'memcached':
      return unlessTold(has('--daemon') || words.some(({ text }) => /^-[a-z]*d/.test(text)))
    case 'gunicorn': {
      if (has('-D', '--daemon')) return undefined
      const isConfigured = words.some(({ text }) => /^(?:-c|--config)/.test(text))
      // It also reads gunicorn.conf.py in its working directory.
      const severity = isConfigured || mayHoldVariable(ctx, 'GUNICORN_CMD_ARGS') ? 'information' : 'warning'
      return { severity, unless: "its configuration says 'daemon = True'" }
    }
    case 'thin': {
      // With several servers it goes into the background by itself.
      if (has('-d', '--daemonize', '-s', '--servers')) return undefined
      const isConfigured = words.some(({ text }) => /^(?:-C|--config|--all)/.test(text))
      return isConfigured
        ? { severity: 'information', unless: "its configuration says 'daemonize: true'" }
        : certain
    }
    case 'redis': {
      const at = words.findIndex(({ text }) => text === '--daemonize')
      if (at >= 0) return unlessTold(words[at + 1]?.text !== 'no')
      const isConfigured = words[0]?.text.startsWith('-') === false || has('--include')
      return isConfigured
        ? { severity: 'information', unless: "its configuration says 'daemonize yes'" }
        : certain
    }
    default:
      return undefined
  }
}

function isOlderThan(call: StartedServer, major: number): boolean {
  const version = versionOf(call)
  return version !== undefined && version[0] < major
}
