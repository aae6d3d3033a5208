import type { Manager } from '../template.ts'
import { readCommand } from './read-command.ts'

/** What is wrong with a command line for a service, and what to do about it; undefined where it will do. */
export function commandFault(line: string, manager: Manager): string | undefined {
  if (line.trim() === '') return 'there is no command; write it as you would type it in a terminal'
  const open = openQuote(line)
  if (open !== undefined) return `a quote is opened with ${open} and never closed; write a second one`
  const { start, changesUser } = readCommand(line, manager, '/')
  if (start.kind === 'nothing') return `'${line}' starts no program; write one behind it`
  const program = start.kind === 'name' ? start.name : undefined
  if (!changesUser && !/^(?:sudo|su|doas|pkexec|runuser)$/.test(program ?? '')) return undefined
  return manager === 'system'
    ? "the command changes its user itself; leave that out, and say who it runs as with 'user'"
    : 'the command changes its user, and a user service has nobody to ask for a password; leave that out, or make a service of the system for it'
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
