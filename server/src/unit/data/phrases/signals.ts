import type { PhraseTables } from './types.ts'

/** What signals mean to a service that installs no handler of its own, and what daemons commonly make of them. */
export const signalPhrases: PhraseTables = {
  signal: {
    SIGHUP: 'ends the process, unless it reloads its configuration instead, as many daemons do',
    SIGINT: 'ends the process, as Ctrl-C does; Puma takes it for an orderly stop',
    SIGQUIT: 'ends the process with a core dump; nginx and Gunicorn have other uses for it',
    SIGILL: 'ends the process with a core dump, as after an illegal instruction',
    SIGTRAP: 'ends the process with a core dump, as at a breakpoint',
    SIGABRT: 'ends the process with a core dump; what a missed watchdog sends',
    SIGBUS: 'ends the process with a core dump, as after a bad memory access',
    SIGFPE: 'ends the process with a core dump, as after a division by zero',
    SIGKILL: 'ends the process at once; it can neither be caught nor blocked',
    SIGUSR1: 'ends the process, unless it gives the signal a meaning, such as reopening logs',
    SIGSEGV: 'ends the process with a core dump, as after a bad pointer',
    SIGUSR2: 'ends the process, unless it gives the signal a meaning, such as restarting Puma',
    SIGPIPE: 'is ignored, unless IgnoreSIGPIPE=no: then it ends a process that writes where nobody reads',
    SIGALRM: 'ends the process, as when a timer has run out',
    SIGTERM: 'asks the process to end in good order; what KillSignal= sends by default',
    SIGSTKFLT: 'ends the process; a relic of the coprocessor stack',
    SIGCHLD: 'is ignored; the kernel sends it when a child has ended',
    SIGCONT: 'lets a stopped process go on',
    SIGSTOP: 'stops the process until SIGCONT; it can neither be caught nor blocked',
    SIGTSTP: 'stops the process, as Ctrl-Z does; Sidekiq goes quiet on it, Puma freezes',
    SIGTTIN:
      'stops the process, as when reading a terminal in the background; Puma and Gunicorn add a worker',
    SIGTTOU:
      'stops the process, as when writing a terminal in the background; Puma and Gunicorn drop a worker',
    SIGURG: 'is ignored; the kernel sends it for urgent data on a socket',
    SIGXCPU: 'ends the process with a core dump, as when LimitCPU= is used up',
    SIGXFSZ: 'ends the process with a core dump, as when LimitFSIZE= is passed',
    SIGVTALRM: 'ends the process, as when a timer of CPU time has run out',
    SIGPROF: 'ends the process, as when a profiling timer has run out',
    SIGWINCH: 'is ignored; the kernel sends it when a terminal changes size',
    SIGIO: 'ends the process, as when a descriptor is ready; also called SIGPOLL, but not here',
    SIGPWR: 'ends the process, as when the power fails',
    SIGSYS: 'ends the process with a core dump, as when SystemCallFilter= forbids a call',
  },
}
