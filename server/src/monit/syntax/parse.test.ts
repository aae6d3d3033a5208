import { describe, expect, test } from 'vitest'
import { parseMonit } from './parse.ts'
import { printMonit } from './print.ts'

const process = 'check process a with pidfile /run/a.pid\n'
const file = 'check file a with path /a\n'
const host = 'check host a with address x.y\n'
const network = 'check network a with interface eth0\n'
const system = 'check system a\n'
const program = 'check program a with path "/bin/true"\n'
const filesystem = 'check filesystem a with path /\n'

describe('is understood:', () => {
  test.each([
    ['set daemon 30 with start delay 60 set init set terminal batch set fips'],
    ['set log /var/log/monit set logfile syslog facility log_daemon set pidfile /p set idfile /i'],
    ['set statefile /s set onreboot laststate set eventqueue basedir /e slots 5 set eventqueue slots 5'],
    ['set limits { programOutput: 1 kB, networkTimeout: 5 s, execTimeout: 5 seconds } set expectbuffer 1 kB'],
    ['set ssl { verify: enable selfsigned: allow version: tlsv12 -tlsv1 pemfile: /x ciphers: "A" }'],
    [
      'set mailserver a port 25 username "b" password "c" using ssl { verify: disable }, d timeout 5 s hostname "e"',
    ],
    ['set mailserver a username b@c.d tlsv12 certificate checksum md5 = "x" certmd5 "y"'],
    ['set mail-format { from: A <a@b>\n reply-to: c@d\n subject: s\n message: m }'],
    ['set alert a@b not on { instance, action } with mail-format { subject: s } with reminder on 5 cycles'],
    [
      'set mmonit http://a:b@c:1/d timeout 5 s register without credentials https://e/f hostgroups [ g, "h i" ]\n',
    ],
    [
      'set httpd port 2812 readonly address x ssl { pemfile: /x } allow a:z readonly allow @g allow md5 /f u v',
    ],
    ['set httpd unixsocket /s uid root gid 0 permission 0600 readonly signature disable enable signature'],
    ['check process a matching "b" check process a path /b check device d path "x:/y" check fifo f path /f'],
    [
      'check network n address 10.0.0.1 check directory d path /d check program p path /x as uid 1 timeout 5 s',
    ],
    [`${process} start program = "/x y" as uid a and gid 5 with timeout 60 seconds stop "/x" restart /x`],
    [`${process} every 5 cycles every "* 1-5 * * *" not every "0 0 * * *" mode passive onreboot nostart`],
    [`${process} group x group "y" depends on a, b alert a@b only on { timeout } noalert c@d`],
    [
      `${process} if not exist then restart if exists then stop else alert if changed pid for 3 cycles then alert`,
    ],
    [`${process} if failed uid a then stop if failed euid 5 then alert if failed gid web then unmonitor`],
    [`${process} if uptime > 5 days then alert if failed security attribute "x" then alert`],
    [`${process} if security attribute =~ "x" then alert if filedescriptors > 5 then alert`],
    [`${process} if total filedescriptors > 5 then alert if filedescriptors > 80.5% then alert`],
    [
      `${process} if cpu > 80% and total memory > 5 MB then restart else if succeeded for 2 cycles then alert`,
    ],
    [
      `${process} if threads > 5 for 3 times within 5 cycles then exec "/x" as uid 5 timeout 5 s repeat every 2 cycles`,
    ],
    [`${process} if loadavg(5min) per core > 2.5 then alert if read rate > 1 MB/s then alert`],
    [`${process} if disk write rate > 5 operations/s then alert if disk read > 5 kB/s then ignore`],
    [
      `${process} if 3 restarts within 5 cycles then timeout if 3 restarts 5 cycles then exec "/x" repeat every cycle`,
    ],
    [`${process} if failed unixsocket /s type tcp protocol mysql username "u" then restart`],
    [`${process} if failed url http://a/b and content == "x" timeout 5 s retry 2 then alert`],
    [`${process} if succeeded host a port 80 then alert else if failed then stop`],
    [
      `${host} if failed port 443 type tcp protocol https status = 200 request "/x" with ssl { verify: enable } certificate valid > 30 days then alert`,
    ],
    [`${host} if failed port 80 protocol http http headers [ A: b, C: "d" ] content = "e" then alert`],
    [`${host} if failed port 1 type tcpssl tlsv12 certmd5 "a" send "b" expect "c" ipv4 then alert`],
    [
      `${host} if failed port 80 protocol apache-status loglimit > 10% or dnslimit > 50% username "a" then alert`,
    ],
    [`${host} if failed port 80 protocol websocket host a origin "b" request /c version 13 then alert`],
    [
      `${host} if failed port 5060 type udp protocol sip target a@b maxforward 5 responsetime > 5 ms then alert`,
    ],
    [`${host} if failed port 3306 protocol mysqls rsakey checksum sha256 "a" address 1.2.3.4 then alert`],
    [
      `${host} if failed ping4 count 5 size 64 responsetime < 5 s then alert if failed icmp type echo then alert`,
    ],
    [`${file} if failed sha1 checksum expect "a" then alert if changed md5 checksum then alert`],
    [`${file} if size > 5 MB then alert if changed size then alert if content != "a" then alert`],
    [
      `${file} if not match "a" then alert ignore content = /b ignore not match "c" if access time older 5 hours then alert`,
    ],
    [`${file} if failed permission 0644 then alert if changed permission then alert else alert`],
    [`${filesystem} if space free < 5 GB then alert if inodes > 80% then alert if inode free < 5 then alert`],
    [
      `${filesystem} if service time > 5.5 seconds then alert if write > 5 operations then alert if changed fsflags then alert`,
    ],
    [
      `${network} if link up then alert else if failed then stop if failed link then alert if changed link capacity then alert`,
    ],
    [`${network} if total upload > 5 GB in last 2 hours then alert if download > 5 packets/s then alert`],
    [`${network} if saturation > 80% then alert if total download > 5 packets in last day then alert`],
    [`${system} if cpu(wait) > 5% then alert if swap > 5% then alert if pagein > 5 per second then alert`],
    [`${program} if status != 0 then alert if changed status then alert if content not changed then alert`],
    [''],
    ['# a comment alone'],
  ])('%s', (text) => {
    expect(parseMonit(`${text}\n`).problems).toEqual([])
  })
})

/** The culprit stands between the brackets. */
describe('is refused at the culprit, with the line that monit names:', () => {
  test.each([
    ['set daemon 30 [seconds]', 1],
    ['set [foo] bar', 1],
    ['set log [var/log/x]', 1],
    ['set mailserver x port [y]', 1],
    ['set alert ["a@b"]', 1],
    ['set httpd allow a:[password]', 1],
    ['set limits { [foo]: 5 s }', 1],
    ['[start "]/x"', 1],
    ['check process a\n  [start "]/x"', 2],
    ['check process a [path]', 1, 'check process a path'],
    [`${process} if cpu[>]80% then alert`, 2, `${process} if cpu>80% then alert`],
    [`${process} if memory > [800MB] then alert`, 2],
    [`${process} if cpu > 80 [then] alert`, 2],
    [`${process} if cpu > 80%\n [restart]`, 3],
    [`${process} if cpu > 80% then\n [if] exist then stop`, 3],
    [`${process} if cpu > 80% then alert and [exec "]/x"`, 2],
    [`${process} if failed [ping] then alert`, 2],
    [`${process} if failed port 80 protocol http for 2 cycles [retry] 3 then alert`, 2],
    [`${process} if failed [protocol] http port 80 then alert`, 2],
    [`${process} start "/x" with timeout 5 s as [uid] a`, 2],
    [`${process} start "/x" timeout 30\n [stop "]/x"`, 3],
    [`${process} start program [=] '/x'`, 2],
    [`${process} every 5 [minutes]`, 2],
    [`${process} mode [off]`, 2],
    [`${process} if 5 restarts within 5 cycles then alert [else] stop`, 2],
    [`${process} if changed pid then alert [else] stop`, 2],
    [`${process} if failed port 80 protocol websocket [then] alert`, 2],
    [`${file} if [cpu] > 5% then alert`, 2],
    [`${program} if content = ["/x"] then alert`, 2],
    [`${system} if [failed] port 80 then alert`, 2],
    ['set ssl { version: tlsv12 [foo] }', 1],
    ['set mail-format { [}]', 1],
    ['set alert a@b not on { [}]', 1],
  ])('%s', (marked, line, plain?: string) => {
    if (plain !== undefined) {
      expect(parseMonit(plain).problems[0]).toMatchObject({ kind: 'unexpected', line })
      return
    }
    const text = marked.replace(/\[([^\]]+)\]/, '$1')
    const start = marked.search(/\[[^\]]+\]/)
    const length = /\[([^\]]+)\]/.exec(marked)![1]!.length
    const [first] = parseMonit(text).problems
    expect(first).toMatchObject({ kind: 'unexpected', line, span: { start, end: start + length } })
  })
})

test('a file that ends too early is told at its end, on the line behind the last', () => {
  const text = `${process} if cpu > 80%\n`
  const [first] = parseMonit(text).problems
  expect(first).toMatchObject({ kind: 'unexpected', tokenKind: 'END', line: 3, span: { start: text.length } })
})

describe('what was expected', () => {
  const expected = (text: string) => {
    const [first] = parseMonit(text).problems
    return first?.kind === 'unexpected' ? first.expected.map(({ term }) => term.label) : []
  }
  test('is what the statement could have had there', () => {
    expect(expected(`${process} mode off`)).toEqual(['active', 'passive', 'manual'])
    expect(expected(`${process} start "/x" timeout 5 minutes`)).toEqual(['seconds'])
    expect(expected('check network n with pidfile /x')).toEqual(['interface', 'address'])
  })
  test('of two ways that begin alike is what either wants', () => {
    expect(expected(`${network} if link sideways then alert`)).toEqual(['down', 'up'])
  })
  test('behind a complete statement is its continuation and every other statement', () => {
    const all = expected(`${process} if cpu > 80% then alert foo`)
    expect(all).toContain('else')
    expect(all).toContain('depends on')
    expect(all).toContain('check process')
  })
})

describe('after a mistake', () => {
  const mistakes = (text: string) =>
    parseMonit(text).problems.map(({ span }) => text.slice(span.start, span.end))
  test('parsing goes on at the next statement', () => {
    expect(
      mistakes(`${process}
  if cpu> 80% then alert
  start program = '/x'
  alert "a@b"
  if memory > 5 MB then alert
check file f with path x
  if size > 5 MB then alert
set daemon x
set init
`),
    ).toEqual(['cpu>', '=', '"a@b"', 'x', 'x'])
  })
  test('one wrong word costs one problem', () => {
    expect(mistakes(`${process} foo bar baz\n if cpu > 5% then alert`)).toEqual(['foo'])
  })
  test('the statement that went wrong says so, the next one does not', () => {
    const { items } = parseMonit(`${process} if cpu> 5 then alert\n if cpu > 5% then alert`)
    expect(items.map(({ kind, incomplete }) => [kind, incomplete])).toEqual([
      ['check', false],
      ['service', true],
      ['service', false],
    ])
  })
  test('tests without a check are told once', () => {
    expect(mistakes('if cpu > 5% then alert\nif memory > 5 MB then alert')).toEqual(['if'])
    expect(mistakes(`${process}set daemon 5\n if cpu > 5% then alert`)).toEqual(['if'])
  })
})

describe('template tags', () => {
  test('stand for any value', () => {
    const text = `check process <%= a %> with pidfile {{ b }}
  if failed port @PORT@ protocol http for {{ c }} cycles then alert
  start program = "/x <%= d %>" as uid {{ e }}
  if memory > {{ f }} MB then alert
`
    expect(parseMonit(text).problems).toEqual([])
  })
  test('may stand for words that nobody can foresee', () => {
    expect(parseMonit(`${process} if failed port 80 with timeout {{ a }} then alert`).problems).toEqual([])
    expect(parseMonit(`<%= check %>\n  if cpu > 5% then alert`).problems).toEqual([])
  })
  test.each([
    '{ from: {{ a }} }',
    '{ from: "<%= a %>" subject: s }',
    '{ from: monit@{{ a }}\n reply-to: <%= b %> }',
  ])('may print an address: %s', (format) =>
    expect(parseMonit(`set mail-format ${format}`).problems).toEqual([]),
  )
  test('that steer print none', () =>
    expect(parseMonit('set mail-format { from: {% if a %} }').problems).toHaveLength(1))
})

test.each(['', '\n', '"', "'", '{', '\\', '\0', '\uFEFF', 'if', 'check', 'check ', 'start "', 'http://'])(
  '%j prints as it was',
  (text) => {
    expect(printMonit(parseMonit(text))).toBe(text)
  },
)
