import { man, unitRule } from './rule.ts'

export const missingBusName = unitRule({
  id: 'missing-bus-name',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: '`Type=dbus` without the name that the service takes on the bus',
    why: 'A service of `Type=dbus` counts as started once it has taken its name on D-Bus. Without `BusName=` systemd does not know which name to wait for, and refuses to load the unit.',
    bad: [{ file: 'web.service', text: '[Service]\nType=dbus\nExecStart=/srv/web/run\n' }],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nType=dbus\nBusName=org.example.Web\nExecStart=/srv/web/run\n',
      },
    ],
    refs: [man('systemd.service', 'BusName=')],
  },
  on: {
    file(ctx, { identity }) {
      const { effective } = ctx
      if (identity.type !== 'service' || effective.text('Service', 'Type') !== 'dbus') return
      if (!effective.lacks('Service', 'BusName')) return
      ctx.report(
        effective.last('Service', 'Type')!.assignment.valueSpan,
        "Type=dbus needs 'BusName=', the name on the bus that tells systemd that the service is up; systemd refuses it",
      )
    },
  },
})
