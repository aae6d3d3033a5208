import { nearest } from '../../base/nearest.ts'
import type { JobSetting, ProcessName, UpstartJob } from './job.ts'
import type { Draft, Handler } from './job-draft.ts'
import { parseCondition } from './parse-condition.ts'
import { readBlock, readEnd, readExec, readProcess, readScript, stages } from './process-stanzas.ts'
import { nextWord, type Reader, restOfWords, skipLine } from './reader.ts'

/**
 * Reads an Upstart job. Whatever the text is, something is made of it: what Upstart would refuse is remarked on, and
 * what was most likely meant counts.
 */
export function parseJob(text: string): UpstartJob {
  const draft: Draft = {
    settings: {},
    processes: {},
    env: [],
    exported: [],
    emits: [],
    cgroups: [],
    limits: [],
    normalExit: [],
    remarks: [],
    startOn: undefined,
    stopOn: undefined,
    isTask: false,
    isManual: false,
    respawns: false,
    respawnLimit: undefined,
    understood: 0,
  }
  const reader: Reader = { text: printable(text), at: 0 }
  while (reader.at < reader.text.length) {
    const name = nextWord(reader)
    if (name === undefined) skipLine(reader)
    else readStanza(draft, name, reader)
  }
  if (/<%|\{\{|\{%/.test(text)) {
    draft.remarks.push('the job is a template whose tags are not filled in; convert what is made of it')
  }
  return draft
}

/** Characters that end no line and show nothing have no place in a job, nor in a unit. */
function printable(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replace(/(?![\n\t])\p{Cc}|[\u2028\u2029]/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
}

function readStanza(draft: Draft, name: string, reader: Reader): void {
  const handler = handlers.get(name)
  if (handler) {
    draft.understood += 1
    handler(draft, reader)
    return
  }
  const stage = stageMeant(name, reader)
  if (!stage) {
    remarkUnknown(draft, name, reader)
    return
  }
  draft.understood += 1
  draft.remarks.push(
    `'${name}' is no stanza of Upstart, which refuses the whole job for it; it is taken for '${stage}' here`,
  )
  readProcess(stage)(draft, reader)
}

/** Which stage a misspelt name with a process behind it means: `post_stop`, `post_script`. */
function stageMeant(name: string, reader: Reader): ProcessName | undefined {
  const ahead = nextWord({ ...reader })
  if (ahead !== 'exec' && ahead !== 'script') return undefined
  const spelt = name.toLowerCase().replaceAll('_', '-')
  if (spelt === 'pre-script' || spelt === 'pre-exec') return 'pre-start'
  if (spelt === 'post-script' || spelt === 'post-exec') return 'post-stop'
  return nearest(spelt, stages) as ProcessName | undefined
}

function remarkUnknown(draft: Draft, name: string, reader: Reader): void {
  const start = reader.at
  const words = restOfWords(reader)
  const known = [...handlers.keys()]
  const guess = nearest(name.replaceAll('_', '-'), known)
  const line = [name, ...words].join(' ')
  const hint = guess === undefined ? '' : `; did you mean '${guess}'?`
  draft.remarks.push(`nothing was made of the line '${line}', which is no stanza of Upstart${hint}`)
  if (words[0] !== 'script') return
  reader.at = start
  skipLine(reader)
  readBlock(draft, reader)
}

function setting(name: JobSetting): Handler {
  return (draft, reader) => {
    const value = restOfWords(reader).join(' ')
    if (value === '') draft.remarks.push(`'${name}' has no value; the line is left out`)
    else draft.settings[name] = value
  }
}

/** A stanza of two words. */
function setByNext(stanza: string, names: readonly string[]): Handler {
  return (draft, reader) => {
    const second = nextWord(reader)
    const name = `${stanza} ${second}`
    if (second !== undefined && names.includes(second)) setting(name as JobSetting)(draft, reader)
    else leaveOut(draft, stanza, second, reader)
  }
}

function leaveOut(draft: Draft, stanza: string, second: string | undefined, reader: Reader): void {
  const line = [stanza, second ?? '', ...restOfWords(reader)].join(' ').trim()
  draft.remarks.push(`nothing was made of the line '${line}', which Upstart does not know`)
}

function gather(list: 'exported' | 'emits' | 'cgroups'): Handler {
  return (draft, reader) => {
    const words = restOfWords(reader)
    draft[list].push(...(list === 'cgroups' ? [words.join(' ')] : words))
  }
}

function flag(set: (draft: Draft) => void): Handler {
  return (draft, reader) => {
    set(draft)
    skipLine(reader)
  }
}

function readOn(stanza: 'start' | 'stop'): Handler {
  return (draft, reader) => {
    const second = nextWord(reader)
    if (second !== 'on') {
      leaveOut(draft, stanza, second, reader)
      return
    }
    const condition = parseCondition(reader, (message) => draft.remarks.push(`'${stanza} on': ${message}`))
    if (stanza === 'start') draft.startOn = condition
    else draft.stopOn = condition
    if (stanza === 'start') draft.isManual = false
  }
}

function readRespawn(draft: Draft, reader: Reader): void {
  const [first, ...rest] = restOfWords(reader)
  if (first === undefined) {
    draft.respawns = true
    return
  }
  const isLimit = first === 'limit'
  const [count, seconds] = isLimit ? rest : [first, ...rest]
  if (count === 'unlimited') draft.respawnLimit = 'unlimited'
  else if (/^\d{1,9}$/.test(count ?? '') && /^\d{1,9}$/.test(seconds ?? '')) {
    draft.respawnLimit = { count: String(Number(count)), seconds: String(Number(seconds)) }
  } else {
    draft.remarks.push(`nothing was made of the line 'respawn ${[first, ...rest].join(' ')}'`)
    return
  }
  if (isLimit) return
  draft.respawns = true
  draft.remarks.push(
    `Upstart refuses 'respawn ${[first, ...rest].join(' ')}', which lacks 'limit'; it is taken for a limit here`,
  )
}

function readEnv(draft: Draft, reader: Reader): void {
  const line = restOfWords(reader).join(' ')
  const [, name, value] = /^([A-Za-z_]\w*)(?:=(.*))?$/s.exec(line) ?? []
  if (name !== undefined) draft.env.push({ name, value })
  else draft.remarks.push(`'env ${line}' names no variable; the line is left out`)
}

function readLimit(draft: Draft, reader: Reader): void {
  const [resource = '', soft, hard] = restOfWords(reader)
  const isValue = (value: string | undefined) => /^(?:\d{1,18}|unlimited|-1)$/.test(value ?? '')
  if (soft !== undefined && hard !== undefined && isValue(soft) && isValue(hard)) {
    draft.limits.push({ resource: resource.toLowerCase(), soft, hard })
    return
  }
  const line = ['limit', resource, soft, hard].filter((word) => word !== undefined).join(' ')
  draft.remarks.push(
    `nothing was made of the line '${line}'; a limit is a name and two values, soft and hard`,
  )
}

function readNormal(draft: Draft, reader: Reader): void {
  const second = nextWord(reader)
  if (second === 'exit') draft.normalExit.push(...restOfWords(reader))
  else leaveOut(draft, 'normal', second, reader)
}

function readOom(draft: Draft, reader: Reader): void {
  const ahead = nextWord({ ...reader })
  if (ahead === 'score') {
    nextWord(reader)
    setting('oom score')(draft, reader)
  } else setting('oom')(draft, reader)
}

const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ...(['description', 'author', 'version', 'usage', 'instance', 'expect', 'console'] as const).map(
    (name): [string, Handler] => [name, setting(name)],
  ),
  ...(['umask', 'nice', 'chroot', 'chdir', 'setuid', 'setgid'] as const).map((name): [string, Handler] => [
    name,
    setting(name),
  ]),
  ...stages.map((stage): [string, Handler] => [stage, readProcess(stage)]),
  ['exec', readExec('main')],
  ['script', readScript('main')],
  ['end', readEnd],
  ['start', readOn('start')],
  ['stop', readOn('stop')],
  ['env', readEnv],
  ['export', gather('exported')],
  ['emits', gather('emits')],
  ['cgroup', gather('cgroups')],
  ['respawn', readRespawn],
  ['normal', readNormal],
  ['limit', readLimit],
  ['oom', readOom],
  ['kill', setByNext('kill', ['signal', 'timeout'])],
  ['reload', setByNext('reload', ['signal'])],
  ['apparmor', setByNext('apparmor', ['load', 'switch'])],
  [
    'task',
    flag((draft) => {
      draft.isTask = true
    }),
  ],
  [
    'manual',
    flag((draft) => {
      draft.isManual = true
    }),
  ],
  // It stops the process for a debugger, in Upstart's own tests.
  ['debug', flag(() => undefined)],
])
