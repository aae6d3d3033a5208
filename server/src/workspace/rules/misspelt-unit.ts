import { nearest } from '../../base/nearest.ts'
import { monitManual } from '../../monit/rules/rule.ts'
import { type AcrossContext, acrossRule } from './rule.ts'

export const misspeltUnit = acrossRule({
  id: 'misspelt-unit',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary:
      'a call of `systemctl` for a unit that is not in the workspace, where one of nearly that name is',
    why: 'monit looks at no unit before it needs it. When the service has died, `systemctl start` ends with `Unit pumma.service not found`, and monit says no more than `failed to start`.',
    bad: [
      {
        file: 'shop.monit',
        text: 'check process shop with pidfile /run/shop.pid\n  start program = "/usr/bin/systemctl start shop-wep"\n',
        beside: [
          { file: 'shop-web.service', text: '[Service]\nExecStart=/srv/shop/run --pidfile /run/shop.pid\n' },
        ],
      },
    ],
    good: [
      {
        file: 'shop.monit',
        text: 'check process shop with pidfile /run/shop.pid\n  start program = "/usr/bin/systemctl start shop-web"\n',
        beside: [
          { file: 'shop-web.service', text: '[Service]\nExecStart=/srv/shop/run --pidfile /run/shop.pid\n' },
        ],
      },
    ],
    refs: [monitManual('SERVICE METHODS', 'SERVICE-METHODS')],
  },
  on: {
    call(ctx, { call }) {
      if (!looked.has(call.verb)) return
      for (const { name, text, span, isExact } of call.units) {
        if (ctx.units.named(name).length > 0) continue
        const meant = meantBy(ctx, name)
        if (meant === undefined) continue
        // What was left out is left out again.
        const newText = text === name ? meant : meant.replace(/\.service$/, '')
        const fixes = isExact
          ? [{ title: `Change to ${newText}`, safe: false, edits: [{ span, newText }] }]
          : []
        ctx.report(span, `there is no '${name}' in the workspace; did you mean '${meant}'?`, { fixes })
      }
    },
  },
})

const looked = new Set(
  'start stop restart reload reload-or-restart try-restart is-active status kill'.split(' '),
)

/** Shorter names have neighbours that are as good as they are. */
const shortest = 5

/** The unit in sight whose name is nearly a given one, apart from what tells one of several services from another. */
function meantBy({ units, unitNames }: AcrossContext, name: string): string | undefined {
  const dot = name.lastIndexOf('.')
  const [stem, suffix] = [name.slice(0, dot), name.slice(dot)]
  const at = stem.indexOf('@')
  const prefix = at < 0 ? stem : stem.slice(0, at)
  const rest = at < 0 ? '' : stem.slice(at)
  if (prefix.length < shortest || unitNames.includes(name)) return undefined
  const known = [...new Set([...units.names, ...unitNames])].flatMap((each) => {
    const end = at < 0 ? suffix : `@${suffix}`
    const isOfForm = each.endsWith(end) && each.includes('@') === at >= 0
    return isOfForm ? [each.slice(0, -end.length)] : []
  })
  // One of several that differ in a number, or a daemon and what it is called elsewhere, are both right.
  const others = known.filter((each) => !isSibling(prefix, each))
  if (known.includes(prefix)) return undefined
  const meant = nearest(prefix, others)
  return meant === undefined ? undefined : meant + rest + suffix
}

function isSibling(a: string, b: string): boolean {
  const plain = (name: string) => name.replace(/\d+/g, '#')
  const bare = (name: string) => name.replace(/[\d.#-]+$/, '').replace(/d$/, '')
  return plain(a) === plain(b) || bare(a) === bare(b) || a.replace(/\d/g, '') === b.replace(/\d/g, '')
}
