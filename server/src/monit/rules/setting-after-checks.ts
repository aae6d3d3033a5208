import type { Span } from '../../base/span.ts'
import type { Global, MonitDocument } from '../document.ts'
import type { Service } from '../model/service.ts'
import { kindOf } from '../syntax/tokens.ts'
import { child, type Node } from '../syntax/tree.ts'
import { isDivided } from './other-documents.ts'
import { type MonitContext, monitManual, monitRule } from './rule.ts'
import { lineStart } from './top-file.ts'

/** Whether a check takes a setting at the moment at which monit reads it, because it has none of its own. */
type Takes = (service: Service) => boolean

const startsWithout =
  (role: 'start' | 'stop' | 'restart' | 'check'): Takes =>
  ({ programs }) =>
    programs.some((program) => program.role === role && program.command && !program.command.timeout)

/** The limits that are copied into checks; those on sizes are looked up when they are needed. */
const limits: Readonly<Record<string, Takes>> = {
  startTimeout: startsWithout('start'),
  stopTimeout: startsWithout('stop'),
  restartTimeout: startsWithout('restart'),
  programTimeout: startsWithout('check'),
  networkTimeout: ({ tests }) =>
    tests.some(({ conditions }) =>
      conditions.some(
        ({ subject, node }) => (subject === 'connection' || subject === 'ping') && !child(node, 'timeout'),
      ),
    ),
}

export const settingAfterChecks = monitRule({
  id: 'setting-after-checks',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: '`set limits` or `set onreboot` below checks that it is meant for',
    why: 'monit copies the time limits and the policy after a reboot into each check when it reads the check. A `set limits` or `set onreboot` further down counts for the checks below it only; those above keep monit’s own values, and nothing tells.',
    bad: [
      {
        file: 'monitrc',
        text: 'check process app with pidfile /run/app.pid\n  start program = "/usr/bin/systemctl start app"\n\nset limits { startTimeout: 90 seconds }\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        text: 'set limits { startTimeout: 90 seconds }\n\ncheck process app with pidfile /run/app.pid\n  start program = "/usr/bin/systemctl start app"\n',
      },
    ],
    refs: [
      monitManual('LIMITS', 'LIMITS'),
      monitManual('SYSTEM REBOOT AND SERVICE STARTUP', 'SYSTEM-REBOOT-AND-SERVICE-STARTUP'),
    ],
  },
  on: {
    file(ctx, document) {
      const [first] = document.services
      if (!first) return
      for (const global of document.globals) {
        if (global.start < first.start || global.statement.incomplete || !global.node) continue
        if (isDivided(document.tree, first.start, global.start)) continue
        if (global.name === 'limits') limitsBelow(ctx, global, global.node)
        else if (global.name === 'onreboot') rebootPolicyBelow(ctx, global, global.node)
      }
    },
  },
})

function limitsBelow(ctx: MonitContext, global: Global, node: Node): void {
  const { document } = ctx
  for (const limit of node.children) {
    const name = kindOf(document.tree.tokens, limit.first)
    const takes = limits[name]
    // Limits that are set anew before each group of checks are meant as they stand.
    if (!takes || isSetBefore(document, global, name)) continue
    const missed = document.services.filter((service) => service.start < global.start && takes(service))
    if (missed.length > 0) report(ctx, global, node, `${name} comes too late for ${namesOf(missed)}`)
  }
}

function rebootPolicyBelow(ctx: MonitContext, global: Global, node: Node): void {
  const { document } = ctx
  if (document.globals.some(({ name, start }) => name === 'onreboot' && start < global.start)) return
  const missed = document.services.filter(
    ({ start, statements }) =>
      start < global.start && !statements.some((statement) => statement.node?.term.id === 'onreboot'),
  )
  if (missed.length > 0) report(ctx, global, node, `this comes too late for ${namesOf(missed)}`)
}

function isSetBefore({ globals, tree }: MonitDocument, { start }: Global, name: string): boolean {
  return globals.some(
    (other) =>
      other.name === 'limits' &&
      other.start < start &&
      other.node?.children.some((limit) => kindOf(tree.tokens, limit.first) === name),
  )
}

function namesOf(services: readonly Service[]): string {
  const [first, ...more] = services.map(({ name }) => `'${name?.text ?? ''}'`)
  return more.length > 0 ? `${first} and ${more.length} more` : `${first}`
}

function report(ctx: MonitContext, { statement, start }: Global, node: Node, what: string): void {
  const { document } = ctx
  const span = { start, end: document.tree.tokens.ends[node.first]! }
  const moved = linesOf(document.tree.text, statement)
  const place = lineStart(document.tree.text, document.services[0]!.start)
  ctx.report(span, `${what}: monit reads from top to bottom, and checks above it keep its default`, {
    fixes: moved
      ? [
          {
            title: 'Move it above the checks',
            safe: false,
            edits: [
              {
                span: { start: place, end: place },
                newText: `${document.tree.text.slice(statement.start, statement.end)}\n`,
              },
              { span: moved, newText: '' },
            ],
          },
        ]
      : [],
  })
}

/** The whole lines that a statement takes; undefined where something else stands on them. */
function linesOf(text: string, { start, end }: Span): Span | undefined {
  const from = lineStart(text, start)
  const lineEnd = text.indexOf('\n', end)
  const to = lineEnd < 0 ? text.length : lineEnd + 1
  const isAlone = text.slice(from, start).trim() === '' && text.slice(end, to).trim() === ''
  return isAlone ? { start: from, end: to } : undefined
}
