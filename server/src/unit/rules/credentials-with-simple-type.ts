import { man, unitRule } from './rule.ts'
import { serviceType, usesCredentials } from './service-type.ts'

/** The first version on record that warns. */
const warnsSince = 257

export const credentialsWithSimpleType = unitRule({
  id: 'credentials-with-simple-type',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'credentials for commands that may run before they are there',
    why: 'With `Type=simple` systemd goes on to `ExecStartPost=` as soon as it has made the process that becomes the program, when the credentials may not be in place. systemd 257 warns of it; `Type=exec` waits until the program runs.',
    bad: [
      {
        file: 'web.service',
        version: 257,
        text: '[Service]\nType=simple\nLoadCredential=key:/etc/web/key\nExecStart=/srv/web/run\nExecStartPost=/srv/web/announce\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        version: 257,
        text: '[Service]\nType=exec\nLoadCredential=key:/etc/web/key\nExecStart=/srv/web/run\nExecStartPost=/srv/web/announce\n',
      },
    ],
    refs: [man('systemd.exec', 'LoadCredential='), man('systemd.service', 'Type=')],
  },
  on: {
    file(ctx, { identity }) {
      const { effective } = ctx
      if (identity.type !== 'service' || ctx.target.version < warnsSince) return
      if (
        !effective.has('Service', 'ExecStartPost') ||
        serviceType(ctx) !== 'simple' ||
        !usesCredentials(ctx)
      )
        return
      // Without Type= a service with credentials is of type exec.
      const span = effective.last('Service', 'Type')!.assignment.valueSpan
      ctx.report(
        span,
        "with Type=simple, 'ExecStartPost=' may run before the credentials are there; Type=exec waits for the program",
        { fixes: [{ title: 'Change to exec', safe: false, edits: [{ span, newText: 'exec' }] }] },
      )
    },
  },
})
