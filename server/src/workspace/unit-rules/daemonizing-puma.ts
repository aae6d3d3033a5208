import { man } from '../../unit/rules/rule.ts'
import { startedServer } from '../../unit/rules/started-server.ts'
import { spanIn } from '../../unit/syntax/value.ts'
import { unitAcrossRule } from './rule.ts'

export const daemonizingPuma = unitAcrossRule({
  id: 'daemonizing-puma',
  kind: 'trap',
  severity: 'error',
  docs: {
    summary: 'a Puma whose configuration sends it into the background',
    why: '`daemonize` is gone since Puma 5: the file ends with an error, and the service never starts. An older Puma, or one with the gem `puma-daemon`, does go into the background; systemd sees the process end that it started, takes the service for over and kills what is left of it. Remove the line: being in the background is what systemd is for.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nWorkingDirectory=/srv/web\nExecStart=/srv/web/bin/puma -C config/puma.rb\n',
        beside: [{ file: 'config/puma.rb', text: 'port 3000\ndaemonize\n' }],
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nWorkingDirectory=/srv/web\nExecStart=/srv/web/bin/puma -C config/puma.rb\n',
        beside: [{ file: 'config/puma.rb', text: 'port 3000\n' }],
      },
    ],
    refs: [man('systemd.service', 'Type=')],
  },
  on: {
    puma(ctx, { config }) {
      const { unit } = ctx
      const last = unit.effective.all('Service', 'ExecStart').at(-1)
      // Before Puma 5 that was the way of such services.
      if (!config?.daemonizes || !last || unit.effective.text('Service', 'Type') === 'forking') return
      const server = startedServer(unit, last)
      if (!server) return
      const span = spanIn(unit.value(last.assignment), server.name.from, server.name.to)
      ctx.report(
        span,
        `'${config.file}' says 'daemonize': Puma 5 and later end with an error there, and an older one leaves systemd's sight; remove that line`,
      )
    },
  },
})
