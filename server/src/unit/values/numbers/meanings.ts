/** What a whole number means to a directive: `#` stands for it. The values are those that completion offers. */
export interface NumberMeaning {
  readonly text: string
  /** What 0 means, where that is something else. */
  readonly zero?: string
  readonly values: readonly string[]
}

/** By `Section.Name`, or by name where the sections agree. */
const meanings: Readonly<Record<string, NumberMeaning>> = {
  StartLimitBurst: {
    text: 'after # starts within `StartLimitIntervalSec=` no further one is tried',
    zero: 'starts are not limited',
    values: ['5', '10', '0'],
  },
  RestartSteps: {
    text: 'the pause grows from `RestartSec=` to `RestartMaxDelaySec=` in # steps',
    zero: 'the pause before a restart stays the same',
    values: ['5', '10'],
  },
  FileDescriptorStoreMax: {
    text: 'systemd keeps up to # descriptors for the service while it restarts',
    zero: 'systemd keeps no descriptors',
    values: ['16', '64', '0'],
  },
  LogRateLimitBurst: {
    text: 'of more than # messages within `LogRateLimitIntervalSec=` the rest is dropped',
    zero: 'as if unset: the limit of journald.conf holds',
    values: ['10000', '50000'],
  },
  Backlog: {
    text: 'up to # connections wait until they are accepted; `net.core.somaxconn` may lower that',
    values: ['128', '1024', '4096'],
  },
  MaxConnections: { text: 'with `Accept=yes` up to # connections are served at once', values: ['64', '256'] },
  MaxConnectionsPerSource: {
    text: 'with `Accept=yes` up to # connections from one address are served at once',
    zero: 'connections from one address are not limited',
    values: ['0', '16'],
  },
  KeepAliveProbes: {
    text: 'the connection is given up after # probes without an answer',
    zero: 'left to the kernel',
    values: ['4', '9'],
  },
  TriggerLimitBurst: {
    text: 'more than # activations within `TriggerLimitIntervalSec=` make the socket fail',
    zero: 'activations are not limited',
    values: ['20', '200', '0'],
  },
  'Path.TriggerLimitBurst': {
    text: 'more than # activations within `TriggerLimitIntervalSec=` make the path unit fail',
    zero: 'activations are not limited',
    values: ['20', '200', '0'],
  },
  PollLimitBurst: {
    text: 'after # activations within `PollLimitIntervalSec=` the socket is not looked at for the rest of it',
    zero: 'the socket is always looked at',
    values: ['15', '150', '0'],
  },
  'Socket.Priority': {
    text: 'packets are queued with the priority #; higher ones go first',
    values: ['0', '6'],
  },
  IPTTL: { text: 'packets pass # routers at most', values: ['1', '64', '255'] },
  Mark: { text: 'packets carry the mark #, which firewall and routing rules can match', values: ['1', '42'] },
  MessageQueueMaxMessages: {
    text: 'the queue holds # messages at most',
    zero: 'left to the kernel',
    values: ['10', '100'],
  },
  MessageQueueMessageSize: {
    text: 'a message has # bytes at most',
    zero: 'left to the kernel',
    values: ['8192'],
  },
  TTYRows: { text: 'the terminal is # lines high', values: ['24', '50'] },
  TTYColumns: { text: 'the terminal is # characters wide', values: ['80', '132'] },
  FailureActionExitStatus: {
    text: 'systemd ends with # where the failure makes it exit: in containers and user managers',
    values: ['1', '255'],
  },
  SuccessActionExitStatus: {
    text: 'systemd ends with # where the success makes it exit: in containers and user managers',
    values: ['0'],
  },
  CPUSchedulingPriority: {
    text: 'under `fifo` and `rr` threads with less than # wait for this one',
    zero: 'the only priority of policies that are not real-time',
    values: ['1', '50', '99'],
  },
  'Swap.Priority': {
    text: 'used before swap with a priority below #, after swap above it',
    values: ['-1', '100'],
  },
  ConcurrencySoftMax: {
    text: 'while # units of the slice are active, starts of more of them wait',
    zero: 'starts of units of the slice wait',
    values: ['4', '16'],
  },
  ConcurrencyHardMax: {
    text: 'while # units of the slice are active, starts of more of them fail',
    zero: 'starts of units of the slice fail',
    values: ['4', '16'],
  },
  ActivatingConcurrencyMax: {
    text: 'while # units of the slice are starting, starts of more of them wait',
    zero: 'starts of units of the slice wait',
    values: ['1', '4'],
  },
}

/** What a number means to a directive; undefined where it speaks for itself. */
export function numberMeaning(section: string, name: string): NumberMeaning | undefined {
  return meanings[`${section}.${name}`] ?? meanings[name]
}

/** The meaning of one number. */
export function meaningOf({ text, zero }: NumberMeaning, value: number): string {
  return value === 0 && zero !== undefined ? zero : text.replace('#', String(value))
}
