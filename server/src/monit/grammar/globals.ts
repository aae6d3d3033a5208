import type { TokenKind } from '../syntax/token-kinds.ts'
import {
  cyclesWord,
  host,
  integer,
  milliseconds,
  octal,
  path,
  portNumber,
  seconds,
  sizeUnit,
  timeout,
} from './common.ts'
import { certificate, certificateMd5, credentials, tls, tlsOptions, tlsVersion } from './connections.ts'
import {
  choice,
  construct,
  type Lifetime,
  many,
  optional,
  seq,
  several,
  type Term,
  value,
  word,
  words,
} from './terms.ts'

/** The statements that begin with `set`, and what alerts look like, which checks share. */

/** Every event that an alert can be about. */
const eventWords = [
  'action',
  'bytein',
  'byteout',
  'checksum',
  'connection',
  'content',
  'data',
  'exec',
  'exist',
  'fsflags',
  'gid',
  'icmp',
  'instance',
  'invalid',
  'link',
  'nonexist',
  'packetin',
  'packetout',
  'permission',
  'pid',
  'ppid',
  'resource',
  'saturation',
  'size',
  'speed',
  'status',
  'timeout',
  'timestamp',
  'uid',
  'uptime',
] as const satisfies readonly TokenKind[]

const mailText = (token: 'SUBJECT' | 'MESSAGE', label: string) => value('mail-text', label, token)
const mailFields = several(
  choice(
    construct(
      'from',
      seq(word('from:', { doc: 'mailFormat/from' }), value('mail-text', 'an address', 'ADDRESS')),
      {
        doc: 'mailFormat/from',
      },
    ),
    construct(
      'reply-to',
      seq(word('reply-to:', { doc: 'mailFormat/reply-to' }), value('mail-text', 'an address', 'ADDRESS')),
      {
        doc: 'mailFormat/reply-to',
      },
    ),
    construct('subject', mailText('SUBJECT', 'subject: and a line of text'), { doc: 'mailFormat/subject' }),
    construct('message', mailText('MESSAGE', 'message: and text up to }'), { doc: 'mailFormat/message' }),
  ),
)
const mailFormatBlock = construct('mail-fields', seq('{', mailFields, '}'))
const mailFormat = construct(
  'mail-format',
  seq(word('mail-format', { doc: 'statements/mail-format' }), mailFormatBlock),
  { doc: 'statements/mail-format' },
)

const mailAddress = value('mail-address', 'an e-mail address without quotes', 'MAIL')
const events = construct(
  'events',
  seq(optional('not'), '{', several(choice(...words('events', ...eventWords))), '}'),
)
const reminder = construct(
  'reminder',
  seq(word('reminder', { doc: 'statements/reminder' }), integer, optional(cyclesWord)),
  {
    doc: 'statements/reminder',
  },
)
/** Behind `alert`: the address, which events, how the mail looks, how often it is repeated. */
export const recipient = seq(mailAddress, optional(events), optional(mailFormat), optional(reminder))
export const noAlertAddress = mailAddress

function global(token: TokenKind, rest: Term | undefined, facts: Lifetime = {}) {
  const name = word(token, { doc: `globals/${token}` })
  return construct(`set-${token}`, rest ? seq(name, rest) : name, { ...facts, doc: `globals/${token}` })
}

const startDelay = construct(
  'start-delay',
  seq(word('start', { doc: 'globalOptions/daemon start delay' }), 'delay', integer),
  { doc: 'globalOptions/daemon start delay' },
)
/** What happens to a service when the machine or monit starts. */
export const rebootPolicy = choice(
  word('start', { doc: 'words/onreboot start' }),
  word('nostart', { doc: 'words/onreboot nostart' }),
  word('laststate', { doc: 'words/onreboot laststate' }),
)
const logTarget = choice(
  path,
  seq(
    word('syslog', { doc: 'globalOptions/log syslog' }),
    optional(
      word('facility', { doc: 'globalOptions/log facility' }),
      value('text', 'log_local0 to log_local7, log_daemon or log_user', 'STRING'),
    ),
  ),
)
const slots = seq(word('slots', { doc: 'globalOptions/eventqueue slots' }), integer)

function limit(token: TokenKind, rest: Term, facts: Lifetime = {}) {
  return construct('limit', seq(word(token, { doc: `limits/${token}`, ...facts }), ':', rest), {
    ...facts,
    doc: `limits/${token}`,
  })
}

const bytes = seq(integer, optional(sizeUnit))
const time = seq(integer, choice(milliseconds, seconds))
const limits = seq(
  '{',
  many(
    choice(
      limit('programOutput', bytes),
      limit('sendExpectBuffer', bytes),
      limit('fileContentBuffer', bytes),
      limit('httpContentBuffer', bytes),
      limit('networkTimeout', time),
      limit('programTimeout', time),
      limit('stopTimeout', time),
      limit('startTimeout', time),
      limit('restartTimeout', time),
      limit('execTimeout', time, { since: '5.34' }),
    ),
  ),
  '}',
)

const transport = [certificate, tlsVersion, certificateMd5] as const
const mailServer = construct(
  'mail-server',
  seq(
    host,
    optional(word('port', { doc: 'mailserverOptions/port' }), portNumber),
    many(choice(...credentials('mailserver'), tls('mailserverOptions/ssl'), ...transport)),
  ),
)

const hostGroups = construct(
  'hostgroups',
  seq(
    word('hostgroups [', { label: 'hostgroups', doc: 'globalOptions/mmonit hostgroups' }),
    many(value('host-group', 'a group of hosts', 'HOSTGROUP')),
    ']',
  ),
  { since: '5.34', doc: 'globalOptions/mmonit hostgroups' },
)
const collector = construct(
  'collector',
  seq(
    value('url', 'the address of M/Monit, without quotes', 'URL'),
    many(
      choice(
        timeout('globalOptions/mmonit timeout'),
        tls('globalOptions/mmonit ssl'),
        ...transport,
        hostGroups,
      ),
    ),
    optional(
      construct('register', seq(word('register', { doc: 'globalOptions/mmonit register' }), 'credentials'), {
        doc: 'globalOptions/mmonit register',
      }),
    ),
  ),
)

const httpd = (token: TokenKind, rest: Term | undefined, facts: Lifetime = {}) => {
  const doc = `httpdOptions/${token}` as const
  const name = word(token, { doc })
  return construct(`httpd-${token}`, rest ? seq(name, rest) : name, { ...facts, doc })
}
const inBlock = { deprecated: { since: '6.0', instead: 'ssl { … }' } } as const
const readOnly = construct('readonly', word('readonly', { doc: 'httpdOptions/readonly' }))
const passwordFile = seq(path, many(value('text', 'a user of the file', 'STRING')))
const allow = httpd(
  'allow',
  choice(
    seq(
      value('text', 'user:password, a host or a network', 'STRING'),
      optional(
        construct('credential', seq(':', value('text', 'a password', 'STRING'), optional(readOnly)), {
          doc: 'httpdOptions/allow user',
        }),
      ),
    ),
    construct(
      'pam-group',
      seq(
        word('@', { doc: 'httpdOptions/allow group' }),
        value('text', 'a PAM group', 'STRING'),
        optional(readOnly),
      ),
      { doc: 'httpdOptions/allow group' },
    ),
    construct('password-file', passwordFile, { doc: 'httpdOptions/allow file' }),
    construct('password-file', seq(choice('cleartext', 'md5', 'crypt'), passwordFile), {
      doc: 'httpdOptions/allow file',
    }),
  ),
)
const socketOption = choice(
  construct(
    'user',
    seq(word('uid', { doc: 'httpdOptions/uid' }), value('user', 'a user name or id', 'STRING', 'NUMBER')),
    { since: '5.24', doc: 'httpdOptions/uid' },
  ),
  construct(
    'user-group',
    seq(word('gid', { doc: 'httpdOptions/gid' }), value('user', 'a group name or id', 'STRING', 'NUMBER')),
    { since: '5.24', doc: 'httpdOptions/gid' },
  ),
  construct('permission', seq(word('permission', { doc: 'httpdOptions/permission' }), octal), {
    since: '5.24',
  }),
  { ...readOnly, since: '5.30' },
)
const httpdOptions = many(
  choice(
    tls('httpdOptions/ssl'),
    httpd('pemfile', path, inBlock),
    httpd('clientpemfile', path, inBlock),
    httpd('allowselfcertification', undefined, inBlock),
    construct(
      'httpd-signature',
      choice(
        seq(word('signature', { doc: 'httpdOptions/signature' }), choice('enable', 'disable')),
        seq(choice('enable', 'disable'), 'signature'),
      ),
      { doc: 'httpdOptions/signature' },
    ),
    httpd('address', host),
    allow,
    httpd('port', seq(portNumber, optional({ ...readOnly, since: '5.30' }))),
    httpd('unixsocket', seq(path, many(socketOption))),
  ),
)

/** Everything that may follow `set`. */
const globals = choice(
  global('alert', recipient),
  global('daemon', seq(integer, optional(startDelay))),
  global(
    'eventqueue',
    choice(seq(word('basedir', { doc: 'globalOptions/eventqueue basedir' }), path, optional(slots)), slots),
  ),
  global('expectbuffer', bytes, {
    deprecated: { since: '6.0', instead: 'set limits { sendExpectBuffer: … }' },
  }),
  global('fips', undefined),
  global('httpd', httpdOptions),
  global('idfile', path),
  global('init', undefined),
  global('limits', limits),
  global('log', logTarget),
  global('logfile', logTarget, { deprecated: { since: '6.0', instead: 'set log' } }),
  global('mail-format', mailFormatBlock),
  global(
    'mailserver',
    seq(
      several(mailServer),
      optional(timeout('mailserverOptions/timeout')),
      optional(
        construct('hostname', seq(word('hostname', { doc: 'mailserverOptions/hostname' }), host), {
          doc: 'mailserverOptions/hostname',
        }),
      ),
    ),
  ),
  global('mmonit', several(collector)),
  global('onreboot', rebootPolicy),
  global('pidfile', path),
  global('ssl', tlsOptions),
  global('statefile', path),
  global('terminal', word('batch', { doc: 'globalOptions/terminal batch' })),
)

export const globalStatement = construct('global', seq(word('set', { doc: 'statements/set' }), globals))
