import type { TokenKind } from '../syntax/token-kinds.ts'
import type { CheckType } from '../syntax/tree.ts'
import {
  equality,
  failureTail,
  fraction,
  hash,
  integer,
  milliseconds,
  number,
  octal,
  operations,
  operator,
  packets,
  pattern,
  patternOrFile,
  percent,
  periodUnit,
  plainTail,
  rateTail,
  restartRate,
  seconds,
  sizeUnit,
  successTail,
  timeUnit,
} from './common.ts'
import { ping, port, unixSocket, url } from './connections.ts'
import {
  type Choice,
  choice,
  construct,
  type DocRef,
  type Lifetime,
  optional,
  seq,
  several,
  type Term,
  value,
  word,
} from './terms.ts'

/** The tests: `if CONDITION [rate] then ACTION [recovery]`, and which of them a check of each type has. */

/** A condition on one subject. */
function subject(id: string, body: Term, facts: Lifetime & { readonly doc?: DocRef } = {}) {
  return construct(id, body, { doc: `subjects/${id}`, ...facts })
}

const named = (token: TokenKind, facts: Lifetime = {}) => word(token, { doc: `subjects/${token}`, ...facts })
const failed = word('failed', { doc: 'statements/failed' })
const succeeded = word('succeeded', { doc: 'statements/succeeded', since: '5.28' })
const changed = word('changed', { doc: 'statements/changed' })

/** A condition and what may follow it; the condition becomes a node of its own. */
function test(condition: Term, tail: Term): Term {
  return seq(construct('condition', condition), tail)
}

const failing = (...options: readonly Term[]) => test(seq(failed, choice(...options)), failureTail)
const succeeding = (...options: readonly Term[]) => test(seq(succeeded, choice(...options)), successTail)
const changing = (...options: readonly Term[]) => test(seq(changed, choice(...options)), plainTail)
/** `changed X` after which `else` may follow, though nothing ever makes it true. */
const changingWithElse = (...options: readonly Term[]) => test(seq(changed, choice(...options)), failureTail)
const comparing = (...options: readonly Term[]) => test(choice(...options), failureTail)

const sizeOrPercent = seq(number, optional(choice(percent, sizeUnit)))
/** A count, or a share of what there is; a fraction only of the latter. */
const countOrPercent = choice(seq(integer, optional(percent)), seq(fraction, percent))
/** Bytes a second, or operations; the latter only whole. */
const throughput = choice(seq(integer, choice(operations, optionalUnits())), seq(fraction, optionalUnits()))

/** A size unit, `seconds`, both or none. */
function optionalUnits(): Term {
  return seq(optional(sizeUnit), optional(seconds))
}

const exist = comparing(subject('exist', seq(optional('not'), named('exist'))))
const uidAndGid = ['uid', 'gid'] as const
const owner = (token: 'uid' | 'gid' | 'euid') =>
  subject(token, seq(named(token), value('user', 'a name or an id', 'STRING', 'NUMBER')))
const permission = subject('permission', seq(named('permission'), octal))
const ownership = [...uidAndGid.map(owner), permission]
const permissionChange = changingWithElse(subject('permission', named('permission')))

const timestampWord = choice(
  named('timestamp'),
  named('access time', { since: '5.22' }),
  named('change time', { since: '5.22' }),
  named('modification time', { since: '5.22' }),
)
const timestamp = comparing(subject('timestamp', seq(timestampWord, operator, integer, optional(timeUnit))))
const hardlinks = comparing(subject('hardlink', seq(named('hardlink'), operator, integer), { since: '5.34' }))
const timestampChange = subject('timestamp', timestampWord)
const hardlinkChange = subject('hardlink', named('hardlink'), { since: '5.34' })
const uptime = subject('uptime', seq(named('uptime'), operator, integer, optional(timeUnit)))
const fileDescriptors = subject('filedescriptors', seq(named('filedescriptors'), operator, countOrPercent), {
  since: '5.27',
})

const hashType = optional(construct('hash-type', choice('md5', 'sha1', word('sha256', { since: '6.0' }))))
const match = word('matching', {
  label: 'match',
  doc: 'subjects/match',
  deprecated: { since: '6.0', instead: 'content' },
})
const matching = subject('match', seq(optional('not'), match, patternOrFile))
export const ignoredContent = choice(
  seq('content', equality, patternOrFile),
  seq(optional('not'), match, patternOrFile),
)

const load = subject(
  'loadavg',
  seq(
    choice(named('loadavg'), named('loadavg(5min)'), named('loadavg(15min)')),
    optional(word('core', { since: '5.26' })),
    operator,
    number,
  ),
)
const ofPercent = (token: TokenKind, facts: Lifetime = {}) =>
  subject(token, seq(named(token, facts), operator, number, percent), facts)
const ofSize = (token: TokenKind) => subject(token, seq(named(token), operator, sizeOrPercent))
const ofCount = (token: TokenKind) => subject(token, seq(named(token), operator, integer))

const diskTransfer = (token: 'read' | 'write') =>
  subject(
    `disk ${token}`,
    seq(word('disk', { label: `disk ${token}`, doc: `subjects/disk ${token}` }), token, operator, throughput),
    { since: '5.21' },
  )
const totalFileDescriptors = subject(
  'total filedescriptors',
  seq(
    word('total', { label: 'total filedescriptors', doc: 'subjects/total filedescriptors' }),
    'filedescriptors',
    operator,
    integer,
  ),
  { since: '5.27' },
)

/** Several in one test are taken, and the last alone counts. */
const processResources = several(
  choice(
    ofPercent('cpu'),
    ofPercent('total cpu'),
    ofSize('memory'),
    ofSize('total memory'),
    ofCount('threads'),
    ofCount('children'),
    load,
    subject('read', seq(named('read'), operator, number, optionalUnits()), { since: '5.27' }),
    subject('write', seq(named('write'), operator, number, optionalUnits()), { since: '5.27' }),
    diskTransfer('read'),
    diskTransfer('write'),
  ),
)
const cpuStates = ['nice', 'hardirq', 'softirq', 'steal', 'guest', 'guestnice'] as const
const paging = (token: 'pagein' | 'pageout') =>
  subject(token, seq(named(token), operator, integer, seconds), { since: '6.0' })
const systemResources = several(
  choice(
    load,
    ofSize('memory'),
    ofSize('swap'),
    ofPercent('cpu'),
    ofPercent('cpu(user)'),
    ofPercent('cpu(system)'),
    ofPercent('cpu(wait)'),
    ...cpuStates.map((state) => ofPercent(`cpu(${state})`, { since: '5.27' })),
    paging('pagein'),
    paging('pageout'),
  ),
)

const securityValue = value('text', 'a security label', 'STRING', 'PATH')
const securityWords = seq(
  word('security', { label: 'security attribute', doc: 'subjects/security attribute' }),
  'attribute',
)
const securityOperator = construct('operator', choice('=', '!=', 'matching', 'notmatching'))
const traffic = (token: 'upload' | 'download') =>
  subject(
    token,
    seq(named(token), operator, integer, choice(seq(packets, optional(seconds)), optionalUnits())),
  )
const totalTraffic = (token: 'upload' | 'download') =>
  subject(
    `total ${token}`,
    seq(
      word('total', { label: `total ${token}`, doc: `subjects/total ${token}` }),
      named(token),
      operator,
      integer,
      optional(choice(packets, sizeUnit)),
      optional(integer),
      periodUnit,
    ),
  )
const contentWords = named('content')

const restarts = test(restartRate, rateTail)

const byType: Readonly<Record<CheckType, readonly Term[]>> = {
  process: [
    exist,
    changing(subject('pid', named('pid')), subject('ppid', named('ppid'))),
    failing(
      ...uidAndGid.map(owner),
      owner('euid'),
      subject('security attribute', seq(securityWords, securityValue), { since: '5.25' }),
      port,
      url,
      unixSocket,
    ),
    succeeding(port, url, unixSocket),
    comparing(
      uptime,
      subject('security attribute', seq(securityWords, securityOperator, securityValue), { since: '6.0' }),
      fileDescriptors,
      totalFileDescriptors,
      processResources,
    ),
  ],
  file: [
    exist,
    timestamp,
    hardlinks,
    permissionChange,
    failing(
      ...ownership,
      subject('checksum', seq(hashType, named('checksum'), optional(seq('expect', hash)))),
    ),
    changing(
      timestampChange,
      hardlinkChange,
      subject('checksum', seq(hashType, named('checksum'))),
      subject('size', named('size')),
    ),
    comparing(subject('size', seq(named('size'), operator, integer, optional(sizeUnit)))),
    test(subject('content', seq(contentWords, equality, patternOrFile)), plainTail),
    test(matching, plainTail),
  ],
  fifo: [
    exist,
    timestamp,
    hardlinks,
    permissionChange,
    failing(...ownership),
    changing(timestampChange, hardlinkChange),
  ],
  directory: [
    exist,
    timestamp,
    hardlinks,
    permissionChange,
    failing(...ownership),
    changing(timestampChange, hardlinkChange),
  ],
  filesystem: [
    exist,
    permissionChange,
    failing(...ownership),
    changing(subject('fsflags', named('fsflags'))),
    comparing(
      subject('inodes', seq(named('inodes'), optional('free'), operator, countOrPercent)),
      subject('space', seq(named('space'), optional('free'), operator, sizeOrPercent)),
      subject('read', seq(named('read'), operator, throughput), { since: '5.21' }),
      subject('write', seq(named('write'), operator, throughput), { since: '5.21' }),
      subject(
        'service time',
        seq(
          named('service time'),
          operator,
          choice(seq(integer, choice(milliseconds, seconds)), seq(fraction, seconds)),
        ),
        { since: '5.21' },
      ),
    ),
  ],
  host: [failing(port, url, ping), succeeding(port, url, ping)],
  network: [
    failing(
      subject('failed link', word('link', { doc: 'subjects/failed link' }), {
        deprecated: { since: '6.0', instead: 'if link down' },
      }),
    ),
    test(
      subject('link down', seq(word('link', { doc: 'subjects/link down', since: '5.28' }), 'down')),
      failureTail,
    ),
    test(
      subject('link up', seq(word('link', { doc: 'subjects/link up', since: '5.28' }), 'up')),
      successTail,
    ),
    changingWithElse(subject('changed link', word('link', { doc: 'subjects/changed link' }))),
    comparing(
      ofPercentWhole('saturation'),
      traffic('upload'),
      traffic('download'),
      totalTraffic('upload'),
      totalTraffic('download'),
    ),
  ],
  system: [comparing(uptime, fileDescriptors, systemResources)],
  program: [
    comparing(ofCount('status')),
    changing(subject('status', named('status'))),
    test(subject('content', seq(contentWords, equality, pattern), { since: '5.29' }), plainTail),
    test(
      subject('content changed', seq(contentWords, optional('not'), 'changed'), { since: '5.34' }),
      failureTail,
    ),
  ],
}

function ofPercentWhole(token: TokenKind) {
  return subject(token, seq(named(token), operator, integer, percent))
}

/** `if …` in a check of a type. */
export function testOf(type: CheckType): Term {
  return construct('test', seq(word('if', { doc: 'statements/if' }), testChoice(type)))
}

function testChoice(type: CheckType): Choice {
  return choice(restarts, ...byType[type])
}
