import { man, unitRule } from './rule.ts'

export const unreadPidFile = unitRule({
  id: 'unread-pid-file',
  kind: 'advice',
  severity: 'hint',
  wants: ({ name }) => name === 'PIDFile',
  docs: {
    summary: '`PIDFile=` for a service whose main process systemd knows anyway',
    why: 'With any type but `forking` the process that systemd starts is the main one, and it needs no file to know that. With an `ExecStartPost=` it waits for the file all the same: if nothing writes it, the start fails, at the latest after `TimeoutStartSec=`. After `ExecReload=` it takes the process that the file names for the main one, and at the stop it removes the file, which may surprise whoever else reads it. The server’s own option still writes the file for monit.',
    bad: [
      { file: 'web.service', text: '[Service]\nType=simple\nExecStart=/srv/web/run\nPIDFile=/run/web.pid\n' },
      {
        file: 'web.service',
        text: '[Service]\nType=simple\nExecStart=/srv/web/run\nExecStartPost=/srv/web/warm-up\nPIDFile=/run/web.pid\n',
      },
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
      const waits = ctx.effective.has('Service', 'ExecStartPost')
      const knows = `with Type=${type} systemd knows the main process without this file`
      ctx.report(
        { start: keySpan.start, end: valueSpan.end },
        waits
          ? `${knows}; yet after ExecStartPost= it waits for the file, and the start fails if nothing writes it`
          : knows,
        {
          ...(waits ? { severity: 'information' } : { tag: 'unnecessary' }),
          fixes: [{ title: 'Remove PIDFile=', safe: false, edits: [{ span: { start, end }, newText: '' }] }],
        },
      )
    },
  },
})
