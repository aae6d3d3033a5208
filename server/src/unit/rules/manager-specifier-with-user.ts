import type { Fix } from '../../base/edit.ts'
import type { Known } from '../known.ts'
import { matchesInValues } from './matches-in-values.ts'
import { holdsFormat } from './percent-in-format.ts'
import { man, unitRule } from './rule.ts'

/** What the specifiers of the manager's own user come to in the system manager. */
const ofRoot: ReadonlyMap<string, { readonly value: string; readonly noun: string }> = new Map([
  ['h', { value: '/root', noun: 'home' }],
  ['u', { value: 'root', noun: 'name' }],
  ['U', { value: '0', noun: 'number' }],
  ['g', { value: 'root', noun: 'group' }],
  ['G', { value: '0', noun: 'group number' }],
])

export const managerSpecifierWithUser = unitRule({
  id: 'manager-specifier-with-user',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: '`%h` or `%u` in a system unit with `User=`, where they are those of root',
    why: 'Specifiers are filled in by the manager, with its own user: in a system unit `%h` is `/root` and `%u` is `root`, whatever `User=` says. The service looks into a home folder that it may not read, or takes itself for root. Write the path and the name; `WorkingDirectory=~` is the home of `User=`.',
    bad: [
      {
        file: '/etc/systemd/system/web.service',
        text: '[Service]\nUser=deploy\nWorkingDirectory=%h/web\nExecStart=/usr/bin/puma\n',
      },
    ],
    good: [
      {
        file: '/etc/systemd/system/web.service',
        text: '[Service]\nUser=deploy\nWorkingDirectory=/home/deploy/web\nExecStart=/usr/bin/puma\n',
      },
      {
        file: '/home/deploy/.config/systemd/user/web.service',
        text: '[Service]\nWorkingDirectory=%h/web\nExecStart=/usr/bin/puma\n',
      },
    ],
    refs: [man('systemd.unit', 'Specifiers')],
  },
  on: {
    file(ctx) {
      if (ctx.target.manager !== 'system') return
      for (const { known, text, span } of matchesInValues(ctx, /%[%huUgG]/g, [
        '%%',
        '%h',
        '%u',
        '%U',
        '%g',
        '%G',
      ])) {
        const meaning = ofRoot.get(text[1]!)
        if (meaning === undefined || known.directive.section !== 'Service') continue
        const value = ctx.value(known.assignment).text
        // What is plainly a format is another mistake.
        if (/\bdate\b/.test(value) || holdsFormat(value)) continue
        const user = ctx.effective.text('Service', 'User')
        if (user === undefined || user === 'root' || user === '0' || user.includes('%u')) return
        const fix = fixFor(known, value, text, user)
        ctx.report(
          span,
          `'${text}' is '${meaning.value}' in a system unit, not the ${meaning.noun} of 'User=${user}'`,
          {
            fixes: fix ? [{ ...fix, edits: [{ span, newText: fix.edits }] }] : [],
          },
        )
      }
    },
  },
})

/** What the author meant, as far as it can be written; `edits` is the text that takes the specifier's place. */
function fixFor(
  { directive }: Known,
  text: string,
  specifier: string,
  user: string,
): (Pick<Fix, 'title' | 'safe'> & { readonly edits: string }) | undefined {
  if (specifier === '%u') return { title: `Change to ${user}`, safe: true, edits: user }
  if (specifier !== '%h') return undefined
  if (directive.name === 'WorkingDirectory' && /^-?%h$/.test(text)) {
    return { title: `Change to ~, the home of ${user}`, safe: true, edits: '~' }
  }
  return { title: `Change to /home/${user}`, safe: false, edits: `/home/${user}` }
}
