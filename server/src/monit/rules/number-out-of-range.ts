import type { Fix } from '../../base/edit.ts'
import { type Amount, ownNumbers, ownTokens } from '../model/values.ts'
import { kindOf } from '../syntax/tokens.ts'
import { child, type MonitTree, type Node, spanOfNode, tokenText } from '../syntax/tree.ts'
import { hasReached } from '../version.ts'
import { type MonitContext, monitManual, monitRule } from './rule.ts'

/** monit counts failures in a word of 64 bits, one for each of the last cycles. */
const mostCycles = 64
const smallestPing = 8
const largestPing = 1492
const largestInteger = 2147483647
/** A year. */
const longestCycle = 31556952
const largestOctal = 0o7777

export const numberOutOfRange = monitRule({
  id: 'number-out-of-range',
  kind: 'verdict',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: 'a number that is too large or too small for what it says',
    why: 'monit looks back over 64 cycles at most, and a test can’t fail more often than it is made; permissions are octal numbers up to 7777; a ping carries 8 to 1492 bytes; traffic is added up over 60 minutes, 24 hours or 1 day at most. A number beyond that makes it refuse the whole file.',
    bad: [
      {
        file: 'monitrc',
        text: 'check process app with pidfile /run/app.pid\n  if cpu > 80% for 90 cycles then restart\n',
      },
      {
        file: 'monitrc',
        text: 'check file keys with path /etc/app/keys\n  if failed permission 680 then alert\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        text: 'check process app with pidfile /run/app.pid\n  if cpu > 80% for 60 cycles then restart\n',
      },
      {
        file: 'monitrc',
        text: 'check file keys with path /etc/app/keys\n  if failed permission 640 then alert\n',
      },
    ],
    refs: [monitManual('FAULT TOLERANCE', 'FAULT-TOLERANCE')],
  },
  on: {
    statement(ctx, { node }) {
      if (node) visit(ctx, node, undefined)
    },
  },
})

function visit(ctx: MonitContext, node: Node, parent: Node | undefined): void {
  const check = checks.get(node.term.id)
  if (check) check(ctx, node, parent)
  for (const part of node.children) visit(ctx, part, node)
}

type Check = (ctx: MonitContext, node: Node, parent: Node | undefined) => void

const checks: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['rate', rate],
  ['restarts', restarts],
  ['permission', permission],
  ['ping', pingSize],
  ['total upload', traffic],
  ['total download', traffic],
  ['maxforward', hops],
  ['timeout', timeout],
  ['limit', limit],
  ['set-daemon', pollTime],
])

function rate(ctx: MonitContext, node: Node): void {
  const [count, cycles = count] = ownNumbers(ctx.document.tree, node)
  if (!count || !cycles) return
  if (cycles.value < 1 || cycles.value > mostCycles) {
    const told =
      cycles.value < 1
        ? 'a test is made in 1 cycle at least'
        : `monit looks back over ${mostCycles} cycles at most`
    ctx.report(cycles, `${told}, not ${cycles.value}; accepted: 1 to ${mostCycles}`, {
      fixes: [write(cycles, cycles.value < 1 ? 1 : mostCycles)],
    })
  } else if (count.value < 1) {
    ctx.report(count, 'a test has to fail at least once; accepted: 1 and more', { fixes: [write(count, 1)] })
  } else if (count.value > cycles.value) {
    ctx.report(count, `a test can't fail ${count.value} times within ${cycles.value} cycles`, {
      fixes: [swap(count, cycles)],
    })
  }
}

function restarts(ctx: MonitContext, node: Node): void {
  const [count, cycles] = ownNumbers(ctx.document.tree, node)
  if (!count || !cycles) return
  if (count.value < 1 || cycles.value < 1) {
    const wrong = count.value < 1 ? count : cycles
    ctx.report(wrong, 'restarts and cycles are counted from 1', { fixes: [write(wrong, 1)] })
  } else if (count.value > cycles.value) {
    ctx.report(
      count,
      `monit restarts a service once a cycle at most, so never ${count.value} times within ${cycles.value} cycles`,
      { fixes: [swap(count, cycles)] },
    )
  }
}

/** An octal number; monit reads it from the same digits as any other number. */
function permission(ctx: MonitContext, node: Node): void {
  const { tree } = ctx.document
  for (const token of ownTokens(node)) {
    if (kindOf(tree.tokens, token) !== 'NUMBER') continue
    const digits = tokenText(tree, token)
    const isOctal = /^[0-7]+$/.test(digits)
    if (isOctal && Number.parseInt(digits, 8) <= largestOctal) continue
    const span = { start: tree.tokens.starts[token]!, end: tree.tokens.ends[token]! }
    const reason = isOctal ? `permissions end at 7777` : `permissions are written in octal digits, 0 to 7`
    ctx.report(span, `'${digits}' can't be permissions: ${reason}; an example: 640`)
  }
}

function pingSize(ctx: MonitContext, node: Node): void {
  for (const option of node.children) {
    if (option.term.id !== 'size') continue
    const [size] = ownNumbers(ctx.document.tree, option)
    if (!size || (size.value >= smallestPing && size.value <= largestPing)) continue
    const nearest = size.value < smallestPing ? smallestPing : largestPing
    ctx.report(size, `a ping carries ${smallestPing} to ${largestPing} bytes, not ${size.value}`, {
      fixes: [write(size, nearest)],
    })
  }
}

/** monit keeps traffic by minutes for an hour, and by hours for a day. */
const longestSpan: Readonly<Record<string, number>> = { minutes: 60, hours: 24, days: 1 }

function traffic(ctx: MonitContext, node: Node): void {
  const { tree } = ctx.document
  const unit = child(node, 'time-unit') ?? node
  const numbers = ownNumbers(tree, node)
  const count = numbers.length > 1 ? numbers.at(-1) : undefined
  const most = longestSpan[kindOf(tree.tokens, unit.after - 1)]
  if (!count || !most || count.value <= most) return
  ctx.report(
    { start: count.start, end: tree.tokens.ends[unit.after - 1]! },
    'monit adds traffic up over a day at most; accepted: 1 day, up to 24 hours, up to 60 minutes',
    { fixes: [write(count, most)] },
  )
}

function hops(ctx: MonitContext, node: Node): void {
  const [number] = ownNumbers(ctx.document.tree, node)
  if (!number || number.value <= 255) return
  ctx.report(number, `monit takes 70 in place of ${number.value}; accepted: 0 to 255`, {
    severity: 'warning',
  })
}

function timeout(ctx: MonitContext, node: Node, parent: Node | undefined): void {
  // That of `exec` is the only one which may be 0.
  if (parent?.term.id === 'exec' || !hasReached(ctx.target.version, '5.34.4')) return
  const [number] = ownNumbers(ctx.document.tree, node)
  if (number?.value === 0)
    ctx.report(number, `a timeout of 0 is refused since monit 5.34.4; accepted: 1 second and more`)
}

function limit(ctx: MonitContext, node: Node): void {
  if (!hasReached(ctx.target.version, '5.34')) return
  const { tree } = ctx.document
  const [number] = ownNumbers(tree, node)
  if (!number) return
  const name = tokenText(tree, node.first)
  if (number.value === 0) {
    ctx.report(number, `'${name}' can't be 0: since monit 5.34 every limit is 1 at least`)
    return
  }
  if (!hasReached(ctx.target.version, '6.0')) return
  const unit = child(node, 'size-unit')
  const factor = factorOf(tree, unit)
  if (number.value * factor > largestInteger) {
    ctx.report(
      unit ? { ...spanOfNode(tree, unit), start: number.start } : number,
      `'${name}' ends below 2 GB`,
    )
  }
}

function factorOf(tree: MonitTree, unit: Node | undefined): number {
  const power = unit ? ['bytes', 'kB', 'MB', 'GB'].indexOf(kindOf(tree.tokens, unit.first)) : 0
  return 1024 ** Math.max(0, power)
}

function pollTime(ctx: MonitContext, node: Node): void {
  const [number] = ownNumbers(ctx.document.tree, node)
  if (!number) return
  // Before 5.35 monit looked at the last one only.
  const isRead = hasReached(ctx.target.version, '5.35') || isLastDaemon(ctx, node)
  if (number.value === 0) {
    if (isRead)
      ctx.report(number, "monit can't check every 0 seconds; accepted: 1 and more, usually 30 or 60")
    return
  }
  if (!hasReached(ctx.target.version, '5.35')) return
  const most = hasReached(ctx.target.version, '6.0') ? longestCycle : largestInteger
  if (number.value > most) ctx.report(number, `the time between two cycles ends at ${most} seconds`)
}

function isLastDaemon({ document }: MonitContext, node: Node): boolean {
  return document.globals.findLast(({ name }) => name === 'daemon')?.node === node
}

function write(number: Amount, value: number): Fix {
  return {
    title: `write ${value}`,
    safe: false,
    edits: [{ span: { start: number.start, end: number.end }, newText: String(value) }],
  }
}

function swap(first: Amount, second: Amount): Fix {
  return {
    title: `swap the two numbers: ${second.value} within ${first.value} cycles`,
    safe: false,
    edits: [
      { span: { start: first.start, end: first.end }, newText: String(second.value) },
      { span: { start: second.start, end: second.end }, newText: String(first.value) },
    ],
  }
}
