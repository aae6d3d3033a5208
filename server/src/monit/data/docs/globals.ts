import type { MonitDocs } from './types.ts'

/** What may follow `set`. */
export const globalDocs: MonitDocs = {
  daemon: {
    summary:
      'Keeps monit running and sets the seconds between two rounds of checks, which are called cycles. Without it monit checks everything once and exits.',
    accepts: 'a bare number of seconds, then `with start delay N` if the first round should wait',
    anchor: 'DAEMON-MODE',
  },
  terminal: {
    summary:
      'Makes the output of the `monit` command plain, without colours and boxes, for scripts that read it.',
    accepts: '`batch`',
    anchor: 'TERMINAL-OUTPUT',
  },
  init: {
    summary:
      'Keeps monit in the foreground, as systemd with `Type=simple` and containers want it. The time between cycles still comes from `set daemon`.',
    anchor: 'INIT-SUPPORT',
  },
  onreboot: {
    summary:
      'Says what happens to services after a reboot; when only monit is restarted, they stay as they were. It acts only on checks that are written after it; a check’s own `onreboot` wins.',
    default: 'start',
    accepts: '`start`, `nostart` or `laststate`',
    anchor: 'SYSTEM-REBOOT-AND-SERVICE-STARTUP',
  },
  fips: {
    summary: 'Switches OpenSSL into its FIPS mode; it needs an OpenSSL that was built for that.',
    anchor: 'FIPS-MODE',
  },
  log: {
    summary: 'Says where monit writes its messages: a file, or syslog. Without it there is no log.',
    accepts: 'an absolute path, or `syslog` with an optional `facility`',
    anchor: 'LOGGING',
  },
  logfile: {
    summary: 'The older spelling of `set log`.',
    deprecatedIn: '6.0',
    instead: 'set log',
    anchor: 'LOGGING',
  },
  pidfile: {
    summary: 'The file into which the monit daemon writes its own process id; two monits need two of them.',
    default: '/run/monit.pid for root, else ~/.monit.pid',
    accepts: 'an absolute path',
  },
  idfile: {
    summary:
      'The file that keeps the id by which M/Monit knows this monit. It is written at the first start.',
    default: '~/.monit.id',
    accepts: 'an absolute path',
  },
  statefile: {
    summary:
      'The file in which monit remembers over restarts which services are monitored and what their tests found. Put it on a disk that survives a reboot, or `onreboot laststate` has nothing to go by.',
    default: '~/.monit.state',
    accepts: 'an absolute path',
  },
  eventqueue: {
    summary:
      'A folder in which alerts wait while neither mail server nor M/Monit can be reached. Without it such alerts are lost.',
    accepts: '`basedir` with an absolute path, `slots` to limit the number of files, or both',
    anchor: 'Event-queue',
  },
  limits: {
    summary:
      'Sets sizes of buffers and default timeouts. It acts only on checks that come after it, so it belongs at the top.',
    accepts: 'a block of `name: value` pairs',
    anchor: 'LIMITS',
  },
  expectbuffer: {
    summary: 'How much of an answer a `send`/`expect` test reads.',
    deprecatedIn: '6.0',
    instead: 'set limits { sendExpectBuffer: … }',
    default: '256 B',
    accepts: 'a size',
  },
  mailserver: {
    summary:
      'The mail servers that deliver alerts; the next one is tried where one fails. Without this statement no alert leaves the machine by mail.',
    accepts:
      'host names parted by commas, each with port, credentials and TLS; then `timeout` and `hostname`',
    anchor: 'Setting-a-mail-server-for-alert-delivery',
  },
  'mail-format': {
    summary: 'Sender, subject and text of all alert mails; what is not named keeps its default.',
    accepts: '`{ from: … reply-to: … subject: … message: … }`',
    anchor: 'Message-format',
  },
  alert: {
    summary:
      'Sends the alerts of all services to a mail address, or only the events that are listed. It may be repeated for more addresses; `set mailserver` is needed as well.',
    accepts: 'one unquoted address, `[not] on { events }`, `with reminder on N cycles`',
    anchor: 'Setting-an-alert-recipient',
  },
  mmonit: {
    summary: 'Reports to an M/Monit server, which shows and controls many monits in one place.',
    accepts: 'the URL of its collector, with user and password in it',
    anchor: 'MANAGE-YOUR-MONIT-INSTANCES',
  },
  ssl: {
    summary:
      'Options for all TLS connections that monit opens. A test, a mail server or `set mmonit` may override them for itself.',
    accepts: 'a block of `option: value` pairs',
    anchor: 'SSL-OPTIONS',
  },
  httpd: {
    summary:
      'Opens monit’s own web server, through which `monit status`, `start`, `stop` and the like reach the daemon. Without any `allow` monit does not open it.',
    accepts: '`port` or `unixsocket` or both, then `allow` and other options in any order',
    anchor: 'MONIT-HTTPD',
  },
}

/** What may follow inside a global statement; keyed by statement and word. */
export const globalOptionDocs: MonitDocs = {
  'daemon start delay': {
    summary:
      'Seconds to wait once after a reboot before the first round of checks, while services still start.',
    default: '0',
    accepts: 'a bare number of seconds',
    anchor: 'DAEMON-MODE',
  },
  'terminal batch': { summary: 'Plain text, as the option `-B` of the command gives it.' },
  'log syslog': {
    summary: 'Hands messages to the system’s log; `journalctl -t monit` shows them.',
    anchor: 'LOGGING',
  },
  'log facility': {
    summary: 'The syslog facility to log under, by which a syslog server can sort messages.',
    accepts: '`log_local0` to `log_local7`, `log_daemon`, and from 5.34.4 `log_user`',
    anchor: 'LOGGING',
  },
  'eventqueue basedir': {
    summary: 'The folder for waiting alerts. Each monit on a machine needs its own.',
    default: '/var/monit, where only `slots` is given',
    accepts: 'an absolute path',
    anchor: 'Event-queue',
  },
  'eventqueue slots': {
    summary: 'How many alerts may wait; when the queue is full, new ones are dropped.',
    default: 'unlimited',
    accepts: 'a number',
    anchor: 'Event-queue',
  },
  'mmonit timeout': {
    summary: 'How long to wait for the M/Monit server.',
    default: '5 seconds',
    accepts: 'seconds, with the unit',
    anchor: 'MANAGE-YOUR-MONIT-INSTANCES',
  },
  'mmonit hostgroups': {
    summary: 'Puts this host into groups of M/Monit when it registers.',
    since: '5.34',
    accepts: '`[ name, "other name" ]`',
  },
  'mmonit register': {
    summary:
      '`register without credentials` keeps user and password of the web server back, so that M/Monit can watch but not act until you tell it there.',
    anchor: 'MANAGE-YOUR-MONIT-INSTANCES',
  },
  'mmonit ssl': { summary: 'TLS options for the connection to M/Monit alone.', anchor: 'SSL-OPTIONS' },
}

/** What a mail server may be given. */
export const mailserverOptionDocs: MonitDocs = {
  port: {
    summary:
      'The port of the mail server. With `ssl`, 25 and 587 upgrade by STARTTLS, and others such as 465 speak TLS from the start.',
    default: '25, with `ssl` too',
  },
  username: { summary: 'The name to log in with; only PLAIN and LOGIN are spoken.', accepts: 'a string' },
  password: {
    summary:
      'The password to log in with. Quote it: a special character or a word of monit’s language breaks it otherwise.',
    accepts: 'a string',
  },
  ssl: {
    summary: 'Speaks TLS with the mail server; options in braces override `set ssl` here.',
    accepts: 'nothing, or `with options { … }`',
    anchor: 'SSL-OPTIONS',
  },
  certificate: {
    summary: 'Accepts the mail server only if its certificate has this fingerprint.',
    accepts: '`checksum [md5|sha1] HASH`',
  },
  timeout: {
    summary:
      'How long to wait for a mail server before the next one is tried; before 5.35 never less than 30 seconds.',
    default: '30 seconds up to 5.34; in 6.0 what `set limits` gives as `networkTimeout`, else 5 seconds',
    accepts: 'seconds, with the unit',
  },
  hostname: {
    summary: 'The name by which monit greets the mail server and that stands in the id of each mail.',
    default: 'the name of `check system`, else that of the machine',
    accepts: 'a host name',
  },
}

/** What may stand in the block of `mail-format`. */
export const mailFormatDocs: MonitDocs = {
  from: {
    summary: 'The sender, with an optional name before an address in angle brackets. It ends with its line.',
    default: 'monit@$HOST',
    anchor: 'Message-format',
  },
  'reply-to': {
    summary: 'Where answers to an alert should go. It ends with its line.',
    anchor: 'Message-format',
  },
  subject: {
    summary:
      'The subject line; variables such as `$SERVICE` and `$EVENT` are filled in. It ends with its line.',
    default: 'monit alert -- $EVENT $SERVICE',
    anchor: 'Message-format',
  },
  message: {
    summary:
      'The text of the mail, over as many lines as you like; variables are filled in. It comes last and ends at the first `}`, which can’t be escaped.',
    anchor: 'Message-format',
  },
}
