// Programs that start another one under other circumstances, which a unit sets itself.
import { startStopDaemon } from './start-stop-daemon.ts'
import { type Surroundings, settle, textOf, withLines } from './words.ts'
import {
  account,
  asGroup,
  asUser,
  decide,
  knownText,
  nice,
  takeOptions,
  type Unwrap,
  type Unwrapped,
  type Words,
} from './wrapper.ts'

/**
 * Takes a wrapper off a command.
 * @param words the command, its program first
 * @returns undefined where there is none, or one that a unit can't stand in for
 */
export function unwrap(words: Words, surroundings: Surroundings): Unwrapped | undefined {
  const [program, ...args] = words
  const name = program && textOf(settle(program, surroundings))
  if (name === undefined) return undefined
  const base = name.slice(name.lastIndexOf('/') + 1)
  const shell = /^(?:ba|da)?sh$/.test(base)
    ? shellCommand(name.includes('/') ? name : `/bin/${base}`)
    : undefined
  return (shell ?? wrappers.get(base))?.(args, surroundings)
}

/** `sh -c SCRIPT`; a login shell reads files that a unit knows nothing of. */
function shellCommand(shell: string): Unwrap {
  return ([option, script, ...more], surroundings) => {
    const flags = textOf(option)
    const text = textOf(script)
    if (flags === undefined || !/^-e?c$/.test(flags) || text === undefined || more.length > 0)
      return undefined
    return { kind: 'script', shell, text, surroundings }
  }
}

/** Moves assignments in front of a command into the environment. */
export function takeAssignments(
  words: Words,
  surroundings: Surroundings,
): { readonly rest: Words; readonly surroundings: Surroundings } | undefined {
  const environment = new Map(surroundings.environment)
  let at = 0
  for (; at < words.length; at += 1) {
    const [first, ...more] = words[at]!
    const [, name, start] = typeof first === 'string' ? (/^([A-Za-z_]\w*)=(.*)$/s.exec(first) ?? []) : []
    if (name === undefined || start === undefined) break
    const value = settle([start, ...more], { environment })
    if (!value) return undefined
    environment.set(name, value)
  }
  return { rest: words.slice(at), surroundings: { ...surroundings, environment } }
}

const env: Unwrap = (args, surroundings) => {
  const [option] = args
  if (textOf(option)?.startsWith('-')) return undefined
  const taken = takeAssignments(args, surroundings)
  return taken && taken.rest.length > 0
    ? { kind: 'command', words: taken.rest, surroundings: taken.surroundings }
    : undefined
}

const sudo: Unwrap = (args, surroundings) => {
  const logsIn = args.some((word) => /^(?:-i|--login|-[A-Za-z]*i[A-Za-z]*)$/.test(textOf(word) ?? ''))
  const taken = takeOptions(
    args,
    surroundings.user === undefined ? surroundings : { ...surroundings, user: 'root' },
    {
      flags: /^(?:-[EHnSbi]+|--(?:preserve-env|set-home|non-interactive|login))$/,
      values: { '-u': asUser, '--user': asUser, '-g': asGroup, '--group': asGroup },
    },
  )
  const assigned = taken && takeAssignments(taken.rest, taken.surroundings)
  if (!assigned || assigned.rest.length === 0) return undefined
  return {
    kind: 'command',
    words: assigned.rest,
    surroundings: logsIn ? decide(assigned.surroundings, loginNote('sudo -i')) : assigned.surroundings,
  }
}

function loginNote(command: string): string {
  return `'${command}' read the user's .profile first and began in the home folder, and systemd does neither; set what the program needs with Environment= and WorkingDirectory=`
}

/** `su [-] [USER] [-c SCRIPT] [-- ARGUMENT...]` in any order. */
const su: Unwrap = (args, surroundings) => {
  let user: string | undefined
  let script: string | undefined
  let shell = '/bin/sh'
  let logsIn = false
  let at = 0
  for (; at < args.length; at += 1) {
    const text = knownText(args[at], surroundings)
    if (text === undefined) return undefined
    if (text === '--') break
    if (/^(?:-|-l|--login)$/.test(text)) logsIn = true
    else if (/^(?:-m|-p|--preserve-environment)$/.test(text)) continue
    else if (/^(?:-c|--command|--session-command)$/.test(text)) script = textOf(args[++at])
    else if (/^(?:-s|--shell)$/.test(text)) shell = knownText(args[++at], surroundings) ?? ''
    else if (/^--(?:session-)?command=/.test(text)) script = text.slice(text.indexOf('=') + 1)
    else if (/^--shell=/.test(text)) shell = text.slice('--shell='.length)
    else if (user === undefined && account.test(text)) user = text
    else return undefined
  }
  const rest = args.slice(at + 1)
  if (script === undefined || !/^\/[\w/]*\/(?:ba|da)?sh$/.test(shell)) return undefined
  let now: Surroundings = { ...surroundings, user: user ?? 'root' }
  if (logsIn) now = decide(now, loginNote('su -'))
  // The idiom that hands the words behind `--` over unchanged.
  if (rest.length > 0) {
    const isHandedOver = /^\s*exec\s+"\$0"\s+"\$@"\s*$/.test(script)
    return isHandedOver ? { kind: 'command', words: rest, surroundings: now } : undefined
  }
  return { kind: 'script', shell, text: script, surroundings: now }
}

const runuser: Unwrap = (args, surroundings) => {
  const isSwitch = args.some((word) => /^(?:-c|--command(?:=.*)?|-|-l)$/.test(textOf(word) ?? ''))
  if (isSwitch) return su(args, surroundings)
  const taken = takeOptions(args, surroundings, {
    flags: /^$/,
    values: { '-u': asUser, '--user': asUser, '-g': asGroup, '--group': asGroup },
  })
  return taken && taken.rest.length > 0
    ? { kind: 'command', words: taken.rest, surroundings: taken.surroundings }
    : undefined
}

/** The user in front of the command. */
const userFirst: Unwrap = ([user, ...words], surroundings) => {
  const name = user && knownText(user, surroundings)
  const next = name === undefined ? undefined : asUser(surroundings, name)
  return next && words.length > 0 ? { kind: 'command', words, surroundings: next } : undefined
}

const chpst: Unwrap = (args, surroundings) => {
  const taken = takeOptions(args, surroundings, {
    flags: /^(?:-v|-P)$/,
    values: { '-u': asUser, '-n': nice },
  })
  return taken && taken.rest.length > 0
    ? { kind: 'command', words: taken.rest, surroundings: taken.surroundings }
    : undefined
}

const niceCommand: Unwrap = (args, surroundings) => {
  const [first, ...rest] = args
  const short = /^-(\d{1,2})$/.exec(textOf(first) ?? '')?.[1]
  const taken =
    short === undefined
      ? takeOptions(args, surroundings, { flags: /^$/, values: { '-n': nice, '--adjustment': nice } })
      : { rest, surroundings: nice(surroundings, short) }
  if (!taken?.surroundings || taken.rest.length === 0) return undefined
  const now = taken.surroundings === surroundings ? nice(surroundings, '10')! : taken.surroundings
  return { kind: 'command', words: taken.rest, surroundings: now }
}

const ionice: Unwrap = (args, surroundings) => {
  const classes = ['none', 'realtime', 'best-effort', 'idle']
  const byClass = (now: Surroundings, value: string) => {
    const name = classes[Number(value)] ?? value
    return classes.includes(name) ? withLines(now, ['IOSchedulingClass', name]) : undefined
  }
  const byPriority = (now: Surroundings, value: string) =>
    /^[0-7]$/.test(value) ? withLines(now, ['IOSchedulingPriority', value]) : undefined
  const taken = takeOptions(args, surroundings, {
    flags: /^(?:-t|--ignore)$/,
    values: { '-c': byClass, '--class': byClass, '-n': byPriority, '--classdata': byPriority },
  })
  return taken && taken.rest.length > 0
    ? { kind: 'command', words: taken.rest, surroundings: taken.surroundings }
    : undefined
}

/** What a service does not need: it has no terminal, and a session of its own. */
const needless: Unwrap = (words, surroundings) =>
  words.length > 0 && !textOf(words[0])?.startsWith('-')
    ? { kind: 'command', words, surroundings }
    : undefined

const wrappers: ReadonlyMap<string, Unwrap> = new Map([
  ['env', env],
  // npm's, for a package.json that goes for Windows, too.
  ['cross-env', env],
  ['sudo', sudo],
  ['su', su],
  ['runuser', runuser],
  ['setuidgid', userFirst],
  ['gosu', userFirst],
  ['su-exec', userFirst],
  ['chpst', chpst],
  ['start-stop-daemon', startStopDaemon],
  ['nice', niceCommand],
  ['ionice', ionice],
  ['nohup', needless],
  ['setsid', needless],
  ['exec', needless],
])
