// Made by `npm run generate` from server/tools/systemd; edits here are lost.

import type { EnumSet } from './enum-set.ts'

/** What is known of the words of each parser. */
export const enumSets: Readonly<Record<string, readonly EnumSet[]>> = {
  job_mode: [
    { tables: ['job_mode'], boolean: false, form: 'word', since: { 'restart-dependencies': 254, lenient: 258 } },
  ],
  job_mode_isolate: [
    { tables: ['job_mode_isolate'], boolean: true, form: 'word' },
  ],
  collect_mode: [
    { tables: ['collect_mode'], boolean: false, form: 'word' },
  ],
  emergency_action: [
    { tables: ['emergency_action'], boolean: false, form: 'word', since: { 'soft-reboot': 254, 'soft-reboot-force': 254, kexec: 254, 'kexec-force': 254, halt: 254, 'halt-force': 254, 'halt-immediate': 254 }, managerOnly: [{ words: ['reboot', 'reboot-force', 'reboot-immediate', 'poweroff', 'poweroff-force', 'poweroff-immediate'], only: 'system', until: 253, otherwise: 'replaced', replacement: 'exit-force' }, { words: ['reboot', 'reboot-force', 'reboot-immediate', 'poweroff', 'poweroff-force', 'poweroff-immediate'], only: 'system', from: 254, otherwise: 'ignored' }, { words: ['soft-reboot', 'soft-reboot-force', 'kexec', 'kexec-force', 'halt', 'halt-force', 'halt-immediate'], only: 'system', from: 257, otherwise: 'ignored' }] },
  ],
  documentation: [
    { tables: ['documentation_url'], boolean: false, form: 'structured' },
  ],
  unit_condition_string: [
    { only: ['ConditionArchitecture', 'AssertArchitecture'], tables: ['condition_architecture', 'architecture'], boolean: false, form: 'word', unknown: 'silent' },
    { only: ['ConditionSecurity', 'AssertSecurity'], tables: ['condition_security'], boolean: false, form: 'word', unknown: 'silent', since: { cvm: 254, 'measured-uki': 255, 'measured-os': 261 } },
    { only: ['ConditionFirmware'], tables: ['condition_firmware'], boolean: false, form: 'structured', unknown: 'silent' },
    { only: ['ConditionVirtualization', 'AssertVirtualization'], tables: ['condition_virtualization', 'virtualization'], boolean: true, form: 'word', unknown: 'silent' },
    { only: ['ConditionControlGroupController', 'AssertControlGroupController'], tables: ['condition_control_group_controller', 'cgroup_controller'], boolean: false, form: 'words', unknown: 'silent', since: { 'bpf-bind-network-interface': 260 } },
    { only: ['ConditionACPower', 'AssertACPower'], tables: ['condition_ac_power'], boolean: true, form: 'word', unknown: 'silent' },
    { only: ['ConditionFirstBoot', 'AssertFirstBoot'], tables: ['condition_first_boot'], boolean: true, form: 'word', unknown: 'silent' },
    { only: ['ConditionUser', 'AssertUser'], tables: ['condition_user'], boolean: false, form: 'word', unknown: 'silent', others: 'a user name or number' },
  ],
  unit_condition_path: [
    { only: ['ConditionNeedsUpdate', 'AssertNeedsUpdate'], tables: ['condition_needs_update'], boolean: false, form: 'word', unknown: undefined, others: 'another absolute path' },
  ],
  service_type: [
    { tables: ['service_type'], boolean: false, form: 'word', since: { 'notify-reload': 253 } },
  ],
  service_exit_type: [
    { tables: ['service_exit_type'], boolean: false, form: 'word' },
  ],
  service_restart: [
    { tables: ['service_restart'], boolean: false, form: 'word' },
  ],
  service_restart_mode: [
    { tables: ['service_restart_mode'], boolean: false, form: 'word', since: { debug: 257 } },
  ],
  service_timeout_failure_mode: [
    { tables: ['service_timeout_failure_mode'], boolean: false, form: 'word' },
  ],
  exec_preserve_mode: [
    { tables: ['exec_preserve_mode'], boolean: true, form: 'word', since: { 'on-success': 261 } },
  ],
  notify_access: [
    { tables: ['notify_access'], boolean: false, form: 'word' },
  ],
  oom_policy: [
    { tables: ['oom_policy'], boolean: false, form: 'word' },
  ],
  service_refresh_on_reload: [
    { tables: ['service_refresh_on_reload', 'refresh_on_reload'], boolean: true, form: 'words', invertible: true },
  ],
  set_status: [
    { tables: ['exit_status_mappings', 'signal'], boolean: false, form: 'words', numbers: [0, 255], others: 'a signal name without SIG, RTMIN+n or RTMAX-n', since: { KSM: 254, MEMORY_THP: 260 } },
  ],
  open_file: [
    { tables: ['open_file_flags'], boolean: false, form: 'structured' },
  ],
  kill_mode: [
    { tables: ['kill_mode'], boolean: false, form: 'word', remarks: { none: 'warning' } },
  ],
  signal: [
    { tables: ['signal'], boolean: false, form: 'word', numbers: [1, 64], others: 'a signal name without SIG, RTMIN+n or RTMAX-n' },
  ],
  exec_input: [
    { tables: ['exec_input'], boolean: false, form: 'prefix', argument: { fd: 'optional', file: 'required' } },
  ],
  exec_output: [
    { tables: ['exec_output', 'exec_output_obsolete'], boolean: false, form: 'prefix', argument: { fd: 'optional', file: 'required', append: 'required', truncate: 'required' }, aliases: { syslog: 'journal', 'syslog+console': 'journal+console' }, remarks: { syslog: 'notice', 'syslog+console': 'notice' } },
  ],
  exec_io_class: [
    { tables: ['ioprio_class'], boolean: false, form: 'word', numbers: [0, 7] },
  ],
  exec_cpu_sched_policy: [
    { tables: ['sched_policy'], boolean: false, form: 'word', numbers: [0, 7], since: { ext: 260 } },
  ],
  exec_cpu_affinity: [
    { tables: ['cpu_affinity'], boolean: false, form: 'word', others: 'CPU numbers and ranges' },
  ],
  numa_policy: [
    { tables: ['mpol'], boolean: false, form: 'word', since: { 'preferred-many': 262, 'weighted-interleave': 262 } },
  ],
  numa_mask: [
    { tables: ['numa_mask'], boolean: false, form: 'word', others: 'node numbers and ranges' },
  ],
  log_facility: [
    { tables: ['log_facility_unshifted'], boolean: false, form: 'word', numbers: [0, 127] },
  ],
  log_level: [
    { tables: ['log_level'], boolean: false, form: 'word', numbers: [0, 7] },
  ],
  exec_keyring_mode: [
    { tables: ['exec_keyring_mode'], boolean: false, form: 'word' },
  ],
  exec_utmp_mode: [
    { tables: ['exec_utmp_mode'], boolean: false, form: 'word' },
  ],
  exec_memory_thp: [
    { tables: ['exec_memory_thp'], boolean: false, form: 'word' },
  ],
  exec_coredump_filter: [
    { tables: ['coredump_filter', 'coredump_filter_mask'], boolean: false, form: 'words', others: 'a hexadecimal mask' },
  ],
  exec_directories: [
    { tables: ['exec_directory_flags'], boolean: false, form: 'structured', since: { ro: 257 } },
  ],
  exec_quota: [
    { tables: ['exec_quota'], boolean: false, form: 'word', others: 'a size or a percentage' },
  ],
  working_directory: [
    { tables: ['working_directory'], boolean: false, form: 'word', others: 'an absolute path, after a - if it may be missing' },
  ],
  personality: [
    { tables: ['architecture'], boolean: false, form: 'word', others: 'of these only the architecture of the machine and its 32-bit relative' },
  ],
  protect_system: [
    { tables: ['protect_system'], boolean: true, form: 'word' },
  ],
  protect_home: [
    { tables: ['protect_home'], boolean: true, form: 'word' },
  ],
  protect_control_groups: [
    { tables: ['protect_control_groups'], boolean: true, form: 'word', since: { private: 257, strict: 257 } },
  ],
  protect_hostname: [
    { tables: ['protect_hostname'], boolean: true, form: 'prefix', argument: { yes: 'optional', private: 'optional' }, argumentSince: 258, since: { private: 258 } },
  ],
  protect_proc: [
    { tables: ['protect_proc'], boolean: false, form: 'word' },
  ],
  proc_subset: [
    { tables: ['proc_subset'], boolean: false, form: 'word' },
  ],
  private_bpf: [
    { tables: ['private_bpf'], boolean: true, form: 'word' },
  ],
  private_tmp: [
    { tables: ['private_tmp'], boolean: true, form: 'word', since: { connected: 257, disconnected: 257 }, aliases: { yes: 'connected' } },
  ],
  private_users: [
    { tables: ['private_users'], boolean: true, form: 'word', since: { self: 257, identity: 257, full: 258, managed: 260 }, aliases: { yes: 'self' } },
  ],
  private_pids: [
    { tables: ['private_pids'], boolean: true, form: 'word' },
  ],
  exec_mount_propagation_flag: [
    { tables: ['mount_propagation_flag'], boolean: false, form: 'word' },
  ],
  capability_set: [
    { tables: ['capability'], boolean: false, form: 'words', invertible: true, unknown: 'silent' },
  ],
  exec_secure_bits: [
    { tables: ['secure_bits'], boolean: false, form: 'words', unknown: 'silent', since: { 'no-cap-ambient-raise': 262, 'no-cap-ambient-raise-locked': 262, 'exec-restrict-file': 262, 'exec-restrict-file-locked': 262, 'exec-deny-interactive': 262, 'exec-deny-interactive-locked': 262 } },
  ],
  namespace_flags: [
    { only: ['RestrictNamespaces'], tables: ['namespace_info', 'restrict_namespaces'], boolean: true, form: 'words', invertible: true },
    { only: ['DelegateNamespaces'], tables: ['namespace_info', 'delegate_namespaces'], boolean: true, form: 'words', invertible: true, refused: ['user'] },
  ],
  address_families: [
    { tables: ['af_names', 'address_families'], boolean: false, form: 'words', invertible: true },
  ],
  syscall_archs: [
    { tables: ['seccomp_arch'], boolean: false, form: 'words', since: { loongarch64: 254 } },
  ],
  syscall_errno: [
    { tables: ['syscall_errno'], boolean: false, form: 'word', others: 'an error name such as EPERM, or 1 to 4095' },
  ],
  syscall_filter: [
    { tables: ['syscall_filter_sets'], boolean: false, form: 'words', invertible: true, others: 'a system call, with :errno after either if wanted', since: { '@sandbox': 254 } },
  ],
  syscall_log: [
    { tables: ['syscall_filter_sets'], boolean: false, form: 'words', invertible: true, others: 'a system call', since: { '@sandbox': 254 } },
  ],
  restrict_filesystems: [
    { tables: ['filesystem_sets'], boolean: false, form: 'words', invertible: true, others: 'a file system' },
  ],
  root_image_options: [
    { tables: ['partition_designator'], boolean: false, form: 'structured' },
  ],
  mount_images: [
    { tables: ['partition_designator'], boolean: false, form: 'structured' },
  ],
  extension_images: [
    { tables: ['partition_designator'], boolean: false, form: 'structured' },
  ],
  image_policy: [
    { tables: ['image_policy', 'partition_designator', 'partition_policy_flags'], boolean: false, form: 'structured', unknown: 'silent', unknownFatalUntil: 257, since: { encryptedwithintegrity: 260, btrfs: 260, erofs: 260, ext4: 260, f2fs: 260, squashfs: 260, vfat: 260, xfs: 260 } },
  ],
  cg_cpu_weight: [
    { tables: ['cpu_weight'], boolean: false, form: 'word', numbers: [1, 10000] },
  ],
  cpuset_partition: [
    { tables: ['cpuset_partition'], boolean: false, form: 'word' },
  ],
  device_policy: [
    { tables: ['cgroup_device_policy'], boolean: false, form: 'word' },
  ],
  delegate: [
    { tables: ['cgroup_controller', 'delegate'], boolean: true, form: 'words', since: { 'bpf-bind-network-interface': 260 } },
  ],
  disable_controllers: [
    { tables: ['cgroup_controller'], boolean: false, form: 'words', unknown: 'silent', since: { 'bpf-bind-network-interface': 260 } },
  ],
  managed_oom_mode: [
    { tables: ['managed_oom_mode'], boolean: false, form: 'word' },
  ],
  managed_oom_preference: [
    { tables: ['managed_oom_preference'], boolean: false, form: 'word' },
  ],
  pressure_watch: [
    { tables: ['cgroup_pressure_watch'], boolean: true, form: 'word' },
  ],
  bpf_foreign_program: [
    { tables: ['bpf_cgroup_attach_type'], boolean: false, form: 'structured' },
  ],
  bpf_delegate_commands: [
    { tables: ['bpf_delegate'], boolean: false, form: 'structured', others: 'comma-separated names of the kernel\'s BPF header, in its own capitals as in BPFMapTypeHash' },
  ],
  bpf_delegate_maps: [
    { tables: ['bpf_delegate'], boolean: false, form: 'structured', others: 'comma-separated names of the kernel\'s BPF header, in its own capitals as in BPFMapTypeHash' },
  ],
  bpf_delegate_programs: [
    { tables: ['bpf_delegate'], boolean: false, form: 'structured', others: 'comma-separated names of the kernel\'s BPF header, in its own capitals as in BPFMapTypeHash' },
  ],
  bpf_delegate_attachments: [
    { tables: ['bpf_delegate'], boolean: false, form: 'structured', others: 'comma-separated names of the kernel\'s BPF header, in its own capitals as in BPFMapTypeHash' },
  ],
  in_addr_prefixes: [
    { tables: ['in_addr_prefixes'], boolean: false, form: 'words', others: 'an IP address, with /length after it for a whole network' },
  ],
  cgroup_socket_bind: [
    { tables: ['socket_bind_item'], boolean: false, form: 'structured' },
  ],
  cgroup_nft_set: [
    { tables: ['nft_set_source', 'nfproto'], boolean: false, form: 'structured', refused: ['address', 'prefix', 'ifindex'] },
  ],
  socket_bind: [
    { tables: ['socket_address_bind_ipv6_only'], boolean: true, form: 'word', aliases: { yes: 'ipv6-only', no: 'both' } },
  ],
  socket_protocol: [
    { tables: ['socket_protocol'], boolean: false, form: 'word', since: { mptcp: 257 } },
  ],
  socket_timestamping: [
    { tables: ['socket_timestamping'], boolean: true, form: 'word', aliases: { usec: 'us', 'µs': 'us', 'μs': 'us', nsec: 'ns', yes: 'ns', no: 'off' } },
  ],
  socket_defer_trigger: [
    { tables: ['socket_defer_trigger'], boolean: true, form: 'word' },
  ],
  ip_tos: [
    { tables: ['ip_tos'], boolean: false, form: 'word', numbers: [0, 255] },
  ],
  socket_listen: [
    { tables: ['netlink_family'], boolean: false, form: 'structured', only: ['ListenNetlink'] },
  ],
  timer: [
    { tables: ['calendar_shorthand'], boolean: false, form: 'structured', only: ['OnCalendar'], aliases: { anually: 'annually', biannually: 'semiannually', 'bi-annually': 'semiannually', 'semi-annually': 'semiannually' } },
  ],
}

/** The words of each table, blank-separated, in upstream order. */
export const tableWords: Readonly<Record<string, string>> = {
  job_mode: 'fail lenient replace replace-irreversibly isolate flush ignore-dependencies ignore-requirements triggering restart-dependencies',
  job_mode_isolate: 'yes no',
  collect_mode: 'inactive inactive-or-failed',
  emergency_action: 'none exit exit-force reboot reboot-force reboot-immediate poweroff poweroff-force poweroff-immediate soft-reboot soft-reboot-force kexec kexec-force halt halt-force halt-immediate',
  documentation_url: 'https:// http:// file: man: info:',
  condition_architecture: 'native',
  architecture: 'arm64 arm64-be arm arm-be alpha arc arc-be cris x86-64 x86 ia64 loongarch64 m68k mips64-le mips64 mips-le mips nios2 parisc64 parisc ppc64-le ppc64 ppc ppc-le riscv32 riscv64 s390x s390 sh64 sh sparc64 sparc tilegx',
  condition_security: 'selinux apparmor tomoyo smack ima audit uefi-secureboot tpm2 cvm measured-uki measured-os',
  condition_firmware: 'uefi device-tree device-tree-compatible smbios-field',
  condition_virtualization: 'yes no vm container private-users',
  virtualization: 'none kvm amazon qemu bochs xen uml vmware oracle microsoft zvm parallels bhyve qnx acrn powervm apple sre google vm-other systemd-nspawn lxc-libvirt lxc openvz docker podman rkt wsl proot pouch container-other',
  condition_control_group_controller: 'v1 v2',
  cgroup_controller: 'cpu cpuacct cpuset io blkio memory devices pids bpf-firewall bpf-devices bpf-foreign bpf-socket-bind bpf-restrict-network-interfaces bpf-bind-network-interface',
  condition_ac_power: 'yes no',
  condition_first_boot: 'yes no',
  condition_user: '@system',
  condition_needs_update: '/etc /var',
  service_type: 'simple forking oneshot dbus notify notify-reload idle exec',
  service_exit_type: 'main cgroup',
  service_restart: 'no on-success on-failure on-abnormal on-watchdog on-abort always',
  service_restart_mode: 'normal direct debug',
  service_timeout_failure_mode: 'terminate abort kill',
  exec_preserve_mode: 'no yes restart on-success',
  notify_access: 'none main exec all',
  oom_policy: 'continue stop kill',
  service_refresh_on_reload: 'extensions credentials',
  refresh_on_reload: 'yes no',
  exit_status_mappings: 'SUCCESS FAILURE INVALIDARGUMENT NOTIMPLEMENTED NOPERMISSION NOTINSTALLED NOTCONFIGURED NOTRUNNING USAGE DATAERR NOINPUT NOUSER NOHOST UNAVAILABLE SOFTWARE OSERR OSFILE CANTCREAT IOERR TEMPFAIL PROTOCOL NOPERM CONFIG CHDIR NICE FDS EXEC MEMORY LIMITS OOM_ADJUST SIGNAL_MASK STDIN STDOUT CHROOT IOPRIO TIMERSLACK SECUREBITS SETSCHEDULER CPUAFFINITY GROUP USER CAPABILITIES CGROUP SETSID CONFIRM STDERR PAM NETWORK NAMESPACE NO_NEW_PRIVILEGES SECCOMP SELINUX_CONTEXT PERSONALITY APPARMOR ADDRESS_FAMILIES RUNTIME_DIRECTORY CHOWN SMACK_PROCESS_LABEL KEYRING STATE_DIRECTORY CACHE_DIRECTORY LOGS_DIRECTORY CONFIGURATION_DIRECTORY NUMA_POLICY CREDENTIALS BPF KSM MEMORY_THP EXCEPTION',
  signal: 'SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1 SIGSEGV SIGUSR2 SIGPIPE SIGALRM SIGTERM SIGSTKFLT SIGCHLD SIGCONT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGXCPU SIGXFSZ SIGVTALRM SIGPROF SIGWINCH SIGIO SIGPWR SIGSYS',
  open_file_flags: 'read-only append truncate graceful',
  kill_mode: 'control-group process mixed none',
  exec_input: 'null tty tty-force tty-fail socket fd data file',
  exec_output: 'inherit null tty kmsg kmsg+console journal journal+console socket fd file append truncate',
  exec_output_obsolete: 'syslog syslog+console',
  ioprio_class: 'none realtime best-effort idle',
  sched_policy: 'other batch idle fifo ext rr',
  cpu_affinity: 'numa',
  mpol: 'default preferred bind interleave local preferred-many weighted-interleave',
  numa_mask: 'all',
  log_facility_unshifted: 'kern user mail daemon auth syslog lpr news uucp cron authpriv ftp local0 local1 local2 local3 local4 local5 local6 local7',
  log_level: 'emerg alert crit err warning notice info debug',
  exec_keyring_mode: 'inherit private shared',
  exec_utmp_mode: 'init login user',
  exec_memory_thp: 'inherit disable madvise system',
  coredump_filter: 'private-anonymous shared-anonymous private-file-backed shared-file-backed elf-headers private-huge shared-huge private-dax shared-dax',
  coredump_filter_mask: 'default all',
  exec_directory_flags: 'ro',
  exec_quota: 'off',
  working_directory: '~',
  protect_system: 'no yes full strict',
  protect_home: 'no yes read-only tmpfs',
  protect_control_groups: 'no yes private strict',
  protect_hostname: 'no yes private',
  protect_proc: 'default noaccess invisible ptraceable',
  proc_subset: 'all pid',
  private_bpf: 'no yes',
  private_tmp: 'no connected disconnected',
  private_users: 'no self identity full managed',
  private_pids: 'no yes',
  mount_propagation_flag: 'shared slave private',
  capability: 'CAP_CHOWN CAP_DAC_OVERRIDE CAP_DAC_READ_SEARCH CAP_FOWNER CAP_FSETID CAP_KILL CAP_SETGID CAP_SETUID CAP_SETPCAP CAP_LINUX_IMMUTABLE CAP_NET_BIND_SERVICE CAP_NET_BROADCAST CAP_NET_ADMIN CAP_NET_RAW CAP_IPC_LOCK CAP_IPC_OWNER CAP_SYS_MODULE CAP_SYS_RAWIO CAP_SYS_CHROOT CAP_SYS_PTRACE CAP_SYS_PACCT CAP_SYS_ADMIN CAP_SYS_BOOT CAP_SYS_NICE CAP_SYS_RESOURCE CAP_SYS_TIME CAP_SYS_TTY_CONFIG CAP_MKNOD CAP_LEASE CAP_AUDIT_WRITE CAP_AUDIT_CONTROL CAP_SETFCAP CAP_MAC_OVERRIDE CAP_MAC_ADMIN CAP_SYSLOG CAP_WAKE_ALARM CAP_BLOCK_SUSPEND CAP_AUDIT_READ CAP_PERFMON CAP_BPF CAP_CHECKPOINT_RESTORE',
  secure_bits: 'keep-caps keep-caps-locked no-setuid-fixup no-setuid-fixup-locked noroot noroot-locked no-cap-ambient-raise no-cap-ambient-raise-locked exec-restrict-file exec-restrict-file-locked exec-deny-interactive exec-deny-interactive-locked',
  namespace_info: 'cgroup ipc net mnt pid user uts time',
  restrict_namespaces: 'yes no',
  delegate_namespaces: 'yes no',
  af_names: 'AF_UNIX AF_LOCAL AF_FILE AF_INET AF_INET6 AF_NETLINK AF_ROUTE AF_PACKET AF_VSOCK AF_ALG AF_XDP AF_KEY AF_BLUETOOTH AF_CAN AF_TIPC AF_RDS AF_SMC AF_IB AF_KCM AF_MCTP AF_QIPCRTR AF_MPLS AF_NFC AF_CAIF AF_PHONET AF_ISDN AF_IEEE802154 AF_RXRPC AF_IUCV AF_PPPOX AF_LLC AF_ATMPVC AF_ATMSVC AF_AX25 AF_NETROM AF_ROSE AF_X25 AF_IPX AF_APPLETALK AF_DECnet AF_IRDA AF_ECONET AF_WANPIPE AF_BRIDGE AF_NETBEUI AF_SECURITY AF_ASH AF_SNA',
  address_families: 'none',
  seccomp_arch: 'native x86 x86-64 x32 arm arm64 loongarch64 mips mips-le mips64 mips64-le mips64-n32 mips64-le-n32 parisc parisc64 ppc ppc64 ppc64-le riscv64 s390 s390x',
  syscall_errno: 'kill',
  syscall_filter_sets: '@system-service @default @aio @basic-io @chown @clock @cpu-emulation @debug @file-system @io-event @ipc @keyring @known @memlock @module @mount @network-io @obsolete @pkey @privileged @process @raw-io @reboot @resources @sandbox @setuid @signal @swap @sync @timer',
  filesystem_sets: '@basic-api @anonymous @application @auxiliary-api @common-block @historical-block @network @privileged-api @security @temporary @known',
  partition_designator: 'root usr home srv esp xbootldr swap root-verity usr-verity root-verity-sig usr-verity-sig tmp var',
  image_policy: '* - ~',
  partition_policy_flags: 'verity signed encrypted encryptedwithintegrity unprotected unused absent open ignore read-only-on read-only-off growfs-on growfs-off btrfs erofs ext4 f2fs squashfs vfat xfs',
  cpu_weight: 'idle',
  cpuset_partition: 'member root isolated',
  cgroup_device_policy: 'auto closed strict',
  delegate: 'yes no',
  managed_oom_mode: 'auto kill',
  managed_oom_preference: 'none avoid omit',
  cgroup_pressure_watch: 'no yes auto skip',
  bpf_cgroup_attach_type: 'ingress egress sock_create sock_ops device bind4 bind6 connect4 connect6 post_bind4 post_bind6 sendmsg4 sendmsg6 sysctl recvmsg4 recvmsg6 getsockopt setsockopt',
  bpf_delegate: 'any',
  in_addr_prefixes: 'any localhost link-local multicast',
  socket_bind_item: 'any ipv4 ipv6 tcp udp',
  nft_set_source: 'address prefix ifindex cgroup user group',
  nfproto: 'arp bridge inet ip ip6 netdev',
  socket_address_bind_ipv6_only: 'default both ipv6-only',
  socket_protocol: 'udplite sctp mptcp',
  socket_timestamping: 'off us ns',
  socket_defer_trigger: 'no yes patient',
  ip_tos: 'low-delay throughput reliability low-cost',
  netlink_family: 'route firewall inet-diag nflog xfrm selinux iscsi audit fib-lookup connector netfilter ip6-fw dnrtmsg kobject-uevent generic scsitransport ecryptfs rdma',
  calendar_shorthand: 'minutely hourly daily weekly monthly quarterly semiannually yearly annually',
}

/** Words that older releases had: the last release on record that did. */
export const goneWords: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  partition_designator: { 'root-secondary': 252, 'root-other': 252, 'usr-secondary': 252, 'usr-other': 252, 'root-secondary-verity': 252, 'root-other-verity': 252, 'usr-secondary-verity': 252, 'usr-other-verity': 252, 'root-secondary-verity-sig': 252, 'root-other-verity-sig': 252, 'usr-secondary-verity-sig': 252, 'usr-other-verity-sig': 252 },
}
