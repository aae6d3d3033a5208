import type { Scope, Surroundings } from '../shell/words.ts'
import type { Assignment } from '../unit-text.ts'
import type { JobProcess, ProcessName, UpstartJob } from './job.ts'
import { convertOther } from './other-process.ts'
import type { Converted } from './through-shell.ts'
import { type DraftLine, decision } from './unit-draft.ts'

/** What the commands of a job are made from. */
export interface CommandParts {
  readonly job: UpstartJob
  readonly manager: 'system' | 'user'
  readonly scope: Scope
  /** What the job says of all its processes. */
  readonly outer: { readonly surroundings: Surroundings }
  /** The main process; undefined where there is none. */
  readonly started: Converted | undefined
}

const others: readonly (readonly [ProcessName, string])[] = [
  ['pre-start', 'ExecStartPre'],
  ['main', 'ExecStart'],
  ['post-start', 'ExecStartPost'],
  ['pre-stop', 'ExecStop'],
  ['post-stop', 'ExecStopPost'],
]

/** The lines for all that a job runs, in the order of its stages. */
export function commandLines(parts: CommandParts): readonly DraftLine[] {
  const { job, started } = parts
  const lines = others.flatMap(([stage, key]): readonly DraftLine[] => {
    const process = job.processes[stage]
    if (!process) return []
    const asks = upstartCalls(process, parts.scope).map(decision)
    if (stage === 'main') return started ? [...asks, ...mainLines(started)] : []
    // Without a main process the first commands are the service.
    return [...asks, ...otherLines(parts, process, !started && stage === 'pre-start' ? 'ExecStart' : key)]
  })
  const starts = lines.some((line) => !('comment' in line) && line[0] === 'ExecStart')
  if (starts) return lines
  const isEmpty = Object.keys(job.processes).length === 0
  return [
    ...(isEmpty
      ? [decision('the job runs nothing: if it only starts others together, a .target unit does that better')]
      : []),
    ['ExecStart', '/bin/true'],
    ...lines,
  ]
}

function mainLines({ command, surroundings, comments }: Converted): readonly DraftLine[] {
  const start: Assignment = ['ExecStart', command]
  return [...comments.map((comment) => ({ comment })), ...surroundings.decisions.map(decision), start]
}

function otherLines(parts: CommandParts, process: JobProcess, key: string): readonly DraftLine[] {
  const { outer, scope, started, manager } = parts
  const inner = started?.surroundings
  const { commands, isShell } = convertOther(
    process,
    outer.surroundings,
    scope,
    inner ? inner.directory : outer.surroundings.directory,
  )
  // Where the script itself changed the user, the others went on as root.
  const isChanged = inner?.user !== undefined && inner.user !== 'root'
  const isRoot = manager === 'system' && isChanged && outer.surroundings.user === undefined
  return [
    ...(isShell
      ? [{ comment: 'A shell runs this: it does more than to start programs one after another' }]
      : []),
    ...commands.map((command): DraftLine => [key, isRoot ? command.replace(/^-?/, '$&+') : command]),
  ]
}

/** What a process asks of Upstart itself, which is not there any more. */
function upstartCalls({ text }: JobProcess, { instance }: Scope): readonly string[] {
  const calls = [
    ...text.matchAll(
      /(?:^|[;&|{(]|\b(?:do|then|else|exec))[ \t]*(?:\/sbin\/)?((?:initctl|start|stop|restart|reload|status)\b(?![-./=(])(?:>&|[^\n;&|}])*)/gm,
    ),
  ].map((match) => match[1]!.replace(/\s*\d?[<>].*$/, '').trim())
  const variables = [...text.matchAll(/\bUPSTART_\w+/g)]
    .map((match) => match[0])
    .filter((name) => !instance.has(name))
  return [
    ...[...new Set(calls)]
      .slice(0, 5)
      .map(
        (call) =>
          `'${call}' speaks to Upstart; its counterpart is a command of systemctl, or a dependency between units`,
      ),
    ...[...new Set(variables)].map((variable) => `'${variable}' was set by Upstart, and is by nobody here`),
  ]
}
