import { removeLine } from '../edit/list-item.ts'
import type { Known } from '../known.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

const names: ReadonlySet<string> = new Set(['User', 'Group', 'SupplementaryGroups'])

/** The first version on record whose user manager takes its own user in `User=`. */
const ownUserSince = 257

export const userInUserUnit = unitRule({
  id: 'user-in-user-unit',
  kind: 'trap',
  severity: 'error',
  wants: ({ name }) => names.has(name),
  docs: {
    summary: '`User=`, `Group=` or `SupplementaryGroups=` in a unit of a user manager',
    why: 'A user manager (`systemctl --user`) runs without the rights to become anybody else, so the service ends with status `216/GROUP` before its program starts, and after five tries with `start request repeated too quickly`. Its services run as its user anyway. Before systemd 257 `User=` fails even with the name of that user.',
    bad: [
      {
        file: '/home/deploy/.config/systemd/user/web.service',
        version: 252,
        text: '[Service]\nUser=deploy\nExecStart=/srv/web/run\n',
      },
      {
        file: '/home/deploy/.config/systemd/user/web.service',
        text: '[Service]\nSupplementaryGroups=www-data\nExecStart=/srv/web/run\n',
      },
    ],
    good: [
      {
        file: '/home/deploy/.config/systemd/user/web.service',
        text: '[Service]\nExecStart=/srv/web/run\n',
      },
      {
        file: '/etc/systemd/system/web.service',
        text: '[Service]\nUser=deploy\nExecStart=/srv/web/run\n',
      },
    ],
    refs: [man('systemd.exec', 'User=')],
  },
  on: {
    known(ctx, known) {
      if (ctx.target.manager !== 'user' || !counts(ctx, known)) return
      const { assignment, directive } = known
      const { severity, message } = verdict(ctx, directive.name, ctx.value(assignment).text)
      ctx.report(assignment.keySpan, message, {
        severity,
        fixes: [{ title: `Remove ${directive.name}=`, safe: true, edits: [removeLine(assignment)] }],
      })
    },
  },
})

function counts({ effective }: UnitContext, { assignment, directive }: Known): boolean {
  const { section, name } = directive
  if (name !== 'SupplementaryGroups') return effective.last(section, name)?.assignment === assignment
  return effective.all(section, name).some((each) => each.assignment === assignment)
}

function verdict(
  { target }: UnitContext,
  name: string,
  value: string,
): { severity: 'error' | 'warning'; message: string } {
  const fails = 'the service ends with status 216/GROUP'
  if (name === 'SupplementaryGroups') {
    return { severity: 'error', message: `a user manager can't change groups; with '${name}=' ${fails}` }
  }
  if (name === 'Group') {
    const message = `a user manager can't change groups; with any but the user's own group in 'Group=' ${fails}`
    return { severity: 'warning', message }
  }
  if (target.version < ownUserSince) {
    const message = `a user manager can't change users, and before systemd ${ownUserSince} not even name its own; with 'User=' ${fails}`
    return { severity: 'error', message }
  }
  const message = `a user manager runs everything as its own user; with any other in 'User=' ${fails}`
  // The manager of root is one that nobody writes units for.
  return { severity: value === 'root' || value === '0' ? 'error' : 'warning', message }
}
