import type { ProtocolDoc } from './types.ts'

const anchor = 'CONNECTION-TESTS'

/** What may follow `protocol`. */
export const protocolDocs: Readonly<Record<string, ProtocolDoc>> = {
  'apache-status': {
    summary:
      'Reads the page of Apache’s mod_status and compares how many workers are in which state; at least one limit or option must follow.',
    port: 80,
    anchor,
  },
  clamav: { summary: 'Asks the virus scanner ClamAV with PING and waits for PONG.', port: 3310, anchor },
  default: {
    summary: 'Only connects; with UDP it also sends a byte and looks whether the host refuses it.',
    anchor,
  },
  dns: {
    summary:
      'Asks a name server for the root servers; an answer will do, and so will a refusal. Mostly with `type udp`.',
    port: 53,
    anchor,
  },
  dwp: { summary: 'Greets a server of the Database Wire Protocol and reads its answer.', anchor },
  fail2ban: { summary: 'Pings the server of fail2ban over its Unix socket.', since: '5.23', anchor },
  ftp: { summary: 'Waits for the greeting of an FTP server and says QUIT.', port: 21, anchor },
  gps: { summary: 'Asks gpsd for the state of its receiver.', port: 2947, anchor },
  http: {
    summary:
      'Requests a page, `/` unless `request` names one, and fails for a status of 400 or more unless `status` says otherwise.',
    port: 80,
    anchor,
  },
  https: { summary: 'As `http`, over TLS.', port: 443, anchor },
  imap: { summary: 'Waits for the greeting of an IMAP server and logs out.', port: 143, anchor },
  imaps: {
    summary: 'As `imap`, over TLS; at port 143, from 5.27, by way of STARTTLS.',
    port: 993,
    anchor,
  },
  ldap2: { summary: 'Binds to a directory server without a name, by version 2 of LDAP.', port: 389, anchor },
  ldap3: { summary: 'Binds to a directory server without a name, by version 3 of LDAP.', port: 389, anchor },
  lmtp: { summary: 'Greets a server for local mail delivery with LHLO and says QUIT.', port: 24, anchor },
  memcache: {
    summary: 'Sends memcached a command without effect and reads the answer.',
    port: 11211,
    anchor,
  },
  mongodb: { summary: 'Sends MongoDB a harmless question and reads the answer.', port: 27017, anchor },
  mqtt: {
    summary: 'Connects to an MQTT broker, without a name unless one is given, and disconnects.',
    since: '5.26',
    port: 1883,
    anchor,
  },
  mysql: {
    summary:
      'Talks with MySQL or MariaDB up to the login; without a name it tries an anonymous one, which the server may log as an error.',
    port: 3306,
    anchor,
  },
  mysqls: { summary: 'As `mysql`, over TLS.', since: '5.27', port: 3306, anchor },
  nntp: { summary: 'Waits for the greeting of a news server and says QUIT.', port: 119, anchor },
  ntp3: { summary: 'Asks a time server by version 3 of NTP; it is UDP by itself.', port: 123, anchor },
  pgsql: {
    summary:
      'Talks with PostgreSQL up to the login, as root in a database `root` where nothing is given. It can’t do SCRAM: the test then passes as the server answered.',
    port: 5432,
    anchor,
  },
  pop: { summary: 'Waits for the greeting of a POP3 server and says QUIT.', port: 110, anchor },
  pops: { summary: 'As `pop`, over TLS.', port: 995, anchor },
  'postfix-policy': {
    summary: 'Asks a policy server of Postfix about a mail that doesn’t exist.',
    port: 10023,
    anchor,
  },
  radius: { summary: 'Asks a RADIUS server for its status. It needs `type udp`.', port: 1812, anchor },
  rdate: { summary: 'Reads the time from a server of the old time protocol.', port: 37, anchor },
  redis: { summary: 'Asks Redis or Valkey with PING and waits for PONG.', port: 6379, anchor },
  rsync: { summary: 'Exchanges versions with an rsync daemon and asks for its modules.', port: 873, anchor },
  sieve: { summary: 'Waits for the greeting of a ManageSieve server and logs out.', port: 4190, anchor },
  sip: { summary: 'Asks a telephone server with OPTIONS what it can do.', port: 5060, anchor },
  smtp: {
    summary:
      'Waits for the greeting of a mail server, says EHLO or HELO, logs in if a name is given, and says QUIT.',
    port: 25,
    anchor,
  },
  smtps: { summary: 'As `smtp`, over TLS; at ports 25 and 587 by way of STARTTLS.', port: 465, anchor },
  spamassassin: {
    summary: 'Asks SpamAssassin’s daemon with PING and waits for PONG.',
    since: '5.23',
    port: 783,
    anchor,
  },
  ssh: { summary: 'Exchanges version lines with an SSH server; nobody logs in.', port: 22, anchor },
  tns: { summary: 'Pings the listener of an Oracle database.', port: 1521, anchor },
  websocket: {
    summary: 'Opens a WebSocket, pings and closes it; at least one of its options must follow.',
    port: 80,
    anchor,
  },
}
