import { baseName } from './command-words.ts'
import { monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

const verbs =
  'start stop restart reload try-restart reload-or-restart is-active is-failed status kill reset-failed'
const isVerb: ReadonlySet<string> = new Set(verbs.split(' '))

export const swappedSystemctlWords = monitRule({
  id: 'swapped-systemctl-words',
  kind: 'trap',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: '`systemctl NAME start` or `service start NAME`, with the words the wrong way round',
    why: '`systemctl` wants the verb first and the unit behind it, `service` the other way round. Swapped, both end with an error, `Unknown command verb` or `unrecognized service`, and nothing is started. monit’s own manual has such an example.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/bin/systemctl web start"\n',
      },
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/usr/sbin/service start web"\n',
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/bin/systemctl start web"\n  stop program = "/usr/sbin/service web stop"\n',
      },
    ],
    refs: ['[systemctl(1)](https://www.freedesktop.org/software/systemd/man/latest/systemctl.html)'],
  },
  on: {
    command(ctx, { command: { arguments: words } }) {
      const [program, first, second] = words
      if (words.length !== 3 || !program || !first || !second) return
      const name = baseName(program.text)
      if (name !== 'systemctl' && name !== 'service') return
      const [verb, unit] = name === 'service' ? [first, second] : [second, first]
      if (!isVerb.has(verb.text) || isVerb.has(unit.text) || /^-/.test(unit.text)) return
      const span = { start: first.start, end: second.end }
      const { tree } = ctx.document
      if (holdsTag(tree, span) || first.isAppended || second.isAppended) return
      const newText = `${second.text} ${first.text}`
      ctx.report(
        span,
        `'${name}' wants '${newText}': it takes '${first.text}' for ${takenFor(name)} and ends`,
        {
          fixes: [{ title: `Write ${newText}`, safe: true, edits: [{ span, newText }] }],
        },
      )
    },
  },
})

function takenFor(program: string): string {
  return program === 'service' ? 'the name of a service' : 'what it is to do'
}
