/** What belongs into each section of unit files and which manual page describes it, in our own words. */
export const sectionDocs: Readonly<Record<string, string>> = {
  Unit: 'Says what the unit is, what it depends on, in which order it starts and under which conditions it starts at all. Every unit may have it, whatever its type; see systemd.unit(5).',
  Install:
    'Read by `systemctl enable` and `disable` only: which targets want the unit and which other names it gets. A running manager ignores it, so a change counts after `systemctl reenable`; see systemd.unit(5).',
  Service:
    'Says which commands start, reload and stop the service, when it counts as started and whether it is restarted. Users, directories, sandboxing and resource limits of its processes stand here too; see systemd.service(5), for the processes systemd.exec(5) and systemd.kill(5), for limits systemd.resource-control(5).',
  Socket:
    'Says on which addresses, paths or FIFOs systemd listens for a service, and starts the service of the same name on the first traffic. Socket options and the owner and mode of socket files stand here; see systemd.socket(5).',
  Mount:
    'Says what is mounted where, with which file system and options. The file must be named after its `Where=` path, as `systemd-escape --path` spells it; see systemd.mount(5).',
  Automount:
    'Says on which directory the first access triggers the mount unit of the same name. Both files must be named after the path; see systemd.automount(5).',
  Swap: 'Says which device or file is used as swap space, and with which priority. The file must be named after its `What=` path; see systemd.swap(5).',
  Path: 'Says which files and directories are watched, and starts the service of the same name or `Unit=` when one appears or changes. Several conditions are alternatives; see systemd.path(5).',
  Timer:
    'Says when the unit of the same name or `Unit=` is started: at calendar times, or so long after boot or after its last run. A service started by a timer needs no [Install] of its own; see systemd.timer(5).',
  Slice:
    'Sets limits on CPU, memory, tasks and disk access for all units of the slice together. Its place in the tree comes from its name: `app-web.slice` lies below `app.slice`; see systemd.slice(5) and systemd.resource-control(5).',
  Scope:
    'Sets limits for a group of processes that somebody else has started. Scopes come from programs and `systemd-run --scope`, not from files, so drop-ins are the only place for it; see systemd.scope(5).',
  Target:
    'No directive belongs here, for a target only groups and orders other units; systemd ignores whatever it finds. What a target needs stands in [Unit] and [Install]; see systemd.target(5).',
}
