/** Where a specifier may stand. Values that systemd reads as a word, a number or a boolean expand none at all. */
export type SpecifierContext =
  /** ordinary values: commands, paths, strings, `Environment=` */
  | 'settings'
  /** unit names: `After=`, `Wants=`, `Slice=`, `Sockets=`, `Unit=`, `Service=` */
  | 'dependency names'
  /** [Install], which `systemctl enable` reads */
  | 'install'

/** One `%` sequence of unit files. */
export interface Specifier {
  /** The letter after `%`, or `%` itself. */
  readonly letter: string
  /** What it expands to. */
  readonly phrase: string
  readonly contexts: readonly SpecifierContext[]
  /** What it gives in the system manager, where that is known beforehand. */
  readonly system?: string
  /** What it gives in a user manager, where that is known beforehand. */
  readonly user?: string
  /** First version; absent: 208 or older. */
  readonly since?: number
  /** systemd still expands it, with a warning that it does not work as intended. */
  readonly deprecated?: true
}

const everywhere: readonly SpecifierContext[] = ['settings', 'dependency names', 'install']
const settingsOnly: readonly SpecifierContext[] = ['settings']

/**
 * All specifiers of unit files; `src/core/unit-printf.c`, `src/shared/install-printf.c` and `src/shared/specifier.h`
 * of systemd 262. User, group and home are those of the manager, never those of `User=`.
 */
export const specifiers: readonly Specifier[] = [
  { letter: 'n', phrase: 'the full name of the unit, with its suffix', contexts: everywhere },
  { letter: 'N', phrase: 'the name of the unit without its suffix', contexts: everywhere },
  {
    letter: 'p',
    phrase: 'the part of the unit name before @ or, without one, before the suffix',
    contexts: everywhere,
  },
  { letter: 'P', phrase: 'like %p, with escaping undone', contexts: settingsOnly },
  {
    letter: 'i',
    phrase: 'the instance: what stands between @ and the suffix, empty without @',
    contexts: everywhere,
  },
  { letter: 'I', phrase: 'like %i, with escaping undone', contexts: settingsOnly },
  {
    letter: 'j',
    phrase: 'the part of %p after its last dash, or all of it',
    contexts: everywhere,
    since: 239,
  },
  { letter: 'J', phrase: 'like %j, with escaping undone', contexts: settingsOnly, since: 239 },
  {
    letter: 'f',
    phrase: 'the instance, or else %p, unescaped as an absolute path',
    contexts: settingsOnly,
  },
  {
    letter: 'y',
    phrase: 'the path of the unit file, links followed; a unit without a file fails to load',
    contexts: settingsOnly,
    since: 251,
  },
  { letter: 'Y', phrase: 'the directory of %y', contexts: settingsOnly, since: 251 },
  {
    letter: 't',
    phrase: 'the root of runtime directories, above RuntimeDirectory=',
    contexts: settingsOnly,
    system: '/run',
    user: '$XDG_RUNTIME_DIR',
  },
  {
    letter: 'S',
    phrase: 'the root of state directories, above StateDirectory=',
    contexts: settingsOnly,
    system: '/var/lib',
    user: '$XDG_STATE_HOME, else ~/.local/state; before 254 the same as %E',
    since: 236,
  },
  {
    letter: 'C',
    phrase: 'the root of cache directories, above CacheDirectory=',
    contexts: settingsOnly,
    system: '/var/cache',
    user: '$XDG_CACHE_HOME, else ~/.cache',
    since: 236,
  },
  {
    letter: 'L',
    phrase: 'the root of log directories, above LogsDirectory=',
    contexts: settingsOnly,
    system: '/var/log',
    user: 'log below $XDG_STATE_HOME, else ~/.local/state/log; before 254 log below %E',
    since: 236,
  },
  {
    letter: 'E',
    phrase: 'the root of configuration directories, above ConfigurationDirectory=',
    contexts: settingsOnly,
    system: '/etc',
    user: '$XDG_CONFIG_HOME, else ~/.config',
    since: 239,
  },
  {
    letter: 'D',
    phrase: 'the root of shared data directories',
    contexts: settingsOnly,
    system: '/usr/share',
    user: '$XDG_DATA_HOME, else ~/.local/share',
    since: 256,
  },
  {
    letter: 'd',
    phrase: 'the directory with the credentials of the unit, also in $CREDENTIALS_DIRECTORY',
    contexts: settingsOnly,
    system: '/run/credentials/%n',
    user: '$XDG_RUNTIME_DIR/credentials/%n',
    since: 251,
  },
  {
    letter: 'T',
    phrase: 'the directory for temporary files',
    contexts: settingsOnly,
    system: '/tmp, unless the manager has $TMPDIR, $TEMP or $TMP',
    user: '/tmp, unless the manager has $TMPDIR, $TEMP or $TMP',
    since: 239,
  },
  {
    letter: 'V',
    phrase: 'the directory for larger temporary files that survive a reboot',
    contexts: settingsOnly,
    system: '/var/tmp, unless the manager has $TMPDIR, $TEMP or $TMP',
    user: '/var/tmp, unless the manager has $TMPDIR, $TEMP or $TMP',
    since: 239,
  },
  {
    letter: 'h',
    phrase: 'the home directory of the user that runs the manager, whatever User= says',
    contexts: settingsOnly,
    system: '/root',
    user: 'the home directory of the user',
  },
  {
    letter: 's',
    phrase: 'the login shell of the user that runs the manager, whatever User= says',
    contexts: settingsOnly,
    system: 'the shell of root',
    user: 'the shell of the user',
  },
  {
    letter: 'u',
    phrase: 'the name of the user that runs the manager, whatever User= says',
    contexts: everywhere,
    system: 'root',
    user: 'the name of the user',
  },
  {
    letter: 'U',
    phrase: 'the number of the user that runs the manager, whatever User= says',
    contexts: everywhere,
    system: '0',
    user: 'the number of the user',
  },
  {
    letter: 'g',
    phrase: 'the name of the group that runs the manager, whatever Group= says',
    contexts: everywhere,
    system: 'root',
    user: 'the name of the group of the user',
    since: 240,
  },
  {
    letter: 'G',
    phrase: 'the number of the group that runs the manager, whatever Group= says',
    contexts: everywhere,
    system: '0',
    user: 'the number of the group of the user',
    since: 240,
  },
  { letter: 'H', phrase: 'the host name at the time the unit is loaded', contexts: everywhere },
  { letter: 'l', phrase: 'the host name up to its first dot', contexts: everywhere, since: 246 },
  {
    letter: 'q',
    phrase: 'the pretty host name of /etc/machine-info, else the same as %l',
    contexts: everywhere,
    since: 251,
  },
  { letter: 'm', phrase: 'the machine id, 32 hexadecimal digits', contexts: everywhere },
  { letter: 'b', phrase: 'the id of this boot, 32 hexadecimal digits', contexts: everywhere },
  { letter: 'v', phrase: 'the kernel release, as uname -r prints it', contexts: everywhere },
  { letter: 'a', phrase: 'the architecture, such as x86-64 or arm64', contexts: everywhere, since: 246 },
  { letter: 'o', phrase: 'ID= of os-release, such as debian', contexts: everywhere, since: 246 },
  {
    letter: 'w',
    phrase: 'VERSION_ID= of os-release, such as 12, or nothing',
    contexts: everywhere,
    since: 246,
  },
  { letter: 'B', phrase: 'BUILD_ID= of os-release, or nothing', contexts: everywhere, since: 246 },
  { letter: 'W', phrase: 'VARIANT_ID= of os-release, or nothing', contexts: everywhere, since: 246 },
  { letter: 'M', phrase: 'IMAGE_ID= of os-release, or nothing', contexts: everywhere, since: 249 },
  { letter: 'A', phrase: 'IMAGE_VERSION= of os-release, or nothing', contexts: everywhere, since: 249 },
  // it expands in unit names too, but no unit name may hold the result
  { letter: '%', phrase: 'a single percent sign', contexts: settingsOnly, system: '%', user: '%' },
  { letter: 'c', phrase: 'the control group path of the unit', contexts: settingsOnly, deprecated: true },
  {
    letter: 'r',
    phrase: 'the control group path of the slice of the unit',
    contexts: settingsOnly,
    deprecated: true,
  },
  {
    letter: 'R',
    phrase: 'the control group that the manager lives in',
    contexts: settingsOnly,
    deprecated: true,
  },
]
