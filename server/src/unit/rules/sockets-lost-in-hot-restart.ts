import { spanIn } from '../syntax/value.ts'
import { killCallOf, runBy } from './kill-call.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { startedServer } from './started-server.ts'

export const socketsLostInHotRestart = unitRule({
  id: 'sockets-lost-in-hot-restart',
  kind: 'trap',
  severity: 'warning',
  wants: ({ section, name }) => section === 'Service' && name === 'ExecStart',
  docs: {
    summary: 'a reload after which Puma has forgotten the sockets that systemd handed to it',
    why: 'With `--bind-to-activated-sockets` Puma takes whatever sockets it is handed at its start. In a hot restart, which `USR2` asks for, it keeps those sockets open by their addresses, and looks among its own for these: there are none. So it closes them and listens where `config/puma.rb` says, or on port 9292 of all addresses; where that is another address, nobody answers on the socket any more. Nothing fails. Named with `-b` or in that file, to the letter as systemd has it, the address is found again each time.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/bin/puma --bind-to-activated-sockets=only\nExecReload=/bin/kill -USR2 $MAINPID\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/bin/puma -b tcp://0.0.0.0:3000\nExecReload=/bin/kill -USR2 $MAINPID\n',
      },
    ],
    refs: [
      man('systemd.service', 'ExecReload='),
      '[Puma and systemd](https://github.com/puma/puma/blob/master/docs/systemd.md)',
    ],
  },
  on: {
    command(ctx, known) {
      if (!ctx.value(known.assignment).text.includes('--bind-to-activated-sockets')) return
      const server = startedServer(ctx, known)
      if (server?.server !== 'puma') return
      const option = server.arguments.find(({ text }) => text.startsWith('--bind-to-activated-sockets'))
      const names = server.arguments.some(({ text }) => /^(?:-[bp]|--bind(?!-)|--port)/.test(text))
      if (!option || names || !hotRestarts(ctx)) return
      ctx.report(
        spanIn(ctx.value(known.assignment), option.from, option.to),
        "the reload is a hot restart, in which Puma forgets these sockets: it then listens on the addresses in its configuration, or on port 9292; name the socket's address there or with '-b' instead",
      )
    },
  },
})

/** True where a reload sends Puma the signal for a hot restart. */
function hotRestarts(ctx: UnitContext): boolean {
  return ctx.effective
    .all('Service', 'ExecReload')
    .some((known) => runBy(ctx, known).some((command) => killCallOf(command)?.signal?.name === 'USR2'))
}
