/** The manager of the machine, or the one each logged-in user has. */
export type ManagerKind = 'system' | 'user'

/** A unit with a meaning of its own, as systemd.special(7) knows it. */
export interface SpecialUnit {
  readonly name: string
  /** The managers in which it exists, with this meaning. */
  readonly managers: readonly ManagerKind[]
  /** When to depend on it, and the trap where there is one. */
  readonly phrase: string
  /** First version; absent: in every version on record. The manual's own notes tell when it began to speak of a unit. */
  readonly since?: number
}

const system: readonly ManagerKind[] = ['system']
const user: readonly ManagerKind[] = ['user']
const both: readonly ManagerKind[] = ['system', 'user']

const unit = (
  name: string,
  managers: readonly ManagerKind[],
  phrase: string,
  since?: number,
): SpecialUnit => ({
  name,
  managers,
  phrase,
  ...(since === undefined ? {} : { since }),
})

/** Special units; a name may come twice where it means different things to the two managers. */
export const specialUnits: readonly SpecialUnit[] = [
  // what a service is wanted by
  unit(
    'multi-user.target',
    system,
    'wants the services of a booted server; a user manager has no such target',
  ),
  unit(
    'graphical.target',
    system,
    'multi-user.target plus a graphical login; servers usually never reach it',
  ),
  unit(
    'default.target',
    system,
    'alias of what the machine boots into; WantedBy= should name multi-user.target itself',
  ),
  unit('default.target', user, 'wants the services of a user; what WantedBy= of a user service should name'),
  unit('sockets.target', both, 'wants the sockets that listen after boot; WantedBy= of a socket unit'),
  unit('timers.target', both, 'wants the timers that run after boot; WantedBy= of a timer unit'),
  unit('paths.target', both, 'wants the path units that watch after boot; WantedBy= of a path unit'),
  unit('slices.target', system, 'wants slices that must always be there; others start with their first unit'),
  unit('basic.target', both, 'reached before ordinary services start, which order after it by themselves'),
  unit('sysinit.target', system, 'early boot is done; ordinary services require it by themselves'),

  // the network
  unit(
    'network-online.target',
    system,
    'order after and want it when the start needs an address; it delays boot, and After= alone does nothing',
  ),
  unit(
    'network.target',
    system,
    'order after it to stop before the network does; it does not promise any address at start',
  ),
  unit(
    'network-pre.target',
    system,
    'order before and want it to run before the network comes up, as firewalls do',
  ),
  unit('nss-lookup.target', system, 'order after it when the start must resolve host names; never want it'),
  unit(
    'nss-user-lookup.target',
    system,
    'order after it when the start needs users from LDAP and the like; never want it',
  ),
  unit('remote-fs.target', system, 'order after it when the program lives on a network file system'),
  unit(
    'remote-fs-pre.target',
    system,
    'order before and want it to run before network file systems are mounted',
  ),
  unit(
    'rpcbind.target',
    system,
    'order after it when the service registers with the portmapper; never want it',
  ),
  unit('ssh-access.target', system, 'services that let people in over SSH want it and order before it', 256),

  // the clock
  unit(
    'time-sync.target',
    system,
    'order after it when the clock must be right; empty unless a wait service is enabled',
  ),
  unit('time-set.target', system, 'order after it when the clock must be roughly right; never want it'),

  // file systems and devices
  unit('local-fs.target', system, 'local file systems are mounted; ordinary services start after it anyway'),
  unit(
    'local-fs-pre.target',
    system,
    'order before and want it to run before local file systems are mounted',
  ),
  unit('swap.target', system, 'swap areas of /etc/fstab are in use'),
  unit('-.mount', system, 'the root file system, active as long as the machine runs'),
  unit(
    'umount.target',
    system,
    'unmounts everything at shutdown; mount units conflict with it by themselves',
  ),
  unit('blockdev@.target', system, 'stands between storage services and the mounts on their block device'),
  unit('cryptsetup.target', system, 'encrypted devices of /etc/crypttab are set up'),
  unit(
    'cryptsetup-pre.target',
    system,
    'order before and want it to run before encrypted devices are set up',
  ),
  unit('remote-cryptsetup.target', system, 'encrypted devices that need the network are set up'),
  unit('veritysetup.target', system, 'devices under dm-verity are set up'),
  unit(
    'veritysetup-pre.target',
    system,
    'order before and want it to run before dm-verity devices are set up',
  ),
  unit('remote-veritysetup.target', system, 'dm-verity devices that need the network are set up'),
  unit('integritysetup.target', system, 'devices under dm-integrity are set up'),
  unit(
    'integritysetup-pre.target',
    system,
    'order before and want it to run before dm-integrity devices are set up',
  ),
  unit('remote-integritysetup.target', system, 'dm-integrity devices that need the network are set up', 258),
  unit('bluetooth.target', both, 'started when a Bluetooth controller appears; wants what serves it'),
  unit('printer.target', both, 'started when a printer appears; wants what serves it'),
  unit('smartcard.target', both, 'started when a smart card reader appears; wants what serves it'),
  unit('sound.target', both, 'started when a sound card appears; wants what serves it'),
  unit('usb-gadget.target', system, 'started when a USB device controller appears; wants what serves it'),
  unit('tpm2.target', system, 'order after it to use the TPM early in boot; never want it', 256),

  // boot, first boot and updates
  unit(
    'boot-complete.target',
    system,
    'health checks order before it and are required by it; reached when boot went well',
  ),
  unit(
    'first-boot-complete.target',
    system,
    'order before and want it when the unit must finish on first boot',
  ),
  unit('getty.target', system, 'wants the login prompts on the consoles'),
  unit('getty-pre.target', system, 'order before and want it to use the console before a login prompt does'),
  unit('system-update.target', system, 'what boots instead of default.target to apply an offline update'),
  unit('system-update-pre.target', system, 'offline updaters order after it but do not want it'),
  unit(
    'system-update-cleanup.service',
    system,
    'removes the update marker and reboots when an offline update failed',
  ),
  unit('factory-reset.target', system, 'start it to ask for a factory reset at the next boot'),
  unit('factory-reset-now.target', system, 'wants what erases data on a boot that does a factory reset', 258),
  unit('storage-target-mode.target', system, 'boots into offering all local disks over the network', 255),
  unit('imports.target', system, 'wants the downloads of disk images at boot', 258),
  unit('imports-pre.target', system, 'reached before disk images are downloaded at boot', 258),
  unit('rescue.target', system, 'a root shell with file systems mounted and hardly a service running'),
  unit('emergency.target', system, 'a root shell and nothing else, also reached when a required mount fails'),
  unit('initrd.target', system, 'the default target inside the initrd'),
  unit(
    'initrd-fs.target',
    system,
    'inside the initrd: everything for the real system is mounted below /sysroot',
  ),
  unit('initrd-root-device.target', system, 'inside the initrd: the device of the root file system is there'),
  unit('initrd-root-fs.target', system, 'inside the initrd: the root file system is mounted on /sysroot'),
  unit('initrd-usr-fs.target', system, 'inside the initrd: the file system that holds /usr is mounted'),

  // shutdown and sleep
  unit(
    'shutdown.target',
    both,
    'stops services at shutdown; they conflict with it and order before it by themselves',
  ),
  unit(
    'final.target',
    system,
    'wants late services, run when all others have stopped and disks are unmounted',
  ),
  unit('exit.target', both, 'ends the manager; outside a container a system manager powers off'),
  unit('poweroff.target', system, 'powers the machine off; call systemctl poweroff instead of starting it'),
  unit('reboot.target', system, 'reboots the machine; call systemctl reboot instead of starting it'),
  unit(
    'halt.target',
    system,
    'halts the machine with the power on; call systemctl halt instead of starting it',
  ),
  unit(
    'kexec.target',
    system,
    'boots a loaded kernel without firmware; call systemctl kexec instead of starting it',
  ),
  unit(
    'soft-reboot.target',
    system,
    'restarts user space only; call systemctl soft-reboot instead of starting it',
    254,
  ),
  unit(
    'sleep.target',
    system,
    'order before it and be wanted by it to run something before every kind of sleep',
  ),
  unit('suspend.target', system, 'suspends the machine to memory; hook into sleep.target for every kind'),
  unit('hibernate.target', system, 'suspends the machine to disk; hook into sleep.target for every kind'),
  unit(
    'hybrid-sleep.target',
    system,
    'suspends to memory and disk at once; hook into sleep.target for every kind',
  ),
  unit(
    'suspend-then-hibernate.target',
    system,
    'suspends to memory and later to disk; hook into sleep.target for every kind',
  ),
  unit(
    'ctrl-alt-del.target',
    system,
    'started on Ctrl+Alt+Del at the console; usually an alias of reboot.target',
  ),
  unit('kbrequest.target', system, 'started on Alt+Up at the console, by anybody at the keyboard'),
  unit('sigpwr.target', system, 'started when the power fails, on the signal of a UPS daemon'),

  // slices and scopes
  unit('-.slice', both, 'root of all slices; settings here bound everything the manager runs'),
  unit('system.slice', system, 'holds system services without a Slice= of their own'),
  unit('user.slice', system, 'holds the sessions and the managers of all users'),
  unit(
    'machine.slice',
    system,
    'holds virtual machines and containers that are registered with systemd-machined',
  ),
  unit(
    'machine.slice',
    user,
    'holds virtual machines and containers the user has registered with systemd-machined',
    259,
  ),
  unit('capsule.slice', system, 'holds the capsules of capsule@.service', 256),
  unit('app.slice', user, 'holds user services without a Slice= of their own'),
  unit('session.slice', user, 'for what a desktop session cannot go on without'),
  unit('background.slice', user, 'for user services with little priority, such as indexing and backups'),
  unit('init.scope', system, 'where the manager itself lives, active as long as the machine runs'),

  // services and sockets with fixed names
  unit('dbus.service', system, 'the message bus; order after dbus.socket rather than after this'),
  unit('dbus.socket', system, 'the socket of the message bus; Type=dbus services depend on it by themselves'),
  unit('syslog.socket', system, 'where a syslog daemon receives what the journal forwards'),
  unit('display-manager.service', system, 'alias of the graphical login program in use'),
  unit('machines.target', system, 'wants containers and virtual machines that start at boot'),
  unit(
    'machines.target',
    user,
    'wants containers and virtual machines that start with the user manager',
    258,
  ),

  // graphical sessions
  unit(
    'graphical-session.target',
    user,
    'use PartOf= and WantedBy= with it for what lives only in a graphical session',
  ),
  unit(
    'graphical-session-pre.target',
    user,
    'wants what must set up the environment before a graphical session',
  ),
  unit('xdg-desktop-autostart.target', user, 'wants the programs that desktop files start automatically'),
  unit('capsule@.target', user, 'the default target of the capsule named after @', 256),
]
