import type { Severity } from '../../base/diagnostic.ts'
import type { Fix } from '../../base/edit.ts'
import { removeItem } from '../edit/list-item.ts'
import type { Known } from '../known.ts'
import { demanding, type NamedUnit, namedUnits, wanting } from './named-units.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

/** A unit that systemd used to have. */
interface Gone {
  /** The first version without it. */
  readonly since: number
  readonly why: string
  /** What has its meaning today. */
  readonly successor?: string
}

const runlevel = (successor: string): Gone => ({
  since: 258,
  why: 'the runlevels of System V are gone',
  successor,
})

const gone: ReadonlyMap<string, Gone> = new Map([
  ['syslog.target', { since: 198, why: 'log messages are kept until a logger runs' }],
  ['mail-transfer-agent.target', { since: 198, why: 'nothing takes its place' }],
  ['runlevel0.target', runlevel('poweroff.target')],
  ['runlevel1.target', runlevel('rescue.target')],
  ['runlevel2.target', runlevel('multi-user.target')],
  ['runlevel3.target', runlevel('multi-user.target')],
  ['runlevel4.target', runlevel('multi-user.target')],
  ['runlevel5.target', runlevel('graphical.target')],
  ['runlevel6.target', runlevel('reboot.target')],
])

export const goneUnit = unitRule({
  id: 'gone-unit',
  kind: 'trap',
  severity: 'information',
  wants: ({ section, name, parser }) =>
    parser === 'unit_deps' || (section === 'Install' && wanting.has(name)),
  docs: {
    summary: 'the name of a unit that systemd no longer has',
    why: 'Names of units that were removed from systemd live on in files that people copy. `After=syslog.target` has done nothing since 2013. `Requires=` of a unit that is gone lets the start fail, and `WantedBy=` of one starts nothing.',
    bad: [
      {
        file: 'web.service',
        text: '[Unit]\nAfter=network.target syslog.target\n\n[Service]\nExecStart=/srv/web/run\n',
      },
      {
        file: 'web.service',
        version: 258,
        text: '[Service]\nExecStart=/srv/web/run\n\n[Install]\nWantedBy=runlevel3.target\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Unit]\nAfter=network.target\n\n[Service]\nExecStart=/srv/web/run\n\n[Install]\nWantedBy=multi-user.target\n',
      },
    ],
    refs: [man('systemd.special')],
  },
  on: {
    known(ctx, known) {
      const { assignment } = known
      for (const unit of namedUnits(ctx, assignment)) {
        const found = gone.get(unit.name)
        if (!found || ctx.target.version < found.since) continue
        const { since, why } = found
        ctx.report(
          unit.span,
          `systemd has no '${unit.name}' since version ${since}: ${why}${effectOf(known)}`,
          {
            severity: severityOf(known, found),
            tag: 'deprecated',
            fixes: [fixFor(ctx, known, unit, found)],
          },
        )
      }
    },
  },
})

function effectOf({ directive: { name, section } }: Known): string {
  if (demanding.has(name)) return `; with '${name}=' the unit fails to start`
  return section === 'Install' ? '; it starts nothing' : ''
}

/** Builders may ask for runlevels still, so that their absence is not certain. */
function severityOf({ directive: { name, section } }: Known, { successor }: Gone): Severity {
  if (demanding.has(name)) return successor ? 'warning' : 'error'
  return section === 'Install' ? 'warning' : 'information'
}

function fixFor(ctx: UnitContext, { assignment }: Known, unit: NamedUnit, { successor }: Gone): Fix {
  const isTwin = namedUnits(ctx, assignment).some(({ name }) => name === successor)
  if (successor && !isTwin) {
    const edits = [{ span: unit.span, newText: successor }]
    return { title: `Change to ${successor}`, safe: true, edits }
  }
  return {
    title: `Remove ${unit.name}`,
    safe: true,
    edits: [removeItem(assignment, ctx.value(assignment), unit)],
  }
}
