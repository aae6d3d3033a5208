import { describe, expect, test } from 'vitest'
import { type DocGroup, documentationOf, manualLink, monitDocs } from './index.ts'
import type { MonitDoc } from './types.ts'

const groups = Object.keys(monitDocs) as readonly DocGroup[]
const entries: readonly (readonly [name: string, doc: MonitDoc])[] = groups.flatMap((group) =>
  Object.entries<MonitDoc>(monitDocs[group]).map(([key, doc]) => [`${group}: ${key}`, doc] as const),
)
const words = (text: string) => text.trim().split(/\s+/)
const phrases = (text: string) => text.split(',').map((phrase) => phrase.trim())

/** What monit's grammars of 5.20 to 6.0 know, place by place. */
const grammar: Readonly<Record<DocGroup, readonly string[]>> = {
  globals: words(
    'daemon terminal init onreboot fips log logfile pidfile idfile statefile eventqueue limits expectbuffer mailserver mail-format alert mmonit ssl tls httpd',
  ),
  globalOptions: phrases(
    'daemon start delay, terminal batch, log syslog, log facility, eventqueue basedir, eventqueue slots, eventqueue slot, mmonit timeout, mmonit hostgroups, mmonit register, mmonit ssl',
  ),
  mailserverOptions: words('port username password ssl tls certificate timeout hostname'),
  mailFormat: words('from reply-to subject message'),
  limits: words(
    'programOutput sendExpectBuffer fileContentBuffer httpContentBuffer networkTimeout programTimeout stopTimeout startTimeout restartTimeout execTimeout',
  ),
  httpdOptions: phrases(
    'port, unixsocket, unix, address, allow, allow host, allow user, allow group, allow file, readonly, read-only, ssl, tls, signature, uid, gid, perm, permission, pemfile, clientpemfile, allowselfcertification',
  ),
  sslOptions: words(
    'verify selfsigned version cipher ciphers pemfile pemchain pemkey clientpemfile cacertificatefile cacertificatepath',
  ),
  checkTypes: words('process file fifo directory filesystem device host network system program'),
  heads: words('pidfile matching path address interface'),
  statements: phrases(
    'set, check, include, start, stop, restart, uid, gid, timeout, every, every cycles, not every, mode, onreboot, group, depend, depends, depends on, alert, noalert, reminder, mail-format, ignore content, ignore match, if, if restarts, failed, succeeded, passed, recovered, changed, then, else, else if',
  ),
  words: phrases(
    'mode active, mode passive, mode manual, onreboot start, onreboot nostart, onreboot laststate, checksum md5, checksum sha1, checksum sha256, allow cleartext, allow md5, allow crypt',
  ),
  subjects: phrases(
    `exist, exists, not exist, pid, ppid, uid, euid, gid, uptime, security attribute, filedescriptors,
    total filedescriptors, cpu, total cpu, totalcpu, cpu(user), cpu(usr), cpu(us), cpu(system), cpu(sys), cpu(sy),
    cpu(wait), cpu(wa), cpu(nice), cpu(hardirq), cpu(softirq), cpu(steal), cpu(guest), cpu(guestnice), mem, memory,
    total mem, total memory, totalmem, totalmemory, swap, thread, threads, child, children, loadavg, loadavg(1min),
    loadavg(5min), loadavg(15min), read, write, disk read, disk write, pagein, pageout, status, time, timestamp, atime,
    access time, ctime, change time, mtime, modification time, modify time, perm, permission, checksum, md5 checksum,
    sha1 checksum, sha256 checksum, size, hardlink, content, content changed, content not changed, match, inode, inodes,
    inode free, space, space free, servicetime, service time, fsflag, fsflags, port, portnumber, url, unix, unixsocket,
    ping, ping4, ping6, icmp type echo, link up, link down, failed link, changed link, saturation, upload, download,
    total upload, total uploaded, total download, total downloaded`,
  ),
  operators: words(
    '> gt more greater older >= ge < lt less newer <= le = == eq equal != ne notequal =~ match matching !=~ nomatch notmatching',
  ),
  units: words(
    '% percent b byte bytes kb kilobyte kilobytes mb megabyte megabytes gb gigabyte gigabytes B/s kB/s MB/s GB/s ms millisecond milliseconds s second seconds m minute minutes h hour hours day days month months operation operations operations/s packet packets packets/s cycle cycles',
  ),
  rates: phrases('N cycles, N times within M cycles, restarts'),
  actions: phrases(
    'alert, restart, start, stop, exec, execute, unmonitor, ignore, timeout, exec timeout, repeat every',
  ),
  events: words(
    'action bytein byteout checksum connection content data exec exist fsflags gid icmp instance invalid link nonexist packetin packetout permission pid ppid resource saturation size speed status timeout timestamp uid uptime',
  ),
  connectionOptions: phrases(
    'host, address, ipv4, ipv6, type, type tcp, type udp, type tcpssl, proto, protocol, send, expect, content, timeout, responsetime, retry, ssl, tls, enable ssl, certificate checksum, certificate valid, certmd5, count, size',
  ),
  protocols: words(
    'apache-status clamav default dns dwp fail2ban ftp gps http https imap imaps ldap2 ldap3 lmtp memcache mongodb mqtt mysql mysqls nntp ntp3 pgsql pop pops postfix-policy radius rdate redis rsync sieve sip smtp smtps spamassassin ssh tns websocket',
  ),
  protocolOptions: [
    ...words('username password request method status checksum hostheader').flatMap((option) => [
      `http ${option}`,
      `https ${option}`,
    ]),
    ...phrases(
      'http headers, smtp username, smtps password, smtp password, smtps username, mysql username, mysqls password, mysql password, mysql rsakey, pgsql username, pgsql password, pgsql database, mqtt username, mqtt password, radius secret, sip target, sip maxforward, websocket host, websocket origin, websocket request, websocket version',
    ),
    ...words(
      'username password path loglimit closelimit dnslimit keepalivelimit replylimit requestlimit startlimit waitlimit gracefullimit cleanuplimit',
    ).map((option) => `apache-status ${option}`),
  ],
  variables: words('$EVENT $SERVICE $DATE $HOST $ACTION $DESCRIPTION'),
}

describe('documentation', () => {
  test.each(groups)('covers all %s of the grammar', (group) => {
    expect(grammar[group].filter((word) => !documentationOf(group, word)?.summary)).toEqual([])
  })

  test.each(groups)('of %s is about nothing else', (group) => {
    const known = new Set(grammar[group].map((word) => documentationOf(group, word)))
    const docs: Readonly<Record<string, MonitDoc>> = monitDocs[group]
    expect(Object.keys(docs).filter((key) => !known.has(docs[key]))).toEqual([])
  })

  test('knows thirty events', () => expect(Object.keys(monitDocs.events)).toHaveLength(30))

  test('says nothing twice', () => {
    const summaries = entries.map(([, { summary }]) => summary)
    expect(summaries.filter((summary, index) => summaries.indexOf(summary) !== index)).toEqual([])
  })

  test.each(entries)('of %s is one to three sentences', (_, { summary }) => {
    const prose = summary.replace(/`[^`]*`/g, 'x').replace(/\d\.\d/g, 'x')
    expect(prose.split(/[.!?](?:\s|$)/).filter((part) => part.trim() !== '').length).toBeLessThanOrEqual(3)
    expect(summary).toMatch(/^(?:[A-Z0-9`]|monit )/)
    expect(summary).toMatch(/[.!?]$/)
    expect(summary.length).toBeGreaterThan(18)
    expect((summary.match(/`/g) ?? []).length % 2).toBe(0)
  })

  test('names versions that exist, and what to write in place of what is deprecated', () => {
    for (const [name, { since, deprecatedIn, instead }] of entries) {
      if (since !== undefined) expect(since, name).toMatch(/^5\.2[1-9]$|^5\.3[0-5]$|^6\.0$/)
      if (deprecatedIn !== undefined) expect(instead, name).toBeDefined()
    }
  })

  test('has facts without a full stop, to be put into a list', () => {
    const facts = entries.flatMap(([name, { accepts, default: ordinary, instead }]) =>
      [accepts, ordinary, instead].filter((fact) => fact?.endsWith('.')).map((fact) => `${name}: ${fact}`),
    )
    expect(facts).toEqual([])
  })
})

describe('a word is found', () => {
  const summaryOf = (group: DocGroup, phrase: string) => documentationOf(group, phrase)?.summary

  test.each([
    ['subjects', 'MEMORY', 'memory'],
    ['subjects', ' mem ', 'memory'],
    ['subjects', 'totalmem', 'total memory'],
    ['subjects', 'Total\t Memory', 'total memory'],
    ['subjects', 'cpu (us)', 'cpu(user)'],
    ['subjects', 'cpu usage ( wait )', 'cpu(wait)'],
    ['subjects', 'loadavg (5min)', 'loadavg'],
    ['checkTypes', 'device', 'filesystem'],
    ['limits', 'startTimeout', 'starttimeout'],
    ['protocolOptions', 'https request', 'http request'],
    ['operators', 'greater', '>'],
  ] as const)('in %s: %j is %s', (group, phrase, key) => {
    expect(summaryOf(group, key)).toBeDefined()
    expect(summaryOf(group, phrase)).toBe(summaryOf(group, key))
  })

  test('only where it belongs', () => {
    expect(documentationOf('actions', 'memory')).toBeUndefined()
    expect(documentationOf('events', 'perm')?.summary).toBe(documentationOf('events', 'permission')?.summary)
    expect(summaryOf('subjects', 'saturation')).not.toBe(summaryOf('events', 'saturation'))
    expect(summaryOf('globals', 'pidfile')).not.toBe(summaryOf('heads', 'pidfile'))
  })

  test('or not, and nothing of JavaScript’s own', () => {
    for (const phrase of [
      '',
      ' ',
      '(',
      'constructor',
      '__proto__',
      'toString request',
      'constructor request',
    ]) {
      for (const group of groups) expect(documentationOf(group, phrase), `${group} ${phrase}`).toBeUndefined()
    }
  })
})

test('ports are those of custom, and protocols over TLS have others than their kin where they differ', () => {
  expect(documentationOf('protocols', 'HTTPS')?.port).toBe(443)
  expect(documentationOf('protocols', 'redis')?.port).toBe(6379)
  expect(documentationOf('protocols', 'fail2ban')?.port).toBeUndefined()
  for (const [name, { port = 1 }] of Object.entries(monitDocs.protocols)) {
    expect(port, name).toBeGreaterThan(0)
    expect(port, name).toBeLessThan(65_536)
  }
})

test('links lead to headings of the manual', () => {
  expect(manualLink('FAULT-TOLERANCE')).toBe(
    'https://mmonit.com/monit/documentation/monit.html#FAULT-TOLERANCE',
  )
})
