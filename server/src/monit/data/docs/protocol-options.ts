import type { MonitDocs } from './types.ts'

const anchor = 'CONNECTION-TESTS'
const limit = 'an operator and a percentage of all workers'

/** Options of single protocols, keyed by protocol and option; those over TLS have the options of their kin. */
export const protocolOptionDocs: MonitDocs = {
  'http username': {
    summary: 'The name for the browser’s own password dialog, basic authentication.',
    accepts: 'a string',
    anchor,
  },
  'http password': {
    summary: 'The password for basic authentication; quote it.',
    accepts: 'a string',
    anchor,
  },
  'http request': {
    summary: 'Which page to ask for, with its query if it has one. It stands before `content`.',
    default: '/',
    accepts: 'a path, or from 5.22 a string',
    anchor,
  },
  'http method': {
    summary:
      'How to ask: HEAD spares the body. monit refuses it together with `content` or `checksum`, which need one.',
    since: '5.22',
    default: 'get; before 5.25.2 head',
    accepts: '`get` or `head`',
    anchor,
  },
  'http status': {
    summary: 'Which status the answer must have.',
    default: 'below 400',
    accepts: 'an operator and a number',
    anchor,
  },
  'http checksum': {
    summary: 'The hash that the page must have; only where the server sends its length.',
    accepts: '32 hex digits of MD5 or 40 of SHA-1; from 6.0 also 64 of SHA-256',
    anchor,
  },
  'http hostheader': {
    summary: 'The older way to name the site where one server has several.',
    instead: 'http headers [Host: …]',
    accepts: 'a host name',
    anchor,
  },
  'http headers': {
    summary:
      'Headers to send along; `Host` chooses among sites of one server. A value with a colon needs quotes.',
    accepts: '`[Name: value, Name: value]`',
    anchor,
  },
  'smtp username': {
    summary: 'The name to log in to the mail server with, to test that too.',
    accepts: 'a string',
    anchor,
  },
  'smtp password': {
    summary: 'The password to log in to the mail server with; use TLS beside it.',
    accepts: 'a string',
    anchor,
  },
  'mysql username': {
    summary: 'A database user that needs no rights at all, made for this test.',
    accepts: 'a string',
    anchor,
  },
  'mysql password': { summary: 'The password of that database user; quote it.', accepts: 'a string', anchor },
  'mysql rsakey': {
    summary: 'The fingerprint that the server’s RSA key must have before the password is sent without TLS.',
    since: '5.27',
    accepts: '`checksum`, `md5` or `sha1` if wanted, a hash',
    anchor,
  },
  'pgsql username': {
    summary: 'A PostgreSQL role to log in as.',
    since: '5.29',
    default: 'root',
    accepts: 'a string',
    anchor,
  },
  'pgsql password': {
    summary: 'The password of the PostgreSQL role, for the methods `password` and `md5`.',
    since: '5.29',
    accepts: 'a string',
    anchor,
  },
  'pgsql database': {
    summary: 'The PostgreSQL database to open.',
    since: '5.29',
    default: 'that of the user’s name',
    accepts: 'a string',
    anchor,
  },
  'mqtt username': {
    summary: 'The name to show to the MQTT broker.',
    since: '5.26',
    accepts: 'a string',
    anchor,
  },
  'mqtt password': {
    summary: 'The password for the MQTT broker.',
    since: '5.26',
    accepts: 'a string',
    anchor,
  },
  'radius secret': {
    summary: 'The secret that client and RADIUS server share.',
    default: 'testing123',
    accepts: 'a string',
    anchor,
  },
  'sip target': { summary: 'Whom the SIP request is for.', accepts: 'a SIP address, quoted', anchor },
  'sip maxforward': {
    summary: 'Over how many proxies the SIP request may go.',
    default: '70',
    accepts: 'a number from 0 to 255',
    anchor,
  },
  'websocket host': { summary: 'The host header of the WebSocket’s opening.', accepts: 'a string', anchor },
  'websocket origin': {
    summary: 'The origin header of the WebSocket’s opening, which servers compare with what they allow.',
    default: 'https://mmonit.com',
    accepts: 'a string',
    anchor,
  },
  'websocket request': {
    summary: 'The path of the WebSocket on its server.',
    default: '/',
    accepts: 'a path that begins with `/`',
    anchor,
  },
  'websocket version': {
    summary: 'The version of the WebSocket protocol; servers of today want 13.',
    default: '0',
    accepts: 'a number',
    anchor,
  },
  'apache-status username': {
    summary: 'The name to read the status page with.',
    accepts: 'a string',
    anchor,
  },
  'apache-status password': {
    summary: 'The password to read the status page with.',
    accepts: 'a string',
    anchor,
  },
  'apache-status path': {
    summary: 'Where the status page lies.',
    default: '/server-status',
    accepts: 'an absolute path',
    anchor,
  },
  'apache-status loglimit': { summary: 'Workers that write to a log.', accepts: limit, anchor },
  'apache-status closelimit': { summary: 'Workers that close a connection.', accepts: limit, anchor },
  'apache-status dnslimit': { summary: 'Workers that look up a name.', accepts: limit, anchor },
  'apache-status keepalivelimit': {
    summary: 'Workers that keep a connection open for the next request.',
    accepts: limit,
    anchor,
  },
  'apache-status replylimit': { summary: 'Workers that send an answer.', accepts: limit, anchor },
  'apache-status requestlimit': { summary: 'Workers that read a request.', accepts: limit, anchor },
  'apache-status startlimit': { summary: 'Workers that are starting.', accepts: limit, anchor },
  'apache-status waitlimit': { summary: 'Workers that wait for something to do.', accepts: limit, anchor },
  'apache-status gracefullimit': {
    summary: 'Workers that finish what they do and then end.',
    accepts: limit,
    anchor,
  },
  'apache-status cleanuplimit': {
    summary: 'Idle workers that are being cleaned up.',
    accepts: limit,
    anchor,
  },
}
