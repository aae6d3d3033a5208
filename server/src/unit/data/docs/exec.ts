import type { DirectiveDocs } from './types.ts'

/** What the directives of systemd.exec(5) that shape a process are for, in our own words; those that restrict it are in `sandbox.ts`. */
export const execDocs: DirectiveDocs = {
  // Paths
  WorkingDirectory: {
    summary:
      'Directory the commands start in: an absolute path, or `~` for the home of `User=`. Bundler, Gunicorn and Node look for their files there, so point it at the release. A missing directory fails the start with `200/CHDIR` unless the path begins with `-`; a relative path makes systemd reject the whole unit.',
    default: '`/`; in a user manager the home directory of the user',
    example: '/srv/myapp/current',
  },
  ExecSearchPath: {
    summary:
      'Colon-separated absolute directories in which the program of `ExecStart=` and its kin is looked up when given by bare name. It also becomes the `PATH` of the process unless the unit sets one itself. Setting `PATH` in `Environment=` does not change the lookup of the program, this does.',
    default: 'the fixed search path compiled into systemd',
    example: '/home/deploy/.rbenv/shims:/usr/local/bin:/usr/bin',
  },

  // Users and groups
  User: {
    summary:
      'Account the commands run as, by name or number; lines prefixed with `+` stay privileged. It must exist when the service starts, else `217/USER`. A user manager can only run as its own user, and `%h` and `%u` in a unit file still mean the manager, not this user.',
    default: '`root`; in a user manager the user it belongs to',
    example: 'deploy',
  },
  Group: {
    summary:
      'Primary group of the processes, by name or number, if the login group of `User=` is not the wanted one. Files and sockets they create belong to it. An unknown group ends in `216/GROUP`.',
    default: 'the primary group of `User=`',
    example: 'www-data',
  },
  SupplementaryGroups: {
    summary:
      'Adds groups to those which the user database already grants to `User=`, separated by blanks. Handy to let an app open the socket of Redis or read a TLS key without changing its account. Repeated lines add up; an empty value drops what came before.',
    default: 'only the groups of `User=` in the user database',
    example: 'redis ssl-cert',
  },
  SetLoginEnvironment: {
    summary:
      'Whether systemd fills in `HOME`, `LOGNAME` and `SHELL`. Turn it on for a service of root whose tools want `HOME` (git, npm, Bundler), or off to keep a clean environment. Since 255; hardly matters in a user manager, which passes on its own values.',
    default: '`yes` if `User=`, `DynamicUser=` or, since 256, `PAMName=` is set, else `no`',
    example: 'yes',
  },
  DynamicUser: {
    summary:
      'Invents an account for as long as the unit runs and locks it in: system read-only, home directories too, private `/tmp`, no new privileges. Data must live in `StateDirectory=`, `CacheDirectory=`, `LogsDirectory=` or `RuntimeDirectory=`. A user manager refuses such a unit.',
    default: '`no`',
    example: 'yes',
  },
  PAMName: {
    summary:
      'Opens a PAM session with this service name (a file in `/etc/pam.d`) around the processes, which can apply limits.conf and set `XDG_RUNTIME_DIR`. Works only beside `User=`, and `KillMode=` must be `control-group` or `mixed`. An ordinary daemon does better without.',
    default: 'no PAM session',
    example: 'login',
  },
  UMask: {
    summary:
      'Permission bits, in octal, that are taken away from every file the processes create. `0027` keeps uploads and logs from other users; a socket that nginx opens through a shared group needs the group bits, hence `0007`.',
    default: '`0022`; a user manager hands down its own mask',
    example: '0027',
  },

  // Environment
  Environment: {
    summary:
      'Sets variables as `NAME=value`, several on a line if separated by blanks; quote the whole assignment when the value has blanks, as in `"A=b c"`. `$` is not expanded, and `%` must be written `%%`. Anyone on the machine can read the values with `systemctl show`, so keep secrets in `LoadCredential=`.',
    default: 'no variables of its own',
    example: 'RAILS_ENV=production PORT=3000',
  },
  EnvironmentFile: {
    summary:
      'Reads variables from a file of `NAME=value` lines and lets them win over `Environment=`. It is no shell script: a line with `export` is skipped, `$OTHER` is not expanded, and `#` starts a comment only at line start. The manager reads it, so mode 0600 of root is fine; a missing file fails the start unless the path begins with `-`.',
    default: 'no file is read',
    example: '-/etc/default/myapp',
  },
  PassEnvironment: {
    summary:
      'Names variables of the manager that the processes shall inherit, since system services start with an almost empty environment. The environment of PID 1 is meant, not that of your login shell; names it lacks are skipped. Without effect in a user manager, which passes everything anyway.',
    default: 'nothing is passed on',
    example: 'HTTP_PROXY HTTPS_PROXY NO_PROXY',
  },
  UnsetEnvironment: {
    summary:
      'Removes variables as the very last step, whoever set them: the manager, `Environment=`, `EnvironmentFile=` or PAM. A bare name always goes, `NAME=value` only if the value matches. Variables in the command line were expanded earlier and are not affected.',
    default: 'nothing is removed',
    example: 'LANG LC_ALL',
  },

  // Scheduling and memory
  Nice: {
    summary:
      'CPU priority from `-20` (gets most) to `19` (yields to all). Give background workers such as Sidekiq a positive value so that web requests come first. A user manager may lower the priority but not raise it; the value is then clamped silently.',
    default: 'that of the manager, normally `0`',
    example: '10',
  },
  CPUSchedulingPolicy: {
    summary:
      'Chooses the scheduler of the kernel: `other`, `batch` for long calculations, `idle` for work that may wait, `fifo` and `rr` for real time, or `ext` since 260. Real-time processes can starve the machine and need privileges, without which the start fails with `214/SETSCHEDULER`.',
    default: '`other`',
    example: 'batch',
  },
  CPUSchedulingPriority: {
    summary:
      'Rank among real-time processes, from `1` to `99` with the highest first. Only `fifo` and `rr` of `CPUSchedulingPolicy=` know such ranks; for all other policies use `Nice=` or `CPUWeight=`.',
    default: '`0`, or `1` under a real-time policy',
    example: '20',
  },
  CPUSchedulingResetOnFork: {
    summary:
      'Lets only the started process have its special scheduling; whatever it forks begins again at normal priority. Sensible when a real-time daemon calls shell scripts or helpers.',
    default: '`no`',
    example: 'yes',
  },
  CPUAffinity: {
    summary:
      'Pins the processes to CPUs, given as numbers and ranges such as `0-3 8`, or to those of `NUMAMask=` with `numa`. Programs that size their worker pool from the visible CPUs adapt to it. To cap CPU time rather than choose cores, use `CPUQuota=`.',
    default: 'all CPUs the manager may use',
    example: '0-3',
  },
  NUMAPolicy: {
    summary:
      'Tells the kernel from which memory nodes to allocate on a machine with several sockets: `default`, `preferred`, `bind`, `interleave` or `local`; 262 adds `preferred-many` and `weighted-interleave`. The nodes come from `NUMAMask=`. Web apps rarely need it, large databases often want `interleave`.',
    default: 'the policy inherited from the manager',
    example: 'interleave',
  },
  NUMAMask: {
    summary:
      'Memory nodes to which `NUMAPolicy=` applies, written like the CPU list of `CPUAffinity=`, or `all`. `preferred` wants exactly one node; `default` and `local` want none.',
    default: 'no node',
    example: '0-1',
  },
  IOSchedulingClass: {
    summary:
      'Disk priority class: `realtime`, `best-effort`, or `idle`, which gets the disk only when nobody else wants it. Backups and batch jobs are good candidates for `idle`. It counts only with a disk scheduler that honours priorities, such as BFQ.',
    default: '`best-effort`',
    example: 'idle',
  },
  IOSchedulingPriority: {
    summary:
      'Rank within the class of `IOSchedulingClass=`, from `0` (first) to `7` (last). The class `idle` has no ranks.',
    default: '`4`',
    example: '6',
  },
  OOMScoreAdjust: {
    summary:
      'Shifts how likely the kernel is to kill these processes when memory runs out: `-1000` never, `1000` first of all. Raise it for workers you can afford to lose, lower it for the database. Unprivileged managers cannot go below their own value.',
    default: 'that of the manager, `0` for the system; a user manager adds 100 to its own',
    example: '500',
  },
  TimerSlackNSec: {
    summary:
      'How late the kernel may wake the processes so that it can bundle timers and save power. A number without unit counts nanoseconds, unlike in other directives. Leave it alone unless you measure latencies.',
    default: 'that of the manager, normally 50 µs',
    example: '1ms',
  },
  MemoryKSM: {
    summary:
      'Lets the kernel merge identical memory pages of the processes, which saves memory with many equal workers or virtual machines and costs CPU time. Merged pages open a side channel, so switch it on only among processes that trust each other. Since 254.',
    default: 'inherited from the manager, normally off',
    example: 'yes',
  },
  MemoryTHP: {
    summary:
      'Huge memory pages for these processes: `disable`, `madvise` for only where the program asks, `system` for the global setting, `inherit` to leave things as they are. Redis and apps on jemalloc often bloat or stall with them. Since 260.',
    default: '`inherit`',
    example: 'disable',
  },

  // Process properties
  CoredumpFilter: {
    summary:
      'Which kinds of memory end up in a core dump, as names such as `private-anonymous` and `shared-anonymous`, as `default` or `all`, or as a hexadecimal mask. Repeated lines add up. Use it to keep huge shared caches out of dumps.',
    default: 'inherited, normally `0x33`: anonymous memory, ELF headers and private huge pages',
    example: 'default shared-file-backed',
  },
  IgnoreSIGPIPE: {
    summary:
      'Starts the processes with `SIGPIPE` ignored, so that writing to a closed connection is an error instead of death. Children inherit it: in scripts a pipe into `head` then ends with "Broken pipe" messages, which `no` cures.',
    default: '`yes`',
    example: 'no',
  },

  // Standard input and output
  StandardInput: {
    summary:
      'Source of file descriptor 0: `null`, a terminal (`tty`, `tty-force`, `tty-fail`), `data` from the unit itself, `file:/path`, `socket` in the style of inetd, or `fd:NAME` from a socket unit. A daemon that wants a console to stay alive, such as a REPL, quits at once on `null`.',
    default: '`null`, or `data` if StandardInputText= or StandardInputData= is set',
    example: 'socket',
  },
  StandardOutput: {
    summary:
      'Where stdout goes: `journal`, `null`, `tty`, `kmsg`, `inherit`, `socket`, `fd:NAME`, or a file with `append:`, `truncate:` or `file:` (which overwrites from the start). Files are opened by the manager, hence owned by root in a system service, and before `LogsDirectory=` exists: a missing directory fails with `209/STDOUT`.',
    default:
      '`journal` (DefaultStandardOutput=); `inherit` if stdin is a terminal, socket or named descriptor',
    example: 'append:/var/log/myapp.log',
  },
  StandardError: {
    summary:
      'Where stderr goes; the values are those of `StandardOutput=`, and `inherit` means the same place as stdout. Redirecting stdout to a file therefore takes the error messages along unless you set `journal` here.',
    default: '`inherit` (DefaultStandardError=)',
    example: 'journal',
  },
  StandardInputText: {
    summary:
      'Text fed to the process on stdin, one line with a newline added for each use; C escapes and `%` specifiers are resolved. Takes effect with `StandardInput=data`, which it implies. An empty value clears all text and data collected so far.',
    default: 'no text',
    example: 'SELECT 1;',
  },
  StandardInputData: {
    summary:
      'Bytes fed to the process on stdin, encoded in Base64. It shares one buffer with `StandardInputText=`, filled in the order of the lines.',
    default: 'no data',
    example: 'SGVsbG8sIHdvcmxkIQo=',
  },
  TTYPath: {
    summary:
      'Terminal device that `StandardInput=tty` and its kin connect to. Needed for gettys and for programs shown on a console, never for a web app.',
    default: '`/dev/console`',
    example: '/dev/tty8',
  },
  TTYReset: {
    summary:
      'Puts the terminal of `TTYPath=` back to sane settings before and after the run, without clearing the screen. Wanted after programs that leave raw mode or colours behind.',
    default: '`no`',
    example: 'yes',
  },
  TTYVHangup: {
    summary:
      'Hangs up the terminal of `TTYPath=` before and after the run, so that no other process keeps it open. A login prompt uses it to be sure that nobody listens in.',
    default: '`no`',
    example: 'yes',
  },
  TTYVTDisallocate: {
    summary:
      'Gives the virtual console of `TTYPath=` back before and after the run, which wipes screen and scrollback. Protects what the previous user saw; a terminal of another kind is merely cleared.',
    default: '`no`',
    example: 'yes',
  },
  TTYRows: {
    summary:
      'Height in lines that the terminal of `TTYPath=` reports to programs. Serial lines and hypervisor consoles do not know their size, which garbles full-screen output.',
    default: 'asked from the terminal, else decided by the kernel',
    example: '50',
  },
  TTYColumns: {
    summary:
      'Width in characters that the terminal of `TTYPath=` reports to programs; the companion of `TTYRows=`.',
    default: 'asked from the terminal, else decided by the kernel',
    example: '132',
  },

  // Logging
  SyslogIdentifier: {
    summary:
      'Name put before the log lines of stdout and stderr, and what `journalctl -t` filters by. Worth setting where the program is a launcher: without it every Ruby service logs as `bundle` or `ruby`.',
    default: 'the name of the executed program',
    example: 'puma',
  },
  SyslogFacility: {
    summary:
      'Syslog category of what is written to stdout and stderr, such as `daemon`, `auth` or `local0` to `local7`. A classic rsyslog rule can sort a service into its own file by a `local` facility.',
    default: '`daemon`',
    example: 'local0',
  },
  SyslogLevel: {
    summary:
      'Priority given to lines of stdout and stderr which bring none themselves, from `emerg` to `debug`. Both streams get the same one, so errors on stderr do not show up under `journalctl -p err`.',
    default: '`info`',
    example: 'notice',
  },
  SyslogLevelPrefix: {
    summary:
      'Whether a line beginning with a number such as `<3>` is logged at that priority, with the number cut off. Turn it off when the program prints such text by itself.',
    default: '`yes`',
    example: 'no',
  },
  LogLevelMax: {
    summary:
      'Drops messages less important than this level before they are stored, whatever protocol the unit uses: `info` silences debug chatter. With `debug` you see more of what systemd says about this unit alone. User managers cannot filter the journal this way.',
    default: 'no filtering for the unit',
    example: 'info',
  },
  LogRateLimitIntervalSec: {
    summary:
      'Time window in which at most `LogRateLimitBurst=` messages of the unit are kept; journald drops the rest and says how many. `0` does not lift the limit for one unit, it counts as unset, so raise the burst instead. Applies to system services and to output that passes through journald.',
    default: '`RateLimitIntervalSec=` of journald.conf, normally 30s',
    example: '10s',
  },
  LogRateLimitBurst: {
    summary:
      'Number of messages the unit may log within `LogRateLimitIntervalSec=`; journald multiplies it when the disk has plenty of room. Raise it for a busy web app whose request log shows gaps and "Suppressed" notices. `0` counts as unset.',
    default: '`RateLimitBurst=` of journald.conf, normally 10000',
    example: '50000',
  },
  LogExtraFields: {
    summary:
      'Attaches fields of your own to every journal entry of the unit, as `FIELD=value` with an upper-case name; quote an assignment that has blanks. Several units can then be searched together, as in `journalctl APP=shop`. System services only.',
    default: 'no extra fields',
    example: 'APP=shop TIER=web',
  },
  LogFilterPatterns: {
    summary:
      'Keeps only the log messages that match an extended regular expression, or throws matching ones away if the pattern starts with `~`. One pattern a line; those that discard are asked first. Good against health-check noise; since 253, system services only.',
    default: 'every message is kept',
    example: '~GET /healthz',
  },
  LogNamespace: {
    summary:
      'Sends all logging of the unit to a journald instance of its own, with separate storage, limits and retention. You then read it with `journalctl --namespace=NAME`; plain `journalctl -u` stays empty, which surprises people. Not available in a user manager.',
    default: 'the common journal',
    example: 'shop',
  },

  // Resource limits
  LimitCPU: {
    summary:
      'CPU time a single process may use up before `SIGXCPU` and, at the hard limit, `SIGKILL`; a plain number means seconds. Fatal for daemons, which add up time for weeks: use `CPUQuota=` to slow a service down.',
    default: 'no limit (DefaultLimitCPU=)',
    example: '10min',
  },
  LimitFSIZE: {
    summary:
      'Largest file a process may write, in bytes or with `K`, `M`, `G`. Going past it brings `SIGXFSZ`, so a log file that reaches the limit kills the service.',
    default: 'no limit (DefaultLimitFSIZE=)',
    example: '2G',
  },
  LimitDATA: {
    summary:
      'Size of the data segment and private writable mappings of each process. It restricts address space, not memory in use, and breaks allocators and runtimes; `MemoryMax=` is what you want.',
    default: 'no limit (DefaultLimitDATA=)',
    example: 'infinity',
  },
  LimitSTACK: {
    summary:
      'Stack size of the main thread, and what new threads get unless the program says otherwise. Raise it for deep recursion, in moderation, as every thread reserves that much address space.',
    default: '`8M:infinity` from the kernel (DefaultLimitSTACK=)',
    example: '16M:infinity',
  },
  LimitCORE: {
    summary:
      'Largest core dump, in bytes. `0` suppresses dumps, which may contain passwords and customer data; `infinity` keeps them whole for debugging.',
    default: '`infinity`, as PID 1 sets it (DefaultLimitCORE=); Debian makes it `0:infinity`',
    example: '0',
  },
  LimitRSS: {
    summary:
      'Meant to bound resident memory, but Linux ignores it. Write `MemoryMax=` or `MemoryHigh=` instead.',
    default: 'no limit (DefaultLimitRSS=)',
    example: 'infinity',
  },
  LimitNOFILE: {
    summary:
      'Open files and sockets per process, a count without suffix: `1K` is refused. Busy servers that do not raise the soft limit themselves run into `EMFILE` at 1024. Limits of `/etc/security/limits.conf` do not reach services; a user manager cuts what is above its own hard limit down to it, without a word.',
    default: '`1024:524288` (DefaultLimitNOFILE=)',
    example: '65536',
  },
  LimitAS: {
    summary:
      'Virtual address space of each process. Node, Java, Go and jemalloc reserve far more than they use and crash on a limit that looks generous; cap memory with `MemoryMax=`.',
    default: 'no limit (DefaultLimitAS=)',
    example: 'infinity',
  },
  LimitNPROC: {
    summary:
      'Processes and threads the user may have, counted over everything that runs under that UID and not enforced for root. Two services with one account share it, so forks fail in the wrong one; `TasksMax=` counts per unit.',
    default: 'set by the kernel from the memory size (DefaultLimitNPROC=)',
    example: '4096',
  },
  LimitMEMLOCK: {
    summary:
      'Memory a process may lock into RAM. Needed by Elasticsearch with locked memory, by Vault, and by io_uring and eBPF programs on older kernels.',
    default: '`8M` (DefaultLimitMEMLOCK=)',
    example: '64M',
  },
  LimitLOCKS: {
    summary: 'Number of file locks and leases a process may hold. Linux has not enforced it since 2.4.25.',
    default: 'no limit (DefaultLimitLOCKS=)',
    example: 'infinity',
  },
  LimitSIGPENDING: {
    summary:
      'Signals that may be queued for the user of the process at one time. Matters only to programs that rely on real-time signals or POSIX timers.',
    default: 'set by the kernel from the memory size (DefaultLimitSIGPENDING=)',
    example: '16384',
  },
  LimitMSGQUEUE: {
    summary:
      'Bytes that all POSIX message queues of the user may take up. When it is used up, `mq_open()` fails with `EMFILE`.',
    default: '`819200` from the kernel (DefaultLimitMSGQUEUE=)',
    example: '4M',
  },
  LimitNICE: {
    summary:
      'How far the processes may raise their own priority: a nice level with sign, such as `-5`, or the raw kernel number from `0` to `40`. It grants a right; to set the level itself use `Nice=`.',
    default: '`0`, no raising (DefaultLimitNICE=)',
    example: '-5',
  },
  LimitRTPRIO: {
    summary:
      'Highest real-time priority, up to `99`, that processes without privileges may give themselves. Audio servers and industrial control need it, web services do not.',
    default: '`0`, no real time (DefaultLimitRTPRIO=)',
    example: '50',
  },
  LimitRTTIME: {
    summary:
      'CPU time a real-time process may take without a blocking call before it gets `SIGXCPU`, then `SIGKILL`. A plain number counts microseconds.',
    default: 'no limit (DefaultLimitRTTIME=)',
    example: '200ms',
  },

  // Directories
  RuntimeDirectory: {
    summary:
      'Creates directories under `/run` (`$XDG_RUNTIME_DIR` in user units) owned by `User=` for sockets and PID files, names them in `$RUNTIME_DIRECTORY` and deletes them when the unit stops. Give names, not absolute paths. Two units with the same name get in trouble: whichever stops first removes it for both.',
    default: 'no directory',
    example: 'myapp',
  },
  RuntimeDirectoryMode: {
    summary:
      'Permissions of the `RuntimeDirectory=`, in octal. `0700` keeps nginx away from a socket in there; `0750` with a shared group lets it in.',
    default: '`0755`',
    example: '0750',
  },
  RuntimeDirectoryPreserve: {
    summary:
      'Whether the `RuntimeDirectory=` outlives the service: `no`, `restart` to keep it across restarts only, or `yes`. `restart` keeps a socket directory in place while the service comes back. `yes` also suits a directory that several units share, as no stop of one takes it from the others.',
    default: '`no`',
    example: 'restart',
  },
  StateDirectory: {
    summary:
      'Creates directories under `/var/lib` owned by `User=` for data that must survive, and names them in `$STATE_DIRECTORY`. They stay writable under `ProtectSystem=strict` and remain after a stop. In user units they lie in `~/.local/state`, before 254 in `~/.config`.',
    default: 'no directory',
    example: 'myapp',
  },
  StateDirectoryMode: {
    summary:
      'Permissions of the `StateDirectory=`, in octal. Databases and uploads seldom concern other users: `0750`.',
    default: '`0755`',
    example: '0750',
  },
  StateDirectoryAccounting: {
    summary:
      'Tags the `StateDirectory=` with a project ID so that disk use can be read per service with `repquota`. Needs a file system with project quotas, such as XFS or ext4; since 258.',
    default: '`no`',
    example: 'yes',
  },
  StateDirectoryQuota: {
    summary:
      'Hard cap on the disk space of the `StateDirectory=`: bytes with `K` to `T`, a percentage, or `off`. The file system must have project quotas switched on, else nothing is limited. Since 258.',
    default: '`off`',
    example: '5G',
  },
  CacheDirectory: {
    summary:
      'Creates directories under `/var/cache` owned by `User=` for data that can be made anew, and names them in `$CACHE_DIRECTORY`. They stay until `systemctl clean`. In user units they lie in `~/.cache`.',
    default: 'no directory',
    example: 'myapp',
  },
  CacheDirectoryMode: {
    summary: 'Permissions of the `CacheDirectory=`, in octal.',
    default: '`0755`',
    example: '0750',
  },
  CacheDirectoryAccounting: {
    summary:
      'Tags the `CacheDirectory=` with a project ID so that quota tools report its disk use. Needs a file system with project quotas; since 258.',
    default: '`no`',
    example: 'yes',
  },
  CacheDirectoryQuota: {
    summary:
      'Hard cap on the disk space of the `CacheDirectory=`: bytes with `K` to `T`, a percentage, or `off`. Writing beyond it fails, so the app must cope with a full cache; since 258.',
    default: '`off`',
    example: '10%',
  },
  LogsDirectory: {
    summary:
      'Creates directories under `/var/log` (`~/.local/state/log` in user units) owned by `User=` for log files the app writes itself, and names them in `$LOGS_DIRECTORY`. It comes too late for `StandardOutput=append:` into the same directory on the first start. Rotation remains your job.',
    default: 'no directory',
    example: 'myapp',
  },
  LogsDirectoryMode: {
    summary:
      'Permissions of the `LogsDirectory=`, in octal. `0750` keeps what the logs say about users from other accounts.',
    default: '`0755`',
    example: '0750',
  },
  LogsDirectoryAccounting: {
    summary:
      'Tags the `LogsDirectory=` with a project ID so that quota tools report its disk use. Needs a file system with project quotas; since 258.',
    default: '`no`',
    example: 'yes',
  },
  LogsDirectoryQuota: {
    summary:
      'Hard cap on the disk space of the `LogsDirectory=`: bytes with `K` to `T`, a percentage, or `off`. Saves the machine from a runaway log, at the price of write errors in the app; since 258.',
    default: '`off`',
    example: '2G',
  },
  ConfigurationDirectory: {
    summary:
      'Makes sure that directories under `/etc` (`~/.config` in user units) exist and names them in `$CONFIGURATION_DIRECTORY`. Unlike its siblings it is not handed over to `User=`, so the service can read but not write it.',
    default: 'no directory',
    example: 'myapp',
  },
  ConfigurationDirectoryMode: {
    summary:
      'Permissions that a `ConfigurationDirectory=` gets when it is created, in octal. Beware of modes that shut out `User=`, as root remains the owner.',
    default: '`0755`',
    example: '0755',
  },
  TimeoutCleanSec: {
    summary:
      'How long `systemctl clean` may take to delete the directories of the unit before it is cut off, with the rest left on disk. A time span such as `5min`.',
    default: '`infinity`',
    example: '5min',
  },

  // Credentials
  LoadCredential: {
    summary:
      'Hands a secret to the service as the file `$CREDENTIALS_DIRECTORY/ID`, written `ID:PATH`; the manager reads PATH, which may be readable by root alone. Only the service sees the copy, unlike an environment variable. Pass its place on with `Environment=KEY_FILE=%d/ID`; without PATH, `/etc/credstore` is searched.',
    default: 'no credentials',
    example: 'db-password:/etc/myapp/db-password',
  },
  LoadCredentialEncrypted: {
    summary:
      'Like `LoadCredential=`, for files made with `systemd-creds encrypt`: they are decrypted at start with the TPM or the key of this machine. Backups and disk images then hold no readable secret. A file that was encrypted elsewhere or under another name fails the start.',
    default: 'no credentials',
    example: 'db-password:/etc/credstore.encrypted/db-password',
  },
  ImportCredential: {
    summary:
      'Takes every credential whose name matches, from the manager, the host or `/etc/credstore`; a `*` may stand at the end only. Credentials that are missing or cannot be decrypted are skipped without failing the start. Since 254; `NAME:NEWNAME` renames since 257.',
    default: 'no credentials',
    example: 'myapp.*',
  },
  SetCredential: {
    summary:
      'Writes a credential into the unit itself, as `ID:VALUE` with C escapes. Everyone can read unit settings, so it serves for harmless data, or as the fallback when `LoadCredential=` finds nothing.',
    default: 'no credentials',
    example: 'greeting:hello\\n',
  },
  SetCredentialEncrypted: {
    summary:
      'Embeds an encrypted credential in the unit, as `ID:BASE64`; `systemd-creds encrypt -p` prints the ready line. Safe to publish, because only the machine it was made for can decrypt it.',
    default: 'no credentials',
  },

  // Login records
  UtmpIdentifier: {
    summary:
      'Four characters under which the service is recorded in utmp and wtmp, the lists behind `who` and `last`. For gettys and similar login services only; of a longer text the last four characters count.',
    default: 'no login records',
    example: 'tty1',
  },
  UtmpMode: {
    summary:
      'Kind of login record written when `UtmpIdentifier=` is set: `init` for a getty, `login` for a login program, `user` for a session leader. Without that identifier it does nothing.',
    default: '`init`',
    example: 'user',
  },
}
