import { spawnSync } from 'node:child_process'
import { lstatSync } from 'node:fs'
import path from 'node:path'
import { bootedRoot } from './machine.ts'

/** Packages of Debian's by something that each brings. */
const witnesses: Readonly<Record<string, string>> = {
  systemd: '/lib/systemd/systemd',
  'dbus-user-session': '/usr/lib/systemd/user/dbus.socket',
  'libpam-systemd': '/usr/share/pam-configs/systemd',
  polkitd: '/usr/lib/polkit-1/polkitd',
  sudo: '/usr/bin/sudo',
  curl: '/usr/bin/curl',
  puma: '/usr/bin/puma',
  'ruby-sd-notify': '/var/lib/dpkg/info/ruby-sd-notify.list',
  gunicorn: '/usr/bin/gunicorn',
  'ruby-bundler': '/usr/bin/bundle',
  rbenv: '/usr/bin/rbenv',
  monit: '/usr/bin/monit',
  'ruby-sidekiq': '/usr/bin/sidekiq',
  'redis-server': '/usr/bin/redis-server',
  strace: '/usr/bin/strace',
}

const basics = ['systemd', 'dbus-user-session', 'libpam-systemd', 'polkitd', 'sudo', 'curl']

/** What a booted machine is made of, tried out and gone again when the process ends. */
const trial = `
set -eu
folder=$(mktemp -d)
trap 'umount -l "$folder"; rmdir "$folder"' EXIT
mount -t tmpfs tmpfs "$folder"
mkdir "$folder/cgroup" "$folder/lower" "$folder/upper" "$folder/work" "$folder/root"
mount -t cgroup2 cgroup2 "$folder/cgroup"
mkdir "$folder/cgroup/unitwright-trial-$$"
rmdir "$folder/cgroup/unitwright-trial-$$"
mount --bind "$1" "$folder/lower"
mount -t overlay -o "lowerdir=$folder/lower,upperdir=$folder/upper,workdir=$folder/work" overlay "$folder/root"
`

/**
 * Why no machine can be booted here; undefined where one can.
 * @param packages what its tests need besides systemd
 */
export function unavailable(...packages: readonly string[]): string | undefined {
  if (process.platform !== 'linux') return 'a systemd can be booted on Linux only'
  if (process.getuid?.() !== 0) return 'only root can boot a systemd'
  const missing = [...basics, ...packages].filter((name) => !isInstalled(name))
  const where = bootedRoot === '/' ? '' : ` in ${bootedRoot}`
  if (missing.length > 0) return `not installed${where}: ${missing.join(', ')}`
  const namespaces = ['--mount', '--pid', '--fork', '--cgroup', '--uts', '--ipc', '--net']
  const { status, stderr, error } = spawnSync(
    'unshare',
    [...namespaces, 'bash', '-c', trial, 'trial', bootedRoot],
    {
      encoding: 'utf8',
    },
  )
  if (status === 0) return undefined
  return `a systemd can't be booted here: ${(error?.message ?? stderr).trim()}`
}

function isInstalled(name: string): boolean {
  // Where an absolute link of another root leads to can't be told from here.
  return lstatSync(path.join(bootedRoot, witnesses[name]!), { throwIfNoEntry: false }) !== undefined
}
