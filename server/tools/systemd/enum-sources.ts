import type { EnumSet } from '../../src/unit/data/enum-set.ts'
import { codeTables } from './enum-code-tables.ts'

export { codeTables }

/**
 * Where a `config_parse_*` function looks the words of its value up. `structured` words are parts of a syntax of their
 * own, as in `cgroup:inet:table:set`: they serve completion and hovers, and judging is left to that value's grammar.
 * `DisableControllers=` speaks up about unknown words only where no known one is left.
 */
export interface EnumSource extends EnumSet {
  /** The C function, as the gperf tables of systemd 262 name it. */
  readonly parser: string
}

const word = (parser: string, table: string, more: Partial<EnumSource> = {}): EnumSource => ({
  parser,
  tables: [table],
  boolean: false,
  form: 'word',
  ...more,
})

const condition = (name: string, tables: readonly string[], more: Partial<EnumSource> = {}): EnumSource => ({
  parser: 'config_parse_unit_condition_string',
  only: [`Condition${name}`, `Assert${name}`],
  tables,
  boolean: false,
  form: 'word',
  // the manager keeps the text of a condition and looks at it only when the unit starts
  unknown: 'silent',
  ...more,
})

const partitions: Pick<EnumSource, 'tables' | 'boolean' | 'form'> = {
  tables: ['partition_designator'],
  boolean: false,
  form: 'structured',
}

const bpfDelegate = (parser: string): EnumSource =>
  word(parser, 'bpf_delegate', {
    form: 'structured',
    others: "comma-separated names of the kernel's BPF header, in its own capitals as in BPFMapTypeHash",
  })

const shuttingDown = [
  'reboot',
  'reboot-force',
  'reboot-immediate',
  'poweroff',
  'poweroff-force',
  'poweroff-immediate',
]
const shuttingDownSince254 = [
  'soft-reboot',
  'soft-reboot-force',
  'kexec',
  'kexec-force',
  'halt',
  'halt-force',
  'halt-immediate',
]

/**
 * One row for each parser of unit files whose values come from closed sets of words. Parsers that take a boolean and
 * nothing else are not here, nor are lone words beside an open value (`infinity`).
 */
export const enumSources: readonly EnumSource[] = [
  // [Unit]
  word('config_parse_job_mode', 'job_mode', { since: { 'restart-dependencies': 254, lenient: 258 } }),
  word('config_parse_job_mode_isolate', 'job_mode_isolate', { boolean: true }),
  word('config_parse_collect_mode', 'collect_mode'),
  word('config_parse_emergency_action', 'emergency_action', {
    since: Object.fromEntries(shuttingDownSince254.map((action) => [action, 254])),
    managerOnly: [
      { words: shuttingDown, only: 'system', until: 253, otherwise: 'replaced', replacement: 'exit-force' },
      { words: shuttingDown, only: 'system', from: 254, otherwise: 'ignored' },
      // 254 let a user manager take these too, which came to nothing for want of such targets
      { words: shuttingDownSince254, only: 'system', from: 257, otherwise: 'ignored' },
    ],
  }),
  word('config_parse_documentation', 'documentation_url', { form: 'structured' }),
  condition('Architecture', ['condition_architecture', 'architecture']),
  condition('Security', ['condition_security'], {
    since: { cvm: 254, 'measured-uki': 255, 'measured-os': 261 },
  }),
  // there is no AssertFirmware=
  condition('Firmware', ['condition_firmware'], { only: ['ConditionFirmware'], form: 'structured' }),
  condition('Virtualization', ['condition_virtualization', 'virtualization'], { boolean: true }),
  condition('ControlGroupController', ['condition_control_group_controller', 'cgroup_controller'], {
    form: 'words',
    since: { 'bpf-bind-network-interface': 260 },
  }),
  condition('ACPower', ['condition_ac_power'], { boolean: true }),
  condition('FirstBoot', ['condition_first_boot'], { boolean: true }),
  condition('User', ['condition_user'], { others: 'a user name or number' }),
  condition('NeedsUpdate', ['condition_needs_update'], {
    parser: 'config_parse_unit_condition_path',
    unknown: undefined,
    others: 'another absolute path',
  }),

  // [Service]
  word('config_parse_service_type', 'service_type', { since: { 'notify-reload': 253 } }),
  word('config_parse_service_exit_type', 'service_exit_type'),
  word('config_parse_service_restart', 'service_restart'),
  word('config_parse_service_restart_mode', 'service_restart_mode', { since: { debug: 257 } }),
  word('config_parse_service_timeout_failure_mode', 'service_timeout_failure_mode'),
  word('config_parse_exec_preserve_mode', 'exec_preserve_mode', {
    boolean: true,
    since: { 'on-success': 261 },
  }),
  word('config_parse_notify_access', 'notify_access'),
  word('config_parse_oom_policy', 'oom_policy'),
  {
    parser: 'config_parse_service_refresh_on_reload',
    tables: ['service_refresh_on_reload', 'refresh_on_reload'],
    boolean: true,
    form: 'words',
    invertible: true,
  },
  {
    parser: 'config_parse_set_status',
    tables: ['exit_status_mappings', 'signal'],
    boolean: false,
    form: 'words',
    numbers: [0, 255],
    others: 'a signal name without SIG, RTMIN+n or RTMAX-n',
    since: { KSM: 254, MEMORY_THP: 260 },
  },
  word('config_parse_open_file', 'open_file_flags', { form: 'structured' }),

  // killing
  word('config_parse_kill_mode', 'kill_mode', { remarks: { none: 'warning' } }),
  word('config_parse_signal', 'signal', {
    numbers: [1, 64],
    others: 'a signal name without SIG, RTMIN+n or RTMAX-n',
  }),

  // systemd.exec(5): the process
  word('config_parse_exec_input', 'exec_input', {
    form: 'prefix',
    argument: { fd: 'optional', file: 'required' },
  }),
  {
    parser: 'config_parse_exec_output',
    tables: ['exec_output', 'exec_output_obsolete'],
    boolean: false,
    form: 'prefix',
    argument: { fd: 'optional', file: 'required', append: 'required', truncate: 'required' },
    aliases: { syslog: 'journal', 'syslog+console': 'journal+console' },
    remarks: { syslog: 'notice', 'syslog+console': 'notice' },
  },
  word('config_parse_exec_io_class', 'ioprio_class', { numbers: [0, 7] }),
  word('config_parse_exec_cpu_sched_policy', 'sched_policy', {
    numbers: [0, 7],
    since: { ext: 260 },
  }),
  word('config_parse_exec_cpu_affinity', 'cpu_affinity', { others: 'CPU numbers and ranges' }),
  word('config_parse_numa_policy', 'mpol', { since: { 'preferred-many': 262, 'weighted-interleave': 262 } }),
  word('config_parse_numa_mask', 'numa_mask', { others: 'node numbers and ranges' }),
  word('config_parse_log_facility', 'log_facility_unshifted', { numbers: [0, 127] }),
  word('config_parse_log_level', 'log_level', { numbers: [0, 7] }),
  word('config_parse_exec_keyring_mode', 'exec_keyring_mode'),
  word('config_parse_exec_utmp_mode', 'exec_utmp_mode'),
  word('config_parse_exec_memory_thp', 'exec_memory_thp'),
  {
    parser: 'config_parse_exec_coredump_filter',
    tables: ['coredump_filter', 'coredump_filter_mask'],
    boolean: false,
    form: 'words',
    others: 'a hexadecimal mask',
  },
  word('config_parse_exec_directories', 'exec_directory_flags', { form: 'structured', since: { ro: 257 } }),
  word('config_parse_exec_quota', 'exec_quota', { others: 'a size or a percentage' }),
  word('config_parse_working_directory', 'working_directory', {
    others: 'an absolute path, after a - if it may be missing',
  }),
  word('config_parse_personality', 'architecture', {
    others: 'of these only the architecture of the machine and its 32-bit relative',
  }),

  // systemd.exec(5): the sandbox
  word('config_parse_protect_system', 'protect_system', { boolean: true }),
  word('config_parse_protect_home', 'protect_home', { boolean: true }),
  word('config_parse_protect_control_groups', 'protect_control_groups', {
    boolean: true,
    since: { private: 257, strict: 257 },
  }),
  word('config_parse_protect_hostname', 'protect_hostname', {
    boolean: true,
    form: 'prefix',
    argument: { yes: 'optional', private: 'optional' },
    argumentSince: 258,
    since: { private: 258 },
  }),
  word('config_parse_protect_proc', 'protect_proc'),
  word('config_parse_proc_subset', 'proc_subset'),
  word('config_parse_private_bpf', 'private_bpf', { boolean: true }),
  word('config_parse_private_tmp', 'private_tmp', {
    boolean: true,
    since: { connected: 257, disconnected: 257 },
    aliases: { yes: 'connected' },
  }),
  word('config_parse_private_users', 'private_users', {
    boolean: true,
    since: { self: 257, identity: 257, full: 258, managed: 260 },
    aliases: { yes: 'self' },
  }),
  word('config_parse_private_pids', 'private_pids', { boolean: true }),
  word('config_parse_exec_mount_propagation_flag', 'mount_propagation_flag'),
  word('config_parse_capability_set', 'capability', {
    form: 'words',
    invertible: true,
    unknown: 'silent',
  }),
  word('config_parse_exec_secure_bits', 'secure_bits', {
    form: 'words',
    unknown: 'silent',
    since: {
      'no-cap-ambient-raise': 262,
      'no-cap-ambient-raise-locked': 262,
      'exec-restrict-file': 262,
      'exec-restrict-file-locked': 262,
      'exec-deny-interactive': 262,
      'exec-deny-interactive-locked': 262,
    },
  }),
  {
    parser: 'config_parse_namespace_flags',
    only: ['RestrictNamespaces'],
    tables: ['namespace_info', 'restrict_namespaces'],
    boolean: true,
    form: 'words',
    invertible: true,
  },
  {
    parser: 'config_parse_namespace_flags',
    only: ['DelegateNamespaces'],
    tables: ['namespace_info', 'delegate_namespaces'],
    boolean: true,
    form: 'words',
    invertible: true,
    refused: ['user'],
  },
  {
    parser: 'config_parse_address_families',
    tables: ['af_names', 'address_families'],
    boolean: false,
    form: 'words',
    invertible: true,
  },
  word('config_parse_syscall_archs', 'seccomp_arch', { form: 'words', since: { loongarch64: 254 } }),
  word('config_parse_syscall_errno', 'syscall_errno', {
    others: 'an error name such as EPERM, or 1 to 4095',
  }),
  word('config_parse_syscall_filter', 'syscall_filter_sets', {
    form: 'words',
    invertible: true,
    others: 'a system call, with :errno after either if wanted',
    since: { '@sandbox': 254 },
  }),
  word('config_parse_syscall_log', 'syscall_filter_sets', {
    form: 'words',
    invertible: true,
    others: 'a system call',
    since: { '@sandbox': 254 },
  }),
  word('config_parse_restrict_filesystems', 'filesystem_sets', {
    form: 'words',
    invertible: true,
    others: 'a file system',
  }),

  // systemd.exec(5): disk images
  { parser: 'config_parse_root_image_options', ...partitions },
  { parser: 'config_parse_mount_images', ...partitions },
  { parser: 'config_parse_extension_images', ...partitions },
  {
    parser: 'config_parse_image_policy',
    tables: ['image_policy', 'partition_designator', 'partition_policy_flags'],
    boolean: false,
    form: 'structured',
    unknown: 'silent',
    unknownFatalUntil: 257,
    since: Object.fromEntries(
      ['encryptedwithintegrity', 'btrfs', 'erofs', 'ext4', 'f2fs', 'squashfs', 'vfat', 'xfs'].map((flag) => [
        flag,
        260,
      ]),
    ),
  },

  // systemd.resource-control(5)
  word('config_parse_cg_cpu_weight', 'cpu_weight', { numbers: [1, 10000] }),
  word('config_parse_cpuset_partition', 'cpuset_partition'),
  word('config_parse_device_policy', 'cgroup_device_policy'),
  {
    parser: 'config_parse_delegate',
    tables: ['cgroup_controller', 'delegate'],
    boolean: true,
    form: 'words',
    since: { 'bpf-bind-network-interface': 260 },
  },
  word('config_parse_disable_controllers', 'cgroup_controller', {
    form: 'words',
    unknown: 'silent',
    since: { 'bpf-bind-network-interface': 260 },
  }),
  word('config_parse_managed_oom_mode', 'managed_oom_mode'),
  word('config_parse_managed_oom_preference', 'managed_oom_preference'),
  word('config_parse_pressure_watch', 'cgroup_pressure_watch', { boolean: true }),
  word('config_parse_bpf_foreign_program', 'bpf_cgroup_attach_type', { form: 'structured' }),
  bpfDelegate('config_parse_bpf_delegate_commands'),
  bpfDelegate('config_parse_bpf_delegate_maps'),
  bpfDelegate('config_parse_bpf_delegate_programs'),
  bpfDelegate('config_parse_bpf_delegate_attachments'),
  word('config_parse_in_addr_prefixes', 'in_addr_prefixes', {
    form: 'words',
    others: 'an IP address, with /length after it for a whole network',
  }),
  word('config_parse_cgroup_socket_bind', 'socket_bind_item', { form: 'structured' }),
  {
    parser: 'config_parse_cgroup_nft_set',
    tables: ['nft_set_source', 'nfproto'],
    boolean: false,
    form: 'structured',
    refused: ['address', 'prefix', 'ifindex'],
  },

  // [Socket]
  word('config_parse_socket_bind', 'socket_address_bind_ipv6_only', {
    boolean: true,
    aliases: { yes: 'ipv6-only', no: 'both' },
  }),
  word('config_parse_socket_protocol', 'socket_protocol', { since: { mptcp: 257 } }),
  word('config_parse_socket_timestamping', 'socket_timestamping', {
    boolean: true,
    aliases: { usec: 'us', µs: 'us', μs: 'us', nsec: 'ns', yes: 'ns', no: 'off' },
  }),
  word('config_parse_socket_defer_trigger', 'socket_defer_trigger', { boolean: true }),
  word('config_parse_ip_tos', 'ip_tos', { numbers: [0, 255] }),
  word('config_parse_socket_listen', 'netlink_family', { only: ['ListenNetlink'], form: 'structured' }),

  // [Timer]
  word('config_parse_timer', 'calendar_shorthand', {
    only: ['OnCalendar'],
    form: 'structured',
    aliases: {
      anually: 'annually',
      biannually: 'semiannually',
      'bi-annually': 'semiannually',
      'semi-annually': 'semiannually',
    },
  }),
]
