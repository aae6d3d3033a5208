import type { Severity } from '../../base/diagnostic.ts'
import { hasOption, type Server, versionOf } from '../servers.ts'
import type { UnitContext } from './rule.ts'
import { mayHoldVariable } from './set-variables.ts'
import type { StartedServer } from './started-server.ts'

/** What a signal is sent for: a reload, the stop itself, or by `ExecStop=`, after which systemd goes on to the stop itself. */
export type SignalUse = 'reload' | 'stop' | 'before the stop'

/** What a signal means to a server, where that is not what it is sent for. */
export interface Meaning {
  readonly severity: Severity
  /** What it does, and what would do what is meant. */
  readonly text: string
  /** The signal that does what is meant. */
  readonly better?: string
}

interface Habits {
  /** The signal with which it reloads. */
  readonly reload?: string
  /** The signal with which it stops and lets requests or jobs end. */
  readonly stop?: string
  readonly reloadMeanings?: Readonly<Record<string, Meaning>>
  /** Signals that it survives, and what they do instead. */
  readonly survives?: Readonly<Record<string, string>>
  /** Signals that stop it at once. */
  readonly abrupt?: readonly string[]
}

const warn = (text: string, better?: string): Meaning => ({
  severity: 'warning',
  text,
  ...(better ? { better } : {}),
})
const remark = (text: string, better?: string): Meaning => ({
  ...warn(text, better),
  severity: 'information',
})

const workers = { TTIN: 'adds a worker', TTOU: 'takes a worker away' }
const logsOnly = (server: string) =>
  remark(`only makes ${server} open its log files anew; 'HUP' reloads it`, 'HUP')
const secondMaster = (server: string) =>
  warn(
    `starts a second ${server} beside the old one, which stays; when the old one is ended, systemd takes the service for ended and kills both; 'HUP' reloads it`,
    'HUP',
  )
const unknownTo = (server: string) => warn(`ends ${server}, which doesn't know it, instead of reloading it`)

/**
 * What servers do on signals, from their own documentation and sources. Ruby ends a program on USR1, USR2, HUP and QUIT
 * that it does not handle; for others it is the kernel that does.
 */
const habits: Partial<Record<Server, Habits>> = {
  puma: {
    reload: 'USR2',
    stop: 'TERM',
    reloadMeanings: {
      HUP: warn(
        "makes puma open its log files anew, and stops it where it has none; 'USR2' restarts it, 'USR1' one worker after the other",
        'USR2',
      ),
    },
    survives: {
      ...workers,
      USR1: 'restarts its workers',
      USR2: 'restarts it',
      TSTP: 'freezes it',
    },
    abrupt: ['QUIT'],
  },
  sidekiq: {
    stop: 'TERM',
    reloadMeanings: {
      USR1: warn(
        "ends Sidekiq 6 and later, which don't know it; 'TSTP' keeps it from taking new jobs",
        'TSTP',
      ),
      HUP: unknownTo('sidekiq'),
    },
    survives: { TSTP: 'keeps it from taking new jobs', TTIN: 'writes backtraces to its log' },
    abrupt: ['QUIT', 'HUP'],
  },
  gunicorn: {
    reload: 'HUP',
    stop: 'TERM',
    reloadMeanings: { USR1: logsOnly('gunicorn'), USR2: secondMaster('gunicorn') },
    survives: {
      ...workers,
      HUP: 'reloads it',
      USR1: 'opens its log files anew',
      USR2: 'starts a second one',
      WINCH: 'stops its workers only where it runs in the background',
    },
    abrupt: ['QUIT', 'INT'],
  },
  unicorn: {
    reload: 'HUP',
    stop: 'QUIT',
    reloadMeanings: { USR1: logsOnly('unicorn'), USR2: secondMaster('unicorn') },
    survives: {
      ...workers,
      HUP: 'reloads it',
      USR1: 'opens its log files anew',
      USR2: 'starts a second one',
    },
    abrupt: ['TERM', 'INT'],
  },
  nginx: {
    reload: 'HUP',
    stop: 'QUIT',
    reloadMeanings: { USR1: logsOnly('nginx'), USR2: secondMaster('nginx') },
    survives: {
      HUP: 'reloads it',
      USR1: 'opens its log files anew',
      USR2: 'starts a second one',
      WINCH: 'stops its workers, but not nginx itself',
    },
    abrupt: ['TERM', 'INT'],
  },
  redis: {
    stop: 'TERM',
    reloadMeanings: { HUP: remark('means nothing to redis, which can not reload its configuration') },
    survives: { HUP: 'is ignored by it' },
  },
  uvicorn: {
    stop: 'TERM',
    reloadMeanings: {
      HUP: warn('ends uvicorn, which restarts its workers on it only with --workers'),
      USR1: unknownTo('uvicorn'),
      USR2: unknownTo('uvicorn'),
    },
  },
  hypercorn: {
    stop: 'TERM',
    reloadMeanings: {
      HUP: unknownTo('hypercorn'),
      USR1: unknownTo('hypercorn'),
      USR2: unknownTo('hypercorn'),
    },
  },
  memcached: { stop: 'TERM' },
  rails: { stop: 'TERM' },
  thin: { stop: 'TERM' },
  daphne: {
    stop: 'TERM',
    reloadMeanings: { HUP: unknownTo('daphne'), USR1: unknownTo('daphne'), USR2: unknownTo('daphne') },
  },
}

/** Signals on which the servers above end, by way of a stop or not. */
const endings: ReadonlySet<string> = new Set(['TERM', 'INT', 'QUIT'])
const debuggerText =
  "opens node's debugger to whoever is on the machine, unless the app handles it itself; it neither reloads nor stops it"

/** What a signal means to a server instead of what it is sent for; undefined where that is the same, or not known. */
export function meaningOf(
  ctx: UnitContext,
  call: StartedServer | undefined,
  signal: string,
  use: SignalUse,
): Meaning | undefined {
  if (!call)
    return use === 'reload' && signal === 'KILL' ? endOnReload(ctx, 'the main process', {}) : undefined
  if (call.server === 'node' && signal === 'USR1' && !hasOption(call.arguments, '--disable-sigusr1'))
    return remark(debuggerText)
  const known = habits[call.server] ?? {}
  switch (use) {
    case 'reload':
      return meaningOnReload(ctx, call, signal, known)
    case 'stop':
      return meaningOnStop(call, signal, known)
    case 'before the stop':
      return meaningBeforeStop(ctx, call, signal, known)
  }
}

function meaningOnReload(
  ctx: UnitContext,
  call: StartedServer,
  signal: string,
  known: Habits,
): Meaning | undefined {
  const isEnd = signal === 'KILL' || (known.stop !== undefined && endings.has(signal))
  if (isEnd) return endOnReload(ctx, call.server, known)
  if (call.server === 'sidekiq' && isOldSidekiq(call)) return undefined
  // A forking service finds the new main process in the PID file.
  if (signal === 'USR2' && known.reload === 'HUP' && ctx.effective.text('Service', 'Type') === 'forking')
    return undefined
  if (call.server === 'uvicorn' && signal === 'HUP' && mayHaveWorkers(ctx, call)) return undefined
  return known.reloadMeanings?.[signal]
}

function endOnReload(ctx: UnitContext, name: string, { reload }: Habits): Meaning {
  const instead = reload ? `; '${reload}' reloads it` : ''
  const text = `ends ${name} instead of reloading it${instead}`
  // Some let systemd start the service anew by this.
  return restartsAlways(ctx) ? remark(text, reload) : warn(text, reload)
}

function meaningOnStop({ server }: StartedServer, signal: string, known: Habits): Meaning | undefined {
  const { survives, abrupt, stop } = known
  const done = survives?.[signal]
  if (done)
    return warn(
      `does not stop ${server} but ${done}; systemd kills it when TimeoutStopSec= is over (90s by default)`,
      stop,
    )
  if (!abrupt?.includes(signal) || !stop) return undefined
  const work = server === 'sidekiq' ? 'jobs' : 'requests'
  return remark(`stops ${server} at once, in the middle of ${work}; '${stop}' lets them end`, stop)
}

function meaningBeforeStop(
  ctx: UnitContext,
  call: StartedServer,
  signal: string,
  known: Habits,
): Meaning | undefined {
  const { effective } = ctx
  if (call.server === 'sidekiq' && signal === 'USR1' && !isOldSidekiq(call)) return known.reloadMeanings?.USR1
  const isCutShort =
    signal === 'QUIT' &&
    known.abrupt?.includes('TERM') &&
    effective.lacks('Service', 'KillSignal') &&
    effective.text('Service', 'KillMode') !== 'none' &&
    effective.all('Service', 'ExecStop').length === 1
  if (!isCutShort) return undefined
  return remark(
    `lets requests end, but 'kill' does not wait for that, and the SIGTERM that systemd sends next stops ${call.server} at once; 'KillSignal=SIGQUIT' waits`,
  )
}

function isOldSidekiq(call: StartedServer): boolean {
  const version = versionOf(call)
  return version !== undefined && version[0] < 6
}

function mayHaveWorkers(ctx: UnitContext, { arguments: words }: StartedServer): boolean {
  if (words.some(({ text }) => text.startsWith('$'))) return true
  return hasOption(words, '--workers', '--reload') !== undefined || mayHoldVariable(ctx, 'WEB_CONCURRENCY')
}

function restartsAlways({ effective }: UnitContext): boolean {
  return ['always', 'on-success'].includes(effective.text('Service', 'Restart') ?? 'no')
}
