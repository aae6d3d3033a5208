import { tokenText } from '../syntax/tree.ts'
import { hasReached } from '../version.ts'
import { hasOrdinaryUser, placeOf, usualGroup } from './command-words.ts'
import { monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

/** From here on monit gives up root's group together with root. */
const fixedIn = '6.1'

export const uidWithoutGid = monitRule({
  id: 'uid-without-gid',
  kind: 'trap',
  severity: 'warning',
  reach: 'check',
  docs: {
    summary: '`as uid` without `gid`, which leaves the program in the group root',
    why: 'Up to 6.0 monit changes the user alone when no group is named: the program keeps the group and the further groups of root. It may read and write what only root’s group may, and the files it makes belong to that group, out of reach for the user’s other programs.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/srv/web/run" as uid "deploy"\n',
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/srv/web/run" as uid "deploy" and gid "deploy"\n',
      },
    ],
    refs: [monitManual('SERVICE METHODS', 'SERVICE-METHODS')],
  },
  on: {
    command(ctx, { command }) {
      const user = command.users.at(-1)
      if (!user || command.groups.length > 0 || !hasOrdinaryUser(command)) return
      if (hasReached(ctx.target.version, fixedIn)) return
      const { tree } = ctx.document
      const isKnown = !holdsTag(tree, user)
      const gid = `gid ${usualGroup(user.text, tokenText(tree, user.token))}`
      const advice = `gid ${usualGroup(user.text, `"${user.text}"`)}`
      ctx.report(
        placeOf(user),
        isKnown
          ? `without 'gid' the program runs as '${user.text}' in the group of root; add 'and ${advice}'`
          : "without 'gid' the program keeps the group of root",
        {
          fixes: [
            {
              title: `Add and ${gid}`,
              safe: false,
              edits: [{ span: { start: user.end, end: user.end }, newText: ` and ${gid}` }],
            },
          ],
        },
      )
    },
  },
})
