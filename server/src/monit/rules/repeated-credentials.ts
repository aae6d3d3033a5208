import { ownTokens, textOf } from '../model/values.ts'
import { kindOf } from '../syntax/tokens.ts'
import { child, type MonitTree, type Node, spanOfNode } from '../syntax/tree.ts'
import { monitManual, monitRule } from './rule.ts'

export const repeatedCredentials = monitRule({
  id: 'repeated-credentials',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a second `allow` for the same user or group',
    why: 'monit keeps the first password of a user and skips later ones with a warning, so who changes the second one changes nothing.',
    bad: [{ file: 'monitrc', text: 'set httpd port 2812\n  allow admin:"old"\n  allow admin:"new"\n' }],
    good: [{ file: 'monitrc', text: 'set httpd port 2812\n  allow admin:"new"\n' }],
    refs: [monitManual('MONIT HTTPD', 'MONIT-HTTPD')],
  },
  on: {
    file(ctx, { globals, tree }) {
      const known = new Set<string>()
      for (const { name, node } of globals) {
        if (name !== 'httpd' || !node || tree.tags.length > 0) continue
        for (const allow of node.children.filter(({ term }) => term.id === 'httpd-allow')) {
          const who = whoMayEnter(tree, allow)
          if (!who) continue
          const id = `${who.kind} ${who.name}`
          if (known.has(id)) {
            ctx.report(
              spanOfNode(tree, allow),
              `the ${who.kind} '${who.name}' is let in above already, and monit skips this one`,
              { tag: 'unnecessary' },
            )
          }
          known.add(id)
        }
      }
    },
  },
})

function whoMayEnter(
  tree: MonitTree,
  allow: Node,
): { readonly kind: 'user' | 'group'; readonly name: string } | undefined {
  const group = child(allow, 'pam-group')
  const user = child(allow, 'credential')
  const token = group ? ownTokens(group)[1] : user ? ownTokens(allow)[1] : undefined
  if (token === undefined || kindOf(tree.tokens, token) !== 'STRING') return undefined
  return { kind: group ? 'group' : 'user', name: textOf(tree, token).text }
}
