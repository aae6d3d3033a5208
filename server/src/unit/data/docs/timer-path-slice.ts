import type { DirectiveDocs } from './types.ts'

/** What each directive of systemd.timer(5), systemd.path(5) and systemd.slice(5) is for, in our own words. */
export const timerPathSliceDocs: DirectiveDocs = {
  OnCalendar: {
    summary:
      'Wall-clock times to start the unit at: `daily`, `hourly`, `Mon..Fri 04:30`, `*:0/15` for every quarter of an hour, in local time unless a zone such as `UTC` ends the expression. May stand several times; an empty value clears every On...= line before it. A run that is due while the job is still busy starts no second copy.',
    example: '*-*-* 03:15:00 UTC',
  },
  OnActiveSec: {
    summary:
      'Elapses once, this long after the timer itself was started. Together with `OnUnitActiveSec=` it gives "first soon, then every so often".',
    example: '30s',
  },
  OnBootSec: {
    summary:
      'Elapses once, this long after the machine booted (in a container: after its manager started). A timer enabled later than that fires at once, which is why it is the usual first shot beside `OnUnitActiveSec=`.',
    example: '10min',
  },
  OnStartupSec: {
    summary:
      'Elapses once, this long after the service manager came up. It matters in user units, where that means the first login (or boot, with lingering); for system timers it is nearly `OnBootSec=`.',
    example: '5min',
  },
  OnUnitActiveSec: {
    summary:
      'Repeats this long after the triggered unit last became active. Alone it never fires, because a unit which has not run yet has no such moment: add `OnBootSec=` or `OnActiveSec=` for the first run.',
    example: '15min',
  },
  OnUnitInactiveSec: {
    summary:
      'Repeats this long after the triggered unit last finished, so that there is always a pause between two runs however long a run takes. Needs `OnBootSec=`, `OnActiveSec=` or a manual start to get going.',
    example: '5min',
  },
  OnClockChange: {
    summary:
      'Also starts the unit when the system clock jumps, through a manual change or an NTP step. Enough on its own to make a valid timer.',
    default: '`no`',
  },
  OnTimezoneChange: {
    summary:
      "Also starts the unit when the machine's time zone is changed. Enough on its own to make a valid timer.",
    default: '`no`',
  },
  Persistent: {
    summary:
      'Remembers on disk when the unit was last started and makes up for one run missed while the timer was off, for instance because the machine was down. Concerns `OnCalendar=` only; a freshly installed timer does not fire just because it never ran.',
    default: '`no`',
  },
  WakeSystem: {
    summary:
      'Wakes a suspended machine for the run, if the hardware can; nothing puts it back to sleep afterwards. It needs privileges that a user manager normally lacks, and monotonic timers then go on counting during suspend.',
    default: '`no`',
  },
  RemainAfterElapse: {
    summary:
      'Keeps a one-off timer loaded and visible after it has fired. With `no` it is unloaded, so that starting it anew arms it again; mostly of interest for transient timers made by `systemd-run --on-active=`.',
    default: '`yes`',
  },
  FixedRandomDelay: {
    summary:
      'Makes the delay of `RandomizedDelaySec=` the same at each run, computed from machine, user and timer name instead of drawn anew. Keeps a fleet spread out while each machine stays punctual; no effect without `RandomizedDelaySec=`.',
    default: '`no`',
  },
  DeferReactivation: {
    summary:
      'If a run outlasts the interval of `OnCalendar=`, wait for the next regular time rather than start again the moment it ends. No effect on monotonic timers; since 257.',
    default: '`no`',
  },
  AccuracySec: {
    summary:
      'How far systemd may shift the run past its time to bundle wake-ups. The default explains timers that fire up to a minute late; set `1s` or `1us` where the second counts.',
    default: '`1min` (`DefaultTimerAccuracySec=`)',
    example: '1s',
  },
  RandomizedDelaySec: {
    summary:
      'Adds a random delay between zero and this span, drawn anew before each run, so that many servers do not hit the same backup host or API at once. `FixedRandomDelay=` keeps it constant.',
    default: '`0`',
    example: '30min',
  },
  RandomizedOffsetSec: {
    summary:
      'Moves all `OnCalendar=` times of this timer by one fixed, machine-specific amount between zero and this span. Unlike a long `RandomizedDelaySec=` it survives reboots, so a weekly job on a laptop is not put off for ever; since 258.',
    default: '`0`',
    example: '6h',
  },
  'Timer.Unit': {
    summary:
      'The unit to start when the timer elapses. Needed only if its name differs from that of the timer; a unit that is still active is left alone, so a `RemainAfterExit=yes` service runs just once.',
    default: 'the service named like the timer',
    example: 'acme-cleanup.service',
  },

  PathExists: {
    summary:
      'Starts the unit as long as this absolute path exists, also right away if it does already. The check is repeated whenever the unit ends, so a job that does not remove the file is started over and over until its start limit makes the path unit fail.',
    example: '/srv/acme/shared/tmp/restart.txt',
  },
  PathExistsGlob: {
    summary:
      'Like `PathExists=` for a shell pattern: one match is enough, and the job has to remove or rename what it found or it will be started again.',
    example: '/srv/acme/shared/inbox/*.csv',
  },
  PathChanged: {
    summary:
      'Starts the unit when the file is closed after writing, touched, replaced or removed, or when entries of a directory come and go. Subdirectories are not watched, changes on other hosts of a network file system go unseen, and so does whatever happens while the unit is running.',
    example: '/srv/acme/current/tmp/restart.txt',
  },
  PathModified: {
    summary:
      'Like `PathChanged=`, but each single write counts as well, so a file that is slowly appended to triggers before it is complete. Prefer `PathChanged=` for uploads.',
    example: '/etc/nginx/nginx.conf',
  },
  DirectoryNotEmpty: {
    summary:
      'Starts the unit while the directory holds at least one entry, hidden and backup files (`.x`, `x~`, `x.bak`) not counted. The job must empty the directory, otherwise it is started again as soon as it ends.',
    example: '/var/spool/acme',
  },
  MakeDirectory: {
    summary:
      'Creates the watched path before watching, always as a directory: with `PathChanged=` on a file you get a directory of that name. Paths of `PathExists=` and `PathExistsGlob=` are never created.',
    default: '`no`',
  },
  'Path.DirectoryMode': {
    summary:
      'Octal mode for the directories that `MakeDirectory=yes` creates; they belong to the user of the manager, root as a rule, so the writing app needs a mode or owner that lets it in.',
    default: '`0755`',
    example: '1777',
  },
  'Path.TriggerLimitIntervalSec': {
    summary:
      'Window within which the path unit may trigger `TriggerLimitBurst=` times before it fails with `trigger-limit-hit` and stops watching; `0` removes the limit. The loop it breaks is typically a service skipped by a condition while its file stays in place. Since 250.',
    default: '`2s`',
    example: '10s',
  },
  'Path.TriggerLimitBurst': {
    summary:
      'How many triggers are let through within `TriggerLimitIntervalSec=`; one more and the path unit fails until somebody restarts it. `0` removes the limit.',
    default: '`200`',
    example: '20',
  },
  'Path.Unit': {
    summary:
      'The unit to start when a watched path calls for it. Needed only if its name differs from that of the path unit; which path it was arrives in `$TRIGGER_PATH`.',
    default: 'the service named like the path unit',
    example: 'acme-import.service',
  },

  ConcurrencySoftMax: {
    summary:
      'Number of units in this slice, nested slices and their content included, that may be active at once; further starts wait in the queue. Handy for heavy jobs such as ten backup instances of which two may run; `0` holds all of them back. Since 258.',
    default: '`infinity`',
    example: '4',
  },
  ConcurrencyHardMax: {
    summary:
      'Like `ConcurrencySoftMax=`, but a start beyond the limit fails immediately instead of waiting. Starts that are queued already count too; since 258.',
    default: '`infinity`',
    example: '16',
  },
  ActivatingConcurrencyMax: {
    summary:
      'Number of units in this slice and below that may be starting at the same time; the rest queue up without an error. It flattens the load after boot without limiting how many run in the end, but a unit stuck in its start keeps its place until `TimeoutStartSec=` ends it. Since 262.',
    default: '`infinity`',
    example: '3',
  },
}
