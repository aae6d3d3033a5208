/** Words that systemd compares in code, with the function or array that knows them. */
export interface CodeTable {
  readonly where: string
  readonly words: readonly string[]
}

const list = (words: string): readonly string[] => words.split(' ')

/**
 * Words that systemd compares one by one instead of keeping them in a string table, under a name of our own or that
 * of the C array. `where` is the function or array that knows them.
 */
export const codeTables: Readonly<Record<string, CodeTable>> = {
  job_mode_isolate: { where: 'config_parse_job_mode_isolate', words: list('yes no') },
  refresh_on_reload: { where: 'config_parse_service_refresh_on_reload', words: list('yes no') },
  // an array of structs, so no string table to the macros
  service_refresh_on_reload: { where: 'service.c', words: list('extensions credentials') },
  exec_output_obsolete: { where: 'config_parse_exec_output', words: list('syslog syslog+console') },
  exec_directory_flags: { where: 'exec_directory_flags_from_string', words: list('ro') },
  documentation_url: {
    where: 'documentation_url_is_valid',
    words: list('https:// http:// file: man: info:'),
  },
  calendar_shorthand: {
    where: 'calendar_spec_from_string',
    words: list('minutely hourly daily weekly monthly quarterly semiannually yearly annually'),
  },
  numa_mask: { where: 'config_parse_numa_mask', words: list('all') },
  cpu_affinity: { where: 'config_parse_exec_cpu_affinity', words: list('numa') },
  coredump_filter_mask: { where: 'coredump_filter_mask_from_string', words: list('default all') },
  exec_quota: { where: 'config_parse_exec_quota', words: list('off') },
  working_directory: { where: 'config_parse_working_directory', words: list('~') },
  mount_propagation_flag: {
    where: 'mount_propagation_flag_from_string',
    words: list('shared slave private'),
  },
  secure_bits: {
    where: 'secure_bits_from_string',
    words: list(
      'keep-caps keep-caps-locked no-setuid-fixup no-setuid-fixup-locked noroot noroot-locked ' +
        'no-cap-ambient-raise no-cap-ambient-raise-locked exec-restrict-file ' +
        'exec-restrict-file-locked exec-deny-interactive exec-deny-interactive-locked',
    ),
  },
  namespace_info: { where: 'namespace-util.c', words: list('cgroup ipc net mnt pid user uts time') },
  restrict_namespaces: { where: 'config_parse_namespace_flags', words: list('yes no') },
  delegate_namespaces: { where: 'config_parse_namespace_flags', words: list('yes no') },
  address_families: { where: 'parse_address_families', words: list('none') },
  // generated from the AF_ constants of the C library and the kernel headers
  af_names: {
    where: 'af_from_name',
    words: list(
      'AF_UNIX AF_LOCAL AF_FILE AF_INET AF_INET6 AF_NETLINK AF_ROUTE AF_PACKET AF_VSOCK AF_ALG ' +
        'AF_XDP AF_KEY AF_BLUETOOTH AF_CAN AF_TIPC AF_RDS AF_SMC AF_IB AF_KCM AF_MCTP AF_QIPCRTR ' +
        'AF_MPLS AF_NFC AF_CAIF AF_PHONET AF_ISDN AF_IEEE802154 AF_RXRPC AF_IUCV AF_PPPOX AF_LLC ' +
        'AF_ATMPVC AF_ATMSVC AF_AX25 AF_NETROM AF_ROSE AF_X25 AF_IPX AF_APPLETALK AF_DECnet AF_IRDA ' +
        'AF_ECONET AF_WANPIPE AF_BRIDGE AF_NETBEUI AF_SECURITY AF_ASH AF_SNA',
    ),
  },
  seccomp_arch: {
    where: 'seccomp_arch_from_string',
    words: list(
      'native x86 x86-64 x32 arm arm64 loongarch64 mips mips-le mips64 mips64-le mips64-n32 ' +
        'mips64-le-n32 parisc parisc64 ppc ppc64 ppc64-le riscv64 s390 s390x',
    ),
  },
  syscall_errno: { where: 'config_parse_syscall_errno', words: list('kill') },
  syscall_filter_sets: {
    where: 'seccomp-util.c',
    words: list(
      '@system-service @default @aio @basic-io @chown @clock @cpu-emulation @debug @file-system ' +
        '@io-event @ipc @keyring @known @memlock @module @mount @network-io @obsolete @pkey ' +
        '@privileged @process @raw-io @reboot @resources @sandbox @setuid @signal @swap @sync ' +
        '@timer',
    ),
  },
  filesystem_sets: {
    where: 'filesystem-sets.py',
    words: list(
      '@basic-api @anonymous @application @auxiliary-api @common-block @historical-block ' +
        '@network @privileged-api @security @temporary @known',
    ),
  },
  cpu_weight: { where: 'cg_cpu_weight_parse', words: list('idle') },
  delegate: { where: 'config_parse_delegate', words: list('yes no') },
  // the names of commands, maps and programs come from the kernel header of the build, which is an open list
  bpf_delegate: { where: 'bpf_delegate_from_string', words: list('any') },
  in_addr_prefixes: {
    where: 'config_parse_in_addr_prefixes',
    words: list('any localhost link-local multicast'),
  },
  socket_bind_item: { where: 'parse_socket_bind_item', words: list('any ipv4 ipv6 tcp udp') },
  socket_protocol: { where: 'parse_socket_protocol', words: list('udplite sctp mptcp') },
  image_policy: { where: 'image_policy_from_string', words: list('* - ~') },
  partition_policy_flags: {
    where: 'policy_flag_from_string_one',
    words: list(
      'verity signed encrypted encryptedwithintegrity unprotected unused absent open ignore ' +
        'read-only-on read-only-off growfs-on growfs-off btrfs erofs ext4 f2fs squashfs vfat xfs',
    ),
  },
  condition_architecture: { where: 'condition_test_architecture', words: list('native') },
  condition_security: {
    where: 'condition_test_security',
    words: list(
      'selinux apparmor tomoyo smack ima audit uefi-secureboot tpm2 cvm measured-uki ' + 'measured-os',
    ),
  },
  condition_firmware: {
    where: 'condition_test_firmware',
    words: list('uefi device-tree device-tree-compatible smbios-field'),
  },
  condition_virtualization: {
    where: 'condition_test_virtualization',
    words: list('yes no vm container private-users'),
  },
  condition_control_group_controller: {
    where: 'condition_test_control_group_controller',
    words: list('v1 v2'),
  },
  condition_ac_power: { where: 'condition_test_ac_power', words: list('yes no') },
  condition_first_boot: { where: 'condition_test_first_boot', words: list('yes no') },
  condition_needs_update: { where: 'condition_test_needs_update', words: list('/etc /var') },
  condition_user: { where: 'condition_test_user', words: list('@system') },
  // arrays of structs or of sparse indices, so again no tables to the macros
  exit_status_mappings: {
    where: 'exit-status.c',
    words: list(
      'SUCCESS FAILURE INVALIDARGUMENT NOTIMPLEMENTED NOPERMISSION NOTINSTALLED NOTCONFIGURED ' +
        'NOTRUNNING USAGE DATAERR NOINPUT NOUSER NOHOST UNAVAILABLE SOFTWARE OSERR OSFILE ' +
        'CANTCREAT IOERR TEMPFAIL PROTOCOL NOPERM CONFIG CHDIR NICE FDS EXEC MEMORY LIMITS ' +
        'OOM_ADJUST SIGNAL_MASK STDIN STDOUT CHROOT IOPRIO TIMERSLACK SECUREBITS SETSCHEDULER ' +
        'CPUAFFINITY GROUP USER CAPABILITIES CGROUP SETSID CONFIRM STDERR PAM NETWORK NAMESPACE ' +
        'NO_NEW_PRIVILEGES SECCOMP SELINUX_CONTEXT PERSONALITY APPARMOR ADDRESS_FAMILIES ' +
        'RUNTIME_DIRECTORY CHOWN SMACK_PROCESS_LABEL KEYRING STATE_DIRECTORY CACHE_DIRECTORY ' +
        'LOGS_DIRECTORY CONFIGURATION_DIRECTORY NUMA_POLICY CREDENTIALS BPF KSM MEMORY_THP ' +
        'EXCEPTION',
    ),
  },
  // generated from include/uapi/linux/capability.h; systemd takes them in any letter case
  capability: {
    where: 'capability_from_name',
    words: list(
      'CAP_CHOWN CAP_DAC_OVERRIDE CAP_DAC_READ_SEARCH CAP_FOWNER CAP_FSETID CAP_KILL ' +
        'CAP_SETGID CAP_SETUID CAP_SETPCAP CAP_LINUX_IMMUTABLE CAP_NET_BIND_SERVICE ' +
        'CAP_NET_BROADCAST CAP_NET_ADMIN CAP_NET_RAW CAP_IPC_LOCK CAP_IPC_OWNER CAP_SYS_MODULE ' +
        'CAP_SYS_RAWIO CAP_SYS_CHROOT CAP_SYS_PTRACE CAP_SYS_PACCT CAP_SYS_ADMIN CAP_SYS_BOOT ' +
        'CAP_SYS_NICE CAP_SYS_RESOURCE CAP_SYS_TIME CAP_SYS_TTY_CONFIG CAP_MKNOD CAP_LEASE ' +
        'CAP_AUDIT_WRITE CAP_AUDIT_CONTROL CAP_SETFCAP CAP_MAC_OVERRIDE CAP_MAC_ADMIN ' +
        'CAP_SYSLOG CAP_WAKE_ALARM CAP_BLOCK_SUSPEND CAP_AUDIT_READ CAP_PERFMON CAP_BPF ' +
        'CAP_CHECKPOINT_RESTORE',
    ),
  },
  // systemd keeps the names without SIG and takes them either way
  signal: {
    where: 'signal_from_string',
    words: list(
      'SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1 SIGSEGV ' +
        'SIGUSR2 SIGPIPE SIGALRM SIGTERM SIGSTKFLT SIGCHLD SIGCONT SIGSTOP SIGTSTP SIGTTIN ' +
        'SIGTTOU SIGURG SIGXCPU SIGXFSZ SIGVTALRM SIGPROF SIGWINCH SIGIO SIGPWR SIGSYS',
    ),
  },
}
