/** What the two ends of a scale mean to directives for which they are more than the smallest and the largest amount. */
interface Edges {
  readonly zero?: string
  readonly infinity?: string
}

const unlimitedActivations: Edges = {
  zero: 'activations are not limited',
  infinity: 'all activations count, however long ago they were',
}
const unlimitedStarts: Edges = {
  zero: 'starts are not limited',
  infinity: 'all starts count, however long ago they were',
}
const never: Edges = { infinity: 'never elapses' }
const leftToKernel: Edges = { zero: 'left to the kernel' }
const wholeProtection: Edges = {
  zero: 'nothing is protected',
  infinity: 'all memory of the unit is protected',
}

/** By the directive's name. */
const edges: Readonly<Record<string, Edges>> = {
  StartLimitIntervalSec: unlimitedStarts,
  StartLimitInterval: unlimitedStarts,
  TriggerLimitIntervalSec: unlimitedActivations,
  PollLimitIntervalSec: {
    zero: 'the socket is always looked at',
    infinity: 'all activations count, however long ago they were',
  },
  LogRateLimitIntervalSec: { zero: 'as if unset: the limit of journald.conf holds' },
  WatchdogSec: { zero: 'no watchdog', infinity: 'no watchdog' },
  RestartSec: { infinity: 'the restart never comes' },
  RestartMaxDelaySec: { infinity: 'the pause before a restart stays the same' },
  OnActiveSec: never,
  OnBootSec: never,
  OnStartupSec: never,
  OnUnitActiveSec: never,
  OnUnitInactiveSec: never,
  KeepAliveTimeSec: { zero: 'left to the kernel', infinity: 'left to the kernel' },
  KeepAliveIntervalSec: leftToKernel,
  DeferAcceptSec: { zero: 'connections are not held back' },
  CPUQuotaPeriodSec: { infinity: 'the default, 100ms' },
  ReceiveBuffer: leftToKernel,
  SendBuffer: leftToKernel,
  PipeSize: leftToKernel,
  MessageQueueMessageSize: leftToKernel,
  MemoryMin: wholeProtection,
  MemoryLow: wholeProtection,
  StartupMemoryLow: wholeProtection,
  DefaultMemoryMin: wholeProtection,
  DefaultMemoryLow: wholeProtection,
  DefaultStartupMemoryLow: wholeProtection,
}

/** What 0 or `infinity` means to a directive; undefined where it is an amount like any other. */
export function edgeMeaning(name: string, edge: keyof Edges): string | undefined {
  return edges[name]?.[edge]
}
