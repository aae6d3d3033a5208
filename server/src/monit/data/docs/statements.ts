import type { MonitDocs } from './types.ts'

/** Statements: what a file, and what a check, is made of. */
export const statementDocs: MonitDocs = {
  set: { summary: 'Begins a global statement, which holds for all checks or for monit itself.' },
  check: {
    summary:
      'Begins a check of one thing, which monit calls a service. All that follows belongs to it, up to the next `check`, `set` or the end; every service needs a name of its own.',
    accepts: 'a type, a name, and where the thing is found',
    anchor: 'Service-checks',
  },
  include: {
    summary:
      'Reads other files as if they stood here. Patterns match as in a shell; names that end in `~` are left out, and a pattern that matches nothing is only a warning.',
    accepts: 'a path or pattern; one without a leading `/` is looked up from where monit was started',
    anchor: 'INCLUDE-FILES',
  },
  start: {
    summary:
      "The command that starts the service. No shell reads it: write `/bin/bash -c '…'` for `&&`, `|`, `>`, `$VARIABLES` or `~`. The path must be absolute, and monit has only its own environment.",
    accepts: '`program = "COMMAND"`, then `as uid U and gid G`, then `with timeout N seconds`',
    anchor: 'SERVICE-METHODS',
  },
  stop: {
    summary:
      'The command that stops the service, read by the same rules as that of `start`. Without it, monit can’t stop or restart the service unless `restart` says how.',
    accepts: '`program = "COMMAND"`, then `as uid U and gid G`, then `with timeout N seconds`',
    anchor: 'SERVICE-METHODS',
  },
  restart: {
    summary: 'The command that restarts the service; without it monit stops the service and starts it again.',
    accepts: '`program = "COMMAND"`, then `as uid U and gid G`, then `with timeout N seconds`',
    anchor: 'SERVICE-METHODS',
  },
  uid: {
    summary:
      'The user that the command runs as; only root’s monit may switch. Of the environment just HOME is set: neither USER nor XDG_RUNTIME_DIR. It stands before `timeout`, and wants `gid` beside it.',
    default: 'the user that monit runs as',
    accepts: 'a name or number that exists on the machine',
    anchor: 'SERVICE-METHODS',
  },
  gid: {
    summary:
      'The group that the command runs in. Up to monit 6.0 a command with `uid` alone keeps root’s group.',
    default: 'the group that monit runs in',
    accepts: 'a name or number that exists on the machine',
    anchor: 'SERVICE-METHODS',
  },
  timeout: {
    summary:
      'How long the command may take, and with it a process to be there or gone, before monit calls it failed. It stands after `uid` and `gid`; a slow web app often needs more than the default.',
    default: '30 seconds; 5 minutes for a program check',
    accepts: 'a number with `seconds`; minutes are not known here',
    anchor: 'SERVICE-METHODS',
  },
  every: {
    summary:
      'Checks this service less often: in each Nth cycle, or once in each minute that the cron entry names. From 6.0 monit wakes up for that minute; up to 5.35 a cycle has to begin in it, so give it as many minutes as a cycle is long.',
    accepts: '`N cycles`, or five cron fields in quotes',
    anchor: 'SERVICE-POLL-TIME',
  },
  'every cycles': {
    summary: 'Checks this service in each Nth cycle only.',
    deprecatedIn: '6.0',
    instead: 'every "*/5 * * * *"',
    accepts: 'a number, then `cycles`',
    anchor: 'SERVICE-POLL-TIME',
  },
  'not every': {
    summary: 'Leaves this check out in cycles that begin at the given times, such as those of a backup.',
    accepts: 'five cron fields in quotes',
    anchor: 'SERVICE-POLL-TIME',
  },
  mode: {
    summary: 'Whether monit acts on this service or only reports.',
    default: 'active',
    accepts: '`active` or `passive`',
    anchor: 'SERVICE-MONITORING-MODE',
  },
  onreboot: {
    summary:
      'What monit does with this service after a reboot. When only monit is restarted or reloaded, what was monitored stays so and what was not stays unwatched.',
    default: 'what `set onreboot` says, else `start`',
    accepts: '`start`, `nostart` or `laststate`',
    anchor: 'SYSTEM-REBOOT-AND-SERVICE-STARTUP',
  },
  group: {
    summary:
      'Puts the service into a group, so that `monit -g NAME restart` acts on all of it. It may be repeated.',
    accepts: 'a name',
    anchor: 'SERVICE-GROUPS',
  },
  depends: {
    summary:
      'Names services that must run before this one. They are started first, and when one of them is stopped or restarted, this one goes with it.',
    accepts: '`on` and names parted by commas, the first on the same line',
    anchor: 'SERVICE-DEPENDENCIES',
  },
  alert: {
    summary:
      'Sends the alerts of this service to one more address; for an address of `set alert` it replaces what is sent.',
    accepts:
      'one unquoted address, `[not] on { events }`, `with mail-format { … }`, `with reminder on N cycles`',
    anchor: 'Setting-an-alert-recipient',
  },
  noalert: {
    summary: 'Sends no alert of this service to an address that `set alert` names.',
    accepts: 'one unquoted address',
    anchor: 'Disabling-alerts-for-some-service',
  },
  reminder: {
    summary:
      'Repeats an alert while the failure lasts. Otherwise one mail comes at the failure and one when it is over.',
    accepts: 'a number of cycles',
    anchor: 'ALERT-MESSAGES',
  },
  'mail-format': {
    summary: 'Sender, subject and text of the mails that this one `alert` sends.',
    accepts: '`{ from: … reply-to: … subject: … message: … }`',
    anchor: 'Message-format',
  },
  'ignore content': {
    summary:
      'Lines that match are passed over by the content tests of this file; it goes before all of them.',
    accepts: '`=` or `!=`, then a POSIX extended regular expression, or the path of a file of them',
    anchor: 'FILE-CONTENT-TEST',
  },
  'ignore match': {
    summary: 'The older spelling of `ignore content`.',
    deprecatedIn: '6.0',
    instead: 'ignore content',
    anchor: 'FILE-CONTENT-TEST',
  },
  if: {
    summary:
      'Begins a test: one condition, how often it must hold, `then` one action. `and` and `or` don’t join conditions, as monit skips these words; write a test for each.',
    accepts: 'a condition',
    anchor: 'GENERAL-SYNTAX',
  },
  'if restarts': {
    summary:
      'Acts when monit had to restart the service too often, such as `if 3 restarts within 5 cycles then unmonitor`. It stops endless loops.',
    accepts: 'a number, `restarts`, a number, `cycles`, `then` and an action',
    anchor: 'SERVICE-RESTART-LIMIT',
  },
  failed: {
    summary: 'The test matches while the thing is not as described: no connection, no reply, another owner.',
    anchor: 'GENERAL-SYNTAX',
  },
  succeeded: {
    summary:
      'The test matches while the thing is as described, such as a port that should be closed and answers.',
    since: '5.28',
    anchor: 'GENERAL-SYNTAX',
  },
  changed: {
    summary: 'The test matches in each cycle that finds another value than the last one did.',
    anchor: 'GENERAL-SYNTAX',
  },
  // biome-ignore lint/suspicious/noThenProperty: a table of words, which nobody awaits
  then: { summary: 'Leads to the action of a test. It can’t be left out.', anchor: 'GENERAL-SYNTAX' },
  else: {
    summary:
      'Leads to an action for when the test is over: once, as the service recovers. Without it an alert tells.',
    since: '5.28',
    anchor: 'GENERAL-SYNTAX',
  },
  'else if': {
    summary: 'The longer form of `else`, which may also say how often the opposite must hold first.',
    accepts: '`succeeded`, after a test for success `failed`; a number of cycles; `then` and an action',
    anchor: 'GENERAL-SYNTAX',
  },
}

/** Words that choose among a statement's ways; keyed by statement and word. */
export const wordDocs: MonitDocs = {
  'mode active': { summary: 'monit restarts what fails, and alerts.', anchor: 'SERVICE-MONITORING-MODE' },
  'mode passive': {
    summary: 'monit alerts, and starts, stops or restarts nothing by itself.',
    anchor: 'SERVICE-MONITORING-MODE',
  },
  'mode manual': {
    summary: 'An older way to leave a service as it was before a reboot.',
    deprecatedIn: '6.0',
    instead: 'onreboot laststate',
    anchor: 'SERVICE-MONITORING-MODE',
  },
  'checksum md5': { summary: 'A hash of 32 hex digits; fine against accidents, not against attackers.' },
  'checksum sha1': { summary: 'A hash of 40 hex digits.' },
  'checksum sha256': { summary: 'A hash of 64 hex digits, the kind that 6.0 takes by itself.', since: '6.0' },
  'allow cleartext': {
    summary: 'The password file holds passwords as they are, one `name:password` a line.',
  },
  'allow md5': { summary: 'The password file holds MD5 digests, as `htpasswd -m` writes them.' },
  'allow crypt': {
    summary: 'The password file holds passwords as crypt(3) keeps them, as `htpasswd -d` writes them.',
  },
  'onreboot start': {
    summary: 'After a reboot, monitors and starts the service, even if it was stopped before.',
    anchor: 'SYSTEM-REBOOT-AND-SERVICE-STARTUP',
  },
  'onreboot nostart': {
    summary:
      'After a reboot, and at first, leaves the service unwatched until someone starts it, as standby machines of a cluster need it.',
    anchor: 'SYSTEM-REBOOT-AND-SERVICE-STARTUP',
  },
  'onreboot laststate': {
    summary:
      'After a reboot all is as before: monitored services are monitored and started, stopped ones stay unwatched.',
    anchor: 'SYSTEM-REBOOT-AND-SERVICE-STARTUP',
  },
}
