import type { DirectiveDocs } from './types.ts'

/**
 * What each directive of [Unit] (conditions and asserts aside) and [Install] is for, in our own words, and which
 * name replaced each spelling that no manual page documents any more.
 */
export const unitDocs: DirectiveDocs = {
  Description: {
    summary:
      'Short human name of the unit, shown by `systemctl status`, in the journal and on the boot console. It completes phrases such as "Starting ...", so a capitalised noun works best: no verb, no final dot.',
    default: 'the unit name',
    example: 'Acme Shop Web Server (Puma)',
  },
  Documentation: {
    summary:
      'Links that `systemctl status` and `systemctl help` offer to whoever is on call: URIs starting with `http://`, `https://`, `file:/`, `info:` or `man:`, separated by blanks. Anything else, a bare domain for instance, is dropped with a warning.',
    example: 'https://github.com/puma/puma man:nginx(8)',
  },
  SourcePath: {
    summary:
      'Absolute path of the file which a generator turned into this unit, such as `/etc/fstab`. A hand-written unit has no use for it; systemd reports that a `daemon-reload` is needed once the named file changes.',
    example: '/etc/fstab',
  },
  Requires: {
    summary:
      'Starts the listed units too and gives up if one of them cannot be started; stopping or restarting one of them does the same to this unit. It sets no order: without a matching `After=` both start at once and the failure comes too late to matter. When the other unit crashes for good this one stays up (see `BindsTo=`), but each restart by its `Restart=` restarts this one as well (in newer versions not with `RestartMode=direct`); `Wants=` is the sturdier choice for most web apps.',
    example: 'postgresql.service',
  },
  Requisite: {
    summary:
      'Insists that the listed units are up already: none is started for you, and the start fails at once where one is down. Pair it with `After=`: without it this unit does not wait where something starts both together.',
    example: 'mnt-uploads.mount',
  },
  Wants: {
    summary:
      'Pulls in the listed units and carries on if one is missing or fails. The usual way to say "start Redis with my app"; add `After=` as well where the app must wait for it, because wanting a unit sets no order.',
    example: 'network-online.target redis-server.service',
  },
  BindsTo: {
    summary:
      'A `Requires=` that also takes this unit down when a listed one ends by itself: a crash, a clean exit, an unplugged device, an unmounted disk. With `After=` on the same unit it is at its strictest, and a listed unit that was skipped by a condition keeps this one from running too.',
    example: 'dev-ttyUSB0.device',
  },
  Upholds: {
    summary:
      'Keeps the listed units running for as long as this one is up: whichever is found stopped or failed is started again at once, within its own start limit. Somebody who stops such a unit by hand sees it come right back.',
    example: 'sidekiq.service',
  },
  Conflicts: {
    summary:
      'The listed units and this one are never up together: starting either side stops the other. Add `After=` or `Before=` if the old one has to be gone before the new one begins, as with two servers on one port.',
    example: 'apache2.service',
  },
  Before: {
    summary:
      'Orders without pulling anything in: when both are being started, the listed units wait until this one is up, and at shutdown the order is turned round. An entry that nobody starts has no effect, and device units cannot be delayed this way.',
    example: 'nginx.service',
  },
  After: {
    summary:
      'Delays the start until the listed units are up, provided that something else starts them; at shutdown this unit stops first. How long "up" takes depends on the `Type=` of the other service: a `simple` one counts as soon as it is forked, long before its port answers.',
    example: 'network.target postgresql.service redis-server.service',
  },
  OnSuccess: {
    summary:
      'Units to start once this one ends without failure, for chaining jobs such as "upload after dump". It answers to every clean end, a plain `systemctl stop` of a long-running service included.',
    example: 'backup-upload.service',
  },
  OnFailure: {
    summary:
      'Units to start when this one fails, typically a template that mails or posts an alert. Since 254 it fires at every crash even if `Restart=` brings the service back (`RestartMode=direct` prevents that); before, only when restarting was given up.',
    example: 'notify-failure@%n.service',
  },
  PropagatesReloadTo: {
    summary:
      'A reload of this unit is also asked of the listed ones, so that one `systemctl reload` covers a proxy and the app behind it. Each listed unit needs an `ExecReload=` of its own or `Type=notify-reload`.',
    example: 'nginx.service',
  },
  ReloadPropagatedFrom: {
    summary:
      'Reloads this unit whenever one of the listed units is reloaded: the mirror of `PropagatesReloadTo=`, for when only this file is yours to edit.',
    example: 'nginx.service',
  },
  PropagatesStopTo: {
    summary:
      'Stops the listed units when this one stops, whether on request or by itself. One way only, and starts are not passed on.',
    example: 'puma-exporter.service',
  },
  StopPropagatedFrom: {
    summary:
      'Stops this unit as soon as one of the listed units stops: the same link as `PropagatesStopTo=`, written at the other end.',
    example: 'puma.service',
  },
  PartOf: {
    summary:
      'Makes this unit follow stops and restarts of the listed units, those by `Restart=` after a crash included, but not their starts. The common way to let workers (`sidekiq@1.service`, ...) share the fate of an app target; combine it with `WantedBy=` that target so that they start together as well.',
    example: 'acme.target',
  },
  JoinsNamespaceOf: {
    summary:
      'Lets this unit share private `/tmp`, network or IPC namespaces with a listed unit that runs already. Works only if both sides enable the namespace in question (`PrivateTmp=`, `PrivateNetwork=`, `PrivateIPC=` or the matching `...NamespacePath=`); otherwise nothing is shared and nothing is said.',
    example: 'puma.service',
  },
  RequiresMountsFor: {
    summary:
      'Absolute paths the unit depends on: every mount that leads to them is required and waited for. Use it when code or uploads sit on their own volume, so that the app never writes into the empty mount point beneath; even `noauto` mounts are pulled in.',
    example: '/srv/acme/shared/uploads',
  },
  WantsMountsFor: {
    summary:
      'Like `RequiresMountsFor=`, but a mount which fails does not keep the unit from starting. Since 256.',
    example: '/mnt/cache',
  },
  StopWhenUnneeded: {
    summary:
      'Stops the unit automatically once no other active unit needs it. Meant for helpers that live only for their users; a unit you start by hand with nothing depending on it goes straight down again.',
    default: '`no`',
  },
  RefuseManualStart: {
    summary:
      'Rejects `systemctl start` from people; the unit can only come up as a dependency of something else.',
    default: '`no`',
  },
  RefuseManualStop: {
    summary:
      'Rejects `systemctl stop` from people; the unit still goes down when a dependency or the shutdown stops it.',
    default: '`no`',
  },
  AllowIsolate: {
    summary:
      'Permits `systemctl isolate` on this unit, which stops nearly everything that it does not pull in. Sensible for runlevel-like targets only.',
    default: '`no`',
  },
  DefaultDependencies: {
    summary:
      'Whether the usual implied links are added; for a system service that is `Requires=` and `After=` on `sysinit.target`, `After=basic.target`, and being stopped before shutdown. Switch it off only for units of early boot or late shutdown: an ordinary app would then start before `/tmp` and logging are ready and not be stopped cleanly.',
    default: '`yes`',
  },
  SurviveFinalKillSignal: {
    summary:
      'Spares the processes of this unit from the `SIGTERM` and `SIGKILL` that sweep away whatever is left at the end of a shutdown. For daemons that serve the root file system, not for applications; since 255.',
    default: '`no`',
  },
  OnSuccessJobMode: {
    summary:
      'How the `OnSuccess=` units are queued next to jobs that are already waiting: `fail`, `replace`, `replace-irreversibly`, `isolate` (one unit only), `flush`, `ignore-dependencies` or `ignore-requirements`. With the default the follow-up is dropped if it would contradict a queued job.',
    default: '`fail`',
    example: 'replace',
  },
  OnFailureJobMode: {
    summary:
      'How the `OnFailure=` units are queued, with the values of `OnSuccessJobMode=`. `replace-irreversibly` keeps later jobs from displacing them; `isolate` stops all unrelated units, so it takes exactly one `OnFailure=` unit, a rescue target as a rule.',
    default: '`replace`',
    example: 'replace-irreversibly',
  },
  IgnoreOnIsolate: {
    summary:
      'Leaves the unit alone when somebody runs `systemctl isolate` on another one. Useful for an SSH or agent service that must outlive a switch of targets.',
    default: '`no` for services, sockets, targets, timers and paths; `yes` for the other types',
  },
  JobTimeoutSec: {
    summary:
      'How long a start, stop or reload job of this unit may exist, the wait for its dependencies included, before it is cancelled. Only the job is dropped: the unit itself goes on, so limit a slow service with `TimeoutStartSec=` instead. Unless set separately, `JobRunningTimeoutSec=` takes the same value; `0` means no limit.',
    default: '`infinity`',
    example: '5min',
  },
  JobRunningTimeoutSec: {
    summary:
      'Like `JobTimeoutSec=`, but the clock starts when the job is really run, after its dependencies were waited for. A value above `JobTimeoutSec=` can never be reached.',
    default:
      '`JobTimeoutSec=` if that is set, else `infinity`; for device units `90s` (`DefaultDeviceTimeoutSec=`)',
    example: '2min',
  },
  JobTimeoutAction: {
    summary:
      'What to do with the whole machine (or user manager) when `JobTimeoutSec=` or `JobRunningTimeoutSec=` runs out, for example `reboot-force`. Takes the values of `FailureAction=`.',
    default: '`none`',
    example: 'reboot-force',
  },
  JobTimeoutRebootArgument: {
    summary:
      'Text handed to the reboot call when `JobTimeoutAction=` reboots; what it may be depends on the firmware or boot loader.',
    example: 'recovery',
  },
  StartLimitIntervalSec: {
    summary:
      'Window in which at most `StartLimitBurst=` starts are let through, manual ones counted too; `0` turns the limit off. It belongs in [Unit]: in [Service] this spelling is an unknown key. If `RestartSec=` times the burst is longer than the window, a crash loop never hits the limit and restarts for ever.',
    default: '`10s` (`DefaultStartLimitIntervalSec=`)',
    example: '5min',
  },
  StartLimitBurst: {
    summary:
      'Number of starts allowed within `StartLimitIntervalSec=`; the next one is refused with `start request repeated too quickly` and the unit stays failed. `systemctl reset-failed` empties the counter when it stands in the way of a deployment.',
    default: '`5` (`DefaultStartLimitBurst=`)',
    example: '10',
  },
  StartLimitAction: {
    summary:
      'What else happens when the start limit is hit, besides refusing the start: `reboot`, `poweroff` and the other values of `FailureAction=`. Think twice before a broken release may reboot the server.',
    default: '`none`',
    example: 'reboot',
  },
  FailureAction: {
    summary:
      'What to do with the machine (or, in a user unit, the manager) when this unit fails: `reboot`, `poweroff`, `halt`, `kexec`, `soft-reboot` or `exit`, most of them with a `-force` or `-immediate` variant. User units may only use `exit` and `exit-force`. It is set off by real failures, not by an unmet condition or assert.',
    default: '`none`',
    example: 'reboot-force',
  },
  SuccessAction: {
    summary:
      'What to do with the machine or user manager when this unit ends cleanly, with the values of `FailureAction=`. `exit` suits a container whose life is one job; outside containers the system manager powers the machine off instead. A oneshot service that has this key may even do without commands.',
    default: '`none`',
    example: 'exit',
  },
  FailureActionExitStatus: {
    summary:
      'Exit status, 0 to 255, that the container or user manager returns when `FailureAction=exit` or `exit-force` is carried out.',
    default: 'the exit status of the main process, or `255` if there is none',
    example: '1',
  },
  SuccessActionExitStatus: {
    summary:
      'Exit status, 0 to 255, that the container or user manager returns when `SuccessAction=exit` or `exit-force` is carried out.',
    default: 'the exit status of the main process',
    example: '0',
  },
  RebootArgument: {
    summary:
      'Text handed to the reboot call when `StartLimitAction=`, `FailureAction=` or `SuccessAction=` reboots the machine; as with `systemctl reboot --reboot-argument=`, firmware or boot loader decide what it may be.',
    example: 'recovery',
  },
  CollectMode: {
    summary:
      'When an unused unit is forgotten. `inactive-or-failed` drops failed ones too, which keeps hundreds of failed template instances or transient jobs from piling up, but their result is then only in the journal.',
    default: '`inactive`',
    example: 'inactive-or-failed',
  },

  Alias: {
    summary:
      'Further names, of the same unit type, that `systemctl enable` links to this unit. They do not exist until it is enabled; mount, swap, slice and automount units cannot have any.',
    example: 'acme-web.service',
  },
  WantedBy: {
    summary:
      'Which unit starts this one once it is enabled, as if it had `Wants=` on it. `multi-user.target` is right for a server, `timers.target` for a timer, `sockets.target` for a socket and `default.target` in a user unit, where `multi-user.target` does not exist and nothing would ever start. Without any [Install] entry `systemctl enable` has nothing to do.',
    example: 'multi-user.target',
  },
  RequiredBy: {
    summary:
      'Like `WantedBy=`, but the listed unit gets a `Requires=`: if this one cannot start, a unit ordered after it does not start either, and stopping this one stops it. Too strong for an app hooked to `multi-user.target`.',
    example: 'acme.target',
  },
  UpheldBy: {
    summary:
      'Like `WantedBy=`, but with the lasting effect of `Upholds=`: once enabled, the listed unit keeps restarting this one. Since 254; older versions ignore the key.',
    example: 'acme.target',
  },
  Also: {
    summary:
      'Units that are enabled and disabled together with this one, such as the socket that belongs to a service. Only enabling is shared: it starts nothing and orders nothing.',
    example: 'puma.socket',
  },
  DefaultInstance: {
    summary:
      'Instance to enable when somebody runs `systemctl enable` on a template (`worker@.service`) without naming one. Without it such a call is refused unless the template is enabled for another template; no effect outside templates.',
    example: '1',
  },

  BindTo: {
    summary: 'Old spelling of `BindsTo=`, still understood but documented nowhere. Write `BindsTo=`.',
    example: 'dev-ttyUSB0.device',
  },
  PropagateReloadTo: {
    summary: 'Old spelling of `PropagatesReloadTo=`. It does the same; write the new name.',
    example: 'nginx.service',
  },
  PropagateReloadFrom: {
    summary: 'Old name of `ReloadPropagatedFrom=`, with the same effect. Prefer the new one.',
    example: 'nginx.service',
  },
  RequiresOverridable: {
    summary:
      'Obsolete since 228: systemd warns and treats it as a plain `Requires=`. Replace it with `Requires=`, or better with `Wants=`.',
  },
  RequisiteOverridable: {
    summary: 'Obsolete since 228: systemd warns and treats it as a plain `Requisite=`, which took its place.',
  },
  OnFailureIsolate: {
    summary: 'Superseded by `OnFailureJobMode=`: `yes` stands for `isolate`, `no` for `replace`.',
    default: '`no`',
  },
  StartLimitInterval: {
    summary: 'Name that `StartLimitIntervalSec=` had before 230; both set the same value. Write the new one.',
    default: '`10s` (`DefaultStartLimitIntervalSec=`)',
    example: '5min',
  },
  'Service.StartLimitInterval': {
    summary:
      'Where the start limit used to be set; it still works here under this spelling only. Move it to [Unit] as `StartLimitIntervalSec=`, because `StartLimitIntervalSec=` in [Service] is ignored.',
    default: '`10s` (`DefaultStartLimitIntervalSec=`)',
    example: '5min',
  },
  'Service.StartLimitBurst': {
    summary:
      'Still read in [Service] for old units. Its place has been [Unit] since 229, beside `StartLimitIntervalSec=`.',
    default: '`5` (`DefaultStartLimitBurst=`)',
    example: '10',
  },
  'Service.StartLimitAction': {
    summary:
      'Still read in [Service] for old units; since 229 it belongs in [Unit]. There, too, it says what happens beyond refusing the start once the limit is hit.',
    default: '`none`',
    example: 'reboot',
  },
  'Service.FailureAction': {
    summary:
      'Still read in [Service] for old units; write `FailureAction=` in [Unit], its place since 236. Its counterpart `SuccessAction=` is known in [Unit] only.',
    default: '`none`',
    example: 'reboot-force',
  },
  'Service.RebootArgument': {
    summary:
      'Still read in [Service] for old units; since 229 `RebootArgument=` belongs in [Unit], where its value is also checked.',
    example: 'recovery',
  },
  PermissionsStartOnly: {
    summary:
      'Deprecated since 240: with `yes`, only `ExecStart=` ran as `User=` and with the sandbox, the other Exec lines as root. Drop it and put `+` before the commands that need root, as in `ExecStartPre=+/usr/bin/chown ...`.',
    default: '`no`',
  },
  ReadWriteDirectories: {
    summary: 'Name that `ReadWritePaths=` had until 231. It still works; write the new one.',
    example: '/srv/acme/shared',
  },
  ReadOnlyDirectories: {
    summary: 'Name that `ReadOnlyPaths=` had until 231. It still works; write the new one.',
    example: '/etc/acme',
  },
  InaccessibleDirectories: {
    summary: 'Name that `InaccessiblePaths=` had until 231. It still works; write the new one.',
    example: '/home',
  },
}
