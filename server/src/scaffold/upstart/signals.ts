/** The signals of x86 and ARM, by their numbers. */
const names =
  'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS'.split(
    ' ',
  )

/** The name of a signal, without SIG, from its name or number as Upstart takes it; undefined where it is none. */
export function signalName(text: string): string | undefined {
  if (/^\d{1,2}$/.test(text)) return names[Number(text) - 1]
  const name = text.toUpperCase().replace(/^SIG/, '')
  if (name === 'CLD') return 'CHLD'
  if (name === 'POLL') return 'IO'
  return names.includes(name) ? name : undefined
}
