import { LineIndex } from '../../base/line-index.ts'
import type { Span } from '../../base/span.ts'
import { removeStatement } from '../edit/remove-statement.ts'
import type { Statement } from '../syntax/tree.ts'
import { endOfStatement } from './command-words.ts'
import { type MonitContext, monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

/** Statements of a check of which the last one counts, and monit is silent about the others. */
const ofService: ReadonlyMap<string, string> = new Map([
  ['start', 'start program'],
  ['stop', 'stop program'],
  ['restart', 'restart program'],
  ['mode', 'mode'],
  ['onreboot', 'onreboot'],
])
/** The same for `set`. */
const globals: ReadonlyMap<string, string> = new Map(
  ['daemon', 'idfile', 'log', 'logfile', 'mail-format', 'pidfile', 'ssl', 'statefile'].map((name) => [
    name,
    `set ${name === 'logfile' ? 'log' : name}`,
  ]),
)

export const repeatedStatement = monitRule({
  id: 'repeated-statement',
  kind: 'trap',
  severity: 'warning',
  reach: 'check',
  docs: {
    summary: 'a statement that stands twice, and of which monit takes the last one',
    why: 'A check has one start program, one stop program, one mode, and monit one interval and one log. A second one replaces the first without a word, also where it says less: of two `set mail-format` the sender and the subject of the first are gone.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/usr/bin/systemctl start web"\n  start program = "/usr/bin/systemctl restart web"\n',
      },
      { file: 'monitrc', text: 'set daemon 120\nset daemon 30\n' },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/usr/bin/systemctl start web"\n  stop program = "/usr/bin/systemctl stop web"\n',
      },
      { file: 'monitrc', text: 'set daemon 30\nset mailserver a.example\nset mailserver b.example\n' },
    ],
    refs: [monitManual('SERVICE METHODS', 'SERVICE-METHODS')],
  },
  on: {
    file(ctx, document) {
      const found = new LastOf(ctx)
      for (const { name, statement } of document.globals) {
        const label = globals.get(name ?? '')
        if (label) found.meet(label, statement)
      }
    },
    service(ctx, { statements }) {
      const found = new LastOf(ctx)
      for (const statement of statements) {
        const label = ofService.get(statement.node?.term.id ?? '')
        if (label) found.meet(label, statement)
      }
    },
  },
})

/** Remembers the last statement of each kind, and reports it when another one comes. */
class LastOf {
  readonly #ctx: MonitContext
  #lines: LineIndex | undefined
  readonly #last = new Map<string, Statement>()

  constructor(ctx: MonitContext) {
    this.#ctx = ctx
  }

  meet(label: string, statement: Statement): void {
    const before = this.#last.get(label)
    this.#last.set(label, statement)
    if (!before || before.incomplete || statement.incomplete) return
    const { tree } = this.#ctx.document
    // Between the two a template may choose one of them.
    if (holdsTag(tree, { start: before.start, end: statement.end })) return
    // The line changes with what stands above the check.
    this.#lines ??= new LineIndex(this.#ctx.whole().tree.text)
    const line = this.#lines.range(statement).start.line + 1
    const span = { start: before.start, end: endOfStatement(tree, before) }
    this.#ctx.report(
      firstLine(tree.text, span),
      `monit takes the last '${label}', on line ${line}, and forgets this one`,
      {
        tag: 'unnecessary',
        fixes: [{ title: 'Remove this one', safe: false, edits: [removeStatement(tree, span)] }],
      },
    )
  }
}

/** A statement may be long; its first line is enough to see which one is meant. */
function firstLine(text: string, { start, end }: Span): Span {
  const line = text.indexOf('\n', start)
  return { start, end: line === -1 || line > end ? end : line }
}
