import { ownNumbers } from '../model/values.ts'
import { child, type Node } from '../syntax/tree.ts'
import { type MonitContext, monitManual, monitRule } from './rule.ts'

const highest = 65_535

export const noSuchPort = monitRule({
  id: 'no-such-port',
  kind: 'trap',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: 'a port number that no machine has',
    why: 'Ports go from 1 to 65535. monit takes every number without a word; the test then fails in every cycle, and what it says to do, such as a restart, is done each time.',
    bad: [
      {
        file: 'monitrc',
        text: 'check process app with pidfile /run/app.pid\n  if failed port 80800 then restart\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        text: 'check process app with pidfile /run/app.pid\n  if failed port 8080 then restart\n',
      },
    ],
    refs: [monitManual('CONNECTION TESTS', 'CONNECTION-TESTS')],
  },
  on: {
    global(ctx, { name, node }) {
      if (!node) return
      if (name === 'httpd') for (const part of node.children) checkPort(ctx, part, 'httpd-port')
      if (name === 'mailserver') for (const part of node.children) checkPort(ctx, part, 'mail-server')
    },
    test(ctx, { test }) {
      for (const { subject, node } of test.conditions) {
        const target = subject === 'connection' ? child(node, 'target') : undefined
        for (const part of target?.children ?? []) checkPort(ctx, part, 'port')
      }
    },
  },
})

/** Looks at the first number of a part, where it is the one that holds a port. */
function checkPort(ctx: MonitContext, part: Node, id: string): void {
  if (part.term.id !== id) return
  const [port] = ownNumbers(ctx.document.tree, part)
  if (!port || (port.value > 0 && port.value <= highest)) return
  ctx.report(
    { start: port.start, end: port.end },
    `there is no port ${port.value}; accepted: 1 to ${highest}`,
  )
}
