import type { TokenKind } from '../syntax/token-kinds.ts'
import type { CheckType } from '../syntax/tree.ts'
import { command, cyclesWord, host, integer, path } from './common.ts'
import { globalStatement, noAlertAddress, rebootPolicy, recipient } from './globals.ts'
import { choice, construct, type DocRef, seq, several, type Term, value, word } from './terms.ts'
import { ignoredContent, testOf } from './tests.ts'

/**
 * The table of statements: everything that monit understands, 5.20 to 6.0 taken together. What came later or went is
 * marked with versions; the parser takes all of it, rules compare with the target version.
 */

export const checkTypes = [
  'process',
  'file',
  'fifo',
  'directory',
  'filesystem',
  'host',
  'network',
  'system',
  'program',
] as const satisfies readonly CheckType[]

const name = value('service-name', 'a name for the service', 'SERVICE')

/** What says which thing a check is about. */
function target(token: TokenKind, rest: Term, id: string = token) {
  return construct(id, seq(word(token, { doc: `heads/${token}` }), rest), { doc: `heads/${token}` })
}

const pathTarget = target('path', path)

const heads: Readonly<Record<CheckType, Term | undefined>> = {
  process: choice(
    target('pidfile', path),
    target('path', path, 'pidfile'),
    target('matching', value('pattern', 'a regular expression', 'STRING', 'PATH')),
  ),
  file: pathTarget,
  fifo: pathTarget,
  directory: pathTarget,
  filesystem: target('path', value('path', 'a mount point, a device or a share', 'PATH', 'STRING')),
  host: target('address', host),
  network: choice(
    target('interface', value('interface', 'the name of an interface', 'STRING')),
    target('address', host),
  ),
  system: undefined,
  program: target('path', command),
}

function head(type: CheckType): Term {
  const about = heads[type]
  const first = [word(`check ${type}`, { doc: `checkTypes/${type}` }), name] as const
  return construct('check', about ? seq(...first, about) : seq(...first), { doc: `checkTypes/${type}` })
}

function statement(token: TokenKind, rest: Term, facts: { readonly doc?: DocRef } = {}) {
  const doc = facts.doc ?? (`statements/${token}` as const)
  return construct(token, seq(word(token, { doc }), rest), { doc })
}

const cron = value('cron', 'a cron expression in quotes', 'CRON')
/** What every check may have besides tests. */
const common: readonly Term[] = [
  statement('start', command),
  statement('stop', command),
  statement('restart', command),
  statement(
    'every',
    choice(
      construct('every-cycles', seq(integer, cyclesWord), {
        doc: 'statements/every cycles',
        deprecated: { since: '6.0', instead: 'every with a cron expression' },
      }),
      cron,
    ),
  ),
  construct('every', seq(word('not every', { doc: 'statements/not every' }), cron), {
    doc: 'statements/not every',
  }),
  statement(
    'mode',
    choice(
      word('active', { doc: 'words/mode active' }),
      word('passive', { doc: 'words/mode passive' }),
      construct('mode-manual', word('manual', { doc: 'words/mode manual' }), {
        deprecated: { since: '6.0', instead: 'onreboot laststate' },
      }),
    ),
  ),
  statement('onreboot', rebootPolicy),
  statement('group', value('group-name', 'the name of a group', 'GROUP')),
  statement('depends on', several(value('depends-name', 'the name of a service', 'DEPENDENCY'))),
  statement('alert', recipient),
  statement('noalert', noAlertAddress),
]
const ignored = statement('ignore', ignoredContent, { doc: 'statements/ignore content' })

/** The statements of a table by their first words; what a node's id may be, and what hover and completion know of it. */
export interface StatementTable {
  readonly global: Term
  readonly heads: Term
  /** What a check of a type may hold. */
  readonly service: Readonly<Record<CheckType, Term>>
}

export const statements: StatementTable = {
  global: globalStatement,
  heads: choice(...checkTypes.map(head)),
  service: Object.fromEntries(
    checkTypes.map((type) => [type, choice(...common, testOf(type), ...(type === 'file' ? [ignored] : []))]),
  ) as Record<CheckType, Term>,
}
