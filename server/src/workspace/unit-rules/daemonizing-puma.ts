import { man } from '../../unit/rules/rule.ts'
import { spanIn } from '../../unit/syntax/value.ts'
import type { UnitInSight } from '../rules/units-in-sight.ts'
import { pumaVersion, unitAcrossRule } from './rule.ts'

export const daemonizingPuma = unitAcrossRule({
  id: 'daemonizing-puma',
  kind: 'trap',
  severity: 'error',
  docs: {
    summary: 'a Puma whose configuration sends it into the background',
    why: '`daemonize` is gone since Puma 5: the file ends with an error, and the service never starts, even with `daemonize false`. An older Puma, or one with the gem `puma-daemon`, does go into the background; systemd sees the process end that it started, takes the service for over and kills what is left of it. Remove the line: being in the background is what systemd is for.',
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
    puma(ctx, { config, gems, server }) {
      const { unit } = ctx
      const last = unit.effective.all('Service', 'ExecStart').at(-1)
      if (config?.daemonizes === undefined || !last) return
      const version = gems?.has('puma-daemon') ? undefined : pumaVersion(gems)
      const { file, daemonizes } = config
      const span = spanIn(unit.value(last.assignment), server.name.from, server.name.to)
      if (version && version[0] >= 5) {
        // Even to say that it is not wanted.
        ctx.report(
          span,
          `'${file}' says 'daemonize', which Puma ${gems?.get('puma')} does not know: it ends with an error there; remove that line`,
        )
        return
      }
      if (!daemonizes || waitsForFork(unit)) return
      const outcome = gems?.has('puma')
        ? `Puma ${gems?.get('puma')} leaves systemd's sight, and is ended by it`
        : "Puma 5 and later end with an error there, and an older one leaves systemd's sight"
      ctx.report(span, `'${file}' says 'daemonize': ${outcome}; remove that line`)
    },
  },
})

/** True where a service goes on after the process has ended that systemd started: before Puma 5 that was the way. */
function waitsForFork({ effective }: UnitInSight): boolean {
  return effective.text('Service', 'Type') === 'forking' || effective.has('Service', 'RemainAfterExit')
}
