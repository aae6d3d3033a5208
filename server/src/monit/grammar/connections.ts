import type { TokenKind } from '../syntax/token-kinds.ts'
import {
  days,
  equality,
  hash,
  host,
  integer,
  milliseconds,
  operator,
  path,
  pattern,
  percent,
  portNumber,
  seconds,
  text,
  timeout as timeoutOption,
} from './common.ts'
import {
  choice,
  construct,
  type DocRef,
  type Lifetime,
  many,
  optional,
  seq,
  several,
  type Term,
  value,
  word,
} from './terms.ts'

/** How a test reaches a server: port, socket or URL, the protocol spoken there, and TLS. */

/** An option that is a word and what follows it. */
function option(
  token: TokenKind,
  rest: Term | TokenKind | undefined,
  facts: Lifetime & { readonly doc?: DocRef } = {},
) {
  const doc = facts.doc ?? (`connectionOptions/${token}` as const)
  const name = word(token, { doc })
  return construct(token, rest ? seq(name, rest) : name, { ...facts, doc })
}

/** `username X` and `password X`, as options of what `owner` names: `mailserver`, or a protocol. */
export function credentials(
  owner: 'mailserver' | 'apache-status' | 'http' | 'mqtt' | 'mysql' | 'pgsql' | 'smtp',
  facts: Lifetime = {},
) {
  const doc = (name: 'username' | 'password') =>
    owner === 'mailserver'
      ? (`mailserverOptions/${name}` as const)
      : (`protocolOptions/${owner} ${name}` as const)
  return [
    option('username', value('text', 'a user name', 'STRING', 'MAIL'), { ...facts, doc: doc('username') }),
    option('password', value('text', 'a password', 'STRING'), { ...facts, doc: doc('password') }),
  ] as const
}

const tlsVersionWord = (token: TokenKind, facts: Lifetime = {}) =>
  word(token, { doc: 'sslOptions/version', ...facts })
const since527 = { since: '5.27' } as const
/** A TLS version, or with a `-` one that is not to be used. */
export const tlsVersion = construct(
  'tls-version',
  choice(
    tlsVersionWord('auto'),
    tlsVersionWord('tlsv1'),
    tlsVersionWord('tlsv11'),
    tlsVersionWord('tlsv12'),
    tlsVersionWord('tlsv13', { since: '5.24' }),
    tlsVersionWord('sslv2'),
    tlsVersionWord('sslv3'),
    tlsVersionWord('-sslv2', since527),
    tlsVersionWord('-sslv3', since527),
    tlsVersionWord('-tlsv1', since527),
    tlsVersionWord('-tlsv11', since527),
    tlsVersionWord('-tlsv12', since527),
    tlsVersionWord('-tlsv13', since527),
  ),
)

function tlsOption(token: TokenKind, rest: Term, facts: Lifetime = {}) {
  return construct(`ssl-${token}`, seq(word(token, { doc: `sslOptions/${token}` }), ':', rest), {
    ...facts,
    doc: `sslOptions/${token}`,
  })
}

/** `{ verify: enable … }`, the braces included. */
export const tlsOptions = construct(
  'ssl-options',
  seq(
    '{',
    many(
      choice(
        tlsOption('verify', choice('enable', 'disable')),
        tlsOption('selfsigned', choice('allow', 'reject')),
        tlsOption('version', many(tlsVersion)),
        tlsOption('ciphers', text, { since: '5.21' }),
        tlsOption('pemfile', path, { since: '5.21' }),
        tlsOption('pemchain', path, since527),
        tlsOption('pemkey', path, since527),
        tlsOption('clientpemfile', path),
        tlsOption('cacertificatefile', path),
        tlsOption('cacertificatepath', path),
      ),
    ),
    '}',
  ),
)

/** `ssl` with or without its options. */
export const tls = (doc: DocRef) => option('ssl', optional(tlsOptions), { doc })
export const certificateMd5 = option('certmd5', hash, {
  deprecated: { since: '6.0', instead: 'certificate checksum' },
})
const checksumOf = (...types: readonly (Term | TokenKind)[]) =>
  seq('checksum', optional(choice(...types)), optional('='), hash)
const certificateChecksum = seq(checksumOf('md5', 'sha1'))
/** `certificate checksum …`, where nothing can be said of its validity. */
export const certificate = option('certificate', certificateChecksum, {
  doc: 'connectionOptions/certificate checksum',
})
const certificateTest = option(
  'certificate',
  choice(
    certificateChecksum,
    seq(word('valid', { doc: 'connectionOptions/certificate valid' }), optional('>'), integer, days),
  ),
  { doc: 'connectionOptions/certificate checksum' },
)

const limitWords = [
  'loglimit',
  'closelimit',
  'dnslimit',
  'keepalivelimit',
  'replylimit',
  'requestlimit',
  'startlimit',
  'waitlimit',
  'gracefullimit',
  'cleanuplimit',
] as const

const timeout = timeoutOption('connectionOptions/timeout')
const apacheOption = choice(
  ...credentials('apache-status'),
  option('path', path, { doc: 'protocolOptions/apache-status path' }),
  ...limitWords.map((token) =>
    option(token, seq(operator, integer, percent), { doc: `protocolOptions/apache-status ${token}` }),
  ),
)
const webSocketOption = choice(
  option('origin', text, { doc: 'protocolOptions/websocket origin' }),
  option('request', path, { doc: 'protocolOptions/websocket request' }),
  option('host', host, { doc: 'protocolOptions/websocket host' }),
  option('version', integer, { doc: 'protocolOptions/websocket version' }),
)
const header = value('http-header', 'Name: value', 'HEADER')
const httpOption = choice(
  ...credentials('http'),
  option('request', value('text', 'a path on the server', 'PATH', 'STRING'), {
    doc: 'protocolOptions/http request',
  }),
  option('checksum', hash, { doc: 'protocolOptions/http checksum' }),
  option('status', seq(operator, integer), { doc: 'protocolOptions/http status' }),
  option('method', choice('get', 'head'), { since: '5.22', doc: 'protocolOptions/http method' }),
  option('hostheader', text, { doc: 'protocolOptions/http hostheader' }),
  construct(
    'http-headers',
    seq(
      word('http headers [', { label: 'http headers [', doc: 'protocolOptions/http headers' }),
      many(header),
      ']',
    ),
  ),
)
const smtpOptions = many(choice(...credentials('smtp')))
const mysqlOptions = many(
  choice(
    ...credentials('mysql'),
    option('rsakey', checksumOf('md5', 'sha1', word('sha256', { since: '6.0' })), {
      ...since527,
      doc: 'protocolOptions/mysql rsakey',
    }),
  ),
)

/** A protocol by its word; `rest` are its own options, which must follow it directly. */
function spoken(token: TokenKind, rest?: Term, facts: Lifetime = {}) {
  const name = word(token, { doc: `protocols/${token}`, ...facts })
  return rest ? seq(name, rest) : name
}

const protocols = choice(
  spoken('apache-status', several(apacheOption)),
  spoken('clamav'),
  spoken('default'),
  spoken('dns'),
  spoken('dwp'),
  spoken('fail2ban', undefined, { since: '5.23' }),
  spoken('ftp'),
  spoken('gps'),
  spoken('http', many(httpOption)),
  spoken('https', many(httpOption)),
  spoken('imap'),
  spoken('imaps'),
  spoken('ldap2'),
  spoken('ldap3'),
  spoken('lmtp'),
  spoken('memcache'),
  spoken('mongodb'),
  spoken('mqtt', many(choice(...credentials('mqtt'))), { since: '5.26' }),
  spoken('mysql', mysqlOptions),
  spoken('mysqls', mysqlOptions, since527),
  spoken('nntp'),
  spoken('ntp3'),
  spoken(
    'pgsql',
    many(
      choice(
        ...credentials('pgsql', { since: '5.29' }),
        option('database', text, { since: '5.29', doc: 'protocolOptions/pgsql database' }),
      ),
    ),
  ),
  spoken('pop'),
  spoken('pops'),
  spoken('postfix-policy'),
  spoken('radius', many(option('secret', text, { doc: 'protocolOptions/radius secret' }))),
  spoken('rdate'),
  spoken('redis'),
  spoken('rsync'),
  spoken('sieve'),
  spoken(
    'sip',
    many(
      choice(
        option('target', value('text', 'a SIP address', 'STRING', 'MAIL'), {
          doc: 'protocolOptions/sip target',
        }),
        option('maxforward', integer, { doc: 'protocolOptions/sip maxforward' }),
      ),
    ),
  ),
  spoken('smtp', smtpOptions),
  spoken('smtps', smtpOptions),
  spoken('spamassassin', undefined, { since: '5.23' }),
  spoken('ssh'),
  spoken('tns'),
  spoken('websocket', several(webSocketOption)),
)
const protocol = option('protocol', protocols)

const type = option(
  'type',
  choice(
    word('tcp', { doc: 'connectionOptions/type tcp' }),
    word('udp', { doc: 'connectionOptions/type udp' }),
    construct(
      'tcpssl',
      seq(word('tcpssl', { doc: 'connectionOptions/type tcpssl' }), many(choice(tlsVersion, certificateMd5))),
      {
        deprecated: { since: '6.0', instead: 'type tcp with ssl' },
      },
    ),
  ),
)
const send = option('send', text)
const expect = option('expect', pattern)
const content = option('content', seq(equality, pattern))
const responseTime = (since: '5.28' | '5.33') =>
  option('responsetime', seq(operator, integer, choice(milliseconds, seconds)), { since })
const responseTimeOfPort = responseTime('5.28')
const outgoing = option('address', host)
const retry = option('retry', integer)

const target = construct(
  'target',
  seq(optional(option('host', host)), option('port', portNumber, { doc: 'subjects/port' })),
)
/** `[host H] port N` and its options, in any order. */
export const port = construct(
  'connection',
  seq(
    target,
    many(
      choice(
        option('ipv4', undefined),
        option('ipv6', undefined),
        type,
        protocol,
        send,
        expect,
        content,
        timeout,
        responseTimeOfPort,
        outgoing,
        retry,
        tls('connectionOptions/ssl'),
        certificateTest,
      ),
    ),
  ),
  { doc: 'subjects/port' },
)

/** `url http://…` and its options. */
export const url = construct(
  'connection',
  seq(
    construct(
      'target',
      option('url', value('url', 'http:// or https:// and the rest, without quotes', 'URL'), {
        doc: 'subjects/url',
      }),
    ),
    many(choice(content, timeout, retry, tls('connectionOptions/ssl'), certificateTest)),
  ),
  { doc: 'subjects/url' },
)

/** `unixsocket PATH` and its options. */
export const unixSocket = construct(
  'connection',
  seq(
    construct('target', option('unixsocket', path, { doc: 'subjects/unixsocket' })),
    many(choice(type, protocol, send, expect, timeout, responseTimeOfPort, retry)),
  ),
  { doc: 'subjects/unixsocket' },
)

const pingOption = choice(
  option('count', integer),
  option('size', integer),
  timeout,
  outgoing,
  responseTime('5.33'),
)
/** `ping`, `ping4`, `ping6` or the older `icmp type echo`, and its options. */
export const ping = construct(
  'ping',
  seq(
    choice(
      word('ping', { doc: 'subjects/ping' }),
      word('ping4', { doc: 'subjects/ping4' }),
      word('ping6', { doc: 'subjects/ping6' }),
      seq(word('icmp', { doc: 'subjects/icmp type echo' }), 'type', 'echo'),
    ),
    many(pingOption),
  ),
  { doc: 'subjects/ping' },
)
