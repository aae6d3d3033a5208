import type { DirectiveDocs } from './types.ts'

/**
 * What each Condition* and Assert* directive of systemd.unit(5) is for, in our own words. Both test the same things;
 * an unmet condition skips the start quietly, an unmet assert makes the start job fail.
 */
export const conditionDocs: DirectiveDocs = {
  ConditionPathExists: {
    summary:
      'Skips the start, without any failure, unless this absolute path exists; `!` in front turns the test round. `systemctl start` still reports success then, so look for "condition" in `systemctl status` when a service silently does not come up. The manager itself looks (that of the system as root), on the host: `User=` and `RootDirectory=` play no part.',
    example: '!/srv/acme/shared/maintenance.txt',
  },
  ConditionPathExistsGlob: {
    summary:
      'Holds if at least one path matches the shell pattern, for start-only-if-there-is-work units. Hidden files match only a pattern that spells out the dot.',
    example: '/etc/acme/conf.d/*.yml',
  },
  ConditionPathIsDirectory: {
    summary:
      'No start unless the path is a directory; a symlink to one, such as a `current` link of Capistrano, is good enough.',
    example: '/srv/acme/current',
  },
  ConditionPathIsSymbolicLink: {
    summary:
      'Skips the unit unless the path itself is a symlink, whether or not its target exists. The only path test that does not follow links.',
    example: '/srv/acme/current',
  },
  ConditionPathIsMountPoint: {
    summary:
      'Lets the unit start only while something is mounted exactly at this path. Guards against writing uploads into the bare directory below; `RequiresMountsFor=` goes further and mounts it.',
    example: '/srv/acme/shared',
  },
  ConditionPathIsReadWrite: {
    summary:
      'Skips the unit if the file system under the path is mounted read-only, or if there is no such path. File permissions play no part in it.',
    example: '/var/lib/acme',
  },
  ConditionPathIsEncrypted: {
    summary:
      'Skips the unit unless the path lies on a block device encrypted with dm-crypt or LUKS. Encryption per directory, as ext4 offers it, and encryption beneath a loop device go unnoticed.',
    example: '/srv/acme/private',
  },
  ConditionPathIsSocket: {
    summary:
      'Skips the unit unless a socket file lies at this path. That somebody still listens on it is not tested; since 260.',
    example: '/run/postgresql/.s.PGSQL.5432',
  },
  ConditionDirectoryNotEmpty: {
    summary:
      'Runs the unit only if there is something in the directory, hidden and backup files not counted; a missing one is as good as empty.',
    example: '/var/spool/acme',
  },
  ConditionFileNotEmpty: {
    summary:
      'Holds for a regular file of at least one byte. Suits optional features whose configuration file ships empty.',
    example: '/etc/acme/licence.key',
  },
  ConditionFileIsExecutable: {
    summary:
      'Skips the unit unless the path is a regular file with an execute bit for anybody; whether `User=` may run it is not asked.',
    example: '/srv/acme/current/bin/puma',
  },
  ConditionNeedsUpdate: {
    summary:
      'Holds for `/etc` or `/var` when `/usr` is newer than the `.updated` stamp in there, so for the first boot after an image-based update. Of no use on systems that a package manager updates in place.',
    example: '/var',
  },
  ConditionFirstBoot: {
    summary:
      'With `yes`, runs the unit only during the very first boot, when `/etc` was still unpopulated; with `no`, at every other time. For set-up jobs in images; order them before `first-boot-complete.target` so that an interrupted one is repeated.',
    example: 'yes',
  },
  ConditionArchitecture: {
    summary:
      'Limits the unit to one CPU architecture. The names are those of systemd: `x86-64` and `arm64`, not `amd64` or `aarch64`; an unknown name never holds and nobody is told.',
    example: 'x86-64',
  },
  ConditionFirmware: {
    summary:
      'Tests how the machine boots: `uefi`, `device-tree`, `device-tree-compatible(NAME)` or a comparison such as `smbios-field(board_vendor = "Acme")` with a file of `/sys/class/dmi/id`. It has no Assert twin.',
    example: 'uefi',
  },
  ConditionVirtualization: {
    summary:
      'Tests for a virtual machine or container: a boolean, `vm`, `container`, `private-users` or one product such as `kvm`, `docker`, `lxc`. Where they are nested the innermost one counts, so Docker inside KVM is `docker` only.',
    example: '!container',
  },
  ConditionHost: {
    summary:
      'Compares the host name with a shell pattern, upper and lower case alike, or a 128-bit ID with machine ID, boot ID and product UUID. Lets one unit file go to all servers but run on some.',
    example: 'web*',
  },
  ConditionFraction: {
    summary:
      'Holds on about this share of a fleet, chosen per machine from its machine ID and stable over time. A word in front makes roll-outs independent of each other; raising the figure keeps all machines chosen so far. Since 261.',
    example: 'puma-upgrade 10%',
  },
  ConditionKernelCommandLine: {
    summary:
      'Looks for a word on the kernel command line, with or without a value behind it, or for an exact `key=value`. Within a container the command line of its PID 1 is searched.',
    example: '!acme.maintenance',
  },
  ConditionKernelVersion: {
    summary:
      'Compares `uname -r`: `<`, `<=`, `==`, `<>`, `>=`, `>` as versions, `=` and `!=` as text, `$=` or nothing as a shell pattern; several terms must all hold. Distributions backport features, so a version says less than it seems to.',
    example: '>=5.15',
  },
  ConditionVersion: {
    summary:
      'Compares the version of `systemd`, `glibc` or `kernel` (taken if none is named), with the operators of `ConditionKernelVersion=`. Since 258.',
    example: 'systemd >=258',
  },
  ConditionCredential: {
    summary:
      'Asks whether the service manager itself received a credential of this name, from a hypervisor, container or boot loader. What the unit loads with `LoadCredential=` does not count.',
    example: 'acme.database-url',
  },
  ConditionSecurity: {
    summary:
      'Tests whether a security technology is in use: `selinux`, `apparmor`, `tomoyo`, `smack`, `ima`, `audit`, `uefi-secureboot`, `tpm2`, `cvm`, `measured-uki` or, since 261, `measured-os`. An unknown word never holds.',
    example: 'apparmor',
  },
  ConditionCapability: {
    summary:
      'Holds if the bounding set of the service manager contains the capability, which tells full machines from restricted containers. Says nothing about what the service will have.',
    example: 'CAP_SYS_ADMIN',
  },
  ConditionACPower: {
    summary:
      'With `yes`, runs only on mains power or where no power supply is known, so on servers always; with `no`, only on battery. Looked at when the unit starts, not watched afterwards.',
    example: 'yes',
  },
  ConditionMemory: {
    summary:
      'Compares the installed memory, or the amount given to the container, with a size whose K, M, G are powers of 1024. No operator means at least; free memory is not looked at.',
    example: '>=4G',
  },
  ConditionCPUFeature: {
    summary:
      'Keeps binaries built for `avx2` and the like off CPUs without that feature; `arm64.bti` ties the name to an architecture. Known names exist on x86, and since 262 on arm64; elsewhere it never holds.',
    example: 'avx2',
  },
  ConditionCPUs: {
    summary:
      'Compares the number of CPUs the service manager may use. A plain number means at least that many; `<`, `<=`, `=`, `!=`, `>=` and `>` may precede it.',
    example: '>=4',
  },
  ConditionEnvironment: {
    summary:
      'Looks for a variable, or an exact `NAME=value`, in the environment of the service manager, `systemctl set-environment` included. `Environment=` and `EnvironmentFile=` of this unit are not consulted, so `RAILS_ENV` set there is never seen.',
    example: 'WAYLAND_DISPLAY',
  },
  ConditionUser: {
    summary:
      'Tests who runs the service manager: a name, a UID or `@system`. Meant for user units; in a system unit the answer is always root, whatever `User=` says.',
    example: '!@system',
  },
  ConditionGroup: {
    summary:
      'Tests whether the service manager is in a group, named or numeric, supplementary groups included. Meant for user units.',
    example: 'docker',
  },
  ConditionControlGroupController: {
    summary:
      'Skips the unit unless all the listed controllers (`cpu`, `io`, `memory`, `pids`) are available, or unless the hierarchy is `v2`. `v1` never holds since 258; names systemd does not know are passed over.',
    example: 'cpu memory',
  },
  ConditionOSRelease: {
    summary:
      'Compares keys of `/etc/os-release`, as text with `=` and `!=`, as versions with `<`, `>=` and so on, as patterns with `$=`. Several terms must all hold; no blanks within a term, and a missing key counts as empty.',
    example: 'ID=debian VERSION_ID>=12',
  },
  ConditionMachineTag: {
    summary:
      'Holds if one of the tags given to this machine (`TAGS=` in `/etc/machine-info`) matches the shell pattern. A tag `role=web` is one string, so `role` alone does not match it; since 261.',
    example: 'role=web*',
  },
  ConditionMemoryPressure: {
    summary:
      'Skips the unit while memory pressure is above the percentage, averaged over 5 minutes unless `/10sec` or `/1min` follows; `app.slice:` in front looks at one slice. Holds on kernels without PSI.',
    example: '20%/1min',
  },
  ConditionCPUPressure: {
    summary:
      'Skips the unit while more than this share of time is lost waiting for CPU, averaged over `10sec`, `1min` or (unless given) `5min`. Useful to leave out a batch run on a busy server.',
    example: '50%/5min',
  },
  ConditionIOPressure: {
    summary:
      'Leaves the start out while more than this share of time is lost waiting for disks, averaged over `10sec`, `1min` or (unless given) `5min`, machine-wide or for a slice named before a colon.',
    example: 'system.slice:30%/1min',
  },
  ConditionKernelModuleLoaded: {
    summary:
      'True once the kernel module is loaded and initialised, or if it is built in; dashes and underscores are the same. Since 258.',
    example: 'tcp_bbr',
  },

  AssertPathExists: {
    summary:
      'Fails the start job, with a message in the journal, unless the path exists (or with `!`, if it does). Prefer it to the condition for things an app cannot do without: `systemctl start` then returns an error instead of pretending. The unit itself is not marked as failed, so `OnFailure=` stays silent.',
    example: '/etc/acme/production.env',
  },
  AssertPathExistsGlob: {
    summary: 'Refuses to start with an error when no path matches the shell pattern.',
    example: '/srv/acme/shared/certs/*.pem',
  },
  AssertPathIsDirectory: {
    summary:
      'The start job fails unless the path leads to a directory: a loud answer to a deployment that never created its release.',
    example: '/srv/acme/current',
  },
  AssertPathIsSymbolicLink: {
    summary:
      'Reports an error and does not start unless the path itself is a symlink; links are not followed here.',
    example: '/srv/acme/current',
  },
  AssertPathIsMountPoint: {
    summary:
      'Makes starting an error while nothing is mounted at the path, so that nobody overlooks a missing data volume.',
    example: '/var/lib/postgresql',
  },
  AssertPathIsReadWrite: {
    summary:
      'Turns a read-only file system under the path, or a missing path, into a failed start instead of a skipped one.',
    example: '/var/lib/acme',
  },
  AssertPathIsEncrypted: {
    summary:
      'Lets the start fail if the path does not lie on a dm-crypt or LUKS device; for services that must never see an unencrypted disk.',
    example: '/srv/acme/private',
  },
  AssertPathIsSocket: {
    summary:
      'An error, not a skip, unless there is a socket file at the path. Known to versions that have `ConditionPathIsSocket=` (since 260).',
    example: '/run/postgresql/.s.PGSQL.5432',
  },
  AssertDirectoryNotEmpty: {
    summary:
      'No start, and an error, when the directory is missing or empty, hidden and backup files aside; catches an app directory before the first deployment.',
    example: '/srv/acme/current/public',
  },
  AssertFileNotEmpty: {
    summary:
      'A missing or zero-length file is reported as a failed start job. Good for secrets that a provisioning step should have written.',
    example: '/etc/acme/master.key',
  },
  AssertFileIsExecutable: {
    summary:
      'Fails with a clear message unless the file is executable for somebody, before a command of the unit would die with status 203.',
    example: '/srv/acme/current/bin/puma',
  },
  AssertNeedsUpdate: {
    summary:
      'Rejects the start with an error unless `/etc` or `/var` is older than `/usr`. Hardly ever wanted: `ConditionNeedsUpdate=` passes over the job quietly on ordinary boots.',
    example: '/etc',
  },
  AssertFirstBoot: {
    summary:
      'An attempt to start at the wrong time, after the first boot (`yes`) or during it (`no`), is an error. As a rule `ConditionFirstBoot=` is what you want, or each later boot logs one.',
    example: 'yes',
  },
  AssertArchitecture: {
    summary:
      'Any other CPU architecture makes the start fail, so that a package for the wrong machine does not go unnoticed. Names as in `ConditionArchitecture=`: `x86-64`, `arm64`.',
    example: 'arm64',
  },
  AssertVirtualization: {
    summary:
      'The start is an error in the wrong kind of machine: takes a boolean, `vm`, `container`, `private-users` or a product name.',
    example: 'no',
  },
  AssertHost: {
    summary:
      'Errors out on every host whose name, machine ID, boot ID or product UUID does not match: a safety catch for a unit copied to the wrong server.',
    example: 'db-primary*',
  },
  AssertFraction: {
    summary:
      'Starting fails on the machines outside the chosen share, each of which then logs an error; for a quiet roll-out take `ConditionFraction=`. Since 261.',
    example: 'puma-upgrade 10%',
  },
  AssertKernelCommandLine: {
    summary:
      'Fails the start job unless the word or `key=value` stands on the kernel command line (or with `!`, if it does).',
    example: 'audit=1',
  },
  AssertKernelVersion: {
    summary:
      'Starting is an error on kernels outside the given range. Operators as in `ConditionKernelVersion=`.',
    example: '>=5.15',
  },
  AssertVersion: {
    summary: 'Fails the start if `systemd`, `glibc` or `kernel` is not of the version asked for. Since 258.',
    example: 'glibc >=2.36',
  },
  AssertCredential: {
    summary:
      'No credential of this name passed to the service manager, no start: the job fails and says so. For apps that get their secrets from the hypervisor or container.',
    example: 'acme.database-url',
  },
  AssertSecurity: {
    summary:
      'Fails the start unless the named security technology is in use; choose it over the condition where running unconfined would be worse than not running. Values as in `ConditionSecurity=`.',
    example: 'apparmor',
  },
  AssertCapability: {
    summary:
      'A failed start, rather than none, if the bounding set of the service manager lacks the capability, as in a restricted container.',
    example: 'CAP_NET_ADMIN',
  },
  AssertACPower: {
    summary:
      'Trying to start on battery (`yes`) or on mains (`no`) is an error. For jobs that just should wait for a better moment `ConditionACPower=` is kinder.',
    example: 'yes',
  },
  AssertMemory: {
    summary:
      'An error on machines that have less (or with an operator, other) memory in total than stated, before the kernel has to kill something.',
    example: '>=2G',
  },
  AssertCPUFeature: {
    summary:
      'Reports a failed start if the CPU lacks the feature, instead of leaving you with an illegal instruction later. Names as in `ConditionCPUFeature=`.',
    example: 'sse4_2',
  },
  AssertCPUs: {
    summary:
      'Starting fails if the service manager may use fewer CPUs than this; other comparisons with `<`, `=`, `>` and so on.',
    example: '>=2',
  },
  AssertEnvironment: {
    summary:
      'Errors out unless the service manager has the variable, or the exact `NAME=value`, in its own environment. `Environment=` and `EnvironmentFile=` of the unit do not count.',
    example: 'XDG_RUNTIME_DIR',
  },
  AssertUser: {
    summary:
      'Fails the start unless the service manager runs as this user, UID or (`@system`) any system user. Of use in user units; the manager of system units is always root, whatever their `User=`.',
    example: '!root',
  },
  AssertGroup: {
    summary:
      'An error unless the service manager is a member of the group, given by name or GID. Tells a developer at once why a user unit cannot reach the Docker socket.',
    example: 'docker',
  },
  AssertControlGroupController: {
    summary:
      'The start is refused as an error where one of the controllers is missing, and limits such as `MemoryMax=` would be without effect. Also takes `v2`.',
    example: 'memory',
  },
  AssertOSRelease: {
    summary:
      'Any distribution or release but those the terms over `/etc/os-release` allow gets a failed start. Terms as in `ConditionOSRelease=`.',
    example: 'ID=debian VERSION_ID>=12',
  },
  AssertMachineTag: {
    summary: 'Starting on a machine without a matching tag in `/etc/machine-info` is an error. Since 261.',
    example: 'env=production',
  },
  AssertMemoryPressure: {
    summary:
      'Fails the start while memory pressure is above the threshold, where skipping the run unnoticed would do harm. Form as in `ConditionMemoryPressure=`.',
    example: '20%/1min',
  },
  AssertCPUPressure: {
    summary:
      'Makes a start during CPU pressure above the threshold an error that gets logged. Form as in `ConditionCPUPressure=`.',
    example: '50%/5min',
  },
  AssertIOPressure: {
    summary:
      'Errors out if disks are under more pressure than the threshold when the job is run. Form as in `ConditionIOPressure=`.',
    example: '30%/1min',
  },
  AssertKernelModuleLoaded: {
    summary:
      'Fails the start unless the kernel module is loaded or built in; nothing is loaded for you. Since 258.',
    example: 'wireguard',
  },
}
