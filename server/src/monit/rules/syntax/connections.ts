import { nearest } from '../../../base/nearest.ts'
import { child } from '../../syntax/tree.ts'
import { explain, insert, perhaps, type Recogniser, replace, surely } from './situation.ts'

/** Tests of connections: their order, and protocols by other names. */

const usualPorts: Readonly<Record<string, number>> = {
  http: 80,
  https: 443,
  smtp: 25,
  smtps: 465,
  ssh: 22,
  mysql: 3306,
  pgsql: 5432,
  redis: 6379,
  ftp: 21,
  imap: 143,
  imaps: 993,
  pop: 110,
  pops: 995,
  dns: 53,
  mongodb: 27017,
  memcache: 11211,
  mqtt: 1883,
}

/** `if failed protocol http …`: a port, socket or URL comes first. */
export const protocolBeforePort: Recogniser = (here) => {
  if (here.kind(0) !== 'protocol' || !here.allows('port') || !here.allows('url')) return undefined
  const isFollowed = here.kind(2) === 'port' && here.kind(3) === 'NUMBER'
  if (isFollowed) {
    const span = here.span(0, 3)
    const { text } = here.tree
    const first = text.slice(span.start, here.span(1).end)
    const port = text.slice(here.span(2).start, span.end)
    return explain(
      here.problem.span,
      "the port must stand before 'protocol'",
      surely(`write '${port} ${first}'`, replace(span, `${port} ${first}`)),
    )
  }
  const port = usualPorts[here.raw(1).toLowerCase()]
  return explain(
    here.problem.span,
    "'port' is missing before 'protocol': monit assumes none, whatever the protocol",
    ...(port ? [perhaps(`add 'port ${port}'`, insert(here.problem.span.start, `port ${port} `))] : []),
  )
}

export const portBeforeHost: Recogniser = (here) => {
  const { statement, tree } = here
  if (here.kind(0) !== 'host' || here.isBehind || !statement?.node) return undefined
  const connection = child(child(statement.node, 'condition') ?? statement.node, 'connection')
  const target = connection && child(connection, 'target')
  if (!target || here.kind(1) === 'END') return undefined
  const from = tree.tokens.starts[target.first]!
  const before = tree.text.slice(from, here.span(-1).end)
  const host = tree.text.slice(here.problem.span.start, here.span(1).end)
  return explain(
    here.problem.span,
    "'host' must stand before 'port'",
    surely(`put '${host}' first`, replace({ start: from, end: here.span(1).end }, `${host} ${before}`)),
  )
}

const httpOptions: ReadonlySet<string> = new Set([
  'request',
  'status',
  'method',
  'hostheader',
  'checksum',
  'username',
  'password',
])

/** `protocol http content = … status = 200`: options of a protocol follow it directly. */
export const lateProtocolOption: Recogniser = (here) => {
  const { statement, tree } = here
  if (!httpOptions.has(here.kind(0)) || here.isBehind || !statement?.node) return undefined
  const connection = child(child(statement.node, 'condition') ?? statement.node, 'connection')
  const protocol = connection && child(connection, 'protocol')
  if (!protocol || protocol.after >= here.problem.token) {
    return protocol
      ? undefined
      : explain(here.problem.span, `'${here.text}' belongs to 'protocol http', which is missing before it`)
  }
  const at = tree.tokens.ends[protocol.after - 1]!
  const between = tree.text.slice(at, here.problem.span.start).trim()
  let last = 0
  while (last < 20 && (last === 0 || isOfProtocol(here.kind(last), here.kind(last - 1)))) last++
  const end = here.span(last - 1).end
  const options = tree.text.slice(here.problem.span.start, end)
  return explain(
    here.problem.span,
    `'${here.text}' is an option of the protocol and must follow it directly, before '${between.split(/\s/)[0]}'`,
    perhaps(
      'move it to the protocol',
      insert(at, ` ${options}`),
      replace({ start: here.problem.span.start - blanksBefore(tree.text, here.problem.span.start), end }, ''),
    ),
  )
}

/** True for what an option of HTTP is made of, and for the next option. */
function isOfProtocol(kind: string, before: string): boolean {
  if (httpOptions.has(kind)) return true
  const values = ['STRING', 'PATH', 'NUMBER', 'get', 'head', '=', '!=', '<', '>', '<=', '>=']
  return (
    values.includes(kind) && (httpOptions.has(before) || ['=', '!=', '<', '>', '<=', '>='].includes(before))
  )
}

function blanksBefore(text: string, at: number): number {
  return /\s*$/.exec(text.slice(Math.max(0, at - 40), at))![0].length
}

/** What people call protocols that monit has another word for. */
const meantProtocols: Readonly<Record<string, string>> = {
  postgres: 'pgsql',
  postgresql: 'pgsql',
  mariadb: 'mysql',
  mongo: 'mongodb',
  memcached: 'memcache',
  ldap: 'ldap3',
  pop3: 'pop',
  imap4: 'imap',
  ntp: 'ntp3',
  websockets: 'websocket',
  ws: 'websocket',
  spamd: 'spamassassin',
  clamd: 'clamav',
  oracle: 'tns',
}

export const unknownProtocol: Recogniser = (here) => {
  if (here.kind(-1) !== 'protocol' || !here.allows('pgsql')) return undefined
  const word = here.text.replace(/^["']|["']$/g, '').toLowerCase()
  const labels = here.problem.expected.map(({ term }) => term.label)
  const exact = labels.find((label) => label === word)
  const meant = exact ?? meantProtocols[word] ?? nearest(word, labels)
  const isText = here.kind(0) === 'STRING'
  if (!isText) return undefined
  return explain(
    here.problem.span,
    meant
      ? `monit calls this protocol '${meant}'`
      : `monit doesn't speak '${word}'; accepted: http, https, smtp, ssh, mysql, pgsql, redis and others, or none to test the port alone`,
    ...(meant ? [perhaps(`write '${meant}'`, replace(here.problem.span, meant))] : []),
  )
}

/** `port 443 using tlsv12`: the version stands in the braces of `ssl`. */
export const tlsVersionAlone: Recogniser = (here) => {
  if (!/^(?:tlsv1\d?|sslv\d|auto)$/i.test(here.text) || !here.allows('ssl') || !here.allows('ipv4'))
    return undefined
  const before = /(?:using|use|with)\s+$/i.exec(here.gap(0))?.[0].length ?? 0
  const start = here.problem.span.start - before
  const written = `with ssl { version: ${here.text} }`
  return explain(
    here.problem.span,
    `a version of TLS stands in the braces of 'ssl': ${written}`,
    surely(`write '${written}'`, replace({ start, end: here.problem.span.end }, written)),
  )
}
