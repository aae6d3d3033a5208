import { ownTokens } from '../model/values.ts'
import { kindOf } from '../syntax/tokens.ts'
import { child, type MonitTree, type Node, spanOfNode, tokenText } from '../syntax/tree.ts'
import { type MonitContext, monitManual, monitRule } from './rule.ts'

export const protocolConflict = monitRule({
  id: 'protocol-conflict',
  kind: 'verdict',
  severity: 'error',
  reach: 'check',
  docs: {
    summary:
      '`send` and `expect` behind a protocol, HEAD where a page is looked into, RADIUS without UDP, or a key of MySQL’s without a login',
    why: 'With `protocol http` and its like monit speaks the protocol itself, so it refuses a `send` or `expect` of one’s own behind it. And it speaks RADIUS over UDP only, which must be asked for with `type udp`. The key of a MySQL server is only told to who logs in. An answer to HEAD has no page in which `content` or `checksum` could look.',
    bad: [
      {
        file: 'monitrc',
        text: 'check host web with address 192.0.2.1\n  if failed port 80 protocol http send "GET / HTTP/1.0" expect "200" then alert\n',
      },
      {
        file: 'monitrc',
        text: 'check host auth with address 192.0.2.1\n  if failed port 1812 protocol radius then alert\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        text: 'check host web with address 192.0.2.1\n  if failed port 80 protocol http request "/" status 200 then alert\n',
      },
      {
        file: 'monitrc',
        text: 'check host auth with address 192.0.2.1\n  if failed port 1812 type udp protocol radius then alert\n',
      },
    ],
    refs: [monitManual('CONNECTION TESTS', 'CONNECTION-TESTS')],
  },
  on: {
    test(ctx, { test }) {
      for (const { subject, node } of test.conditions) if (subject === 'connection') connection(ctx, node)
    },
  },
})

function connection(ctx: MonitContext, node: Node): void {
  const { tree } = ctx.document
  let spoken: string | undefined
  let radius: Node | undefined
  let spokenBy: Node | undefined
  for (const part of node.children) {
    const { id } = part.term
    if (id === 'protocol') {
      spoken = nameOf(tree, part)
      radius = spoken === 'radius' ? part : undefined
      keyWithoutUser(ctx, part)
      spokenBy = part
    } else if ((id === 'send' || id === 'expect') && spoken !== undefined && spoken !== 'default') {
      ctx.report(
        spanOfNode(tree, part),
        `monit speaks ${spoken} itself here and refuses '${id}'; leave out '${id}' or 'protocol ${spoken}'`,
      )
    }
  }
  if (spokenBy) headWithoutBody(ctx, node, spokenBy)
  if (radius && !isUdp(tree, node)) {
    const { start, end } = spanOfNode(tree, radius)
    ctx.report(
      { start, end },
      "monit speaks RADIUS over UDP only, and a port is TCP unless 'type udp' says otherwise",
      {
        fixes: child(node, 'type')
          ? []
          : [
              {
                title: "add 'type udp'",
                safe: false,
                edits: [{ span: { start, end: start }, newText: 'type udp ' }],
              },
            ],
      },
    )
  }
}

/** An answer to HEAD has no body to look into. */
function headWithoutBody(ctx: MonitContext, connection: Node, protocol: Node): void {
  const { tree } = ctx.document
  const method = protocol.children.findLast(({ term }) => term.id === 'method')
  if (!method || kindOf(tree.tokens, method.after - 1) !== 'head') return
  const wants = child(protocol, 'checksum') ?? child(connection, 'content')
  if (!wants) return
  ctx.report(
    spanOfNode(tree, method),
    `an answer to HEAD has no body, so monit refuses it together with '${wants.term.id}'; leave out 'method head' or '${wants.term.id}'`,
  )
}

/** The key is handed out to who logs in only. */
function keyWithoutUser(ctx: MonitContext, protocol: Node): void {
  const key = child(protocol, 'rsakey')
  if (!key || child(protocol, 'username') || child(protocol, 'password')) return
  ctx.report(
    spanOfNode(ctx.document.tree, key),
    "'rsakey' needs a login to MySQL; write 'username' and 'password' behind 'protocol mysql' too",
  )
}

function nameOf(tree: MonitTree, protocol: Node): string | undefined {
  const token = ownTokens(protocol)[1]
  return token === undefined ? undefined : kindOf(tree.tokens, token)
}

function isUdp(tree: MonitTree, connection: Node): boolean {
  const types = connection.children.filter(({ term }) => term.id === 'type')
  const last = types.at(-1)
  return last !== undefined && /udp$/i.test(tokenText(tree, last.after - 1))
}
