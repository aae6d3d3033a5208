import type { MonitDocs } from './types.ts'

/** What a test may lead to. One action a test; all but `ignore` send an alert as well. */
export const actionDocs: MonitDocs = {
  alert: {
    summary: 'Sends a mail when the state of the test changes, to whom `alert` and `set alert` name.',
    anchor: 'SERVICE-TESTS',
  },
  restart: {
    summary:
      'Restarts the service by its `restart` command, else by `stop` and `start`, and alerts. What depends on it is stopped before and started after.',
    anchor: 'SERVICE-TESTS',
  },
  start: { summary: 'Starts the service by its `start` command, and alerts.', anchor: 'SERVICE-TESTS' },
  stop: {
    summary:
      'Stops the service and alerts. monit then watches it no more until `monit start` or `monit monitor` is called.',
    anchor: 'SERVICE-TESTS',
  },
  exec: {
    summary:
      'Runs a command once when the test begins to fail, and alerts. No shell reads it, and it runs as root where monit does, unless `as uid … and gid …` follows.',
    accepts: '`"COMMAND"`, `as uid U and gid G`, from 5.34 `timeout N seconds`, `repeat every N cycles`',
    anchor: 'SERVICE-TESTS',
  },
  unmonitor: {
    summary:
      'Watches the service no more, without stopping it, and alerts. `monit monitor NAME` takes it up again.',
    anchor: 'SERVICE-TESTS',
  },
  ignore: {
    summary: 'Does nothing; after `else` it keeps the mail away that would tell of the recovery.',
    since: '5.34',
    anchor: 'SERVICE-TESTS',
  },
  timeout: {
    summary: 'Only after `if N restarts within M cycles`: the older word for `unmonitor`.',
    instead: 'unmonitor',
    anchor: 'SERVICE-RESTART-LIMIT',
  },
  'exec timeout': {
    summary: 'Ends the command of `exec` if it runs longer than this.',
    since: '5.34',
    default: 'none, or what `set limits` gives as `execTimeout`',
    accepts: 'a number with `seconds`',
  },
  'repeat every': {
    summary: 'Runs the command of `exec` again in each Nth cycle in which the test still fails.',
    accepts: 'a number, left out for 1, then `cycles`',
    anchor: 'SERVICE-TESTS',
  },
}
