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
  words,
} from './terms.ts'

/** What several statements of monit's share: values, units, operators, users, programs, rates, actions. */

export const integer = value('integer', 'a whole number', 'NUMBER')
export const number = value('real', 'a number', 'NUMBER', 'REAL')
export const fraction = value('real', 'a number', 'REAL')
export const path = value('path', 'an absolute path', 'PATH')
export const text = value('text', 'a text', 'STRING')
export const host = value('host', 'a host name or address', 'STRING')
export const portNumber = value('port', 'a port number', 'NUMBER')
export const hash = value('hash', 'a checksum', 'STRING')
export const octal = value('octal', 'permissions as an octal number', 'NUMBER')
/** A regular expression that is never read as a file's name. */
export const pattern = value('pattern', 'a regular expression in quotes', 'STRING')
/** A leading slash makes it the name of a file with patterns. */
export const patternOrFile = value('pattern', 'a regular expression in quotes', 'STRING', 'PATH')
const userName = value('user', 'a user name or id', 'STRING', 'NUMBER')
const groupName = value('user', 'a group name or id', 'STRING', 'NUMBER')

const unit = (token: Parameters<typeof word>[0]) => word(token, { doc: `units/${token}` })

export const percent = unit('%')
export const seconds = unit('seconds')
export const milliseconds = unit('milliseconds')
export const days = unit('days')
const cycles = unit('cycles')
export const operations = unit('operations')
export const packets = unit('packets')
export const sizeUnit = construct('size-unit', choice(...words('units', 'bytes', 'kB', 'MB', 'GB')))
export const timeUnit = construct(
  'time-unit',
  choice(...words('units', 'seconds', 'minutes', 'hours', 'days', 'months')),
)
export const periodUnit = construct('time-unit', choice(...words('units', 'minutes', 'hours', 'days')))

/** Compares; nothing at all means equal. `changed` is taken wherever an operator is. */
export const operator = optional(
  construct(
    'operator',
    choice(
      ...words('operators', '>', '>=', '<', '<=', '=', '!='),
      word('changed', { doc: 'statements/changed' }),
    ),
  ),
)
export const equality = construct('operator', choice(...words('operators', '=', '!=')))

/** `uid X` and `gid X`, in any order, behind a program. */
export const user = construct('user', seq(word('uid', { doc: 'statements/uid' }), userName), {
  doc: 'statements/uid',
})
const userGroup = construct('user-group', seq(word('gid', { doc: 'statements/gid' }), groupName), {
  doc: 'statements/gid',
})
const users = many(choice(user, userGroup))

/** `timeout N seconds`: seconds only, and never without the unit. */
export function timeout(doc: DocRef, facts: Lifetime = {}) {
  return construct('timeout', seq(word('timeout', { doc }), integer, seconds), { doc, ...facts })
}

/**
 * A program and its arguments: the words in the quotes that the token before opened, and all values that follow the
 * closing quote.
 */
export const program = construct(
  'program',
  several(value('argument', 'a program and its arguments', 'ARGUMENT', 'STRING', 'PATH')),
)

/** A program as `start`, `stop`, `restart` and `check program` run it. */
export const command: Term = seq(program, users, optional(timeout('statements/timeout')))

/** `[for] N cycles`, or `N times within M cycles`. */
export const rate = optional(
  construct('rate', seq(integer, optional(integer), cycles), { doc: 'rates/n cycles' }),
)

/** `repeat every cycle`: the lexer of older versions can't go on without a number. */
const everyCycle = construct('every-cycle', cycles, { since: '5.34', doc: 'actions/repeat every' })
const repetition = construct(
  'repeat',
  seq(word('repeat', { doc: 'actions/repeat every' }), 'every', choice(seq(integer, cycles), everyCycle)),
  {
    doc: 'actions/repeat every',
  },
)
const execute = construct(
  'exec',
  seq(
    word('exec', { doc: 'actions/exec' }),
    program,
    users,
    optional(timeout('actions/exec timeout', { since: '5.34' })),
    optional(repetition),
  ),
)
const simpleActions = words('actions', 'alert', 'restart', 'start', 'stop', 'unmonitor')
const ignore = word('ignore', { doc: 'actions/ignore', since: '5.34' })
export const action = construct('action', choice(...simpleActions, ignore, execute))
/** What may follow `if N restarts within M cycles then`. */
const rateAction = construct(
  'action',
  choice(...simpleActions, ignore, execute, word('timeout', { doc: 'actions/timeout' })),
)

const then = word('then', { doc: 'statements/then' })

function recovery(...states: readonly Term[]) {
  return optional(
    construct(
      'recovery',
      seq(
        word('else', { doc: 'statements/else' }),
        choice({ ...action, since: '5.28' }, seq('if', choice(...states), rate, then, action)),
      ),
    ),
  )
}

/** What follows a condition that can be over only by not holding any more. */
export const plainTail = seq(rate, then, action)
/** As `plainTail`, with `else if succeeded` allowed. */
export const failureTail = seq(
  plainTail,
  recovery(...words('statements', 'succeeded', 'passed', 'recovered')),
)
/** As `plainTail`, with `else if failed` allowed. */
export const successTail = seq(
  plainTail,
  recovery(word('failed', { doc: 'statements/failed', since: '5.28' })),
)
/** What follows `if N restarts within M cycles`. */
export const rateTail = seq(then, rateAction)
export const restartRate = construct(
  'restarts',
  seq(integer, word('restart', { label: 'restarts', doc: 'rates/restarts' }), integer, cycles),
)
export const cyclesWord = cycles
