import { lastValue, type Text } from '../model/values.ts'
import { kindOf } from '../syntax/tokens.ts'
import { child, type Node, spanOfNode } from '../syntax/tree.ts'
import { hasReached } from '../version.ts'
import { type MonitContext, monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

/** Hexadecimal digits of each kind of checksum. */
const lengths = { md5: 32, sha1: 40, sha256: 64 } as const
type Hash = keyof typeof lengths

export const badChecksum = monitRule({
  id: 'bad-checksum',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'an expected checksum that is none of its kind',
    why: 'An MD5 checksum has 32 hexadecimal digits, a SHA-1 checksum 40, and a SHA-256 one, which monit knows since 6.0, 64. monit refuses the whole file where the length is none of them, or not that of the kind which the test names.',
    bad: [
      {
        file: 'monitrc',
        text: 'check file sshd with path /usr/sbin/sshd\n  if failed md5 checksum expect da39a3ee5e6b4b0d3255bfef95601890afd80709 then alert\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        text: 'check file sshd with path /usr/sbin/sshd\n  if failed sha1 checksum expect da39a3ee5e6b4b0d3255bfef95601890afd80709 then alert\n',
      },
    ],
    refs: [monitManual('FILE CHECKSUM TEST', 'FILE-CHECKSUM-TEST')],
  },
  on: {
    test(ctx, { test }) {
      if (test.statement.incomplete) return
      for (const { subject, node } of test.conditions) {
        const value = subject === 'checksum' ? lastValue(ctx.document.tree, node) : undefined
        if (value && !holdsTag(ctx.document.tree, value)) checkHash(ctx, node, value)
      }
    },
  },
})

function checkHash(ctx: MonitContext, node: Node, { text, start, end }: Text): void {
  const type = child(node, 'hash-type')
  const named = type && (kindOf(ctx.document.tree.tokens, type.first) as Hash)
  const known: readonly Hash[] = hasReached(ctx.target.version, '6.0')
    ? ['md5', 'sha1', 'sha256']
    : ['md5', 'sha1']
  if (named && !known.includes(named)) return
  // monit itself drops everything else.
  const digits = text.replace(/[^0-9a-f]/gi, '').length
  const is = known.find((hash) => lengths[hash] === digits)
  if (is && (!named || named === is)) return
  const wanted = (named ? [named] : known).map((hash) => `${lengths[hash]} for ${hash}`).join(', ')
  ctx.report({ start, end }, `this checksum has ${digits} hexadecimal digits; accepted: ${wanted}`, {
    fixes:
      named && is
        ? [
            {
              title: `Change '${named}' to '${is}'`,
              safe: false,
              edits: [{ span: spanOfNode(ctx.document.tree, type), newText: is }],
            },
          ]
        : [],
  })
}
