import type { MonitDocument } from '../document.ts'
import { lastValue, ownTokens, type Text, textOf } from '../model/values.ts'
import { child, type Node } from '../syntax/tree.ts'
import { isLocalOnly } from './httpd-reach.ts'
import { monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'
import { httpdOf } from './top-file.ts'

/** Passwords of examples; the first is that of the control file which monit comes with. */
const known: ReadonlySet<string> = new Set([
  'monit',
  'admin',
  'password',
  'passwd',
  'pass',
  'secret',
  'changeme',
  'mypassword',
  'yourpassword',
  'passw@rd',
  '1234',
  '12345',
  '123456',
])

export const defaultPassword = monitRule({
  id: 'default-password',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: 'a password for monit’s web interface that stands in every manual',
    why: 'Whoever may log in to monit’s web interface can stop every service it looks after. `admin` with `monit` is what its example file says, and the first thing that others try. The commands of this machine need no password at all: a unix socket with `allow localhost` is enough for them.',
    bad: [{ file: 'monitrc', text: 'set httpd port 2812\n  allow admin:monit\n' }],
    good: [
      { file: 'monitrc', text: 'set httpd port 2812\n  allow admin:"t4-Rue-Lamp-Oak"\n' },
      { file: 'monitrc', text: 'set httpd unixsocket /run/monit.sock\n  allow localhost\n' },
    ],
    refs: [monitManual('MONIT HTTPD', 'MONIT-HTTPD')],
  },
  on: {
    file(ctx, document) {
      for (const statement of httpdOf(document)) {
        for (const allow of statement.node.children) {
          const credential = credentialOf(document, allow)
          if (!credential) continue
          const { user, password } = credential
          if (!known.has(password.text.toLowerCase()) && password.text !== user.text) continue
          ctx.report(
            { start: user.start, end: password.end },
            `everybody knows the password '${password.text}'; who logs in with it can stop each of the services`,
            { severity: isLocalOnly(document) ? 'information' : 'warning' },
          )
        }
      }
    },
  },
})

/** The user and the password of an `allow`; undefined where it allows hosts, files or groups, or a tag tells it. */
function credentialOf(
  { tree }: MonitDocument,
  allow: Node,
): { readonly user: Text; readonly password: Text } | undefined {
  if (allow.term.id !== 'httpd-allow') return undefined
  const credential = child(allow, 'credential')
  const name = ownTokens(allow)[1]
  if (!credential || name === undefined) return undefined
  const user = textOf(tree, name)
  const token = ownTokens(credential)[1]
  const password = lastValue(tree, credential) ?? (token === undefined ? undefined : textOf(tree, token))
  return password && !holdsTag(tree, { start: user.start, end: password.end })
    ? { user, password }
    : undefined
}
