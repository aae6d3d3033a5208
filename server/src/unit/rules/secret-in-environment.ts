import type { Fix } from '../../base/edit.ts'
import { lineBreakOf } from '../edit/line-break.ts'
import type { Known } from '../known.ts'
import { hasTag } from '../syntax/tree.ts'
import { spanIn } from '../syntax/value.ts'
import { allWords } from '../values/extract/first-word.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

export const secretInEnvironment = unitRule({
  id: 'secret-in-environment',
  kind: 'trap',
  severity: 'warning',
  wants: ({ name }) => name === 'Environment',
  docs: {
    summary: 'a password or a key in `Environment=`',
    why: 'Unit files can be read by every user of the machine, and `systemctl show` prints `Environment=` to all of them; the file also tends to end up in a repository. `EnvironmentFile=` names a file that only root needs to read (mode 0600): systemd reads it before it becomes `User=`. `LoadCredential=` is safer still.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nEnvironment=SECRET_KEY_BASE=5f2c9e1d7a\nExecStart=/srv/web/run\n',
      },
      {
        file: 'web.service',
        text: '[Service]\nEnvironment="DATABASE_URL=postgres://web:hunter2@db/web"\nExecStart=/srv/web/run\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nEnvironmentFile=/etc/web.env\nEnvironment=DATABASE_URL=postgres:///web\nEnvironment=DB_PASSWORD_FILE=/run/secrets/db\nExecStart=/srv/web/run\n',
      },
    ],
    refs: [man('systemd.exec', 'EnvironmentFile='), man('systemd.exec', 'LoadCredential=')],
  },
  on: {
    known(ctx, known) {
      const { assignment } = known
      const { tree } = ctx.document
      const value = ctx.value(assignment)
      if (!maybe.test(value.text)) return
      const { words } = allWords(value.text, { unquote: true, unescape: true })
      for (const word of words) {
        const name = secretIn(word.text)
        if (name === undefined) continue
        const span = spanIn(value, word.from, word.to)
        if (hasTag(tree, span)) continue
        const open =
          ctx.target.manager === 'user'
            ? `'${name}' lies open in the unit`
            : `every user of the machine can read '${name}' here`
        ctx.report(span, `${open}; keep it in an EnvironmentFile= of mode 0600`, {
          // What a user has for a manager shows its units to nobody else.
          ...(ctx.target.manager === 'user' ? { severity: 'information' } : {}),
          fixes: words.length === 1 ? [moveOut(ctx, known, word.text)] : [],
        })
      }
    },
  },
})

const maybe = /pass|secret|token|key|:\/\//i
const secretName =
  /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|SECRET_KEY|SECRET_KEY_BASE|SECRET_ACCESS_KEY|MASTER_KEY|PRIVATE_KEY|API_KEY|APIKEY|ACCESS_TOKEN|AUTH_TOKEN|API_TOKEN|TOKEN)$/i
const urlWithPassword = /^[a-z][a-z0-9+.-]*:\/\/[^/@\s:]*:[^/@\s]+@/i
/** What is no secret: a path, a specifier, a variable, something to fill in, a switch. */
const harmless = /^(?:[/%$<].*|\**|[xX]+|\d{1,3}|yes|no|true|false|on|off|none|null)$/

/** The name of the variable, where its value is a secret. */
function secretIn(word: string): string | undefined {
  const equals = word.indexOf('=')
  if (equals < 1) return undefined
  const name = word.slice(0, equals)
  const value = word.slice(equals + 1)
  if (harmless.test(value)) return undefined
  return secretName.test(name) || urlWithPassword.test(value) ? name : undefined
}

/** Leaves the old line behind as a comment, for its text has to be put into a file that only a person can make. */
function moveOut(ctx: UnitContext, { assignment }: Known, text: string): Fix {
  const { identity, tree } = ctx.document
  const stem = identity.name.replace(/@?\.[a-z]+$/, '') || 'unit'
  const file = ctx.target.manager === 'user' ? `%h/.config/${stem}.env` : `/etc/${stem}.env`
  const lineBreak = lineBreakOf(tree.text)
  const note = `# put into ${file.replace('%h', '~')} and remove here: ${text}`
  const end = /[\n\r]$/.test(tree.text.slice(0, assignment.end)) ? lineBreak : ''
  return {
    title: `Read it from ${file}`,
    safe: false,
    edits: [
      {
        span: { start: assignment.start, end: assignment.end },
        newText: `${note}${lineBreak}EnvironmentFile=${file}${end}`,
      },
    ],
  }
}
