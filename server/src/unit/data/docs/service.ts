import type { DirectiveDocs } from './types.ts'

/** What each directive of systemd.service(5), systemd.kill(5) and systemd.scope(5) is for, in our own words. */
export const serviceDocs: DirectiveDocs = {
  Type: {
    summary:
      'When the service counts as started: `simple` at once, `exec` after the program was executed, `forking` when the first process exits, `oneshot` when the command has ended, `dbus` once `BusName=` is owned, `notify` and `notify-reload` (since 253) on `READY=1`, `idle` after the other jobs. Puma, Gunicorn and Sidekiq can notify. A program that never does is killed when `TimeoutStartSec=` runs out.',
    default:
      '`dbus` with BusName=, else `exec` with credentials (not up to 254), else `simple` with ExecStart=, else `oneshot`',
    example: 'notify',
  },
  ExitType: {
    summary:
      'Decides what ends the service: `main` means the exit of its main process, `cgroup` the exit of the last process it left behind. Take `cgroup` for launchers that hand over to processes nobody can name in advance. Refused together with `Type=oneshot`.',
    default: '`main`',
  },
  RemainAfterExit: {
    summary:
      'With `yes` the unit stays `active` after its processes have ended well, which suits one-time setup with `Type=oneshot` and an `ExecStop=` that undoes it. Starting it again then does nothing, so do not set it on a job that a timer triggers.',
    default: '`no`',
  },
  GuessMainPID: {
    summary:
      'Lets systemd guess the main process of a `Type=forking` service without `PIDFile=`. With several processes the guess can be wrong, and crash detection and restarts follow the wrong one. Set `PIDFile=`, or better avoid forking.',
    default: '`yes`',
  },
  PIDFile: {
    summary:
      'Path of the file in which a `Type=forking` daemon leaves its main process id; a relative path is taken below `/run` (`$XDG_RUNTIME_DIR` for user units). systemd only reads it, and deletes it after the stop. Puma, Gunicorn and Sidekiq in the foreground do not need it: a path that never appears makes a forking start time out.',
    example: '/run/app/app.pid',
  },
  BusName: {
    summary:
      'The D-Bus name the service owns once it is ready. Required by `Type=dbus`, which it also selects if `Type=` is missing; losing the name then stops the service.',
    example: 'org.example.App',
  },
  ExecStart: {
    summary:
      'The command that is the service: an absolute program path, or a bare name looked up in a fixed search path, then its arguments. No shell reads it, so `&&`, `>`, `~` and a leading `VAR=x` do not work; wrap such things as `/bin/sh -c` or use `Environment=`. One line only, unless `Type=oneshot`; in a drop-in, clear the list with an empty `ExecStart=` first.',
    example: '/usr/bin/bundle exec puma -C config/puma.rb',
  },
  ExecStartPre: {
    summary:
      'Commands run one after another ahead of `ExecStart=`, say to check a configuration file; a failing one aborts the start unless the line begins with `-`. They run as `User=` (prefix `+` for root), have `TimeoutStartSec=` each, and cannot leave a process behind for later.',
    example: '/usr/sbin/nginx -t -q',
  },
  ExecStartPost: {
    summary:
      'Commands run once the service is up in the sense of `Type=`, for instance to warm a cache. With `Type=simple` that is before the program can answer, so a probe here needs `notify` or its own wait loop. A failure stops the service unless the line begins with `-`.',
    example: '-/usr/bin/curl --silent --retry 5 --retry-connrefused http://127.0.0.1:3000/up',
  },
  ExecCondition: {
    summary:
      'A check ahead of `ExecStartPre=` that can call the start off without an error: status 0 goes on, 1 to 254 skips the service quietly, 255 or a signal makes it fail. Good for "run on the primary only"; `ExecStopPost=` runs even after a skip.',
    example: '/usr/bin/test -e /srv/app/current/config/puma.rb',
  },
  ExecReload: {
    summary:
      'What `systemctl reload` runs, mostly a signal to `$MAINPID`; without it (or `Type=notify-reload`) the unit cannot be reloaded. `kill` returns before the program has acted, so the reload is reported too early. Puma restarts in phases on `USR1`, Gunicorn reloads on `HUP`.',
    example: '/bin/kill -USR1 $MAINPID',
  },
  ExecReloadPost: {
    summary:
      'Commands that follow a reload which succeeded, written like `ExecReload=`. Handy for telling a proxy or purging a cache once the new configuration is live; systemd before 259 ignores it.',
    example: '-/usr/bin/logger "app configuration reloaded"',
  },
  ExecStop: {
    summary:
      'Commands that ask a started service to end, and must wait until it has: whatever still runs when they return gets `KillSignal=` at once. Leave it out where `SIGTERM` already means a graceful stop, as for Puma, Gunicorn and Sidekiq. Not run if the start failed; `$MAINPID` is empty if the main process is already gone.',
    example: '/usr/sbin/nginx -s quit',
  },
  ExecStopPost: {
    summary:
      'Clean-up after every end of the service, a crash or a failed start included, which `ExecStop=` does not cover. The outcome is in `$SERVICE_RESULT`, `$EXIT_CODE` and `$EXIT_STATUS`. Write it so that it copes with a half-finished start.',
    example: '-/usr/bin/rm -f /run/app/app.sock',
  },
  Restart: {
    summary:
      'When systemd brings the service back by itself: `no`, `always`, `on-success`, `on-failure`, `on-abnormal`, `on-abort` or `on-watchdog`. Never after `systemctl stop`, and no longer once `StartLimitBurst=` starts fall into `StartLimitIntervalSec=`. `on-failure` suits web apps; `Type=oneshot` refuses `always` and `on-success`.',
    default: '`no`',
    example: 'on-failure',
  },
  RestartMode: {
    summary:
      'How an automatic restart looks to other units (since 254): `normal` passes through `failed` or `inactive`, so dependents and `OnFailure=` notice; `direct` goes straight back to starting and spares them. `debug` (since 257) is `normal` plus debug logging and `DEBUG_INVOCATION=1` for the new attempt.',
    default: '`normal`',
    example: 'direct',
  },
  RestartSec: {
    summary:
      'Pause before an automatic restart, as a time span. The short default burns five attempts in half a second and then hits the start limit; a few seconds give a database time to return.',
    default: '`DefaultRestartSec=` of the manager, `100ms`',
    example: '5s',
  },
  RestartSteps: {
    summary:
      'Number of steps in which the restart pause grows geometrically from `RestartSec=` to `RestartMaxDelaySec=`. Without `RestartMaxDelaySec=`, or with `RestartSec=0`, it does nothing.',
    default: '`0`, the pause does not grow',
    example: '5',
  },
  RestartMaxDelaySec: {
    summary:
      'Upper end of a growing restart pause, reached after `RestartSteps=` steps; a time span or `infinity`. Needs `RestartSteps=`, and must not be below `RestartSec=`, which is otherwise cut down to it.',
    default: '`infinity`, no growth',
    example: '2min',
  },
  RestartRandomizedDelaySec: {
    summary:
      'Adds a random share of this time span to each automatic restart pause, so that many instances which crashed together do not come back in one stampede. `infinity` is not accepted.',
    default: '`0`, no random part',
    example: '10s',
  },
  SuccessExitStatus: {
    summary:
      'Further exit statuses and signals that count as a clean end, listed as numbers, names such as `TEMPFAIL`, or signal names. Java programs need `143` here, their status after `SIGTERM`. Repeated lines add up; an empty one clears the list.',
    default: 'status 0, and except for `Type=oneshot` the signals `SIGHUP`, `SIGINT`, `SIGTERM`, `SIGPIPE`',
    example: '143 TEMPFAIL',
  },
  RestartPreventExitStatus: {
    summary:
      'Exit statuses or signals of the main process after which no automatic restart happens, whatever `Restart=` says. Use it for errors that a retry cannot cure, such as a broken configuration (`CONFIG`, 78).',
    default: 'none',
    example: 'CONFIG 255',
  },
  RestartForceExitStatus: {
    summary:
      'Exit statuses or signals of the main process that always lead to a restart, even with `Restart=no`; only `RestartPreventExitStatus=` wins over it. Lets a program ask for a fresh start by its exit status. Success of a `oneshot` never restarts, and up to 254 systemd refuses such a service.',
    default: 'none',
    example: 'TEMPFAIL 133',
  },
  TimeoutStartSec: {
    summary:
      'Longest time for each step of the start: every `ExecStartPre=`, then `ExecStart=` up to `READY=1`; beyond it the service is terminated and fails. It bounds a reload too. A time span, with `0` or `infinity` for no limit; raise it for an app that boots slowly or migrates first.',
    default: '`DefaultTimeoutStartSec=` of the manager (`90s`), `infinity` for `Type=oneshot`',
    example: '3min',
  },
  TimeoutStopSec: {
    summary:
      'Grace period of a stop, counted anew for each `ExecStop=` command and after the stop signal, until `SIGKILL` follows. Keep it above the drain time of the program: Sidekiq allows its jobs 25 seconds, Puma and Gunicorn wait for requests. `0` and `infinity` mean no limit.',
    default: '`DefaultTimeoutStopSec=` of the manager (`90s`)',
    example: '30s',
  },
  TimeoutSec: {
    summary:
      'Sets `TimeoutStartSec=` and `TimeoutStopSec=` in one go; of several such lines the last one wins. A time span, where `0` and `infinity` both mean no limit.',
    default: '`DefaultTimeoutStartSec=` and `DefaultTimeoutStopSec=` of the manager (`90s` each)',
    example: '2min',
  },
  TimeoutAbortSec: {
    summary:
      'How long a service may take to end after a watchdog abort, in place of `TimeoutStopSec=`, before it is killed. Raise it if writing a core dump of a large process needs longer; the dump is cut off otherwise.',
    default: '`DefaultTimeoutAbortSec=` of the manager, which unless set means `TimeoutStopSec=`',
    example: '5min',
  },
  TimeoutStartFailureMode: {
    summary:
      'First measure when `TimeoutStartSec=` has run out: `terminate` sends the usual stop signal, `abort` sends `WatchdogSignal=` to get a core dump, `kill` sends `FinalKillSignal=` at once.',
    default: '`terminate`',
    example: 'abort',
  },
  TimeoutStopFailureMode: {
    summary:
      'What happens when a stop exceeds `TimeoutStopSec=`: `terminate` goes on with the next step (stop signal, then `SIGKILL`), `abort` puts `WatchdogSignal=` in between so that a hanging shutdown leaves a core dump, `kill` forces the end once an `ExecStop=` is late.',
    default: '`terminate`',
    example: 'abort',
  },
  RuntimeMaxSec: {
    summary:
      'Ends the service after this much running time and marks it failed with result `timeout`. Together with `Restart=always` a crude cure for leaking workers. Without effect on `Type=oneshot`: limit that with `TimeoutStartSec=`.',
    default: '`infinity`',
    example: '12h',
  },
  RuntimeRandomizedExtraSec: {
    summary:
      'Lengthens `RuntimeMaxSec=` by a random amount up to this time span, so that instances do not all recycle in the same minute. Pointless, and warned about, without `RuntimeMaxSec=`.',
    default: '`0`',
    example: '30min',
  },
  WatchdogSec: {
    summary:
      'The longest silence between two `WATCHDOG=1` messages before the service is aborted with `WatchdogSignal=` and fails; add `Restart=on-failure` to bring it back. Puma and Sidekiq ping by themselves with `Type=notify`. A program that does not ping is killed over and over.',
    default: '`0`, no watchdog',
    example: '30s',
  },
  RootDirectoryStartOnly: {
    summary:
      'Confines only `ExecStart=` to `RootDirectory=` or `RootImage=`, while `ExecStartPre=`, `ExecReload=`, `ExecStop=` and the like see the host file system. Useful if the helpers are not part of the image.',
    default: '`no`',
  },
  NonBlocking: {
    summary:
      'Sets `O_NONBLOCK` on the sockets handed over by a socket unit (descriptors 3 and up, not those of the descriptor store). Event-loop servers want it; all services that share one socket must agree, since the flag belongs to the socket.',
    default: '`no`',
  },
  NotifyAccess: {
    summary:
      'Whose `READY=1`, `WATCHDOG=1` or `STATUS=` messages count: `none`, `main` (the main process), `exec` (also the other `Exec…=` processes), `all` (any process of the service). If a wrapper or a worker sends them they are dropped under `main` and the start times out; `all` helps.',
    default: '`none`; `main` with `Type=notify`, `notify-reload`, WatchdogSec= or FileDescriptorStoreMax=',
    example: 'all',
  },
  Sockets: {
    summary:
      'Names of the socket units, each ending in `.socket`, whose descriptors the service gets when it starts, for instance one for HTTP and one for metrics. Adds `Wants=` and `After=` on them. The list only ever grows: no empty line resets it.',
    default: 'the socket unit with the same name as the service',
    example: 'app-http.socket app-admin.socket',
  },
  FileDescriptorStoreMax: {
    summary:
      'How many open descriptors the service may park in systemd with `FDSTORE=1`, to get them back after a restart. Lets a server restart without closing connections, if its code supports that.',
    default: '`0`, nothing is stored',
    example: '64',
  },
  FileDescriptorStorePreserve: {
    summary:
      'How long parked descriptors are kept: `no` until the service stops, `restart` across restarts only, `yes` even while it is stopped, `on-success` (since 261) like `yes` but not past a final failure. `systemctl clean --what=fdstore` empties the store by hand.',
    default: '`restart`',
    example: 'yes',
  },
  LUOSession: {
    summary:
      'Names of kernel live-update sessions that systemd opens and parks in the descriptor store, so that memory files survive a kexec reboot. Combine with `FileDescriptorStorePreserve=yes`. Ignored where `/dev/liveupdate` is missing.',
    default: 'none',
    example: 'cache sessions',
  },
  USBFunctionDescriptors: {
    summary:
      'File with the FunctionFS descriptors that systemd writes to `ep0` of a USB gadget when its socket unit opens it. Needs that socket unit with `ListenUSBFunction=`, and `USBFunctionStrings=` beside it.',
    example: '/usr/lib/gadget/descriptors',
  },
  USBFunctionStrings: {
    summary:
      'File with the FunctionFS strings of a USB gadget, the companion of `USBFunctionDescriptors=`. One without the other is ignored with a warning.',
    example: '/usr/lib/gadget/strings',
  },
  OOMPolicy: {
    summary:
      'What follows when the kernel or systemd-oomd kills a process for lack of memory: `continue` lets the rest run, `stop` shuts the whole service down, `kill` takes all its processes at once. A clustered Puma or Gunicorn could replace a lost worker itself; under `stop` one worker ends the app, so pair it with `Restart=` or choose `continue`.',
    default: '`DefaultOOMPolicy=` of the manager (`stop`), `continue` with Delegate=',
    example: 'continue',
  },
  OpenFile: {
    summary:
      'Written `path:name:options`: systemd opens the file, or connects to the socket, and passes the descriptor under that name. Lets an unprivileged or sandboxed program read a key it may not open itself. Options: `read-only`, `append`, `truncate`, `graceful` (a missing file is no error).',
    example: '/etc/app/master.key:master-key:read-only',
  },
  ReloadSignal: {
    summary:
      'The signal that `systemctl reload` sends to the main process of a `Type=notify-reload` service; other types ignore it. Since 262 the program must catch or block it before it says `READY=1`, or the start fails.',
    default: '`SIGHUP`',
    example: 'SIGUSR1',
  },
  RefreshOnReload: {
    summary:
      'What a reload renews besides signalling the program: `extensions` (configuration extensions from versioned `.v` folders, in system services only), `credentials`, both, or a boolean for all or none; a leading `~` takes items away. Set explicitly, it makes a unit reloadable that has no `ExecReload=` but uses what is named.',
    default: '`extensions`, where the unit uses any',
    example: 'extensions credentials',
  },

  KillMode: {
    summary:
      'Who gets the stop signals: `control-group` all processes, `mixed` the main process first and `SIGKILL` for the rest after it, `process` the main process only, `none` nobody. `mixed` suits Gunicorn and other masters that wind down their own workers. `process` and `none` leave strays that hold ports and memory.',
    default: '`control-group`',
    example: 'mixed',
  },
  KillSignal: {
    summary:
      'The signal that begins a stop; `SIGCONT` follows so that frozen processes notice. Change it where a graceful end takes another one, such as `SIGQUIT` for nginx or `SIGINT` for PostgreSQL.',
    default: '`SIGTERM`',
    example: 'SIGQUIT',
  },
  RestartKillSignal: {
    summary:
      'Replaces `KillSignal=` when the stop is part of a restart job, for programs that can tell "going away" from "coming right back". It takes no part in restarts done by `Restart=`.',
    default: 'the value of KillSignal=',
    example: 'SIGUSR2',
  },
  FinalKillSignal: {
    summary:
      'What processes get if they outlive the stop timeout, provided `SendSIGKILL=` is on. It has to be one that nobody handles; `SIGQUIT` or `SIGABRT` with `LimitCORE=infinity` shows where a shutdown hangs.',
    default: '`SIGKILL`',
    example: 'SIGABRT',
  },
  WatchdogSignal: {
    summary:
      'Signal for a service that missed its `WatchdogSec=` deadline, also used by the `abort` failure modes. The default makes Python print its stack with `PYTHONFAULTHANDLER=1`, Go does so on `SIGQUIT`. Units other than services never send it.',
    default: '`SIGABRT`',
    example: 'SIGQUIT',
  },
  SendSIGKILL: {
    summary:
      'Whether processes that ignore the stop signal are killed by force once the timeout is over. With `no` a stop may leave processes behind, and the unit then refuses to start under `KillMode=control-group` or `mixed`; meant for databases that must not be cut off.',
    default: '`yes`',
  },
  SendSIGHUP: {
    summary:
      'Sends `SIGHUP` right after the stop signal, as if the terminal had been closed. Interactive shells need it, since they ignore `SIGTERM`; servers that reload on `SIGHUP` must not get it.',
    default: '`no`',
  },

  'Scope.RuntimeMaxSec': {
    summary:
      'Ends all processes of the scope after this time span and marks it failed. Scopes have no file of their own: set it with `systemd-run --scope -p`, or in a drop-in such as `session-.scope.d/`.',
    default: '`infinity`',
    example: '8h',
  },
  'Scope.RuntimeRandomizedExtraSec': {
    summary:
      'A random extra, up to this time span, on top of the `RuntimeMaxSec=` of a scope, which spreads the moment at which similar scopes end. Alone it does nothing.',
    default: '`0`',
    example: '10min',
  },
  'Scope.TimeoutStopSec': {
    summary:
      'Time the processes of a scope have to go after the stop signal before `SIGKILL`. Shorten it for login sessions that delay a shutdown.',
    default: '`DefaultTimeoutStopSec=` of the manager (`90s`)',
    example: '15s',
  },
  'Scope.OOMPolicy': {
    summary:
      'Fate of a scope in which a process was killed for lack of memory (since 253): `continue` keeps the others, `stop` ends them with the usual signals, `kill` has the kernel remove them all together. Login sessions are given `continue`, so one greedy program does not log you out.',
    default: '`DefaultOOMPolicy=` of the manager (`stop`), `continue` with Delegate=',
    example: 'continue',
  },
}
