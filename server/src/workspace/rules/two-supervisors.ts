import { endOfStatement } from '../../monit/rules/command-words.ts'
import { monitManual } from '../../monit/rules/rule.ts'
import { holdsTag } from '../../monit/rules/tags.ts'
import { kindOf } from '../../monit/syntax/tokens.ts'
import type { MonitTree, Node } from '../../monit/syntax/tree.ts'
import { acrossRule, type Pair } from './rule.ts'

export const twoSupervisors = acrossRule({
  id: 'two-supervisors',
  kind: 'trap',
  severity: 'information',
  docs: {
    summary: 'a check that starts a unit with `Restart=always` again and again, without an end',
    why: 'systemd starts such a service anew as soon as it ends, and so does monit in its next cycle. When the service fails at each start, systemd gives up after a while (`StartLimitBurst=`); monit does not, and neither ever tells that it is hopeless. Let systemd restart what has crashed, `Restart=on-failure`, and tell monit when to stop: `if 5 restarts within 30 cycles then unmonitor`.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/usr/bin/systemctl start web"\n  stop program = "/usr/bin/systemctl stop web"\n',
        beside: [
          {
            file: 'web.service',
            text: '[Service]\nExecStart=/srv/web/run --pidfile /run/web.pid\nRestart=always\n',
          },
        ],
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/usr/bin/systemctl start web"\n  stop program = "/usr/bin/systemctl stop web"\n  if 5 restarts within 30 cycles then unmonitor\n',
        beside: [
          {
            file: 'web.service',
            text: '[Service]\nExecStart=/srv/web/run --pidfile /run/web.pid\nRestart=always\n',
          },
        ],
      },
    ],
    refs: [
      monitManual('SERVICE RESTART LIMIT', 'SERVICE-RESTART-LIMIT'),
      '[systemd.service(5), `Restart=`](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Restart=)',
    ],
  },
  on: {
    pair(ctx, { service, program, unit, call, isShared }) {
      const { tree } = ctx.document
      if (isShared || hasLimit(service) || isPassive(tree, service) || holdsTag(tree, service)) return
      if (unit.effective.text('Service', 'Restart') !== 'always') return
      const [named] = call.units
      if (!named) return
      const lineStart = tree.text.lastIndexOf('\n', program.statement.start) + 1
      const indent = /^[ \t]*/.exec(tree.text.slice(lineStart))![0]
      const last = service.statements.at(-1)!
      const end = endOfStatement(tree, last)
      const limit = 'if 5 restarts within 30 cycles then unmonitor'
      const edits = [{ span: { start: end, end }, newText: `\n${indent}${limit}` }]
      ctx.report(
        named.span,
        `systemd itself starts '${unit.name}' again whenever it ends ('Restart=always'), and monit does so too, without an end; '${limit}' gives it one`,
        { fixes: [{ title: `Add '${limit}'`, safe: false, edits }] },
      )
    },
  },
})

/** True where the check says after how many restarts something else is to happen. */
function hasLimit({ tests }: Pair['service']): boolean {
  return tests.some(({ node }) => holds(node, 'restarts'))
}

function holds(node: Node, id: string): boolean {
  return node.term.id === id || node.children.some((child) => holds(child, id))
}

/** In this mode monit starts nothing by itself. */
function isPassive(tree: MonitTree, { statements }: Pair['service']): boolean {
  const mode = statements.findLast(({ node }) => node?.term.id === 'mode')?.node
  return mode !== undefined && kindOf(tree.tokens, mode.after - 1) === 'passive'
}
