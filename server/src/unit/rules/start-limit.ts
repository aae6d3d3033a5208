import { oncePerFile } from './once-per-file.ts'
import { spanOfTime } from './span-of-time.ts'

/** After how many starts within how many microseconds systemd refuses another one. */
export interface StartLimit {
  readonly burst: bigint
  readonly interval: bigint
}

const defaults: StartLimit = { burst: 5n, interval: 10_000_000n }

/**
 * The limit that a unit sets, the manager's own default for what it leaves out. Undefined where it sets none, switches
 * it off, and where nobody can tell.
 */
export const startLimitOf = oncePerFile((ctx): StartLimit | undefined => {
  const { effective } = ctx
  const names = ['StartLimitIntervalSec', 'StartLimitBurst'] as const
  if (!names.every((name) => effective.settled('Unit', name))) return undefined
  const [intervalText, burstText] = names.map((name) => effective.text('Unit', name))
  if (intervalText === undefined && burstText === undefined) return undefined
  const interval =
    intervalText === undefined ? defaults.interval : spanOfTime(ctx, 'Unit', 'StartLimitIntervalSec')
  const burst =
    burstText === undefined ? defaults.burst : /^\d{1,9}$/.test(burstText) ? BigInt(burstText) : 0n
  return interval && burst !== 0n ? { burst, interval } : undefined
})
