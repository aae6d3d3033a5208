/** A value that may stand in many files, and what it says. */
export type ValueExample = readonly [value: string, detail: string]

const devices: readonly ValueExample[] = [
  ['/dev/sda ', 'the first disk'],
  ['/dev/nvme0n1 ', 'the first NVMe disk'],
  ['/var ', 'the disk that this folder is on'],
]
const variables: readonly ValueExample[] = [
  ['LANG', 'language and character set'],
  ['TZ', 'the time zone'],
  ['http_proxy', 'the proxy for HTTP'],
  ['https_proxy', 'the proxy for HTTPS'],
  ['no_proxy', 'hosts that need no proxy'],
]
const interfaces: readonly ValueExample[] = [
  ['lo', 'the machine itself'],
  ['eth0', 'the first network card, by its old name'],
]

/**
 * What completion offers for an empty value that nothing else is known to begin, by parser, or by `parser.Directive`
 * where one parser reads several kinds of value.
 */
const examples: Readonly<Record<string, readonly ValueExample[]>> = {
  allowed_cpuset: [
    ['0', 'the first CPU'],
    ['0-3', 'the first four CPUs'],
  ],
  bind_network_interface: [...interfaces, ['vrf-blue', 'a virtual router of that name']],
  blockio_bandwidth: devices,
  blockio_device_weight: devices,
  environ: [
    ['NODE_ENV=production', 'Node.js'],
    ['RAILS_ENV=production', 'Ruby on Rails'],
    ['DJANGO_SETTINGS_MODULE=', 'Django'],
    ['PORT=3000', 'where the app listens'],
    ['LANG=C.UTF-8', 'UTF-8 without a language'],
    ['TZ=UTC', 'the time zone'],
    ['PYTHONUNBUFFERED=1', 'Python: output reaches the journal at once'],
  ],
  exec: [
    ['/usr/bin/', 'a program of the distribution'],
    ['/usr/bin/env ', 'a program that is looked up in PATH'],
    ["/bin/sh -c 'exec '", 'a line for a shell; exec puts the program in its place'],
    ['-/usr/bin/', 'a command that may fail'],
    ['+/usr/bin/', 'a command with full privileges'],
  ],
  exec_apparmor_profile: [['-', 'a profile that may be missing']],
  exec_selinux_context: [['-', 'a context that may fail']],
  exec_smack_process_label: [['-', 'a label that may fail']],
  import_credential: [['%p.*', "all credentials that begin with the unit's name and a dot"]],
  io_device_latency: devices,
  io_device_weight: devices,
  io_limit: devices,
  load_credential: [
    ['token:/etc/credstore/token', 'a file, as $CREDENTIALS_DIRECTORY/token'],
    ['token', 'the credential of the manager with that name'],
  ],
  log_extra_fields: [['APP=%p', "a field with the unit's name"]],
  log_filter_patterns: [
    ['error', 'keeps messages with this in it'],
    ['~^DEBUG', 'drops messages that begin with this'],
  ],
  open_file: [['/etc/ssl/private/web.key:key:read-only', 'a file that User= may not open itself']],
  pass_environ: variables,
  restrict_network_interfaces: [...interfaces, ['~eth0', 'all but this one']],
  unit_cpu_set: [
    ['0', 'the first one'],
    ['0-3', 'the first four'],
  ],
  unit_env_file: [
    ['-/etc/default/%p', 'where Debian and Ubuntu keep settings of services'],
    ['-/etc/sysconfig/%p', 'where Fedora keeps them'],
    ['/srv/', 'a folder of an app'],
  ],
  'unit_string_printf.Options': [
    ['noatime', 'reading a file is not recorded in it'],
    ['nofail', 'boot goes on without it'],
    ['nosuid,nodev', 'no privileged programs and no devices on it'],
    ['ro', 'read-only'],
  ],
  'unit_string_printf.PAMName': [['login', "the machine's rules for logins"]],
  'unit_string_printf.SyslogIdentifier': [['%p', "the unit's name"]],
  'unit_string_printf.Type': [
    ['ext4', 'the usual one on Linux'],
    ['btrfs', 'with snapshots'],
    ['xfs', 'for large files'],
    ['tmpfs', 'in memory'],
    ['nfs', 'of another machine'],
    ['vfat', 'of EFI partitions and sticks'],
    ['none', 'for bind mounts'],
  ],
  'unit_string_printf.UtmpIdentifier': [['tty1', 'the first console']],
  unset_environ: [...variables, ['LD_PRELOAD', 'libraries that are loaded before all others']],
}

/** Values to begin with; none for names that the author makes up, and for text and data. */
export function examplesOf(parser: string, directive: string): readonly ValueExample[] {
  return examples[`${parser}.${directive}`] ?? examples[parser] ?? []
}
