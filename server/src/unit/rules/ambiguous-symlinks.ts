import { isAbsoluteStart } from '../values/extract/specifiers.ts'
import { namesReadBy } from './own-section.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

/** Listening on a file: sockets by path, and FIFOs. */
const onFiles: ReadonlySet<string> = new Set([
  'ListenStream',
  'ListenDatagram',
  'ListenSequentialPacket',
  'ListenFIFO',
])

export const ambiguousSymlinks = unitRule({
  id: 'ambiguous-symlinks',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'symbolic links to a socket of which there is none in the file system, or more than one',
    why: '`Symlinks=` makes links to the one file that the socket listens on. Where it listens on ports only, or on several paths, systemd can not tell what to link to and refuses to load the unit.',
    bad: [
      { file: 'web.socket', text: '[Socket]\nListenStream=8080\nSymlinks=/run/app.sock\n' },
      {
        file: 'web.socket',
        text: '[Socket]\nListenStream=/run/web/a.sock\nListenFIFO=/run/web/b\nSymlinks=/run/app.sock\n',
      },
    ],
    good: [
      {
        file: 'web.socket',
        text: '[Socket]\nListenStream=/run/web/a.sock\nListenStream=8080\nSymlinks=/run/app.sock\n',
      },
    ],
    refs: [man('systemd.socket', 'Symlinks=')],
  },
  on: {
    file(ctx, { identity }) {
      const { effective } = ctx
      if (identity.type !== 'socket' || !effective.complete) return
      const links = effective.all('Socket', 'Symlinks')
      const first = links[0]
      if (!first) return
      const names = namesReadBy('socket_listen', 'Socket', ctx.target.version)
      // Another rule speaks of a socket that listens nowhere; and nobody knows what a template listens on.
      if (effective.lacks('Socket', ...names) || names.some((name) => !effective.settled('Socket', name)))
        return
      const files = filesOf(ctx)
      if (files === undefined || files === 1) return
      ctx.report(
        first.assignment.keySpan,
        `'Symlinks=' needs one path to link to, and the socket listens on ${files === 0 ? 'none' : files}; systemd refuses it`,
      )
    },
  },
})

/** On how many files a socket listens; undefined where a specifier may be a path. */
function filesOf({ effective, value }: UnitContext): number | undefined {
  const onFile = effective
    .all('Socket', ...onFiles)
    .map(({ assignment }) => isAbsoluteStart(value(assignment).text))
  return onFile.includes(undefined) ? undefined : onFile.filter(Boolean).length
}
