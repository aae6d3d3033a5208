import { removeLine } from '../edit/list-item.ts'
import { namesReadBy } from './own-section.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { flag } from './service-type.ts'

/** Sockets that take connections, each of which Accept=yes hands to a service of its own. */
const connected: ReadonlySet<string> = new Set(['ListenStream', 'ListenSequentialPacket'])

export const acceptConflict = unitRule({
  id: 'accept-conflict',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'something beside Accept=yes that it does not allow',
    why: 'With `Accept=yes` systemd takes each connection itself and starts an instance of a service for it: `web@1.service` of the template `web@.service` for `web.socket`. That needs sockets with connections (`ListenStream=`, `ListenSequentialPacket=`), the template of the same name instead of a `Service=`, and no `DeferTrigger=`; with anything else systemd refuses to load the socket.',
    bad: [
      { file: 'web.socket', text: '[Socket]\nListenDatagram=8080\nAccept=yes\n' },
      { file: 'web.socket', text: '[Socket]\nListenStream=8080\nAccept=yes\nService=app.service\n' },
    ],
    good: [
      { file: 'web.socket', text: '[Socket]\nListenStream=8080\nAccept=yes\n' },
      { file: 'web.socket', text: '[Socket]\nListenStream=8080\nService=app.service\n' },
    ],
    refs: [man('systemd.socket', 'Accept=')],
  },
  on: {
    file(ctx, { identity }) {
      if (identity.type !== 'socket' || !flag(ctx, 'Socket', 'Accept')) return
      checkListens(ctx)
      checkService(ctx)
      checkDefer(ctx)
    },
  },
})

function checkListens(ctx: UnitContext): void {
  const names = namesReadBy('socket_listen', 'Socket', ctx.target.version).filter(
    (name) => !connected.has(name),
  )
  for (const { assignment, directive } of ctx.effective.all('Socket', ...names)) {
    ctx.report(
      assignment.keySpan,
      `Accept=yes takes connections, which '${directive.name}=' has none of; systemd refuses the socket and accepts: ListenStream=, ListenSequentialPacket=`,
    )
  }
}

function checkService({ effective, report }: UnitContext): void {
  const service = effective.text('Socket', 'Service')
  // systemd finds no unit of a template's own name, and goes on without it.
  if (service === undefined || service.endsWith('@.service')) return
  const { assignment } = effective.last('Socket', 'Service')!
  report(
    assignment.keySpan,
    "Accept=yes starts the template of the socket's own name and can't have 'Service='; systemd refuses the socket",
    { fixes: [{ title: 'Remove Service=', safe: false, edits: [removeLine(assignment)] }] },
  )
}

function checkDefer(ctx: UnitContext): void {
  const { effective } = ctx
  const known = effective.last('Socket', 'DeferTrigger')
  if (!known || flag(ctx, 'Socket', 'DeferTrigger') === false) return
  ctx.report(
    known.assignment.keySpan,
    "'DeferTrigger=' waits for one service to be free, but Accept=yes starts one for each connection; systemd refuses the socket",
    { fixes: [{ title: 'Remove DeferTrigger=', safe: false, edits: [removeLine(known.assignment)] }] },
  )
}
