import { man, unitRule } from './rule.ts'

export const unreadPidFile = unitRule({
  id: 'unread-pid-file',
  kind: 'advice',
  severity: 'hint',
  wants: ({ name }) => name === 'PIDFile',
  docs: {
    summary: '`PIDFile=` for a service whose main process systemd knows anyway',
    why: 'With any type but `forking` the process that systemd starts is the main one, and the file tells it nothing. It is removed when the service stops, which may surprise whoever else reads it. The server’s own option still writes the file for monit.',
    bad: [
      { file: 'web.service', text: '[Service]\nType=simple\nExecStart=/srv/web/run\nPIDFile=/run/web.pid\n' },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nType=forking\nExecStart=/srv/web/run --fork\nPIDFile=/run/web.pid\n',
      },
    ],
    refs: [man('systemd.service', 'PIDFile=')],
  },
  on: {
    known(ctx, known) {
      if (!ctx.effective.settled('Service', 'Type')) return
      if (ctx.effective.last('Service', 'PIDFile')?.assignment !== known.assignment) return
      const type = ctx.effective.text('Service', 'Type') ?? 'simple'
      if (!['simple', 'exec', 'idle', 'oneshot'].includes(type)) return
      const { start, end, keySpan, valueSpan } = known.assignment
      ctx.report(
        { start: keySpan.start, end: valueSpan.end },
        `with Type=${type} systemd knows the main process without this file`,
        {
          tag: 'unnecessary',
          fixes: [{ title: 'Remove PIDFile=', safe: false, edits: [{ span: { start, end }, newText: '' }] }],
        },
      )
    },
  },
})
