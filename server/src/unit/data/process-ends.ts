/** How processes end, in numbers: signals and exit statuses. */

import { tableWords } from './enums.generated.ts'

/** The lowest and the highest real-time signal, as the C library leaves them to programs. */
export const realTimeSignals = { lowest: 34, highest: 64 } as const

/** The name of a signal's number; undefined where it has none. */
export function signalName(signal: number): string | undefined {
  const { lowest, highest } = realTimeSignals
  if (signal > highest) return undefined
  if (signal >= lowest) return signal === lowest ? 'SIGRTMIN' : `SIGRTMIN+${signal - lowest}`
  // The words of the table are in the order of their numbers, from 1 on.
  return tableWords.signal!.split(' ')[signal - 1]
}

/** Names of exit statuses by the first one's number; a dash stands for a number without a name. */
const statusNames: readonly (readonly [first: number, names: string])[] = [
  [0, 'SUCCESS FAILURE INVALIDARGUMENT NOTIMPLEMENTED NOPERMISSION NOTINSTALLED NOTCONFIGURED NOTRUNNING'],
  [
    64,
    'USAGE DATAERR NOINPUT NOUSER NOHOST UNAVAILABLE SOFTWARE OSERR OSFILE CANTCREAT IOERR TEMPFAIL PROTOCOL NOPERM CONFIG',
  ],
  [
    200,
    'CHDIR NICE FDS EXEC MEMORY LIMITS OOM_ADJUST SIGNAL_MASK STDIN STDOUT CHROOT IOPRIO TIMERSLACK SECUREBITS SETSCHEDULER CPUAFFINITY GROUP USER CAPABILITIES CGROUP SETSID CONFIRM STDERR - PAM NETWORK NAMESPACE NO_NEW_PRIVILEGES SECCOMP SELINUX_CONTEXT PERSONALITY APPARMOR ADDRESS_FAMILIES RUNTIME_DIRECTORY - CHOWN SMACK_PROCESS_LABEL KEYRING STATE_DIRECTORY CACHE_DIRECTORY LOGS_DIRECTORY CONFIGURATION_DIRECTORY NUMA_POLICY CREDENTIALS BPF KSM MEMORY_THP',
  ],
  [255, 'EXCEPTION'],
]

/** The name that systemd has for an exit status; undefined where it has none. */
export function exitStatusName(status: number): string | undefined {
  for (const [first, names] of statusNames) {
    const name = status >= first ? names.split(' ')[status - first] : undefined
    if (name !== undefined && name !== '-') return name
  }
  return undefined
}
