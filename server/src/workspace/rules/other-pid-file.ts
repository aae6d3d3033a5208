import { monitManual } from '../../monit/rules/rule.ts'
import { holdsTag } from '../../monit/rules/tags.ts'
import { unknownText } from '../../unit/values/extract/specifiers.ts'
import { acrossRule } from './rule.ts'
import { isSamePath, pidFilesOf } from './unit-pid-file.ts'

export const otherPidFile = acrossRule({
  id: 'other-pid-file',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: 'a check whose pid file is not the one that the unit names',
    why: 'The server writes its pid file where the unit says, in `PIDFile=` or by an option of its command. monit looks elsewhere, finds nothing, or the number of a process that is long gone, takes the service for dead, and starts it again and again. `/var/run` and `/run` are the same folder.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /var/run/web/web.pid\n  start program = "/usr/bin/systemctl start web"\n',
        beside: [
          {
            file: 'web.service',
            text: '[Service]\nType=forking\nPIDFile=/run/web.pid\nExecStart=/srv/web/run --daemon\n',
          },
        ],
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /var/run/web.pid\n  start program = "/usr/bin/systemctl start web"\n',
        beside: [
          {
            file: 'web.service',
            text: '[Service]\nType=forking\nPIDFile=/run/web.pid\nExecStart=/srv/web/run --daemon\n',
          },
        ],
      },
    ],
    refs: [
      monitManual('Service checks', 'Service-checks'),
      '[systemd.service(5), `PIDFile=`](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#PIDFile=)',
    ],
  },
  on: {
    pair(ctx, pair) {
      const { service, unit, isShared } = pair
      const { target } = service
      if (isShared || !target?.value || (target.kind !== 'pidfile' && target.kind !== 'path')) return
      const { text, start, end, quote = '' } = target.value
      if (service.head.incomplete || !text.startsWith('/') || holdsTag(ctx.document.tree, target.value))
        return
      const files = pidFilesOf(pair, ctx.units)
      const [named] = files ?? []
      if (!named || files?.some((file) => isSamePath(text, file))) return
      const { path, source } = named
      const span = { start, end }
      const known = !path.includes(unknownText)
      const fixes = known
        ? [{ title: `Change to ${path}`, safe: false, edits: [{ span, newText: quote + path + quote }] }]
        : []
      const where = known ? `'${path}'` : 'elsewhere'
      ctx.report(
        span,
        `the pid file of '${unit.name}' is ${where}, by '${source}'; monit finds none here and takes the service for dead`,
        { fixes },
      )
    },
  },
})
