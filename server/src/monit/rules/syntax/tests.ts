import { nearest } from '../../../base/nearest.ts'
import { checkTypes } from '../../grammar/statements.ts'
import { plans } from '../../syntax/expect.ts'
import { Machine } from '../../syntax/machine.ts'
import { kindNumber } from '../../syntax/token-kinds.ts'
import { kindOf } from '../../syntax/tokens.ts'
import type { CheckType } from '../../syntax/tree.ts'
import {
  type Explanation,
  explain,
  insert,
  perhaps,
  type Recogniser,
  replace,
  type Situation,
  shortened,
  surely,
} from './situation.ts'

/** A test or statement that would be right in a check of another type. */
export const testOfOtherType: Recogniser = (here) => {
  const { tree, problem, statement } = here
  const type = statement?.check
  if (!type || here.beginsFile) return undefined
  const first = here.isBehind ? problem.token : statement.first
  if (!here.isBehind && (statement.kind !== 'service' || problem.token - first > 3)) return undefined
  const others = checkTypes.filter((other) => other !== type && reach(here, other, first) > problem.token)
  if (others.length === 0) return undefined
  const furthest = Math.max(...others.map((other) => reach(here, other, first)))
  const fitting = others.filter((other) => reach(here, other, first) === furthest)
  // What could go on like this anywhere is no test of a certain type.
  if (kindOf(tree.tokens, first) !== 'if' && kindOf(tree.tokens, first) !== 'ignore') return undefined
  const subject = subjectOf(here)
  return explain(
    subject.span,
    `'${subject.text}' is a test of ${listOf(fitting)}, and this is a check of type '${type}'${insteadIn(type, subject.text)}`,
    ...fixesFor(here, type, subject.text),
  )
}

function reach({ tree }: Situation, type: CheckType, first: number): number {
  const machine = new Machine(tree.tokens.kinds, first)
  machine.run(plans().services[type])
  return machine.at
}

/** The word that names the test: behind `failed` it is the next one. */
function subjectOf(here: Situation) {
  const isState = ['failed', 'succeeded', 'changed', 'not'].includes(here.kind(0))
  const offset = isState ? 1 : 0
  return { span: here.span(offset), text: shortened(here.raw(offset)) }
}

function listOf(types: readonly CheckType[]): string {
  const names = types.map((type) => `'check ${type}'`)
  const last = names.pop()
  return names.length > 0 ? `${names.join(', ')} and ${last}` : `${last}`
}

function insteadIn(type: CheckType, subject: string): string {
  if (type === 'system' && /^total/.test(subject)) return "; here it is 'memory' or 'cpu'"
  if (type === 'process' && /^cpu/.test(subject)) return "; here it is 'cpu'"
  if (type === 'system' && subject === 'disk')
    return "; how full a disk is, 'check filesystem' tests with 'space'"
  return ''
}

function fixesFor(here: Situation, type: CheckType, subject: string) {
  const span = here.problem.span
  if (type === 'system' && /^total ?(?:mem|memory)$/i.test(subject)) {
    return [surely("write 'memory'", replace(span, 'memory'))]
  }
  if (type === 'system' && /^total ?cpu$/i.test(subject)) return [surely("write 'cpu'", replace(span, 'cpu'))]
  if (type === 'process' && /^cpu/i.test(subject)) return [perhaps("write 'cpu'", replace(span, 'cpu'))]
  return []
}

/** `totalmem` and the like, where they are no word of any type. */
const meantSubjects: Readonly<Record<string, { readonly write: string; readonly in?: CheckType }>> = {
  load: { write: 'loadavg' },
  loadaverage: { write: 'loadavg' },
  disk: { write: 'space', in: 'filesystem' },
  diskspace: { write: 'space' },
  ram: { write: 'memory' },
  processes: { write: 'children' },
  exitcode: { write: 'status' },
  status: { write: 'status' },
  mtime: { write: 'timestamp' },
  nonexist: { write: 'not exist' },
  missing: { write: 'not exist' },
  down: { write: 'failed' },
}

/** A word that is no test, though people write it for one. */
export const meantSubject: Recogniser = (here) => {
  if (here.isBehind || here.statement?.kind !== 'service' || here.kind(-1) !== 'if') return undefined
  const word = here.text.toLowerCase()
  const meant = Object.hasOwn(meantSubjects, word) ? meantSubjects[word]! : undefined
  if (!meant || word === meant.write || (meant.in && meant.in !== here.statement.check)) return undefined
  if (!here.allows(meant.write) && meant.write !== 'not exist') return undefined
  const isTwoWords = /^average$/i.test(here.raw(1))
  const span = here.span(0, isTwoWords ? 1 : 0)
  return explain(
    span,
    `monit calls this test '${meant.write}'`,
    surely(`write '${meant.write}'`, replace(span, meant.write)),
  )
}

/** `if not cpu > 80%`: only `exist` and a few others can be negated. */
export const negatedTest: Recogniser = (here) => {
  if (here.kind(-1) !== 'not' || here.kind(-2) !== 'if') return undefined
  return explain(
    here.span(-1),
    `'not' can't stand before '${shortened(here.text)}'; turn the comparison round`,
    ...turned(here),
  )
}

function turned(here: Situation) {
  for (let offset = 1; offset < 4; offset++) {
    const other = opposites[here.kind(offset)]
    if (!other) continue
    const from = here.span(-1).start
    return [
      perhaps(
        `write '${other}'`,
        replace({ start: from, end: here.problem.span.start }, ''),
        replace(here.span(offset), other),
      ),
    ]
  }
  return []
}

const opposites: Readonly<Record<string, string>> = {
  '>': '<=',
  '<': '>=',
  '>=': '<',
  '<=': '>',
  '=': '!=',
  '!=': '=',
}

/** `cpu > 80% then restart`: a whole test but for its `if`. */
export const missingIf: Recogniser = (here) => {
  const { tree, problem, statement } = here
  if (!here.isBehind || !statement?.check || !here.beginsLine(0)) return undefined
  const kinds = tree.tokens.kinds.slice(problem.token - 1, problem.token + longestTest)
  kinds[0] = kindNumber('if')
  kinds[kinds.length - 1] = kindNumber('END')
  const machine = new Machine(kinds, 0)
  machine.run(plans().services[statement.check])
  const then = kinds.indexOf(kindNumber('then'))
  if (then === -1 || machine.at <= then) return undefined
  return explain(
    problem.span,
    `a test begins with 'if', which is missing before '${shortened(here.text)}'`,
    surely("write 'if'", insert(problem.span.start, 'if ')),
  )
}

/** In tokens. */
const longestTest = 100

/** Lines of a check before any `check`. */
export const outsideOfCheck: Recogniser = (here): Explanation | undefined => {
  if (!here.beginsFile) return undefined
  const kind = here.kind(0)
  if (kind !== 'if' && !serviceWords.has(kind)) return undefined
  const word = here.text.replace(/\W+$/, '')
  const message = `'${word}' belongs to a check, and none begins before it; a file that only others include may begin so`
  return { ...explain(here.problem.span, message), isFineWhenIncluded: true }
}

const serviceWords: ReadonlySet<string> = new Set([
  'start',
  'stop',
  'restart',
  'every',
  'not every',
  'mode',
  'onreboot',
  'group',
  'depends on',
  'alert',
  'noalert',
  'ignore',
])

/** `not monitored`, which is no statement. */
export const notMonitored: Recogniser = (here) => {
  if (here.kind(0) !== 'not' || here.raw(1).toLowerCase() !== 'monitored') return undefined
  return explain(
    here.span(0, 1),
    "there is no 'not monitored'; 'onreboot nostart' keeps monit from watching this check after its start",
    perhaps("write 'onreboot nostart'", replace(here.span(0, 1), 'onreboot nostart')),
  )
}

/** A word behind `if` that no check knows. */
export const unknownTest: Recogniser = (here) => {
  const { statement, problem } = here
  if (here.kind(-1) !== 'if' || !statement?.check || here.isBehind) return undefined
  const words = problem.expected.filter(({ term }) => term.kind === 'word').map(({ term }) => term.label)
  const names = [...new Set(words)].filter((word) => !['not', 'succeeded'].includes(word))
  const meant = nearest(here.text, names)
  if (problem.tokenKind === 'END' || here.beginsLine(0)) {
    return explain(
      here.span(-1),
      `a condition is missing behind 'if'; accepted: ${names.slice(0, mostNamed).join(', ')} …`,
    )
  }
  if (operators.has(here.kind(0))) {
    return explain(
      problem.span,
      `what is compared is missing before '${here.text}'; accepted: ${names.slice(0, mostNamed).join(', ')}`,
    )
  }
  const more = names.length > mostNamed ? ' and others' : ''
  return explain(
    problem.span,
    `'${shortened(here.text)}' is no test of 'check ${statement.check}'; accepted: ${names.slice(0, mostNamed).join(', ')}${more}`,
    ...(meant ? [perhaps(`write '${meant}'`, replace(problem.span, meant))] : []),
  )
}

const mostNamed = 10
const operators: ReadonlySet<string> = new Set(['>', '>=', '<', '<=', '=', '!='])

/** `if memory is more then 80%`, `if status is not 0`. */
export const misspeltComparison: Recogniser = (here) => {
  const span = here.problem.span
  if (here.kind(0) === 'then' && /^(?:more|greater|less|older|newer|equal)$/i.test(here.raw(-1))) {
    return explain(
      span,
      "'then' begins the action; here it is 'than'",
      surely("write 'than'", replace(span, 'than')),
    )
  }
  if (here.kind(0) === 'not' && here.allows('!=')) {
    return explain(span, "'not' can't stand here; write '!='", surely("write '!='", replace(span, '!=')))
  }
  return undefined
}
