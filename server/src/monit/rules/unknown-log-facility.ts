import { nearest } from '../../base/nearest.ts'
import { ownTokens, textOf } from '../model/values.ts'
import { kindOf } from '../syntax/tokens.ts'
import { hasReached } from '../version.ts'
import { monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

const facilities = ['log_daemon', ...Array.from({ length: 8 }, (_, number) => `log_local${number}`)]

export const unknownLogFacility = monitRule({
  id: 'unknown-log-facility',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'a facility of syslog that monit does not know',
    why: 'monit knows log_daemon and log_local0 to log_local7, since 5.34.4 log_user too, each written with `log_`. With any other it refuses the whole configuration.',
    bad: [{ file: 'monitrc', text: 'set log syslog facility log_local9\n' }],
    good: [{ file: 'monitrc', text: 'set log syslog facility log_local3\n' }],
    refs: [monitManual('LOGGING', 'LOGGING')],
  },
  on: {
    global(ctx, { name, node }) {
      if ((name !== 'log' && name !== 'logfile') || !node) return
      const { tree } = ctx.document
      const token = ownTokens(node).at(-1)!
      if (kindOf(tree.tokens, token) !== 'STRING') return
      const { text, start, end } = textOf(tree, token)
      const known = hasReached(ctx.target.version, '5.34.4') ? [...facilities, 'log_user'] : facilities
      if (known.includes(text.toLowerCase()) || holdsTag(tree, { start, end })) return
      const meant = nearest(text, known) ?? nearest(`log_${text}`, known)
      const accepted = `${known.includes('log_user') ? 'log_user, ' : ''}log_daemon, log_local0 to log_local7`
      ctx.report({ start, end }, `monit knows no facility '${text}'; accepted: ${accepted}`, {
        fixes: meant
          ? [{ title: `write '${meant}'`, safe: false, edits: [{ span: { start, end }, newText: meant }] }]
          : [],
      })
    },
  },
})
