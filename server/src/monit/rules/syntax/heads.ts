import { nearest } from '../../../base/nearest.ts'
import { checkTypes } from '../../grammar/statements.ts'
import type { CheckType } from '../../syntax/tree.ts'
import {
  explain,
  perhaps,
  quoted,
  type Recogniser,
  replace,
  type Situation,
  surely,
  wholeWord,
} from './situation.ts'

/** The first line of a check: its type, its name, what it watches. */

const typeList = checkTypes.join(', ')

/** What people call things that monit has another word for. */
const meantTypes: Readonly<Record<string, CheckType>> = {
  service: 'process',
  daemon: 'process',
  proc: 'process',
  pid: 'process',
  server: 'host',
  url: 'host',
  port: 'host',
  http: 'host',
  website: 'host',
  script: 'program',
  command: 'program',
  exec: 'program',
  disk: 'filesystem',
  fs: 'filesystem',
  mount: 'filesystem',
  partition: 'filesystem',
  dir: 'directory',
  folder: 'directory',
  interface: 'network',
  net: 'network',
  machine: 'system',
}

/** What has to stand behind the name. */
const targets: Readonly<Record<CheckType, string>> = {
  process: "'pidfile' with a path, or 'matching' with a pattern",
  file: "'path' with a path",
  fifo: "'path' with a path",
  directory: "'path' with a path",
  filesystem: "'path' with a mount point or device",
  host: "'address' with a host name or IP address",
  network: "'interface' with a name such as eth0, or 'address'",
  system: 'nothing',
  program: "'path' with the program",
}

/** `check service web with …`: without a type that monit knows, `service` is the name of a process. */
export const unknownType: Recogniser = (here) => {
  const { statement } = here
  if (statement?.kind !== 'check' || here.isBehind || here.position !== 2) return undefined
  if (here.raw(-2).toLowerCase() !== 'check' || here.kind(0) !== 'STRING' || here.beginsLine(0))
    return undefined
  const word = here.raw(-1).toLowerCase()
  const meant = meantTypes[word] ?? nearest(word, checkTypes)
  return explain(
    here.span(-1),
    `monit has no 'check ${here.raw(-1)}'; accepted: ${typeList}`,
    ...(meant ? [perhaps(`write 'check ${meant}'`, replace(here.span(-1), meant))] : []),
  )
}

/** `check process` and the name on the next line: flex takes the type for the name. */
export const nameOnNextLine: Recogniser = (here) => {
  if (here.statement?.kind !== 'check' || here.isBehind || here.position !== 2) return undefined
  const type = here.raw(-1).toLowerCase()
  if (here.raw(-2).toLowerCase() !== 'check' || !here.beginsLine(0) || !isType(type)) return undefined
  return explain(
    here.span(-2, -1),
    `the name must stand on the line of 'check ${type}'`,
    surely('join the lines', replace({ start: here.span(-1).end, end: here.problem.span.start }, ' ')),
  )
}

function isType(word: string): word is CheckType {
  return (checkTypes as readonly string[]).includes(word)
}

/** `check system` with no name: monit takes the next word, `if`, for it. */
export const missingName: Recogniser = (here) => {
  const { statement, tree } = here
  if (statement?.kind !== 'check') return undefined
  const name = here.problem.token - statement.first - 1
  const span = here.span(-name)
  const word = tree.text.slice(span.start, span.end).toLowerCase()
  if (name < 0 || !startWords.has(word)) return undefined
  const keyword = here.span(-name - 1)
  const head = tree.text.slice(keyword.start, keyword.end)
  const fix =
    statement.check === 'system'
      ? [perhaps("name it '$HOST'", replace({ start: keyword.end, end: keyword.end }, ' $HOST'))]
      : []
  return explain(span, `a name is missing behind '${head}', so monit takes '${word}' for it`, ...fix)
}

const startWords: ReadonlySet<string> = new Set([
  'if',
  'with',
  'start',
  'stop',
  'every',
  'group',
  'depends',
  'alert',
  'path',
  'pidfile',
  'address',
])

/** A character in the name that ends it: `app:web`. */
export const characterInName: Recogniser = (here) => {
  if (here.kind(-1) !== 'SERVICE' || here.gap(0) !== '' || here.raw(-1).startsWith('"')) return undefined
  const word = wholeWord(here.tree.text, here.span(-1))
  const text = here.tree.text.slice(word.start, word.end)
  const name = quoted(text)
  return explain(
    here.problem.span,
    `'${here.text.charAt(0)}' ends a name that stands without quotes`,
    ...(name ? [surely(`write ${name}`, replace(word, name))] : []),
  )
}

/** What the head needs is missing, or stands there twice, or belongs to another type. */
export const wrongTarget: Recogniser = (here) => {
  const { statement } = here
  if (statement?.kind !== 'check' || !statement.check) return undefined
  const type = statement.check
  if (here.isBehind) return targetTwice(here, type)
  if (here.position !== 2 || !here.problem.expected.every(({ within }) => within.length <= 2))
    return undefined
  if (type === 'program' && here.kind(0) === 'pidfile') {
    return explain(
      here.problem.span,
      "'check program' runs a program and tests how it ends; a process with a PID file is watched by 'check process'",
      perhaps("write 'check process'", replace(here.span(-2), 'check process')),
    )
  }
  const accepted = targets[type]
  if (isTargetWord(here)) {
    return explain(here.problem.span, `'check ${type}' has no '${here.text}'; accepted: ${accepted}`)
  }
  if (!here.beginsLine(0) && here.problem.tokenKind !== 'END')
    return forgottenWord(here, type) ?? otherWord(here, type)
  return explain(here.span(-2, -1), `'check ${type}' needs ${accepted} behind its name`)
}

/** `check file f /etc/passwd`: the value without the word before it. */
function forgottenWord(here: Situation, type: CheckType) {
  const word =
    type === 'process' ? 'pidfile' : type === 'host' ? 'address' : type === 'network' ? 'interface' : 'path'
  const isValue =
    here.kind(0) === 'PATH' || ((type === 'host' || type === 'network') && here.kind(0) === 'STRING')
  if (!isValue) return undefined
  return explain(
    here.problem.span,
    `'${word}' is missing before '${here.text}'`,
    surely(`write 'with ${word} ${here.text}'`, replace(here.problem.span, `with ${word} ${here.text}`)),
  )
}

/** `with pid /run/a.pid`: another word than monit's. */
function otherWord(here: Situation, type: CheckType) {
  const isFollowed = here.kind(1) === 'PATH' || here.kind(1) === 'STRING'
  const meant = meantTargets[here.text.toLowerCase()]
  const isRight = meant !== undefined && here.allows(meant)
  if (!isFollowed) return undefined
  return explain(
    here.problem.span,
    `'check ${type}' has no '${here.text}'; accepted: ${targets[type]}`,
    ...(isRight ? [surely(`write '${meant}'`, replace(here.problem.span, meant))] : []),
  )
}

const meantTargets: Readonly<Record<string, string>> = {
  pid: 'pidfile',
  'pid-file': 'pidfile',
  regex: 'matching',
  pattern: 'matching',
  file: 'path',
  device: 'path',
  mountpoint: 'path',
  host: 'address',
  hostname: 'address',
  ip: 'address',
}

function isTargetWord(here: Situation): boolean {
  return ['pidfile', 'matching', 'path', 'address', 'interface'].includes(here.kind(0))
}

function targetTwice(here: Situation, type: CheckType) {
  if (!isTargetWord(here)) return undefined
  const first = here.statement?.node?.children[0]?.term.id
  if (first === undefined) return undefined
  return explain(
    here.problem.span,
    type === 'process'
      ? `a process is found by one of 'pidfile' and 'matching'; '${first}' stands here already`
      : `'check ${type}' has '${first}' already, and takes no '${here.text}'`,
  )
}
