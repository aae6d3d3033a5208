import type { MonitDocs } from './types.ts'

const anchor = 'CONNECTION-TESTS'

/** Options of tests for ports, URLs, Unix sockets and pings. */
export const connectionOptionDocs: MonitDocs = {
  host: {
    summary: 'The host to connect to; it stands before `port`.',
    default: 'in a host check its address, else this machine',
    accepts: 'a name or an address',
    anchor,
  },
  address: {
    summary: 'The address of this machine that the connection or ping comes from, where it has several.',
    accepts: 'an IP address',
    anchor,
  },
  ipv4: { summary: 'Connects over IPv4 only, even if the host has IPv6 addresses.', anchor },
  ipv6: { summary: 'Connects over IPv6 only, even if the host has IPv4 addresses.', anchor },
  type: { summary: 'The kind of connection.', default: 'tcp', accepts: '`tcp` or `udp`', anchor },
  'type tcp': { summary: 'A connection over TCP, as most servers want it.', anchor },
  'type udp': { summary: 'Single packets over UDP, for DNS, NTP, RADIUS and the like.', anchor },
  'type tcpssl': {
    summary: 'An older way to ask for TLS.',
    deprecatedIn: '6.0',
    instead: 'type tcp with ssl',
    anchor,
  },
  protocol: {
    summary:
      'What to say once connected. Without it a connection alone is enough. Its own options follow it directly.',
    accepts: 'the name of a protocol',
    anchor,
  },
  send: {
    summary:
      'Sends this text as it is, as a step of your own protocol; end lines with `\\r\\n`, and write other bytes as `\\0x00`.',
    accepts: 'a quoted string',
    anchor,
  },
  expect: {
    summary: 'Reads an answer, which must fit this expression.',
    accepts: 'a quoted POSIX extended regular expression',
    anchor,
  },
  content: {
    summary: 'What the page must contain, or with `!=` must not; only the first megabyte counts.',
    accepts: '`=` or `!=` and a quoted POSIX extended regular expression',
    anchor,
  },
  timeout: {
    summary: 'How long connecting and each read may take.',
    default: '5 seconds',
    accepts: 'a number with `seconds`',
    anchor,
  },
  responsetime: {
    summary:
      'How long the answer should take: `failed` matches also when the comparison does not hold. `< 2 seconds` finds what is slower than that, `>` what is faster.',
    since: '5.28',
    accepts: 'an operator and a number with `ms` or `s`; in a ping from 5.33',
    anchor,
  },
  retry: {
    summary:
      'How many attempts a cycle has in all before the test counts as failed: 3 are the first and two more.',
    default: '1',
    accepts: 'a number',
    anchor,
  },
  ssl: {
    summary:
      'Speaks TLS, at the mail ports 25, 143 and 587 by way of STARTTLS. Options in braces override `set ssl` for this test.',
    accepts: 'nothing, or `with options { … }`',
    anchor: 'SSL-OPTIONS',
  },
  'certificate checksum': {
    summary: 'Fails if the server’s certificate has another fingerprint.',
    accepts: '`md5` or `sha1` if wanted, then 32 or 40 hex digits; from 6.0 also 64 for SHA-256',
    anchor,
  },
  'certificate valid': {
    summary: 'Fails when the server’s certificate runs out within so many days, in time to renew it.',
    accepts: '`for N days` or `> N days`',
    anchor,
  },
  certmd5: {
    summary: 'The MD5 fingerprint that the certificate must have.',
    deprecatedIn: '6.0',
    instead: 'certificate checksum',
    anchor,
  },
  count: {
    summary: 'How many echo requests are sent in a cycle at most; the first reply is enough, and ends it.',
    default: '3',
    accepts: 'a number, by the manual from 1 to 20',
    anchor: 'NETWORK-PING-TEST',
  },
  size: {
    summary: 'How many bytes an echo request carries.',
    default: '64',
    accepts: 'a number from 8 to 1492',
    anchor: 'NETWORK-PING-TEST',
  },
}

/** What may stand in a block of TLS options. */
export const sslOptionDocs: MonitDocs = {
  verify: {
    summary:
      'Whether the certificate of a server must be valid and come from somebody trusted. Enable it; without, TLS doesn’t tell whom you talk to.',
    default: 'disable; from 6.1 enable',
    accepts: '`enable` or `disable`',
    anchor: 'SSL-OPTIONS',
  },
  selfsigned: {
    summary: 'Whether a certificate may be its own authority.',
    default: 'reject',
    accepts: '`allow` or `reject`',
    anchor: 'SSL-OPTIONS',
  },
  version: {
    summary: 'The versions of TLS that may be spoken; one with `-` before it is excluded (lists since 5.27).',
    default: 'auto, which is 1.2 and 1.3',
    accepts:
      '`auto`, `tlsv13` from 5.24, `tlsv12`, `tlsv11`, `tlsv1`; `sslv3` and `sslv2` only with an OpenSSL that still has them',
    anchor: 'SSL-OPTIONS',
  },
  ciphers: {
    summary: 'The ciphers to choose from, as `openssl ciphers` lists them.',
    since: '5.21',
    accepts: 'a quoted string',
    anchor: 'SSL-OPTIONS',
  },
  pemfile: {
    summary:
      'Certificate and private key of monit’s web server in one file, which others may not read; before 5.28.1 neither may its group.',
    since: '5.21',
    accepts: 'an absolute path',
    anchor: 'SSL-OPTIONS',
  },
  pemchain: {
    summary: 'The certificate of monit’s web server with those between it and the authority.',
    since: '5.27',
    accepts: 'an absolute path',
    anchor: 'SSL-OPTIONS',
  },
  pemkey: {
    summary: 'The private key to `pemchain`.',
    since: '5.27',
    accepts: 'an absolute path',
    anchor: 'SSL-OPTIONS',
  },
  clientpemfile: {
    summary:
      'The web server lets in only clients whose certificate is in this file; as a client, the certificate that monit shows.',
    accepts: 'an absolute path',
    anchor: 'SSL-OPTIONS',
  },
  cacertificatefile: {
    summary: 'A file of authorities to trust, in place of the system’s own.',
    accepts: 'an absolute path',
    anchor: 'SSL-OPTIONS',
  },
  cacertificatepath: {
    summary: 'A folder of authorities to trust, in place of the system’s own.',
    accepts: 'an absolute path',
    anchor: 'SSL-OPTIONS',
  },
}

/** What may follow `set httpd`. */
export const httpdOptionDocs: MonitDocs = {
  port: {
    summary:
      'The TCP port to listen on, 2812 by custom. Bind it with `address` or it is open to the whole network.',
    accepts: 'a number',
    anchor: 'MONIT-HTTPD',
  },
  unixsocket: {
    summary:
      'A Unix socket to listen on: enough for the `monit` command, and nothing that the network can reach.',
    accepts: 'an absolute path',
    anchor: 'MONIT-HTTPD',
  },
  address: {
    summary: 'The address to listen on; `localhost` keeps the network out.',
    default: 'all addresses of the machine',
    accepts: 'a host name or an IP address',
    anchor: 'MONIT-HTTPD',
  },
  allow: {
    summary:
      'Lets somebody in; it may be repeated. Hosts alone need no password; with users as well, both must fit, and the `monit` command then needs a user with a plain password.',
    accepts: 'a host or network, `user:password`, `@group` for PAM, or a password file',
    anchor: 'MONIT-HTTPD',
  },
  'allow host': {
    summary:
      'Lets clients of this host or network in; those of all others are turned away, whatever password they know. Who comes by the Unix socket is not asked for a host.',
    accepts: 'a name, an address, or `10.0.0.0/8`',
    anchor: 'MONIT-HTTPD',
  },
  'allow user': {
    summary:
      'Lets in whoever knows name and password. Quote what has special characters or is a word of monit’s language, as `password` is.',
    accepts: '`name:"password"`, then `readonly` if wanted',
    anchor: 'MONIT-HTTPD',
  },
  'allow group': {
    summary: 'Lets the members of a group of this machine in, with their own passwords, by way of PAM.',
    accepts: '`@name`, then `readonly` if wanted',
    anchor: 'MONIT-HTTPD',
  },
  'allow file': {
    summary:
      'Lets in the users of a password file such as htpasswd makes, or only those that are named after it.',
    default: 'cleartext',
    accepts: '`cleartext`, `md5` or `crypt`, an absolute path, names of users',
    anchor: 'MONIT-HTTPD',
  },
  readonly: {
    summary:
      'May look but not act; after a user or group, or from 5.30 after `port` and `unixsocket` for all that comes that way.',
    anchor: 'MONIT-HTTPD',
  },
  ssl: {
    summary: 'Serves over TLS, with the certificate that `pemfile` names.',
    accepts: '`{ pemfile: PATH … }`',
    anchor: 'MONIT-HTTPD',
  },
  signature: {
    summary: 'Whether answers and error pages tell the version of monit.',
    default: 'enable',
    accepts: '`enable` or `disable`',
    anchor: 'MONIT-HTTPD',
  },
  uid: {
    summary: 'The user who owns the Unix socket.',
    since: '5.24',
    default: 'the user that monit runs as',
    accepts: 'a name or number',
    anchor: 'MONIT-HTTPD',
  },
  gid: {
    summary: 'The group of the Unix socket.',
    since: '5.24',
    default: 'the group that monit runs in',
    accepts: 'a name or number',
    anchor: 'MONIT-HTTPD',
  },
  permission: {
    summary: 'The mode of the Unix socket.',
    since: '5.24',
    default: 'what the umask leaves',
    accepts: 'an octal number',
    anchor: 'MONIT-HTTPD',
  },
  pemfile: {
    summary: 'The certificate and key, outside of the block that they belong into.',
    deprecatedIn: '6.0',
    instead: 'ssl { pemfile: … }',
    anchor: 'MONIT-HTTPD',
  },
  clientpemfile: {
    summary: 'Certificates of clients, outside of the block that they belong into.',
    deprecatedIn: '6.0',
    instead: 'ssl { clientpemfile: … }',
    anchor: 'MONIT-HTTPD',
  },
  allowselfcertification: {
    summary: 'Takes clients whose certificates nobody else signed.',
    deprecatedIn: '6.0',
    instead: 'ssl { selfsigned: allow }',
    anchor: 'MONIT-HTTPD',
  },
}
