import { serverOf } from '../servers.ts'
import { spanIn } from '../syntax/value.ts'
import type { CommandWord } from '../values/commands/command-line.ts'
import { commandsOf } from './commands-of.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

/** How Puma, Gunicorn and Unicorn are told a port: `-p 80`, `-b tcp://0.0.0.0:80`, `--bind=:80`. */
const portOption = /^(?:-p|-b|-l|--port|--bind|--listen)(?:=(.+))?$/
const portAtEnd = /(?:^|[:/\]])(\d+)(?:\?.*)?$/

export const privilegedPort = unitRule({
  id: 'privileged-port',
  kind: 'trap',
  severity: 'error',
  wants: ({ name }) => name === 'ExecStart',
  docs: {
    summary: 'a port below 1024 for a server that runs as an ordinary user',
    why: 'Only root, and programs with the capability for it, may listen on ports below 1024. The server starts, finds `permission denied`, and ends. `AmbientCapabilities=CAP_NET_BIND_SERVICE` gives a system service that right; a socket unit, or a proxy such as nginx in front, are the usual ways.',
    bad: [
      { file: 'web.service', text: '[Service]\nUser=deploy\nExecStart=/usr/bin/bundle exec puma -p 80\n' },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nUser=deploy\nAmbientCapabilities=CAP_NET_BIND_SERVICE\nExecStart=/usr/bin/bundle exec puma -p 80\n',
      },
    ],
    refs: [man('systemd.exec', 'AmbientCapabilities=')],
  },
  on: {
    command(ctx, known) {
      for (const command of commandsOf(ctx, known)?.commands ?? []) {
        const call = serverOf(command)
        if (!call || !['puma', 'gunicorn', 'unicorn'].includes(call.server)) continue
        if (command.prefixes.some(({ char }) => char === '+')) continue
        const found = lowPort(call.arguments)
        if (!found || mayBind(ctx)) continue
        ctx.report(
          spanIn(ctx.value(known.assignment), found.word.from, found.word.to),
          `port ${found.port} is for root only; the server ends with 'permission denied'`,
        )
      }
    },
  },
})

function lowPort(words: readonly CommandWord[]): { word: CommandWord; port: number } | undefined {
  for (const [index, word] of words.entries()) {
    const option = portOption.exec(word.text)
    if (!option) continue
    const holder = option[1] === undefined ? words[index + 1] : word
    const port = Number(portAtEnd.exec(option[1] ?? holder?.text ?? '')?.[1])
    if (holder && port > 0 && port < 1024) return { word: holder, port }
  }
  return undefined
}

function mayBind({ effective, target, value }: UnitContext): boolean {
  if (target.manager === 'user') return false
  if (!effective.complete || effective.has('Service', 'AmbientCapabilities')) return true
  const user = effective.last('Service', 'User')
  return !user || ['root', '0'].includes(value(user.assignment).text)
}
