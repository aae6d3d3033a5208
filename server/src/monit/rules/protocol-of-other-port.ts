import { ownNumbers, ownTokens } from '../model/values.ts'
import type { TokenKind } from '../syntax/token-kinds.ts'
import { kindOf } from '../syntax/tokens.ts'
import { child } from '../syntax/tree.ts'
import { monitManual, monitRule } from './rule.ts'

/** By port: the protocol that is spoken there inside TLS, or outside of it, by the one that it is mistaken for. */
const spoken: Readonly<Record<number, Readonly<Partial<Record<TokenKind, TokenKind>>>>> = {
  80: { https: 'http' },
  443: { http: 'https' },
  465: { smtp: 'smtps' },
  993: { imap: 'imaps' },
  995: { pop: 'pops' },
}

export const protocolOfOtherPort = monitRule({
  id: 'protocol-of-other-port',
  kind: 'trap',
  severity: 'warning',
  reach: 'check',
  docs: {
    summary: 'a protocol without TLS on a port that has it, or the other way round',
    why: '`protocol http` speaks without TLS. A web server answers that on port 443 with an error, or closes the connection, so the test fails in every cycle although the site works, and `then restart` restarts it each time. `protocol https`, or `with ssl`, is what port 443 wants.',
    bad: [
      {
        file: 'monitrc',
        text: 'check host web with address example.com\n  if failed port 443 protocol http then alert\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        text: 'check host web with address example.com\n  if failed port 443 protocol https then alert\n  if failed port 443 with ssl protocol http then alert\n',
      },
    ],
    refs: [monitManual('CONNECTION TESTS', 'CONNECTION-TESTS')],
  },
  on: {
    test(ctx, { test }) {
      const { tree } = ctx.document
      for (const { subject, node } of test.conditions) {
        if (subject !== 'connection') continue
        const target = child(node, 'target')
        const port = target && child(target, 'port')
        const protocol = child(node, 'protocol')
        const number = port && ownNumbers(tree, port)[0]
        if (!number || !protocol || !Object.hasOwn(spoken, number.value)) continue
        const token = ownTokens(protocol)[1]
        if (token === undefined) continue
        const kind = kindOf(tree.tokens, token)
        const right = spoken[number.value]![kind]
        const type = child(node, 'type')
        if (!right || child(node, 'ssl') || (type && child(type, 'tcpssl'))) continue
        const span = { start: tree.tokens.starts[token]!, end: tree.tokens.ends[token]! }
        const how = right === 'http' ? 'no TLS' : 'TLS'
        ctx.report(
          span,
          `port ${number.value} speaks ${how}, so this fails in every cycle; it takes '${right}'`,
          {
            fixes: [{ title: `Change to '${right}'`, safe: false, edits: [{ span, newText: right }] }],
          },
        )
      }
    },
  },
})
