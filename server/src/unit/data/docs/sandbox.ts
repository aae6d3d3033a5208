import type { DirectiveDocs } from './types.ts'

/** What the restricting directives of systemd.exec(5) are for, in our own words; the others are in `exec.ts`. */
export const sandboxDocs: DirectiveDocs = {
  // Protect*: what the service may change or see of the system
  ProtectSystem: {
    summary:
      'Makes the operating system read-only for the service: `yes` covers `/usr` and the boot partitions, `full` also `/etc`, `strict` everything but `/dev`, `/proc` and `/sys`. With `strict` list what the app writes in `ReadWritePaths=` or use `StateDirectory=` and its siblings. The home directories are up to `ProtectHome=`.',
    default: '`no`; `strict` with `DynamicUser=yes`',
    example: 'strict',
  },
  ProtectHome: {
    summary:
      'Shields `/home`, `/root` and `/run/user`: `yes` hides them, `read-only` allows reading, `tmpfs` shows empty ones into which `BindPaths=` can place things. An app or a Ruby below `/home/deploy` no longer starts under `yes` (`200/CHDIR` or `203/EXEC`); `read-only` is the way then.',
    default: '`no`; `read-only` with `DynamicUser=yes`',
    example: 'read-only',
  },
  ProtectKernelTunables: {
    summary:
      'Makes `/proc/sys`, `/sys` and similar kernel knobs read-only, so the service cannot change sysctls. No web app misses anything; scripts that call `sysctl -w` at start fail.',
    default: '`no`',
    example: 'yes',
  },
  ProtectKernelModules: {
    summary:
      'Forbids loading and unloading kernel modules, and hides `/usr/lib/modules`. Modules that the kernel loads by itself on demand still come. Fine for anything but firewalls, VPNs and container engines.',
    default: '`no`',
    example: 'yes',
  },
  ProtectKernelLogs: {
    summary:
      'Cuts the service off from the kernel log: `/dev/kmsg`, `/proc/kmsg` and the `syslog()` system call. Ordinary logging to journal or syslog goes on.',
    default: '`no`',
    example: 'yes',
  },
  ProtectClock: {
    summary:
      'Denies setting the system and hardware clock. Whole system calls are blocked, so tools which merely query the clock state by `adjtimex()` fail as well. NTP daemons need it off.',
    default: '`no`',
    example: 'yes',
  },
  ProtectControlGroups: {
    summary:
      'Makes `/sys/fs/cgroup` read-only with `yes`; since 257 `private` gives the service a cgroup view of its own, writable, and `strict` one that is read-only. Only container managers and the like write there.',
    default: '`no`',
    example: 'yes',
  },
  ProtectHostname: {
    summary:
      'Freezes the host name for the service, which lives in its own UTS namespace and no longer notices changes on the host. Since 258 `private` lets it change only its own copy, and `yes:NAME` or `private:NAME` starts with another name.',
    default: '`no`',
    example: 'yes',
  },
  ProtectProc: {
    summary:
      'Hides processes of other users in `/proc`: `invisible` removes their entries, `noaccess` only closes them, `ptraceable` leaves those the service could debug. Works only with a `User=` other than root. Process monitors need `default`.',
    default: '`default`, no hiding; system services only',
    example: 'invisible',
  },
  ProcSubset: {
    summary:
      'With `pid`, nothing but process directories remains in `/proc`. That takes away `/proc/meminfo`, `/proc/cpuinfo` and `/proc/sys`, which Node, Java and many native libraries read at start, so test before use.',
    default: '`all`',
    example: 'pid',
  },

  // Private*: what the service gets for itself
  PrivateTmp: {
    summary:
      'Gives the service its own `/tmp` and `/var/tmp`, emptied on stop. Sockets and PID files there are invisible to nginx or monit, so put them in `RuntimeDirectory=`. `yes` keeps them in the `/tmp` and `/var/tmp` of the host and can be shared by `JoinsNamespaceOf=`; `disconnected` (since 257) uses a fresh tmpfs.',
    default: '`no`; `disconnected` with `DynamicUser=yes`, before 257 `yes`',
    example: 'yes',
  },
  PrivateDevices: {
    summary:
      'Replaces `/dev` by a minimal one: `null`, `zero`, `full`, `random`, `urandom`, `tty`, terminals and `/dev/shm`, but no disks, GPUs or serial ports. Programs that map executable memory from `/dev/zero` break. For a few chosen devices use `DeviceAllow=` instead.',
    default: '`no`',
    example: 'yes',
  },
  PrivateNetwork: {
    summary:
      'Leaves the service nothing but a loopback device of its own: no TCP to the database, no DNS. Unix sockets in the file system still work, abstract ones do not. Good for batch jobs and converters; on a socket unit it is the listening socket that gets isolated.',
    default: '`no`',
    example: 'yes',
  },
  PrivateUsers: {
    summary:
      'Runs the service in a user namespace where root and its own user exist and all others look like `nobody`, so not even root has power over the host. `identity` (since 257) and `full` (since 258) keep the numbers, `managed` (since 260) hands out a fresh range. Ports below 1024 become unavailable.',
    default: '`no`; since 254 implied by most sandboxing in a user manager',
    example: 'yes',
  },
  PrivateMounts: {
    summary:
      'Keeps mounts made by the service to itself, while mounts of the host still arrive. Each command line gets its own namespace: what `ExecStartPre=` mounts is gone before `ExecStart=`. Every setting that hides or protects paths includes it.',
    default: '`no`, unless another sandboxing setting needs it',
    example: 'yes',
  },
  PrivateIPC: {
    summary:
      'Separates System V shared memory, semaphores and POSIX message queues from the rest of the machine. Unix sockets and `/dev/shm` are not touched. Units can share one such namespace by `JoinsNamespaceOf=`.',
    default: '`no`',
    example: 'yes',
  },
  PrivatePIDs: {
    summary:
      'Makes the main process PID 1 of a process namespace, so it sees only its own children. As PID 1 it has to reap orphans and has no default action for signals it does not handle. Services only, neither with `Type=forking` nor with `PAMName=`; since 257.',
    default: '`no`',
    example: 'yes',
  },
  PrivateBPF: {
    summary:
      'Mounts an empty `/sys/fs/bpf` of its own, which hides the eBPF programs and maps of the host. It is also the base for the `BPFDelegate*=` settings. Since 258.',
    default: '`no`',
    example: 'yes',
  },
  BPFDelegateCommands: {
    summary:
      'Commands of `bpf()` that a service in a user namespace may use through the file system of `PrivateBPF=yes`, comma-separated, or `any`. For container and tracing tools; since 258.',
    default: 'none',
    example: 'BPFMapCreate,BPFProgLoad',
  },
  BPFDelegateMaps: {
    summary:
      'Map types that may be created through the file system of `PrivateBPF=yes`, comma-separated, or `any`. Without that setting it does nothing; since 258.',
    default: 'none',
    example: 'BPFMapTypeHash,BPFMapTypeArray',
  },
  BPFDelegatePrograms: {
    summary:
      'Types of eBPF programs that may be loaded through the file system of `PrivateBPF=yes`, comma-separated, or `any`. Without that setting it does nothing; since 258.',
    default: 'none',
    example: 'BPFProgTypeSocketFilter',
  },
  BPFDelegateAttachments: {
    summary:
      'Places where eBPF programs may be attached through the file system of `PrivateBPF=yes`, comma-separated, or `any`. Without that setting it does nothing; since 258.',
    default: 'none',
    example: 'BPFCgroupInetIngress',
  },
  RemoveIPC: {
    summary:
      'Deletes leftover shared memory, semaphores and message queues of the user and group when the last unit that runs as them stops. Never turn it on for an account that people also log in with, or for a database whose administrator tools share it.',
    default: '`no`; always on with `DynamicUser=yes`',
    example: 'yes',
  },

  // Paths
  ReadWritePaths: {
    summary:
      'Reopens paths for writing below something read-only, such as `ProtectSystem=strict` or `ReadOnlyPaths=`. Owner and mode still decide. A path that does not exist fails the start with `226/NAMESPACE` unless it begins with `-`.',
    default: 'no exceptions',
    example: '/srv/myapp/shared -/var/spool/myapp',
  },
  ReadOnlyPaths: {
    summary:
      'Shows these paths read-only to the service, whatever their permissions say. Connecting to Unix sockets in them remains possible. Prefix `-` for paths that may be missing.',
    default: 'nothing',
    example: '/etc/myapp /srv/myapp/current',
  },
  InaccessiblePaths: {
    summary:
      'Makes files or whole trees unreachable for the service. Nothing below can be opened up again; to hide a tree except for parts of it use `TemporaryFileSystem=` and `BindPaths=`. Prefix `-` for paths that may be missing.',
    default: 'nothing',
    example: '-/etc/ssh -/var/backups',
  },
  ExecPaths: {
    summary:
      'Allows executing files below these paths again where `NoExecPaths=` forbids it. Besides the program it must list interpreter and shared libraries, else the start ends in `203/EXEC`.',
    default: 'no exceptions',
    example: '/usr/bin /usr/lib -/usr/lib64',
  },
  NoExecPaths: {
    summary:
      'Forbids executing anything below these paths, so that uploaded files cannot be run as programs. `NoExecPaths=/` with a short `ExecPaths=` is the strict form. Scripts given to an interpreter as an argument are merely read and still work.',
    default: 'nothing',
    example: '/srv/myapp/shared/uploads',
  },
  BindPaths: {
    summary:
      'Shows a file or directory at another place inside the service, as `SOURCE:DESTINATION`, writable; without destination at the same place. Mostly used to put things into a `RootDirectory=`, `TemporaryFileSystem=` or `ProtectHome=tmpfs`. Prefix `-` if the source may be missing.',
    default: 'nothing',
    example: '/srv/uploads:/srv/myapp/current/public/uploads',
  },
  BindReadOnlyPaths: {
    summary:
      'The same as `BindPaths=`, but read-only. The usual way to show certificates, `/etc/resolv.conf` or `/dev/log` to a service in a `RootDirectory=`.',
    default: 'nothing',
    example: '/etc/ssl/certs /etc/resolv.conf',
  },
  TemporaryFileSystem: {
    summary:
      'Covers directories with an empty tmpfs, optionally followed by `:` and mount options such as `ro` or `size=64M`. Together with `BindPaths=` it shows only chosen parts of a tree. The contents are in memory and end with the process.',
    default: 'nothing',
    example: '/var:ro',
  },

  // Capabilities and privileges
  NoNewPrivileges: {
    summary:
      'Promises the kernel that the service and its children never gain rights by starting a program. `sudo`, `su`, setuid helpers such as sendmail and file capabilities stop working. The cheapest hardening of all; in a user manager, before 255 also under any `User=`, settings that filter system calls (`SystemCallFilter=`, `Restrict…=`, `PrivateDevices=`, `ProtectKernel…=`) switch it on by themselves.',
    default: '`no`; `yes` with `DynamicUser=yes`',
    example: 'yes',
  },
  CapabilityBoundingSet: {
    summary:
      'Upper limit for the root powers the service may ever hold: a list of capabilities to keep, or with `~` in front to give up. An empty value leaves none. It grants nothing to an unprivileged `User=`, that takes `AmbientCapabilities=`; a user manager fails with `218/CAPABILITIES`.',
    default: 'all capabilities',
    example: 'CAP_NET_BIND_SERVICE',
  },
  AmbientCapabilities: {
    summary:
      'Gives single root powers to a service that runs as an ordinary `User=`. `CAP_NET_BIND_SERVICE` lets Puma or Node listen on port 80 or 443 without root. `CapabilityBoundingSet=` must contain it too, and a user manager fails with `218/CAPABILITIES`.',
    default: 'none',
    example: 'CAP_NET_BIND_SERVICE',
  },
  SecureBits: {
    summary:
      'Low-level switches for how capabilities and UID 0 go together, such as `noroot` or `keep-caps`, several separated by blanks. Almost never written by hand; `AmbientCapabilities=` sets what it needs. Misspelled words pass unnoticed by `systemd-analyze verify`.',
    default: 'none',
    example: 'noroot noroot-locked',
  },
  KeyringMode: {
    summary:
      'Session keyring of the kernel for the service: `private` a fresh one, `shared` one that includes the keys of the user, `inherit` no setup. `shared` is wanted by services that mount encrypted or Kerberos file systems with keys of the account.',
    default: '`private` for system services, `shared` for other system units, `inherit` in a user manager',
    example: 'shared',
  },

  // Mandatory access control
  SELinuxContext: {
    summary:
      'Runs the processes in this SELinux context rather than the one the policy would pick. The policy must allow the transition; with a `-` in front a failure is ignored. No effect where SELinux is off.',
    default: 'as the policy decides',
    example: 'system_u:system_r:httpd_t:s0',
  },
  AppArmorProfile: {
    summary:
      'Confines the processes with this AppArmor profile. It must be loaded already, else the start fails with `231/APPARMOR`; a `-` in front ignores that. System services only, and no effect where AppArmor is off.',
    default: 'the profile attached to the program, if any',
    example: '-myapp',
  },
  SmackProcessLabel: {
    summary:
      'Starts the processes under this SMACK label; a label on the executable itself takes precedence. Used on Tizen and some automotive systems, without effect where SMACK is off.',
    default: 'the label of systemd (DefaultSmackProcessLabel=)',
    example: 'System',
  },

  // System calls
  SystemCallFilter: {
    summary:
      'Allows only the listed system calls and groups such as `@system-service`, or with `~` in front forbids them. A forbidden call kills the process with `SIGSYS` (status 31) unless `SystemCallErrorNumber=` says otherwise. Start from `@system-service` and subtract in a second line.',
    default: 'no filter',
    example: '@system-service',
  },
  SystemCallErrorNumber: {
    summary:
      'Error that a call blocked by `SystemCallFilter=` returns, by name or number, in place of death by `SIGSYS`. With `EPERM` most programs carry on after a harmless probe.',
    default: '`kill`',
    example: 'EPERM',
  },
  SystemCallArchitectures: {
    summary:
      'ABIs whose system calls are let through. `native` shuts out 32-bit calls on a 64-bit machine, through which other filters could be bypassed; 32-bit programs then fail.',
    default: 'no restriction',
    example: 'native',
  },
  SystemCallLog: {
    summary:
      'Logs the listed system calls without blocking them, or with `~` all except those. Good for finding out what a filter would have to allow; the entries appear in the audit or kernel log.',
    default: 'nothing is logged',
    example: '@mount @privileged',
  },

  // Restrict*: what the kernel shall refuse
  RestrictAddressFamilies: {
    summary:
      'Kinds of sockets the service may open; others fail with `EAFNOSUPPORT`. A web app needs `AF_INET`, `AF_INET6` and `AF_UNIX`, often `AF_NETLINK` too for listing interfaces. Without `AF_UNIX` local databases and syslog are out of reach; `none` forbids all.',
    default: 'no restriction',
    example: 'AF_UNIX AF_INET AF_INET6 AF_NETLINK',
  },
  RestrictNamespaces: {
    summary:
      'Forbids creating and entering namespaces: `yes` all kinds, a list allows just those, `~` in front forbids them. Headless Chrome, Puppeteer, bubblewrap and rootless containers need `user` and others.',
    default: '`no`',
    example: 'yes',
  },
  RestrictRealtime: {
    summary:
      'Refuses real-time scheduling, with which a process could freeze the machine. Only audio and control software wants it.',
    default: '`no`',
    example: 'yes',
  },
  RestrictSUIDSGID: {
    summary:
      'Refuses to set the setuid and setgid bits on files and directories. Deploy scripts that run `chmod g+s` or unpack archives with such bits fail. The bits of existing programs keep working; that is the business of `NoNewPrivileges=`.',
    default: '`no` (DefaultRestrictSUIDSGID= since 258); `yes` with `DynamicUser=yes`',
    example: 'yes',
  },
  RestrictFileSystems: {
    summary:
      'Types of file systems on which the service may open files, as names or groups such as `@basic-api`, or with `~` those it may not. Needs the BPF security module in the kernel and cgroup v2; elsewhere it silently does nothing.',
    default: 'no restriction',
    example: '~@network @historical-block',
  },
  LockPersonality: {
    summary:
      'Forbids switching the execution domain by `personality()`, an old and rarely tested corner of the kernel. Only emulators and `setarch` miss it.',
    default: '`no`',
    example: 'yes',
  },
  MemoryDenyWriteExecute: {
    summary:
      'Forbids memory that is writable and executable, which stops much exploit code, and every JIT with it: Node, Java, .NET, PyPy, LuaJIT and Ruby with YJIT crash or refuse to start. Suits Go, Rust and plain Python.',
    default: '`no`',
    example: 'yes',
  },
  Personality: {
    summary:
      'Machine type that `uname` reports to the service, for example `x86` for 32-bit software on a 64-bit host. Only the native name and its 32-bit sibling are accepted.',
    default: 'that of the host',
    example: 'x86',
  },

  // Namespaces
  NetworkNamespacePath: {
    summary:
      'Joins an existing network namespace, such as `/run/netns/NAME` from `ip netns add`, for instance to send all traffic of a service through a VPN. It has to exist when the service starts. `PrivateNetwork=` then does nothing.',
    default: 'the network of the host',
    example: '/run/netns/vpn',
  },
  IPCNamespacePath: {
    summary:
      'Joins an existing IPC namespace given by its file, so that two services share System V memory apart from the rest. The file has to exist at start; `PrivateIPC=` then does nothing.',
    default: 'the IPC namespace of the host',
    example: '/run/myapp/ipc-namespace',
  },
  UserNamespacePath: {
    summary:
      'Joins an existing user namespace given by its file. It cannot be combined with `PrivateUsers=`, and works in system services only; since 259.',
    default: 'the user namespace of the manager',
    example: '/run/myapp/user-namespace',
  },
  DelegateNamespaces: {
    summary:
      'Lets the user namespace of the service own the namespaces that its sandboxing creates, so that the service is master inside them: `yes`, a list such as `mnt net`, or `~` and what to exclude. Turns `PrivateUsers=` on. For container managers without root; since 258.',
    default: '`no`',
    example: 'mnt net',
  },

  // Mounts and images
  MountAPIVFS: {
    summary:
      'Mounts `/proc`, `/sys`, `/dev` and an empty `/run` inside a `RootDirectory=` or image, where few programs get by without them. Without a changed root there is nothing to do.',
    default: '`yes` with a root directory or image, else `no`',
    example: 'yes',
  },
  BindLogSockets: {
    summary:
      'Makes the sockets of journald reachable inside a changed root, so that logging by `syslog()` and the journal API keeps working. Since 257; before that, list them in `BindReadOnlyPaths=`.',
    default: '`yes` where `MountAPIVFS=` is in force, else `no`',
    example: 'yes',
  },
  MountFlags: {
    summary:
      'Direction in which mounts travel between service and host: `shared`, `slave` or `private`. With `private`, disks unmounted on the host stay busy in the service. A leftover of early versions; `PrivateMounts=yes` is what one usually means.',
    default: '`shared`, though sandboxing keeps mounts of the service from reaching the host',
    example: 'slave',
  },
  RootDirectory: {
    summary:
      'Makes this directory the root of the file system for the service, which must hold the program with all its libraries and configuration. Paths in `ExecStart=` and `WorkingDirectory=` are then read inside it, while `EnvironmentFile=` and `User=` are still looked up on the host.',
    default: '`/` of the host',
    example: '/var/lib/machines/myapp',
  },
  RootImage: {
    summary:
      'Like `RootDirectory=`, from a disk image or block device which systemd mounts for the service alone. The image may hold one file system or a partition table with typed partitions.',
    default: '`/` of the host',
    example: '/var/lib/portables/myapp.raw',
  },
  RootImageOptions: {
    summary:
      'Mount options for the `RootImage=`, comma-separated; put a partition name and a colon in front when the image has several, blanks between the groups.',
    default: 'no extra options',
    example: 'root:ro,noatime home:nosuid',
  },
  RootImagePolicy: {
    summary:
      'Protection that each partition of the `RootImage=` must have before it is used, as `PARTITION=FLAGS` joined by colons; the flags are `verity`, `signed`, `encrypted`, `unprotected`, `absent` and others. An image that does not comply is refused; since 254.',
    default: 'any protection for root, usr, home, srv, tmp and var',
    example: 'root=verity+signed:=absent',
  },
  RootHash: {
    summary:
      'Checksum of the dm-verity tree of the `RootImage=`, in hexadecimal or as a path to a file with it. Any change in the image then makes reads fail.',
    default: 'an extended attribute of the image or a `.roothash` file beside it',
    example: '/var/lib/portables/myapp.roothash',
  },
  RootHashSignature: {
    summary:
      'Signature of the `RootHash=`: a DER file, or `base64:` and the encoded text. The kernel must know the key, otherwise the image is not opened.',
    default: 'a `.roothash.p7s` file beside the image',
    example: '/var/lib/portables/myapp.roothash.p7s',
  },
  RootVerity: {
    summary:
      'File with the dm-verity tree for a `RootImage=` that contains only one bare file system. Images with a partition table carry the tree within.',
    default: 'a `.verity` file beside the image',
    example: '/var/lib/portables/myapp.verity',
  },
  RootEphemeral: {
    summary:
      'Runs the service on a throw-away copy of its root directory or image, deleted when it stops. The copy is cheap only on btrfs, or for images on file systems with reflinks. Since 254, system services only.',
    default: '`no`',
    example: 'yes',
  },
  RootMStack: {
    summary:
      'Assembles the root file system from a `.mstack` directory that names overlay layers and bind mounts. An alternative to `RootDirectory=` and `RootImage=` for layered images; since 260.',
    default: '`/` of the host',
    example: '/var/lib/myapp/myapp.mstack',
  },
  ExtensionDirectories: {
    summary:
      'Overlays directories with system or configuration extensions on `/usr`, `/opt` or `/etc` as the service sees them, the last one on top. Each must contain an `extension-release` file that fits the host, otherwise the start fails.',
    default: 'none',
    example: '/var/lib/extensions/myapp',
  },
  ExtensionImages: {
    summary:
      'The image variant of `ExtensionDirectories=`: disk images overlaid on `/usr`, `/opt` or, since 255, `/etc`, each optionally followed by `:` and mount options. Adds a tool or an app build to a minimal base without touching it.',
    default: 'none',
    example: '/var/lib/extensions/myapp.raw',
  },
  ExtensionImagePolicy: {
    summary:
      'Protection demanded of the images in `ExtensionImages=`, in the notation of `RootImagePolicy=`. `root=signed:usr=signed` admits signed ones only; since 254.',
    default: 'any protection for root and usr',
    example: 'root=signed:usr=signed',
  },
  MountImages: {
    summary:
      'Mounts disk images for the service alone, as `IMAGE:DESTINATION` with optional mount options after a further colon. Useful to ship data or a runtime as one read-only file. Prefix `-` if the image may be missing.',
    default: 'none',
    example: '/srv/geodata.raw:/srv/myapp/geodata:ro',
  },
  MountImagePolicy: {
    summary:
      'Protection demanded of the images in `MountImages=`, in the notation of `RootImagePolicy=`; a file system without partition table counts as `root`. Since 254.',
    default: 'any protection for root, usr, home, srv, tmp and var',
    example: 'root=verity+signed+encrypted',
  },
}
