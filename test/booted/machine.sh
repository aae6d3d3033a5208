#!/usr/bin/env bash
# Keeps the disk of a machine whose root is an overlay of another root, and boots systemd on it as process 1 of private
# namespaces. Orders come line by line: `boot PROGRAM...` (as process 1), `kill`. What happened goes to standard output:
# `ready`, `booted PID`, `ended`. When standard input ends, so does everything that was started here, and the disk is gone.
#
# machine.sh ROOT BIND... with ROOT the folder of that root, / for this machine's own, and each BIND a path of this
# machine and one of the booted, as `FROM:TO`, shown there read-only
set -euo pipefail
shopt -s nullglob

# The mounts made here end with this process and its children.
if [ "${1:-}" != --unshared ]; then exec unshare --mount --propagation private -- bash "$0" --unshared "$@"; fi
lower=$2
shift 2

work=$(mktemp -d -t "unitwright-machine-$$.XXXXXX")
# A folder in the file system that is the lower layer can't be the upper one.
mount -t tmpfs -o mode=755 unitwright-booted "$work"
mkdir "$work"/{cgroup,lower,upper,scratch,root}
# An overlay splits its options at commas and colons, which a folder may have in its name.
mount --bind "$lower" "$work/lower"
mount -t cgroup2 cgroup2 "$work/cgroup"

end_group() {
  [ ! -e "$1/machine/cgroup.kill" ] || echo 1 >"$1/machine/cgroup.kill"
  for _ in {1..100}; do
    find "$1" -depth -type d -exec rmdir {} + 2>/dev/null && return
    sleep 0.02
  done
}

# What killed runs have left: there is no one in their keeper's group.
exec 9<"$work/cgroup"
flock 9
for group in "$work"/cgroup/unitwright-booted-*; do
  if [ ! -d "$group/keeper" ] || [ -n "$(cat "$group/keeper/cgroup.procs")" ]; then continue; fi
  end_group "$group"
  rmdir "${TMPDIR:-/tmp}/unitwright-machine-${group##*-}".* || true
done
group=$work/cgroup/unitwright-booted-$BASHPID
mkdir "$group" "$group/keeper" "$group/machine"
echo $BASHPID >"$group/keeper/cgroup.procs"
exec 9<&-

finish() {
  echo 1 >"$group/machine/cgroup.kill"
  wait
  echo $$ >"$work/cgroup/cgroup.procs"
  end_group "$group"
  umount --lazy "$work"
  rmdir "$work"
}
trap finish EXIT
trap 'exit 143' TERM INT HUP

mount_disk() {
  mount -t overlay -o "lowerdir=$work/lower,upperdir=$work/upper,workdir=$work/scratch" overlay "$1"
}

# A machine of its own name and identity on which nothing is enabled but what comes with systemd.
mount_disk "$work/root"
(
  cd "$work/root"
  mkdir -p etc/systemd/{system,user} etc/init.d
  find etc/systemd/system etc/systemd/user etc/init.d etc/rc?.d -mindepth 1 -delete
  rm -rf var/log/journal var/lib/systemd/linger
  ln -s /lib/systemd/system/multi-user.target etc/systemd/system/default.target
  : >etc/fstab
  echo booted >etc/hostname
  echo 127.0.0.1 localhost booted >etc/hosts
  # What would reach into the kernel that this machine shares.
  for unit in systemd-modules-load.service systemd-journald-audit.socket systemd-binfmt.service \
    proc-sys-fs-binfmt_misc.automount sys-kernel-{debug,tracing,config}.mount sys-fs-fuse-connections.mount; do
    ln -s /dev/null "etc/systemd/system/$unit"
  done
  # Without an identity the machine would be taken for new, on which systemd enables all there is.
  tr -d - </proc/sys/kernel/random/uuid >etc/machine-id
)
umount "$work/root"

# Runs in namespaces of its own: mounts what a machine has, and becomes process 1.
boot() {
  local root=$1 pid device bind from to
  shift
  # /proc is still the one that numbers processes from outside.
  read -r pid _ </proc/self/stat
  mount_disk "$root"
  mount -t proc proc "$root/proc"
  # What the kernel has but once stays as it is.
  mount --bind "$root/proc/sys" "$root/proc/sys"
  mount -o remount,bind,ro "$root/proc/sys"
  mount -t sysfs -o ro sysfs "$root/sys"
  mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
  mount -t tmpfs -o mode=755 tmpfs "$root/run"
  mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
  mount -t tmpfs -o mode=755 tmpfs "$root/dev"
  for device in null zero full random urandom tty; do
    : >"$root/dev/$device"
    mount --bind "/dev/$device" "$root/dev/$device"
  done
  mkdir "$root"/dev/{pts,shm}
  mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$root/dev/pts"
  mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
  ln -s pts/ptmx "$root/dev/ptmx"
  ln -s /proc/self/fd "$root/dev/fd"
  for bind in "${binds[@]}"; do
    from=${bind%%:*} to=$root${bind#*:}
    mkdir -p "$(dirname "$to")"
    if [ -d "$from" ]; then mkdir -p "$to"; else : >"$to"; fi
    mount --bind -o ro "$from" "$to"
  done
  hostname booted
  mkdir -p "$root/mnt/outside"
  cd "$root"
  pivot_root . mnt/outside
  umount --lazy /mnt/outside
  echo "booted $pid"
  exec env -i container=unitwright PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@" </dev/null >/dev/null 2>&1
}
binds=("$@")

echo ready
while read -r order; do
  case $order in
    boot\ *)
      {
        (
          echo $BASHPID >"$group/machine/cgroup.procs"
          # shellcheck disable=SC2086 # words of an order
          exec unshare --mount --pid --fork --cgroup --uts --ipc --net --kill-child \
            bash -euc "$(declare -f mount_disk boot); $(declare -p binds work); boot \"\$@\"" boot "$work/root" ${order#boot }
        ) || true
        echo ended
      } </dev/null &
      ;;
    kill) echo 1 >"$group/machine/cgroup.kill" ;;
  esac
done
