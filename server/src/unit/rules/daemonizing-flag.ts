import type { Known } from '../known.ts'
import { hasOption, type Server, serverOf } from '../servers.ts'
import { spanIn } from '../syntax/value.ts'
import type { CommandWord } from '../values/commands/command-line.ts'
import { commandsOf } from './commands-of.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

const flags: Partial<Record<Server, readonly string[]>> = {
  gunicorn: ['--daemon', '-D'],
  puma: ['--daemon', '-d'],
  sidekiq: ['--daemon', '-d'],
  unicorn: ['--daemonize', '-D'],
}

export const daemonizingFlag = unitRule({
  id: 'daemonizing-flag',
  kind: 'trap',
  severity: 'error',
  wants: ({ name }) => name === 'ExecStart',
  docs: {
    summary: 'an option that sends the server into the background of a service that should stay in front',
    why: 'With `Type=simple`, `exec` or `notify` the process that systemd started is the service. One that puts itself into the background ends that process: systemd takes the service for finished, kills what is left, and with `Restart=` does so over and over. Puma 5 and Sidekiq 6 no longer know the option at all.',
    bad: [
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/venv/bin/gunicorn --daemon web.wsgi\n' },
      { file: 'web.service', text: '[Service]\nType=notify\nExecStart=/usr/bin/bundle exec puma -d\n' },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nType=notify\nExecStart=/srv/web/venv/bin/gunicorn web.wsgi\n',
      },
    ],
    refs: [man('systemd.service', 'Type=')],
  },
  on: {
    command(ctx, known) {
      for (const command of commandsOf(ctx, known)?.commands ?? []) {
        const call = serverOf(command)
        if (!call) continue
        const flag = daemonFlag(call.server, call.arguments)
        if (flag && staysInFront(ctx)) report(ctx, known, flag, call.server)
      }
    },
  },
})

function daemonFlag(server: Server, words: readonly CommandWord[]): CommandWord | undefined {
  if (server === 'redis') {
    const at = words.findIndex(({ text }) => text === '--daemonize')
    return words[at + 1]?.text === 'yes' && at >= 0 ? words[at] : undefined
  }
  return hasOption(words, ...(flags[server] ?? []))
}

/** True unless the type is one for which the first process may end, or isn't known. */
function staysInFront({ effective }: UnitContext): boolean {
  if (!effective.settled('Service', 'Type')) return false
  return ['simple', 'exec', 'notify', 'notify-reload', 'idle'].includes(
    effective.text('Service', 'Type') ?? 'simple',
  )
}

function report(ctx: UnitContext, known: Known, flag: CommandWord, server: Server): void {
  const value = ctx.value(known.assignment)
  const redis = server === 'redis'
  const end = redis ? flag.to + value.text.slice(flag.to).match(/^\s*\S+/)![0].length : flag.to
  const span = spanIn(value, flag.from, end)
  const before = value.text.slice(0, flag.from)
  const blanks = before.length - before.trimEnd().length
  ctx.report(
    span,
    `'${value.text.slice(flag.from, end)}' sends ${server} into the background; systemd takes the service for ended and kills it`,
    {
      fixes: [
        {
          title: `Remove ${value.text.slice(flag.from, end)}`,
          safe: false,
          edits: [
            { span: { start: spanIn(value, flag.from - blanks, end).start, end: span.end }, newText: '' },
          ],
        },
      ],
    },
  )
}
