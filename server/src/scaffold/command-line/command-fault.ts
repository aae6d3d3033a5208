import { textOf } from '../shell/words.ts'
import type { Manager } from '../template.ts'
import { readCommand, type Start } from './read-command.ts'

/** What is wrong with a command line for a service, and what to do about it; undefined where it will do. */
export function commandFault(line: string, manager: Manager): string | undefined {
  if (line.trim() === '') return 'there is no command; write it as you would type it in a terminal'
  const open = openQuote(line)
  if (open !== undefined) return `a quote is opened with ${open} and never closed; write a second one`
  const { start, changesUser } = readCommand(line, manager, '/')
  if (start.kind === 'nothing') return `'${line}' starts no program; write one behind it`
  const program = start.kind === 'name' ? start.name : undefined
  if (start.kind !== 'script' && goesIntoBackground(start)) {
    return 'pm2 goes into the background, and systemd takes the service for ended; add --no-daemon, or write what pm2 starts'
  }
  if (!changesUser && !/^(?:sudo|su|doas|pkexec|runuser)$/.test(program ?? '')) return undefined
  return manager === 'system'
    ? "the command changes its user itself; leave that out, and say who it runs as with 'user'"
    : 'the command changes its user, and a user service has nobody to ask for a password; leave that out, or make a service of the system for it'
}

function goesIntoBackground(start: Exclude<Start, { kind: 'script' }>): boolean {
  if (start.kind === 'nothing') return false
  const name = start.kind === 'name' ? start.name : textOf(start.program)
  const words = start.args.map(textOf)
  return (
    /^(?:.*\/)?pm2$/.test(name ?? '') &&
    /^(?:start|restart|reload|startOr\w+|resurrect)$/.test(words[0] ?? '') &&
    !words.includes('--no-daemon')
  )
}

/** The quote that a shell would wait for the end of. */
function openQuote(line: string): string | undefined {
  let open: string | undefined
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at]!
    if (char === '\\' && open !== "'") at += 1
    else if (open === undefined) {
      if (char === '#' && /(?:^|\s)$/.test(line.slice(0, at).slice(-1))) return undefined
      if (char === "'" || char === '"') open = char
    } else if (char === open) open = undefined
  }
  return open
}
