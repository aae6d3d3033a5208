import type { Fix, TextEdit } from '../../base/edit.ts'
import type { MonitDocument } from '../document.ts'
import { type Dated, deprecatedParts } from '../syntax/dated.ts'
import type { MonitTree } from '../syntax/tree.ts'
import { hasReached } from '../version.ts'
import { monitManual, monitRule } from './rule.ts'

export const deprecatedSyntax = monitRule({
  id: 'deprecated-syntax',
  kind: 'verdict',
  severity: 'information',
  reach: 'check',
  docs: {
    summary: 'an old way to say something, of which monit 6 warns',
    why: 'monit 6 still understands `set logfile`, `every N cycles`, `match` and some others, warns of each, and is to drop them one day. What to write instead is mostly understood by older versions too.',
    bad: [
      { file: 'monitrc', text: 'set logfile /var/log/monit.log\n' },
      {
        file: 'monitrc',
        text: 'check file log with path /var/log/app.log\n  if match "fatal" then alert\n',
      },
    ],
    good: [
      { file: 'monitrc', text: 'set log /var/log/monit.log\n' },
      {
        file: 'monitrc',
        text: 'check file log with path /var/log/app.log\n  if content = "fatal" then alert\n',
      },
    ],
    refs: [monitManual('THE MONIT CONTROL FILE', 'THE-MONIT-CONTROL-FILE')],
  },
  on: {
    statement(ctx, statement) {
      if (!hasReached(ctx.target.version, '6.0')) return
      const { tree } = ctx.document
      for (const part of deprecatedParts(tree, statement)) {
        const { span, message } = wordsFor(tree, part)
        ctx.report(span, message, {
          tag: 'deprecated',
          fixes: fixesFor(tree, part, () => pollTime(ctx.whole())),
        })
      }
    },
  },
})

/** Of most parts the first word alone is old, not what it says. */
function wordsFor({ text }: MonitTree, { start, end, deprecated, statement }: Dated) {
  const old = text.slice(start, end)
  if (/^\d/.test(old)) {
    return {
      span: { start, end },
      message: `'every ${old}' is deprecated since monit 6.0; write a cron expression`,
    }
  }
  const word = /^\S+/.exec(old)![0]
  const before = /\b(?:failed|mode)\s+$/i.exec(text.slice(statement.start, start))?.[0] ?? ''
  const name = (before + word).replace(/\s+/g, ' ')
  return {
    span: { start: start - before.length, end: start + word.length },
    message: `'${name}' is deprecated since monit 6.0; write '${deprecated?.instead}'`,
  }
}

/** The seconds of a cycle, 0 where the file doesn't say. */
function pollTime({ globals, tree }: MonitDocument): number {
  const daemon = globals.findLast(({ name }) => name === 'daemon')
  return Number((daemon && /daemon\s+(\d+)/i.exec(tree.text.slice(daemon.start, daemon.end))?.[1]) ?? 0)
}

/** @param pollTime tells the seconds of a cycle, 0 where nobody knows */
function fixesFor(tree: MonitTree, part: Dated, pollTime: () => number): readonly Fix[] {
  const { start, end, statement } = part
  const old = tree.text.slice(start, end)
  const plain = old.replace(/\s+/g, ' ')
  const found = replacementFor(plain, pollTime)
  if (!found) return []
  const { from, to, isSame } = found
  const edits: TextEdit[] = [
    { span: { start, end: from === plain ? end : start + from.length }, newText: to },
  ]
  if (to === 'content =') {
    const not = notBefore(tree, statement.start, start)
    if (not) edits.splice(0, 1, { span: { start: not, end }, newText: 'content !=' })
  } else if (to === 'onreboot laststate') {
    edits.splice(0, 1, { span: { start: statement.start, end: statement.end }, newText: to })
  } else if (to === 'link down') {
    const failed = tree.text.slice(statement.start, start).search(/failed\s+$/i)
    if (failed === -1) return []
    edits.splice(0, 1, { span: { start: statement.start + failed, end }, newText: to })
  }
  return [{ title: `write '${edits[0]!.newText}'`, safe: isSame, edits }]
}

interface Replacement {
  readonly from: string
  readonly to: string
  /** True where monit does the same with it. */
  readonly isSame: boolean
}

function replacementFor(old: string, pollTime: () => number): Replacement | undefined {
  if (/^logfile\b/i.test(old)) return { from: 'logfile', to: 'log', isSame: true }
  if (/^(?:match(?:ing)?|=~)$/i.test(old)) return { from: old, to: 'content =', isSame: true }
  if (/^certmd5\b/i.test(old)) return { from: 'certmd5', to: 'certificate checksum', isSame: true }
  if (/^tcpssl$/i.test(old)) return { from: old, to: 'tcp with ssl', isSame: false }
  if (/^manual$/i.test(old)) return { from: old, to: 'onreboot laststate', isSame: false }
  if (/^link$/i.test(old)) return { from: old, to: 'link down', isSame: true }
  const size = /^expectbuffer (.+)$/i.exec(old)
  if (size) return { from: old, to: `limits { sendExpectBuffer: ${size[1]} }`, isSame: false }
  const cycles = /^(\d+) cycles?$/i.exec(old)
  const minutes = cycles ? (Number(cycles[1]) * pollTime()) / 60 : 0
  if (cycles && Number.isInteger(minutes) && minutes >= 1 && minutes < 60 && 60 % minutes === 0) {
    return { from: old, to: minutes === 1 ? '"* * * * *"' : `"*/${minutes} * * * *"`, isSame: false }
  }
  return undefined
}

/** Where the `not` before a `match` begins. */
function notBefore(tree: MonitTree, from: number, start: number): number | undefined {
  const found = /\bnot\s+$/i.exec(tree.text.slice(from, start))
  return found ? from + found.index : undefined
}
