import type { Severity } from '../../base/diagnostic.ts'
import type { Fix } from '../../base/edit.ts'
import { lineBelow } from '../edit/insert.ts'
import type { Known } from '../known.ts'
import { hasOption, hasVariable } from '../servers.ts'
import { spanIn } from '../syntax/value.ts'
import { nginxDirectives, staysInFront } from './process-model.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { endsWithFirstProcess } from './service-type.ts'
import { type StartedServer, startedServer } from './started-server.ts'

export const backgroundServer = unitRule({
  id: 'background-server',
  kind: 'trap',
  severity: 'error',
  wants: ({ name }) => name === 'ExecStart',
  docs: {
    summary: 'a server that goes into the background by itself, in a service that should stay in front',
    why: 'nginx, Apache and pm2 put themselves into the background unless they are told not to. With `Type=simple`, which is the default, systemd takes the service for finished when the first process ends, and kills what is left; with `Restart=` it does so over and over. Tell the server to stay in front, or set `Type=forking`. The configuration of nginx may say so too, which nobody knows from here.',
    bad: [
      { file: 'web.service', text: '[Service]\nExecStart=/usr/sbin/apachectl start\nRestart=always\n' },
      { file: 'web.service', text: '[Service]\nType=simple\nExecStart=/usr/sbin/nginx -c /srv/nginx.conf\n' },
      { file: 'web.service', text: '[Service]\nExecStart=/usr/bin/pm2 start app.js\n' },
    ],
    good: [
      { file: 'web.service', text: "[Service]\nExecStart=/usr/sbin/nginx -g 'daemon off;'\n" },
      { file: 'web.service', text: '[Service]\nType=forking\nExecStart=/usr/sbin/apachectl start\n' },
      { file: 'web.service', text: '[Service]\nExecStart=/usr/bin/pm2 start --no-daemon app.js\n' },
    ],
    refs: [man('systemd.service', 'Type=')],
  },
  on: {
    command(ctx, known) {
      const call = startedServer(ctx, known)
      const habit = call && habitOf(call)
      if (!habit || hasVariable(call) || !endsWithFirstProcess(ctx)) return
      const { name } = call
      const shown = name.text.slice(name.text.lastIndexOf('/') + 1)
      ctx.report(
        spanIn(ctx.value(known.assignment), name.from, name.to),
        habit.unless
          ? `${shown} goes into the background unless ${habit.unless}; systemd would take the service for ended and kill it`
          : `${shown} goes into the background; systemd takes the service for ended and kills it`,
        { severity: habit.severity, fixes: fixesFor(ctx, known, call, habit) },
      )
    },
  },
})

interface Habit {
  readonly severity: Severity
  /** What would keep it in front, where that can't be seen. */
  readonly unless?: string
  /** The words that keep it in front. */
  readonly cure?: string
}

/** How a server goes into the background; undefined where it doesn't, or does not serve at all. */
function habitOf(call: StartedServer): Habit | undefined {
  const { server, arguments: words } = call
  if (staysInFront(call)) return undefined
  switch (server) {
    case 'nginx': {
      if (hasOption(words, '-t', '-T', '-v', '-V', '-h', '-?', '-s')) return undefined
      const directives = nginxDirectives(words)
      if (/(?:^|[;\s])daemon\s+on\b/.test(directives)) return { severity: 'error' }
      return {
        severity: 'information',
        unless: "its configuration says 'daemon off;'",
        ...(directives === '' ? { cure: "-g 'daemon off;'" } : {}),
      }
    }
    case 'apache':
      return startsApache(call) ? { severity: 'error', ...apacheCure(call) } : undefined
    case 'pm2':
      return { severity: 'error', cure: '--no-daemon' }
    default:
      return undefined
  }
}

function startsApache({ name, arguments: words }: StartedServer): boolean {
  if (/ctl$/.test(name.text)) return /^start(?:ssl)?$/.test(words[0]?.text ?? '')
  if (hasOption(words, '-t', '-v', '-V', '-l', '-L', '-S', '-M', '-h', '-?', '-i')) return false
  const action = words.findIndex(({ text }) => text === '-k')
  return action < 0 || words[action + 1]?.text === 'start'
}

/** Only what is surely Apache's own program: others called httpd have other options. */
function apacheCure({ name, arguments: words }: StartedServer): Pick<Habit, 'cure'> {
  return !/ctl$/.test(name.text) && hasOption(words, '-k') ? { cure: '-DFOREGROUND' } : {}
}

function fixesFor(ctx: UnitContext, known: Known, call: StartedServer, { cure }: Habit): readonly Fix[] {
  const value = ctx.value(known.assignment)
  const fixes: Fix[] = []
  if (cure && !call.script) {
    const { to } = call.arguments.at(-1) ?? call.name
    const edits = [{ span: spanIn(value, to, to), newText: ` ${cure}` }]
    fixes.push({ title: `Add ${cure}`, safe: false, edits })
  }
  const type = ctx.effective.last('Service', 'Type')
  const edit = type
    ? { span: type.assignment.valueSpan, newText: 'forking' }
    : lineBelow(ctx.document.tree, known.assignment, 'Type=forking')
  fixes.push({ title: 'Set Type=forking', safe: false, edits: [edit] })
  return fixes
}
