import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { type PathReading, partProblem, pathProblem, specifierProblem, wishOf } from './checked-path.ts'
import { type Part, partAfter } from './part.ts'
import { expandPath, isLongPath, isPlainPath, pathFault, pathNames } from './path-fault.ts'
import { completePath } from './path-items.ts'
import { describeParts } from './path-meaning.ts'

const none: readonly ValueProblem[] = []
const refused: PathReading = { effect: 'refused' }

/** Where the path begins in a value that may have marks before it. */
type Marks = (text: string) => number

const noMarks: Marks = () => 0
const dash: Marks = (text) => (text[0] === '-' ? 1 : 0)

/** A value that is one path, whole and without quotes. */
function onePath(
  marks: Marks,
  readingOf: (text: string, place: Place) => PathReading | undefined,
): ValueType {
  return {
    check(text, place) {
      if (text === '') return none
      return listed(pathProblem(pathPart(text, marks), place, readingOf(text, place)))
    },
    complete: (text, _cursor, place) => completePath(pathPart(text, marks), place),
    describe: (text, cursor, place) => describeParts([pathPart(text, marks)], cursor, place),
  }
}

/** `config_parse_unit_path_printf()`; the table marks the directives for which a fault keeps the unit from loading. */
export const unitPath = onePath(noMarks, (_, { directive }) =>
  directive.ltype === 'true' ? refused : undefined,
)

/** `config_parse_path_spec()` and `config_parse_ip_filter_bpf_progs()`. */
export const plainPath = onePath(noMarks, () => undefined)

/** `config_parse_unit_condition_path()`: the marks come in this order only. */
const conditions = onePath(
  (text) => /^\|?!?/.exec(text)![0].length,
  () => undefined,
)

export const conditionPath: ValueType = {
  check(text, place) {
    const problems = conditions.check(text, place)
    const marks = /^(?:!\||[|!]+[ \t]+)[|! \t]*/.exec(text)?.[0]
    if (problems.length === 0 || marks === undefined) return problems
    const right = (marks.includes('|') ? '|' : '') + (marks.includes('!') ? '!' : '')
    const message = `the marks of '${place.directive.name}=' stand right before the path, '|' before '!'`
    const rest = conditions.check(right + text.slice(marks.length), place)
    const fix = rest.length === 0 ? { replacements: [right], safe: true } : {}
    return [partProblem({ text: marks, from: 0, to: marks.length }, message, fix)]
  },
  // The two paths that ConditionNeedsUpdate= is for come from its table.
  complete: (text, cursor, place, environment) =>
    place.directive.name.endsWith('NeedsUpdate')
      ? undefined
      : conditions.complete?.(text, cursor, place, environment),
  describe: conditions.describe,
}

const directories = onePath(dash, (text) => (text[0] === '-' ? undefined : refused))

/** `config_parse_working_directory()`: a fault is fatal unless a dash says that the folder may be missing. */
export const workingDirectory: ValueType = {
  check: (text, place) => (text === '~' || text === '-~' ? none : directories.check(text, place)),
  complete: (text, _cursor, place) => completePath(pathPart(text, dash), place, workingItems),
  describe(text, cursor, place) {
    if (!/^-?~$/.test(text)) return directories.describe?.(text, cursor, place)
    const markdown = `the home folder of ${place.manager === 'user' ? 'the user' : 'the user in `User=`, or of root'}`
    return { from: 0, to: text.length, markdown: `\`${text}\`: ${markdown}` }
  },
}

const workingItems = [
  { label: '~', detail: 'the home folder of User=' },
  { label: '-~', detail: 'the home folder of User=, where there is one' },
]

/** The first version on record that refuses PID files below /dev, /proc and /sys. */
const pidFileApiSince = 257

/** `config_parse_pid_file()`: a relative path lies below the runtime folder of the manager. */
export const pidFile: ValueType = {
  check(text, place) {
    if (text === '' || (isPlainPath(text) && !text.startsWith('/var/'))) return none
    const part = pathPart(text, noMarks)
    const bad = specifierProblem(part, place)
    if (bad) return [bad]
    const absolute = joined(text, place)
    const reading: PathReading = place.version >= pidFileApiSince ? { ...refused, api: 'refused' } : refused
    // What is too long as it stands can't be expanded, and that is not fatal.
    if (isLongPath(expandPath(text, place))) return listed(pathProblem(part, place))
    const fault = pathFault(absolute, wishOf(reading, place))
    // The fault of the joined path is one of what stands here: its message is all the same.
    if (fault)
      return listed(pathProblem({ ...part, text: text[0] === '/' ? text : `/run/${text}` }, place, reading))
    return listed(legacyRun(part, absolute, place))
  },
  complete: (text, _cursor, place) => completePath(pathPart(text, noMarks), place, pidItems),
  describe(text, cursor, place) {
    const part = pathPart(text, noMarks)
    const isBelow = !expandPath(text, place).startsWith('/') && !/^%[a-zA-Z]/.test(text) && text !== ''
    return describeParts([isBelow ? { ...part, text: `%t/${text}` } : part], cursor, place)
  },
}

const pidItems = [
  { label: '%t/%N.pid', detail: 'named after the unit, below the runtime folder' },
  { label: '%t/%N/%N.pid', detail: 'in the RuntimeDirectory=%N' },
]

/** The path that a relative one makes with the runtime folder; one that begins with a specifier is left to itself. */
function joined(text: string, place: Place): string {
  const path = expandPath(text, place)
  return path[0] === '/' || path[0] === '\uE000' ? path : `/run/${path}`
}

/** The remark that `/var/run` is only a link to `/run` these days; systemd takes the path below `/run` instead. */
function legacyRun(part: Part, path: string, { directive }: Place): ValueProblem | undefined {
  if (!path.includes('run')) return undefined
  const names = pathNames(path)
  if (names?.[0] !== 'var' || names[1] !== 'run') return undefined
  const { text, from, to } = part
  const rest = /^\/+var\/+run(?=\/|$)(.*)$/.exec(text)?.[1]
  const today = rest === undefined ? 'the path below /run' : `'/run${rest}'`
  return {
    rule: 'legacy-path',
    effect: 'noticed',
    from,
    to,
    message: `'${text}' is below the legacy folder /var/run; systemd reads '${directive.name}=' as ${today}`,
    ...(rest === undefined ? {} : { replacements: [`/run${rest}`], safe: true }),
  }
}

function pathPart(text: string, marks: Marks): Part {
  return partAfter({ text, from: 0, to: text.length }, marks(text))
}

function listed(problem: ValueProblem | undefined): readonly ValueProblem[] {
  return problem ? [problem] : none
}
