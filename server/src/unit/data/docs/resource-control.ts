import type { DirectiveDocs } from './types.ts'

/** What each directive of systemd.resource-control(5) is for, in our own words. */
export const resourceControlDocs: DirectiveDocs = {
  Slice: {
    summary:
      'Puts the unit into a slice, whose limits then bind all its members together: one `app-web.slice` for Puma and Sidekiq can cap their memory as a whole. The slice starts with its first member and needs no file until you want settings in it. Moving a running unit takes a restart.',
    default:
      '`system.slice`, in a user manager `app.slice`; instances of `name@.service` get a slice of their own below it',
    example: 'app-web.slice',
  },
  'Slice.Slice': {
    summary:
      'Refused in a slice whatever it says, even for the true parent: only the name places a slice, so `app-web.slice` always lies below `app.slice`. Delete the line.',
    default: 'the parent by name, `-.slice` at the top',
  },
  AllowedCPUs: {
    summary:
      'Pins the processes to the listed CPUs, numbers and ranges as in `0-3,8`. Unlike `CPUAffinity=` the processes cannot undo it themselves, and a slice above may narrow it further. Needs cgroup v2.',
    default: 'all CPUs that the slice above allows',
    example: '0-3',
  },
  StartupAllowedCPUs: {
    summary:
      'Takes the place of `AllowedCPUs=` while the machine boots and shuts down. Useful to keep a heavy service off some CPUs during boot only.',
    default: 'the value of `AllowedCPUs=`',
    example: '0-1',
  },
  AllowedMemoryNodes: {
    summary:
      'Restricts memory to the listed NUMA nodes, numbers and ranges as in `0,2-3`. Of interest on machines with several sockets only, mostly together with `AllowedCPUs=`. Needs cgroup v2.',
    default: 'all nodes that the slice above allows',
    example: '0',
  },
  StartupAllowedMemoryNodes: {
    summary:
      'Takes the place of `AllowedMemoryNodes=` while the machine boots and shuts down. Written the same way, as NUMA nodes and ranges.',
    default: 'the value of `AllowedMemoryNodes=`',
    example: '0',
  },
  CPUSetPartition: {
    summary:
      'Decides whether the CPUs of `AllowedCPUs=` belong to the unit alone: `root` takes them away from everybody else, `isolated` also keeps the load balancer off them, `member` shares as usual. Meant for real-time loads; without `AllowedCPUs=` there is nothing to partition.',
    default: '`member`, by decision of the kernel',
    example: 'isolated',
  },
  CPUWeight: {
    summary:
      'Share of CPU time against the neighbours in the same slice when the CPU is scarce, from 1 to 10000, or `idle` to run only in gaps. Nothing is held back while the CPU is free. Give background workers less than the web server, say 50 against 200.',
    default: 'unset, which the kernel treats as 100',
    example: '200',
  },
  StartupCPUWeight: {
    summary:
      'Takes the place of `CPUWeight=` while the machine boots and shuts down, with the same values. Lets a service step back, or come first, until boot is over.',
    default: 'the value of `CPUWeight=`',
    example: '500',
  },
  CPUQuota: {
    summary:
      'Hard ceiling on CPU time as a percentage of one CPU, so `200%` means two whole CPUs. The `%` is required. A throttled web server answers slowly even when the machine is idle; `CPUWeight=` is the kinder choice unless CPU time is paid for.',
    default: 'no ceiling',
    example: '150%',
  },
  CPUQuotaPeriodSec: {
    summary:
      'Length of the window in which `CPUQuota=` is counted, held between 1 ms and 1 s. A shorter window makes throttling pauses shorter and more frequent.',
    default: '`100ms`',
    example: '20ms',
  },
  MemoryAccounting: {
    summary:
      'Counts the memory of the unit, so that `systemctl status` and `systemd-cgtop` can show it. On by default, and memory limits hold without it. Switched on for one unit, it is on for the neighbours in the slice as well.',
    default: '`DefaultMemoryAccounting=` of the manager, usually `yes`',
    example: 'yes',
  },
  MemoryMin: {
    summary:
      'Memory that is never taken from the unit, not even when the machine runs out and something else must be killed. Only as good as what the slices above it are granted. Takes bytes with `K`, `M`, `G` or `T`, a percentage of RAM, or `infinity`.',
    default: '`0`, no protection',
    example: '256M',
  },
  MemoryLow: {
    summary:
      'Memory that is taken from the unit only once nothing unprotected is left, a softer `MemoryMin=`. Keeps the working set of a web server in RAM while backups fill the page cache. Has no effect beyond what the slices above it are granted.',
    default: '`0`, no protection',
    example: '512M',
  },
  StartupMemoryLow: {
    summary: 'Takes the place of `MemoryLow=` while the machine boots and shuts down. Known since 254.',
    default: 'the value of `MemoryLow=`',
    example: '1G',
  },
  MemoryHigh: {
    summary:
      'Brake on memory: above it the kernel reclaims hard and slows the processes, but kills nothing. Set it some way below `MemoryMax=`. A service that leaks gets slower and slower at the brake, so pair it with a watchdog or a restart policy.',
    default: '`infinity`, no brake',
    example: '1G',
  },
  StartupMemoryHigh: {
    summary: 'Takes the place of `MemoryHigh=` while the machine boots and shuts down. Known since 254.',
    default: 'the value of `MemoryHigh=`',
    example: '2G',
  },
  MemoryMax: {
    summary:
      'Wall for memory: when nothing can be reclaimed any more, the OOM killer strikes inside the unit and `OOMPolicy=` decides what follows. Counts all processes of the unit plus their page cache, and percentages mean physical RAM. With `Restart=on-failure` it turns a leak into a restart.',
    default: '`infinity`, no wall',
    example: '2G',
  },
  StartupMemoryMax: {
    summary: 'Takes the place of `MemoryMax=` while the machine boots and shuts down. Known since 254.',
    default: 'the value of `MemoryMax=`',
    example: '4G',
  },
  MemorySwapMax: {
    summary:
      'How much of the unit may be swapped out, on top of `MemoryMax=`. `0` keeps a latency-sensitive service out of swap altogether, at the price of an earlier OOM kill. A percentage means total swap.',
    default: '`infinity`, no limit',
    example: '0',
  },
  StartupMemorySwapMax: {
    summary: 'Takes the place of `MemorySwapMax=` while the machine boots and shuts down. Known since 254.',
    default: 'the value of `MemorySwapMax=`',
    example: '1G',
  },
  MemoryZSwapMax: {
    summary:
      'How much compressed swap (zswap) the unit may keep in RAM; beyond that, pages go to the disk. `0` excludes the unit from zswap. Known since 253.',
    default: '`infinity`, no limit',
    example: '256M',
  },
  StartupMemoryZSwapMax: {
    summary: 'Takes the place of `MemoryZSwapMax=` while the machine boots and shuts down. Known since 254.',
    default: 'the value of `MemoryZSwapMax=`',
    example: '512M',
  },
  MemoryZSwapWriteback: {
    summary:
      'With `no`, pages compressed in zswap are never written out to the swap device. Spares the disk for services that do much I/O. Known since 256.',
    default: '`DefaultMemoryZSwapWriteback=` of the manager, usually `yes`',
    example: 'no',
  },
  DeviceAllow: {
    summary:
      'Opens one device node, or a whole group such as `char-pts` or `block-loop`, for reading, writing and `mknod` (`r`, `w`, `m`). The first line closes all other devices except the harmless pseudo devices. A group is looked up at start, so its kernel module must be loaded by then.',
    default: 'empty, every device is open under `DevicePolicy=auto`',
    example: '/dev/nvidia0 rw',
  },
  DevicePolicy: {
    summary:
      'Which devices are open besides those of `DeviceAllow=`: `closed` the pseudo devices like `/dev/null` and `/dev/urandom`, `strict` none, `auto` all of them until `DeviceAllow=` is set. A web application is fine with `closed`; `strict` breaks nearly everything.',
    default: '`auto`',
    example: 'closed',
  },
  IOAccounting: {
    summary:
      'Counts block I/O of the unit, so that `systemctl status` can report bytes read and written. The neighbours in the slice are counted too once one unit asks for it.',
    default: '`DefaultIOAccounting=` of the manager, usually `no`',
    example: 'yes',
  },
  IOWeight: {
    summary:
      'Share of disk time against the neighbours in the same slice, from 1 to 10000. It does something only with the BFQ scheduler or with io.cost enabled; with `none` or `mq-deadline` it goes unnoticed.',
    default: 'unset, which the kernel treats as 100',
    example: '50',
  },
  StartupIOWeight: {
    summary:
      'Takes the place of `IOWeight=` while the machine boots and shuts down, with the same range of values.',
    default: 'the value of `IOWeight=`',
    example: '500',
  },
  IODeviceWeight: {
    summary:
      'Like `IOWeight=` for a single disk: a device or any path on it, then a weight from 1 to 10000. The path is traced back to its disk only where no RAID or LVM lies between. Repeat the line for further disks.',
    default: 'the value of `IOWeight=` for every disk',
    example: '/var/lib/app 200',
  },
  IOReadBandwidthMax: {
    summary:
      'Ceiling on reading from one disk in bytes per second: a device or a path on it, then a number with `K`, `M`, `G` or `T` to the base of 1000. Holds even when the disk has nothing else to do. Good for backup jobs beside a database.',
    default: 'no ceiling',
    example: '/var/backups 20M',
  },
  IOWriteBandwidthMax: {
    summary:
      'Ceiling on writing to one disk in bytes per second, spelled like `IOReadBandwidthMax=`. Buffered writes are throttled when they reach the disk, so a job may seem fast at first and then stall.',
    default: 'no ceiling',
    example: '/var/backups 20M',
  },
  IOReadIOPSMax: {
    summary:
      'Ceiling on read operations per second on one disk: a device or a path on it, then a number, with `K` for 1000. Use it where many small reads hurt more than bandwidth does.',
    default: 'no ceiling',
    example: '/dev/sda 1K',
  },
  IOWriteIOPSMax: {
    summary:
      'Ceiling on write operations per second on one disk, spelled like `IOReadIOPSMax=`. Cloud volumes with an operation budget are the usual reason.',
    default: 'no ceiling',
    example: '/dev/sda 500',
  },
  IODeviceLatencyTargetSec: {
    summary:
      'Latency the unit should see on a disk: a device or a path on it, then a time span. When it is missed, neighbours with a laxer target or none are throttled. Implies `IOAccounting=yes`.',
    default: 'no target',
    example: '/dev/sda 25ms',
  },
  TasksAccounting: {
    summary:
      'Counts processes and threads of the unit, as `systemctl status` shows under Tasks. `TasksMax=` holds without it; there is hardly a reason to switch it off.',
    default: '`DefaultTasksAccounting=` of the manager, usually `yes`',
    example: 'yes',
  },
  TasksMax: {
    summary:
      'Highest number of processes and threads together, as a count, a percentage of what the system can have, or `infinity`. At the limit `fork` and thread creation fail with `Resource temporarily unavailable`. Every Puma or Sidekiq thread counts.',
    default: '`DefaultTasksMax=` of the manager, usually `15%`; in a slice `infinity`',
    example: '512',
  },
  Delegate: {
    summary:
      'Hands the control group of the unit over to its processes, which may then divide it themselves: for container engines and nested managers. Takes a boolean, or the controllers to hand over. Works in services and scopes; an ordinary application never needs it.',
    default: '`no`',
    example: 'cpu memory pids',
  },
  DelegateSubgroup: {
    summary:
      'Starts the main processes in a subgroup of this name below the delegated control group, since the top of a delegated tree must stay empty. Does nothing without `Delegate=`. Known since 254.',
    default: 'none, processes start at the top',
    example: 'supervisor',
  },
  DisableControllers: {
    summary:
      'Keeps the listed controllers out of the whole subtree, whatever units in it ask for. Meant for slices whose members must not pay for, say, the `cpu` controller. Unknown names beside known ones are skipped without a word.',
    default: 'empty',
    example: 'cpu io',
  },
  IPAccounting: {
    summary:
      'Counts IPv4 and IPv6 traffic of the unit for `systemctl status`. Traffic over a socket that a socket unit passed in counts there, not in the service. Done by the system manager only, with BPF.',
    default: '`DefaultIPAccounting=` of the manager, usually `no`',
    example: 'yes',
  },
  IPAddressAllow: {
    summary:
      'Addresses, networks or `any`, `localhost`, `link-local`, `multicast` with which the unit may talk although `IPAddressDeny=` forbids them. On its own it does nothing, because whatever is not denied is allowed. Sockets from a socket unit follow the lists of that unit.',
    default: 'empty',
    example: 'localhost 10.0.0.0/8',
  },
  IPAddressDeny: {
    summary:
      'Drops packets to and from the listed addresses unless `IPAddressAllow=` lists them. `any` with `IPAddressAllow=localhost` makes a service that sees only this machine, including its local DNS stub. Skipped where BPF is missing, as in user managers.',
    default: 'empty, nothing is denied',
    example: 'any',
  },
  IPIngressFilterPath: {
    summary:
      'Absolute path of a pinned BPF program below `/sys/fs/bpf` that judges every IP packet the unit receives. May be repeated; runs in addition to `IPAddressDeny=` and to the programs of slices above.',
    default: 'none',
    example: '/sys/fs/bpf/app-ingress',
  },
  IPEgressFilterPath: {
    summary:
      'Absolute path of a pinned BPF program below `/sys/fs/bpf` that judges every IP packet the unit sends. The counterpart of `IPIngressFilterPath=`, with the same rules.',
    default: 'none',
    example: '/sys/fs/bpf/app-egress',
  },
  ManagedOOMSwap: {
    summary:
      'With `kill`, systemd-oomd kills in this control group when swap is nearly used up. Belongs in slices, services and scopes; the daemon must be installed, which on Debian is a package of its own. With `auto` the unit can still be picked if a slice above is watched.',
    default: '`auto`',
    example: 'kill',
  },
  ManagedOOMMemoryPressure: {
    summary:
      'With `kill`, systemd-oomd watches how long tasks here wait for memory, and kills a subgroup with SIGKILL when that lasts. Limit and duration come from `oomd.conf`, or from `ManagedOOMMemoryPressureLimit=` and, since 257, `ManagedOOMMemoryPressureDurationSec=`. Put it on a slice to lose one service rather than the machine.',
    default: '`auto`',
    example: 'kill',
  },
  ManagedOOMMemoryPressureLimit: {
    summary:
      'Share of time lost to waiting for memory above which systemd-oomd acts, as a percentage. Counts only with `ManagedOOMMemoryPressure=kill`.',
    default: '`0%`, which means the value of `oomd.conf`, usually 60%',
    example: '50%',
  },
  ManagedOOMMemoryPressureDurationSec: {
    summary:
      'How long the pressure must stay above its limit before systemd-oomd acts, at least `1s`. Counts only with `ManagedOOMMemoryPressure=kill`. Known since 257.',
    default: 'empty, which means the value of `oomd.conf`, usually 30 s',
    example: '20s',
  },
  ManagedOOMPreference: {
    summary:
      'Tells systemd-oomd to take this unit last (`avoid`) or never (`omit`). Use it for the database, not for everything. It is not passed on to groups below, and for units of a user it counts only against other units of that user.',
    default: '`none`',
    example: 'avoid',
  },
  OOMRules: {
    summary:
      'Names of rule sets, files ending in `.oomrule` below `oomd/rules.d`, that systemd-oomd applies to the unit. Each says at which pressure or swap use what happens. Known since 261.',
    default: 'empty',
    example: 'web batch',
  },
  BPFProgram: {
    summary:
      'Attaches a pinned BPF program to the control group, written as hook, colon and absolute path. A program that is not loaded at start only causes a warning. The hooks are those of the kernel, such as `connect4` or `sock_create`.',
    default: 'none',
    example: 'connect4:/sys/fs/bpf/app-connect',
  },
  SocketBindAllow: {
    summary:
      'Lets the unit bind what `SocketBindDeny=` forbids: optional `ipv4` or `ipv6`, optional `tcp` or `udp`, and a port or range, joined by colons. Without a deny rule it changes nothing.',
    default: 'empty',
    example: 'tcp:3000',
  },
  SocketBindDeny: {
    summary:
      'Forbids `bind` to matching ports, or to all with `any`; `SocketBindAllow=` lists the exceptions. Confines an application to the one port it should have. Sockets handed over by a socket unit are already bound and not affected.',
    default: 'empty, every bind is allowed',
    example: 'any',
  },
  RestrictNetworkInterfaces: {
    summary:
      'Network interfaces over which the unit may send and receive; after a leading `~`, those it may not use. `lo` gets no special treatment, so list it if the service talks to a database or DNS stub on this machine.',
    default: 'empty, all interfaces',
    example: 'lo eth0',
  },
  MemoryPressureThresholdSec: {
    summary:
      'Stall time within a window of 2 s from which a service that watches its memory pressure is told to shrink its caches. Only programs that read `$MEMORY_PRESSURE_WATCH` react. Known since 254.',
    default: '`DefaultMemoryPressureThresholdSec=` of the manager, usually `200ms`',
    example: '150ms',
  },
  MemoryPressureWatch: {
    summary:
      'Whether the processes get `$MEMORY_PRESSURE_WATCH` with a file to watch for memory shortage: `yes`, `no`, `auto` (where memory is accounted) or `skip` (no variable at all). Programs that ignore the variable lose nothing. Known since 254.',
    default: '`DefaultMemoryPressureWatch=` of the manager, usually `auto`',
    example: 'yes',
  },
  CPUPressureThresholdSec: {
    summary:
      'Stall time within a window of 2 s from which a service that watches its CPU pressure is told. Known since 261.',
    default: '`DefaultCPUPressureThresholdSec=` of the manager, usually `200ms`',
    example: '300ms',
  },
  CPUPressureWatch: {
    summary:
      'Whether the processes get `$CPU_PRESSURE_WATCH` with a file to watch for lack of CPU time. `auto` says yes where `CPUWeight=` or `CPUQuota=` is set, `skip` leaves the variable out. Known since 261.',
    default: '`DefaultCPUPressureWatch=` of the manager, usually `auto`',
    example: 'yes',
  },
  IOPressureThresholdSec: {
    summary:
      'Stall time within a window of 2 s from which a service that watches its I/O pressure is told. Known since 261.',
    default: '`DefaultIOPressureThresholdSec=` of the manager, usually `200ms`',
    example: '300ms',
  },
  IOPressureWatch: {
    summary:
      'Whether the processes get `$IO_PRESSURE_WATCH` with a file to watch for waits on disks. `auto` says yes where I/O is accounted or limited, `skip` leaves the variable out. Known since 261.',
    default: '`DefaultIOPressureWatch=` of the manager, usually `auto`',
    example: 'yes',
  },
  NFTSet: {
    summary:
      'Keeps the control group, user or group id of the unit in an nftables set, so that firewall rules can match the service: `cgroup`, `user` or `group`, then family, table and set, joined by colons. Table and set must exist beforehand; failures are ignored. Known since 255.',
    default: 'empty',
    example: 'cgroup:inet:filter:app',
  },
  CoredumpReceive: {
    summary:
      'Forwards core dumps of a container below this unit to the systemd-coredump inside it. Needs `Delegate=yes` beside it. Known since 255.',
    default: '`no`',
    example: 'yes',
  },
  CPUAccounting: {
    summary:
      'Counts the CPU time of the unit under cgroup v1. Under v2, which Debian has used since 11 and Ubuntu since 21.10, it is always counted: the line changes nothing and can go.',
    default: '`DefaultCPUAccounting=` of the manager',
  },
  CPUShares: {
    summary:
      'Share of CPU time in the scale of cgroup v1, from 2 to 262144 around 1024. Under v2 it still counts, converted to `CPUWeight=` (1 to 10000 around 100), which replaces it and wins where both are set.',
    default: 'unset, which the kernel treats as 1024',
    example: '512',
  },
  StartupCPUShares: {
    summary:
      'Takes the place of `CPUShares=` while the machine boots and shuts down. Write `StartupCPUWeight=`, in its scale of 1 to 10000 around 100.',
    default: 'the value of `CPUShares=`',
    example: '2048',
  },
  MemoryLimit: {
    summary:
      'Old name of `MemoryMax=`, from cgroup v1. Under v2 it still counts as long as none of `MemoryMin=`, `MemoryLow=`, `MemoryHigh=`, `MemoryMax=` and `MemorySwapMax=` is set beside it; from 258 on there is no limit at all with this name.',
    default: '`infinity`, no wall',
    example: '2G',
  },
  DefaultMemoryMin: {
    summary:
      'Gives the units in this slice a `MemoryMin=` unless they set their own; the slice itself is not meant. Needed only on kernels before 5.7, which do not share out the protection of a slice by themselves.',
    default: '`0`, no protection',
    example: '64M',
  },
  DefaultMemoryLow: {
    summary:
      'Gives the units in this slice a `MemoryLow=` unless they set their own; the slice itself is not meant. Needed only on kernels before 5.7, which do not share out the protection of a slice by themselves.',
    default: '`0`, no protection',
    example: '64M',
  },
  DefaultStartupMemoryLow: {
    summary:
      'Takes the place of `DefaultMemoryLow=` while the machine boots and shuts down. Known since 254.',
    default: 'the value of `DefaultMemoryLow=`',
    example: '64M',
  },
  BlockIOAccounting: {
    summary:
      'Counts block I/O under cgroup v1 only: under v2 `systemctl status` shows nothing of it. Write `IOAccounting=`.',
    default: '`DefaultBlockIOAccounting=` of the manager, usually `no`',
  },
  BlockIOWeight: {
    summary:
      'Share of disk time in the scale of cgroup v1, from 10 to 1000 around 500. Under v2 it is converted to `IOWeight=` (1 to 10000 around 100), and not looked at where any of the newer settings, `IOAccounting=` to `IODeviceLatencyTargetSec=`, stands beside it.',
    default: 'unset, which the kernel treats as 500',
    example: '200',
  },
  StartupBlockIOWeight: {
    summary:
      'Takes the place of `BlockIOWeight=` while the machine boots and shuts down. Write `StartupIOWeight=`, in its scale of 1 to 10000 around 100.',
    default: 'the value of `BlockIOWeight=`',
    example: '800',
  },
  BlockIODeviceWeight: {
    summary:
      'Like `BlockIOWeight=` for a single disk: a device or a path on it, then a weight from 10 to 1000. Its successor `IODeviceWeight=` counts from 1 to 10000.',
    default: 'the value of `BlockIOWeight=` for every disk',
    example: '/dev/sda 200',
  },
  BlockIOReadBandwidth: {
    summary:
      'Old name of `IOReadBandwidthMax=`, with the same values; converted under cgroup v2 as long as none of the newer `IO...=` settings stands beside it.',
    default: 'no ceiling',
    example: '/dev/sda 20M',
  },
  BlockIOWriteBandwidth: {
    summary:
      'Old name of `IOWriteBandwidthMax=`, with the same values; converted under cgroup v2 as long as none of the newer `IO...=` settings stands beside it.',
    default: 'no ceiling',
    example: '/dev/sda 20M',
  },
  BindNetworkInterface: {
    summary:
      'Binds every socket the unit creates to one network interface, for instance a VRF, without the program knowing. Loopback is then out of reach unless it is that interface. Known since 260.',
    default: 'none, sockets follow the routing table',
    example: 'vrf-mgmt',
  },
}
