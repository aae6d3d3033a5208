import type { PhraseTables } from './types.ts'

/** Values of [Unit], [Service] and the kill settings: when a service counts as started, stopped or failed. */
export const servicePhrases: PhraseTables = {
  job_mode: {
    fail: 'queue the unit only if that reverses no job already waiting; otherwise the request fails',
    lenient:
      'queue the unit only if that stops nothing that is active or starting; otherwise the request fails',
    replace: 'queue the unit and throw out waiting jobs that contradict it',
    'replace-irreversibly': 'like replace, and later requests that contradict the new jobs are refused',
    isolate: 'start the unit and stop every unit it does not need; only one unit may be listed',
    flush: 'cancel every queued job, then queue the unit',
    'ignore-dependencies':
      'start the unit at once, without the units it requires and without waiting its turn',
    'ignore-requirements': 'start the unit in its turn, but without pulling in the units it requires',
    triggering: 'made for stop requests only, so starting the unit is refused',
    'restart-dependencies': 'start the unit and restart the units that depend on it',
  },
  job_mode_isolate: {
    yes: 'same as OnFailureJobMode=isolate: the one OnFailure= unit starts and everything else stops',
    no: 'same as OnFailureJobMode=replace: the OnFailure= units start beside everything else',
  },
  collect_mode: {
    inactive:
      'forgotten once inactive and unreferenced; a failed unit stays listed until systemctl reset-failed',
    'inactive-or-failed': 'forgotten even after a failure, so its exit status can no longer be asked for',
  },
  emergency_action: {
    none: 'nothing happens beyond the state of the unit itself',
    exit: 'stops all units and ends the user manager; a system manager outside a container powers off',
    'exit-force':
      'ends the user manager at once without stopping units; a system manager outside a container powers off',
    reboot: 'reboots the machine in an orderly way, stopping every unit first',
    'reboot-force':
      'reboots without stopping units in order: processes are killed and file systems unmounted',
    'reboot-immediate': 'reboots on the spot after a sync; running programs lose what they have not written',
    poweroff: 'powers the machine off in an orderly way, stopping every unit first',
    'poweroff-force':
      'powers off without stopping units in order: processes are killed and file systems unmounted',
    'poweroff-immediate':
      'powers off on the spot after a sync; running programs lose what they have not written',
    'soft-reboot': 'restarts user space in an orderly way while the same kernel keeps running',
    'soft-reboot-force': 'restarts user space without stopping units in order; the same kernel keeps running',
    kexec: 'boots the loaded kexec kernel in an orderly way, stopping every unit first',
    'kexec-force': 'boots the loaded kexec kernel without stopping units in order',
    halt: 'halts the machine in an orderly way and leaves the power on',
    'halt-force': 'halts without stopping units in order and leaves the power on',
    'halt-immediate': 'halts on the spot after a sync; running programs lose what they have not written',
  },
  service_type: {
    simple: 'started as soon as the process is forked, so a missing binary or user goes unnoticed',
    exec: 'started once the program has been executed, so a missing binary or user fails the start',
    forking: 'started when the command exits and leaves a daemon behind; PIDFile= should name its PID file',
    oneshot: 'started when its commands have finished; several ExecStart= lines run one after the other',
    dbus: 'started when the process has taken BusName= on the bus, stopped when it gives the name up',
    notify: 'started when the process sends READY=1 to the notification socket',
    'notify-reload':
      'like notify; a reload sends ReloadSignal= and waits until the process reports READY=1 again',
    idle: 'like simple, but the program runs only once pending jobs are done or five seconds have passed',
  },
  service_exit_type: {
    main: 'over when the main process exits; what it left behind is then stopped',
    cgroup: 'over when the last process of the control group has exited',
  },
  service_restart: {
    no: 'never restarted by systemd, however it ends',
    'on-success':
      'restarted only after a clean end: status 0, SuccessExitStatus= or SIGHUP, SIGINT, SIGTERM, SIGPIPE',
    'on-failure':
      'restarted after a non-zero status, an unclean signal, a core dump, a timeout or a missed watchdog',
    'on-abnormal':
      'restarted after an unclean signal, a core dump, a timeout or a missed watchdog, not after an exit status',
    'on-watchdog': 'restarted only when it misses its watchdog deadline',
    'on-abort': 'restarted only when an unclean signal kills it or it dumps core',
    always: 'restarted however it ends, but not after systemctl stop and not past the start limit',
  },
  service_restart_mode: {
    normal: 'passes through failed or inactive before it restarts, so dependents and OnFailure= react',
    direct: 'goes straight back to starting: dependents stay up, OnFailure= and OnSuccess= are skipped',
    debug:
      'like normal, with debug logging of the unit and DEBUG_INVOCATION=1 set while it is being restarted',
  },
  service_timeout_failure_mode: {
    terminate: 'on a timeout KillSignal= is sent and, TimeoutStopSec= later, FinalKillSignal=',
    abort:
      'on a timeout WatchdogSignal= asks for a core dump and, TimeoutAbortSec= later, FinalKillSignal= follows',
    kill: 'on a timeout FinalKillSignal= is sent at once',
  },
  exec_preserve_mode: {
    no: 'thrown away whenever the service stops, also between restarts',
    yes: 'kept after the service has stopped',
    restart: 'kept across restarts, thrown away when the service stops for good',
    'on-success': 'kept after the service has stopped, but stored descriptors go once it has finally failed',
  },
  notify_access: {
    none: 'notifications are ignored; Type=notify and WatchdogSec= raise this to main by themselves',
    main: 'only the main process may send READY=1, STATUS= and watchdog pings',
    exec: 'the main process and the other Exec*= commands may send notifications, their children may not',
    all: 'any process of the control group may send notifications, for instance a worker or a shell wrapper',
  },
  oom_policy: {
    continue: 'an out-of-memory kill is logged and the other processes go on',
    stop: 'after an out-of-memory kill the remaining processes are stopped in order; the unit fails with oom-kill',
    kill: 'the kernel kills every process of the unit together; the unit fails with oom-kill',
  },
  service_refresh_on_reload: {
    extensions:
      'a reload mounts configuration extensions from versioned .v folders anew, in system services only',
    credentials: 'a reload reads the LoadCredential=, ImportCredential= and SetCredential= values anew',
  },
  refresh_on_reload: {
    yes: 'a reload refreshes both extensions and credentials',
    no: 'a reload refreshes neither extensions nor credentials',
  },
  kill_mode: {
    'control-group': 'every process of the unit gets KillSignal= and, if it stays, the final SIGKILL',
    mixed: 'the main process alone gets KillSignal=, all that are left get the final SIGKILL',
    process: 'only the main process is signalled; workers and helpers may live on unsupervised',
    none: 'nothing is killed, only ExecStop= runs; processes outlive the unit and systemd warns',
  },
  open_file_flags: {
    'read-only': 'the file is opened for reading only',
    append: 'what the service writes goes to the end of the file',
    truncate: 'the file is emptied when it is opened',
    graceful: 'a file that cannot be opened is skipped instead of failing the start',
  },
  exec_directory_flags: {
    ro: 'the service sees its directory read-only',
  },
  documentation_url: {
    'https://': 'a web page about the service',
    'http://': 'a web page about the service, unencrypted',
    'file:': 'a local file, with its absolute path',
    'man:': 'a manual page, for instance man:puma(1)',
    'info:': 'a node of the GNU info documentation',
  },
  calendar_shorthand: {
    minutely: 'elapses at second 0 of every minute',
    hourly: 'elapses at minute 0 of every hour',
    daily: 'elapses every day at midnight',
    weekly: 'elapses every Monday at midnight',
    monthly: 'elapses on the first of every month at midnight',
    quarterly: 'elapses on the first of January, April, July and October at midnight',
    semiannually: 'elapses on the first of January and July at midnight',
    yearly: 'elapses on the first of January at midnight',
    annually: 'same as yearly: elapses on the first of January at midnight',
  },
}
