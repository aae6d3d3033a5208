import { statusAt } from '../data/directives.ts'
import { man, unitRule } from './rule.ts'

export const directiveTooNew = unitRule({
  id: 'directive-too-new',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a directive that the target version of systemd does not know yet',
    why: 'A systemd older than the directive logs `Unknown key` and goes on without it. The file works on a newer machine and loses the setting on this one.',
    bad: [
      {
        file: 'web.service',
        version: 252,
        text: '[Service]\nExecStart=/srv/web/run\nRestart=always\nRestartMode=direct\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        version: 257,
        text: '[Service]\nExecStart=/srv/web/run\nRestart=always\nRestartMode=direct\n',
      },
    ],
    refs: [man('systemd.directives')],
  },
  on: {
    known(ctx, { assignment, directive }) {
      const { version } = ctx.target
      if (statusAt(directive, version) !== 'unknown') return
      ctx.report(
        assignment.keySpan,
        `'${directive.name}=' needs systemd ${directive.since}; systemd ${version} does not know it and ignores the line`,
      )
    },
  },
})
