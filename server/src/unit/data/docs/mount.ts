import type { DirectiveDocs } from './types.ts'

/** What each directive of systemd.mount(5), systemd.automount(5) and systemd.swap(5) is for, in our own words. */
export const mountDocs: DirectiveDocs = {
  'Mount.What': {
    summary:
      'The thing to mount: a device path, `UUID=`, `LABEL=` and the like as in fstab, a remote share, or a directory for a bind mount (created if missing). Device names such as `/dev/sdb1` can change between boots, tags do not. Required; a literal `%` is written `%%`.',
    example: 'LABEL=shared',
  },
  'Mount.Where': {
    summary:
      'Absolute path of the mount point, without symbolic links in it; created if missing. The unit name must be this path, escaped: `/srv/app/shared` belongs into `srv-app-shared.mount` (`systemd-escape -p --suffix=mount` tells). Otherwise the unit does not load.',
    default: 'the path in the unit name',
    example: '/srv/app/shared',
  },
  'Mount.Type': {
    summary:
      'File system type as for `mount -t`. Name it for network shares (`nfs`, `cifs`), since it decides whether the mount waits for the network; the option `_netdev` does the same for local types on remote disks.',
    default: 'detected by `mount`',
    example: 'ext4',
  },
  'Mount.Options': {
    summary:
      'Comma-separated mount options, without blanks; write `%%` for a percent sign. `nofail` lets the boot go on without waiting for it. Several `x-systemd.` options, the device and mount timeouts and `makefs` among them, work in `/etc/fstab` only and do nothing here.',
    default: 'the defaults of the file system',
    example: 'noatime,nosuid,nodev',
  },
  'Mount.TimeoutSec': {
    summary:
      'Time for the `mount` or `umount` command, after which it is terminated, later killed, and the unit fails. Waiting for the device to appear is not part of it. `0` and `infinity` lift the limit.',
    default: '`DefaultTimeoutStartSec=` of the manager (`90s`)',
    example: '30s',
  },
  'Mount.DirectoryMode': {
    summary:
      'Octal mode of a mount point that has to be created. What shows once the file system is mounted are its own root permissions, so this is no way to grant access.',
    default: '`0755`',
    example: '0750',
  },
  SloppyOptions: {
    summary:
      'Passes `-s` to `mount`, which then tolerates options the file system does not know. Only some types support it, NFS for one.',
    default: '`no`',
  },
  LazyUnmount: {
    summary:
      'Detaches the file system at once on stop, even if files on it are open, and cleans up when the last user is gone (`umount -l`). Stops hang less, but writes may still be going on afterwards.',
    default: '`no`',
  },
  ForceUnmount: {
    summary:
      'Passes `-f` to `umount`, which helps with an NFS server that no longer answers. Data not yet written can be lost.',
    default: '`no`',
  },
  ReadWriteOnly: {
    summary:
      'Makes the mount fail if it cannot be writable, where `mount` would quietly fall back to read-only (`mount -w`). Better an honest failure than an app that cannot save uploads.',
    default: '`no`',
  },

  'Automount.Where': {
    summary:
      'Absolute path that is watched and mounted at first access; created if missing, and never `/`. The name of the unit, `srv-app-shared.automount` for `/srv/app/shared`, must agree, and a mount unit of the same name must exist. System manager only.',
    default: 'the path in the unit name',
    example: '/srv/app/shared',
  },
  ExtraOptions: {
    summary:
      'Comma-separated options for the autofs placeholder itself, not for the file system behind it (that is `Options=` of the mount unit). `fd`, `pgrp`, `minproto`, `maxproto`, `direct` and `indirect` are reserved.',
    default: 'none',
    example: 'strictexpire',
  },
  'Automount.DirectoryMode': {
    summary:
      'Octal mode of the automount point and its parents, if they have to be created. Existing directories are left alone.',
    default: '`0755`',
    example: '0750',
  },
  TimeoutIdleSec: {
    summary:
      'Unmounts the file system again after it was unused for this long, to be mounted anew on the next access. Good for backup disks and flaky shares; a process whose working directory is there keeps it busy.',
    default: '`0`, never',
    example: '10min',
  },

  'Swap.What': {
    summary:
      'Swap partition or file, as an absolute path or an fstab tag such as `UUID=`. The unit name must be the escaped path (`swapfile.swap` for `/swapfile`). A file has to be prepared with `mkswap` and without holes beforehand; the unit does not create it.',
    default: 'the path in the unit name',
    example: '/swapfile',
  },
  'Swap.Priority': {
    summary:
      'Rank among several swap areas, `-1` to `32767`: the highest is filled first, equal ones are used in turn. Yields to `pri=` in `Options=`.',
    default: 'chosen by the kernel, below all explicit ones',
    example: '10',
  },
  'Swap.Options': {
    summary:
      'Comma-separated options for `swapon -o`, mostly `discard` on SSDs or `pri=`. `x-systemd.makefs` works in `/etc/fstab` only. Write `%%` for a percent sign.',
    default: 'none',
    example: 'discard=once',
  },
  'Swap.TimeoutSec': {
    summary:
      'Time for `swapon` or `swapoff`, after which the command is terminated, later killed, and the unit fails. Emptying a full swap into memory is slow, so be generous. `0` and `infinity` lift the limit.',
    default: '`DefaultTimeoutStartSec=` of the manager (`90s`)',
    example: '5min',
  },
}
