import type { Fix } from '../../base/edit.ts'
import type { Span } from '../../base/span.ts'
import type { Known } from '../known.ts'
import { spanIn } from '../syntax/value.ts'
import { type KillCall, killCallOf, runBy, signalOf } from './kill-call.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { type Meaning, meaningOf, type SignalUse } from './signal-meanings.ts'
import { mainServer } from './started-server.ts'

const uses: ReadonlyMap<string, SignalUse> = new Map([
  ['ExecReload', 'reload'],
  ['ReloadSignal', 'reload'],
  ['ExecStop', 'before the stop'],
  ['KillSignal', 'stop'],
  ['RestartKillSignal', 'stop'],
])

export const signalWithOtherMeaning = unitRule({
  id: 'signal-with-other-meaning',
  kind: 'trap',
  severity: 'warning',
  wants: ({ section, name }) => section === 'Service' && uses.has(name),
  docs: {
    summary: 'a signal that means something else to the server than what it is sent for',
    why: 'Servers agree on few signals. `HUP` reloads Gunicorn, Unicorn and nginx, stops Puma where it writes no log files of its own, and ends Sidekiq, Hypercorn, Daphne and a Uvicorn without `--workers`. `USR1` restarts Puma’s workers, makes nginx and Gunicorn open their log files anew, ends Sidekiq 6, and opens the debugger of Node. `USR2` restarts Puma; Gunicorn, Unicorn and nginx start a second copy that systemd does not know. `QUIT` lets nginx and Unicorn finish their requests, and cuts those of Gunicorn off.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/usr/bin/bundle exec puma\nExecReload=/bin/kill -HUP $MAINPID\n',
      },
      {
        file: 'jobs.service',
        text: '[Service]\nExecStart=/usr/bin/bundle exec sidekiq\nExecReload=/bin/kill -USR1 $MAINPID\n',
      },
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/venv/bin/gunicorn web.wsgi\nKillSignal=SIGQUIT\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/usr/bin/bundle exec puma\nExecReload=/bin/kill -USR1 $MAINPID\n',
      },
      {
        file: 'jobs.service',
        text: '[Service]\nExecStart=/usr/bin/bundle exec sidekiq\nExecReload=/bin/kill -TSTP $MAINPID\n',
      },
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/venv/bin/gunicorn web.wsgi\nExecReload=/bin/kill -HUP $MAINPID\nKillSignal=SIGTERM\n',
      },
    ],
    refs: [man('systemd.kill', 'KillSignal='), man('systemd.service', 'ExecReload=')],
  },
  on: {
    command(ctx, known) {
      const use = uses.get(known.directive.name)
      const value = ctx.value(known.assignment)
      if (!use || !value.text.includes('kill')) return
      for (const command of runBy(ctx, known)) {
        const call = killCallOf(command)
        if (!call?.targets.some(({ text }) => text.includes('MAINPID'))) continue
        const { signal = { name: 'TERM', from: call.program.from, to: call.program.to } } = call
        const meaning = meaningOf(ctx, mainServer(ctx), signal.name, use)
        if (!meaning) continue
        const span = spanIn(value, signal.from, signal.to)
        const shown = call.signal ? `'${signal.name}'` : "'kill' without a signal"
        ctx.report(span, `${shown} ${meaning.text}`, {
          severity: meaning.severity,
          fixes: command.exact ? fixesFor(span, call, meaning) : [],
        })
      }
    },
    known(ctx, known) {
      const use = uses.get(known.directive.name)
      if (!use || known.directive.parser === 'exec' || !isLast(ctx, known)) return
      const signal = signalOf(ctx.value(known.assignment).text)
      const meaning = meaningOf(ctx, mainServer(ctx), signal, use)
      if (!meaning) return
      const span = known.assignment.valueSpan
      ctx.report(span, `'${signal}' ${meaning.text}`, {
        severity: meaning.severity,
        fixes: meaning.better ? [change(span, `SIG${meaning.better}`)] : [],
      })
    },
  },
})

function isLast({ effective }: UnitContext, { assignment, directive }: Known): boolean {
  return effective.last('Service', directive.name)?.assignment === assignment
}

function fixesFor(span: Span, { signal }: KillCall, { better }: Meaning): readonly Fix[] {
  if (!better) return []
  if (signal) return [change(span, `-${better}`)]
  const edits = [{ span: { start: span.end, end: span.end }, newText: ` -${better}` }]
  return [{ title: `Add -${better}`, safe: false, edits }]
}

function change(span: Span, newText: string): Fix {
  return { title: `Change to ${newText}`, safe: false, edits: [{ span, newText }] }
}
