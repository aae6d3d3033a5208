import { nearest } from '../../../base/nearest.ts'
import { child, spanOfNode } from '../../syntax/tree.ts'
import { explain, insert, perhaps, type Recogniser, replace, type Situation, surely } from './situation.ts'

/** What stands behind a condition: `then`, one action, `else`. */

const actions: ReadonlySet<string> = new Set([
  'alert',
  'restart',
  'start',
  'stop',
  'unmonitor',
  'ignore',
  'exec',
])
const actionList = 'alert, restart, start, stop, unmonitor, exec'

export const missingThen: Recogniser = (here) => {
  const kind = here.kind(0)
  if (!here.allows('then') || !actions.has(kind) || here.beginsLine(0)) return undefined
  const { start } = here.problem.span
  // Both are words that monit skips.
  const misspelt = /\b(?:than|the)\s+$/i.exec(here.gap(0))
  const action = here.text.replace(/\W+$/, '')
  if (misspelt) {
    const span = {
      start: start - misspelt[0].length,
      end: start - misspelt[0].length + misspelt[0].trimEnd().length,
    }
    return explain(
      span,
      `'then' must stand before '${action}'`,
      surely("write 'then'", replace(span, 'then')),
    )
  }
  return explain(
    here.problem.span,
    `'then' is missing before '${action}'`,
    surely("add 'then'", insert(start, 'then ')),
  )
}

/** `then`, and no action behind it. */
export const missingAction: Recogniser = (here) => {
  if (here.kind(-1) !== 'then' || !here.allows('unmonitor')) return undefined
  if (here.problem.tokenKind === 'END' || here.beginsLine(0)) {
    return explain(here.span(-1), `an action is missing behind 'then'; accepted: ${actionList}`)
  }
  const word = here.text.toLowerCase()
  const meant = meantActions[word] ?? nearest(word, actions)
  return explain(
    here.problem.span,
    `'${here.text}' is no action; accepted: ${actionList}`,
    ...(meant ? [perhaps(`write '${meant}'`, replace(here.problem.span, meant))] : []),
  )
}

const meantActions: Readonly<Record<string, string>> = {
  email: 'alert',
  mail: 'alert',
  notify: 'alert',
  warn: 'alert',
  reload: 'restart',
  kill: 'stop',
  run: 'exec',
  execute: 'exec',
  monitor: 'start',
  disable: 'unmonitor',
}

/** `then restart and alert`, `then alert and exec "…"`: a test has one action. */
export const secondAction: Recogniser = (here) => twoActions(here) ?? alertBehindAction(here)

function twoActions(here: Situation) {
  const kind = here.kind(0)
  if (kind !== 'exec' && kind !== 'unmonitor') return undefined
  if (!here.isBehind || here.statement?.node?.term.id !== 'test' || here.beginsLine(0)) return undefined
  const { start } = here.problem.span
  const span = { start, end: start + kind.length }
  if (here.kind(-1) !== 'alert') return explain(span, oneAction)
  return explain(
    span,
    `a test has one action, and '${kind}' sends an alert by itself; leave out 'alert'`,
    surely("leave out 'alert'", replace({ start: here.span(-1).start, end: start }, '')),
  )
}

const oneAction = 'a test has one action; write the test again for a second one'

/** The `alert` or `restart` begins a statement of its own, which then lacks its address or program. */
function alertBehindAction(here: Situation) {
  const { statement, tree } = here
  const id = statement?.node?.term.id
  if (here.isBehind || !statement || here.position !== 1) return undefined
  if (id !== 'alert' && id !== 'start' && id !== 'stop' && id !== 'restart') return undefined
  const before = tree.items.find(({ after }) => after === statement.first)
  if (before?.node?.term.id !== 'test' || here.beginsLine(-1)) return undefined
  if (id !== 'alert') return explain(here.span(-1), oneAction)
  return explain(
    here.span(-1),
    "a test has one action, and every action sends an alert by itself; leave out 'alert'",
    surely("leave out 'alert'", replace({ start: before.end, end: here.span(-1).end }, restOfGap(here))),
  )
}

/** The closing quote of an `exec` before it stays. */
function restOfGap(here: Situation): string {
  return /^\s*["']/.exec(here.gap(-1))?.[0] ?? ''
}

export const repeatWithoutExec: Recogniser = (here) => {
  if (here.kind(0) !== 'repeat' || !here.isBehind || here.statement?.node?.term.id !== 'test')
    return undefined
  return explain(
    here.problem.span,
    "'repeat' belongs to 'exec' only; alerts are repeated with 'alert ADDRESS with reminder on 10 cycles'",
  )
}

export const elseFailed: Recogniser = (here) => {
  if (here.kind(0) !== 'failed' || !here.allows('succeeded') || here.allows('failed')) return undefined
  return explain(
    here.problem.span,
    "behind 'else if' of this test only 'succeeded' can stand",
    perhaps("write 'succeeded'", replace(here.problem.span, 'succeeded')),
  )
}

export const elseWithoutRecovery: Recogniser = (here) => {
  if (here.kind(0) !== 'else' || !here.isBehind || here.statement?.node?.term.id !== 'test') return undefined
  return explain(here.problem.span, "this test has no 'else': nothing tells monit when it is over")
}

/** Options behind `for 3 cycles`, which must be the last of a condition. */
export const rateTooEarly: Recogniser = (here) => {
  const { statement, tree, problem } = here
  const rate = statement?.node && child(statement.node, 'rate')
  if (!rate || rate.after !== problem.token || !optionWords.has(here.kind(0))) return undefined
  const span = spanOfNode(tree, rate)
  const then = nextThen(here)
  const lead =
    /(?:for|within|in)\s+$/i.exec(tree.text.slice(Math.max(0, span.start - 20), span.start))?.[0] ?? ''
  const start = span.start - lead.length
  const rateText = tree.text.slice(start, span.end)
  const behind = then && tree.text.slice(span.end, then)
  return explain(
    problem.span,
    `'${here.text}' must stand before '${rateText}', which comes last`,
    ...(then && behind
      ? [
          perhaps(
            `move '${rateText}' to the end`,
            replace({ start, end: then }, `${behind.trimStart()}${rateText} `),
          ),
        ]
      : []),
  )
}

const optionWords: ReadonlySet<string> = new Set([
  'retry',
  'timeout',
  'protocol',
  'content',
  'responsetime',
  'send',
  'expect',
  'ssl',
  'address',
  'type',
  'request',
  'status',
])

/** Where the `then` of the statement begins, if on the same line. */
function nextThen(here: Situation): number | undefined {
  for (let offset = 1; offset < 30 && here.has(offset) && !here.beginsLine(offset); offset++) {
    if (here.kind(offset) === 'then') return here.span(offset).start
  }
  return undefined
}
