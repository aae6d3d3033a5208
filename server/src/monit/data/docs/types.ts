/** What a person reads about one word or phrase of monit's language; the prose is this project's own. */
export interface MonitDoc {
  /** One to three sentences, markdown. */
  readonly summary: string
  /** The version of monit that first knew it, `5.28`; absent for what 5.20 knew. */
  readonly since?: string
  /** The version that first warned of it. */
  readonly deprecatedIn?: string
  /** What to write in its place, where it is deprecated or a better form exists. */
  readonly instead?: string
  /** What holds where nothing is written; absent where absence says nothing. */
  readonly default?: string
  /** What may follow it, in a few words. */
  readonly accepts?: string
  /** The heading of monit's manual that tells more, as the anchor of its page. */
  readonly anchor?: ManualAnchor
}

/** A protocol that monit speaks in a connection test. */
export interface ProtocolDoc extends MonitDoc {
  /** The port that such servers use by custom; monit itself wants `port` written out. */
  readonly port?: number
}

/** Headings of https://mmonit.com/monit/documentation/monit.html that are linked to. */
export type ManualAnchor =
  | 'ACTION'
  | 'ALERT-MESSAGES'
  | 'CONNECTION-TESTS'
  | 'DAEMON-MODE'
  | 'Disabling-alerts-for-some-service'
  | 'EXISTENCE-TESTS'
  | 'Event-queue'
  | 'FAULT-TOLERANCE'
  | 'FILE-CHECKSUM-TEST'
  | 'FILE-CONTENT-TEST'
  | 'FILE-SIZE-TEST'
  | 'FILESYSTEM-MOUNT-FLAGS-TEST'
  | 'FIPS-MODE'
  | 'GENERAL-SYNTAX'
  | 'GID-TEST'
  | 'INCLUDE-FILES'
  | 'INIT-SUPPORT'
  | 'INODE-USAGE-TEST'
  | 'LIMITS'
  | 'LOGGING'
  | 'MANAGE-YOUR-MONIT-INSTANCES'
  | 'MONIT-HTTPD'
  | 'Message-format'
  | 'NETWORK-INTERFACE-TESTS'
  | 'NETWORK-PING-TEST'
  | 'PERMISSION-TEST'
  | 'PID-TEST'
  | 'PPID-TEST'
  | 'PROGRAM-OUTPUT-CONTENT-TEST'
  | 'PROGRAM-STATUS-TEST'
  | 'RESOURCE-TESTS'
  | 'SECURITY-ATTRIBUTE-TEST'
  | 'SERVICE-DEPENDENCIES'
  | 'SERVICE-GROUPS'
  | 'SERVICE-METHODS'
  | 'SERVICE-MONITORING-MODE'
  | 'SERVICE-POLL-TIME'
  | 'SERVICE-RESTART-LIMIT'
  | 'SERVICE-TESTS'
  | 'SPACE-USAGE-TEST'
  | 'SSL-OPTIONS'
  | 'SYSTEM-REBOOT-AND-SERVICE-STARTUP'
  | 'Service-checks'
  | 'Setting-a-mail-server-for-alert-delivery'
  | 'Setting-an-alert-recipient'
  | 'TERMINAL-OUTPUT'
  | 'THE-MONIT-CONTROL-FILE'
  | 'TIMESTAMP-TEST'
  | 'UID-TEST'
  | 'UPTIME-TEST'

/** Keyed by the word or phrase in small letters, with one blank between words. */
export type MonitDocs = Readonly<Record<string, MonitDoc>>
