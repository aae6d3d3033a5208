import type { Known } from '../known.ts'
import { hasOption, type Server } from '../servers.ts'
import { spanIn } from '../syntax/value.ts'
import type { CommandWord } from '../values/commands/command-line.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { endsWithFirstProcess } from './service-type.ts'
import { startedServer } from './started-server.ts'

const flags: Partial<Record<Server, readonly string[]>> = {
  gunicorn: ['--daemon', '-D'],
  memcached: ['--daemon', '-d'],
  puma: ['--daemon', '-d'],
  rails: ['--daemon', '-d'],
  sidekiq: ['--daemon', '-d'],
  thin: ['--daemonize', '-d'],
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
      const call = startedServer(ctx, known)
      const flag = call && daemonFlag(call.server, call.arguments)
      if (!flag || !endsWithFirstProcess(ctx)) return
      // The last word of a script may touch the quote that ends it.
      const isOwnWord = !call.script || (call.script.exact && call.server !== 'redis')
      report(ctx, known, flag, call.server, isOwnWord)
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

function report(ctx: UnitContext, known: Known, flag: CommandWord, server: Server, isOwnWord: boolean): void {
  const value = ctx.value(known.assignment)
  const isPair = server === 'redis' && isOwnWord
  const end = isPair ? flag.to + value.text.slice(flag.to).match(/^\s*\S+/)![0].length : flag.to
  const span = spanIn(value, flag.from, end)
  const before = value.text.slice(0, flag.from)
  const blanks = before.length - before.trimEnd().length
  const spelled = isPair ? value.text.slice(flag.from, end) : flag.text
  ctx.report(
    span,
    `'${spelled}' sends ${server} into the background; systemd takes the service for ended and kills it`,
    {
      fixes: isOwnWord
        ? [
            {
              title: `Remove ${spelled}`,
              safe: false,
              edits: [
                { span: { start: spanIn(value, flag.from - blanks, end).start, end: span.end }, newText: '' },
              ],
            },
          ]
        : [],
    },
  )
}
