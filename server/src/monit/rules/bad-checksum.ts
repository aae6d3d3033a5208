import { lastValue, ownTokens, spanOfToken, type Text } from '../model/values.ts'
import { kindOf } from '../syntax/tokens.ts'
import { child, type Node } from '../syntax/tree.ts'
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
  reach: 'check',
  docs: {
    summary: 'an expected checksum that is none of its kind',
    why: 'An MD5 checksum has 32 hexadecimal digits, a SHA-1 checksum 40, and a SHA-256 one, which monit knows since 6.0, 64. monit refuses the whole file where the length is none of them, or not that of the kind which the test names; only behind `sha256` in the test of a file it counts nothing, and the test then fails in every cycle.',
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
        if (value && !holdsTag(ctx.document.tree, value))
          checkHash(ctx, child(node, 'hash-type')?.first, value, hashesOf(ctx), true)
      }
    },
    statement(ctx, { node, incomplete }) {
      if (node && !incomplete) visit(ctx, node, undefined)
    },
  },
})

/** Parts outside of the test of a file that end in a checksum: of a certificate, a page, a key. */
const holders: ReadonlySet<string> = new Set(['certificate', 'certmd5', 'rsakey', 'checksum'])

function visit(ctx: MonitContext, node: Node, parent: Node | undefined): void {
  if (holders.has(node.term.id)) hashIn(ctx, node, parent)
  for (const part of node.children) visit(ctx, part, node)
}

function hashIn(ctx: MonitContext, node: Node, parent: Node | undefined): void {
  const { tree } = ctx.document
  const { id } = node.term
  // That of a file is the condition itself.
  if (id === 'checksum' && parent?.term.id !== 'protocol') return
  const value = lastValue(tree, node)
  if (!value || kindOf(tree.tokens, value.token) !== 'STRING' || holdsTag(tree, value)) return
  const token = ownTokens(node).find((each) => isHash(kindOf(tree.tokens, each)))
  // `certmd5` names the kind in its own word.
  const isMd5 = id === 'certmd5'
  checkHash(ctx, isMd5 ? undefined : token, value, isMd5 ? ['md5'] : hashesOf(ctx))
}

function isHash(kind: string): kind is Hash {
  return Object.hasOwn(lengths, kind)
}

function hashesOf({ target }: MonitContext): readonly Hash[] {
  return hasReached(target.version, '6.0') ? ['md5', 'sha1', 'sha256'] : ['md5', 'sha1']
}

/**
 * @param type the token that names the kind, if one does
 * @param isOfFile monit does not count the digits of a file's SHA-256, and never finds another length
 */
function checkHash(
  ctx: MonitContext,
  type: number | undefined,
  { text, start, end }: Text,
  known: readonly Hash[] = hashesOf(ctx),
  isOfFile = false,
): void {
  const { tree } = ctx.document
  const named = type === undefined ? undefined : (kindOf(tree.tokens, type) as Hash)
  if (named && !known.includes(named)) return
  // monit itself drops everything else.
  const digits = text.replace(/[^0-9a-f]/gi, '').length
  const is = known.find((hash) => lengths[hash] === digits)
  if (is && (!named || named === is)) return
  const wanted = (named ? [named] : known).map((hash) => `${lengths[hash]} for ${hash}`).join(', ')
  const isTaken = isOfFile && named === 'sha256'
  const outcome = isTaken ? ', so no file ever has it; needed' : '; accepted'
  ctx.report({ start, end }, `this checksum has ${digits} hexadecimal digits${outcome}: ${wanted}`, {
    ...(isTaken ? { severity: 'warning' } : {}),
    fixes:
      type !== undefined && is
        ? [
            {
              title: `Change '${named}' to '${is}'`,
              safe: false,
              edits: [{ span: spanOfToken(tree, type), newText: is }],
            },
          ]
        : [],
  })
}
