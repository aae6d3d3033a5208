import type { Fix } from '../../base/edit.ts'
import type { Argument, Command } from '../model/command.ts'
import type { MonitTree } from '../syntax/tree.ts'
import { baseName, placeOf, usualGroup } from './command-words.ts'
import { monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

export const needlessSudo = monitRule({
  id: 'needless-sudo',
  kind: 'advice',
  severity: 'hint',
  reach: 'check',
  docs: {
    summary: '`sudo` in a command of monit, which is root and changes the user itself',
    why: 'monit runs as root in nearly every installation. To become another user `as uid "deploy" and gid "deploy"` is enough, and leaves one process less in between. Behind `as uid`, sudo asks for a password that nobody can type, unless sudoers says `NOPASSWD`. `sudo -i` is worth its place where the login profile is needed.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/usr/bin/sudo -u deploy /srv/web/run"\n',
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
      const { tree } = ctx.document
      const [program, ...rest] = command.arguments
      if (!program || baseName(program.text) !== 'sudo') return
      if (rest.some(({ text }) => /^(?:-\w*i\w*|--login)$/.test(text))) return
      ctx.report(
        placeOf(program),
        command.users.length > 0
          ? "'sudo' needs NOPASSWD in sudoers here, as nobody can type a password; 'as uid' has changed the user already"
          : "monit is root, so 'sudo' is not needed; 'as uid' and 'gid' change the user",
        { fixes: withoutSudo(tree, command, program) },
      )
    },
  },
})

/** Takes `sudo` away, and `-u NAME` behind the command instead. */
function withoutSudo(tree: MonitTree, command: Command, program: Argument): readonly Fix[] {
  const { quotes, users, groups, arguments: words } = command
  if (!quotes?.isClosed || users.length + groups.length > 0) return []
  if (words.some(({ isAppended }) => isAppended)) return []
  const user = words[1]?.text === '-u' ? words[2] : undefined
  const next = user ? words[3] : words[1]
  if (!next?.text.startsWith('/')) return []
  const removed = { start: program.start, end: next.start }
  if (holdsTag(tree, removed) || (user && !/^[a-z_][\w-]*$/i.test(user.text))) return []
  const edits = [{ span: removed, newText: '' }]
  const behind = { start: quotes.close + 1, end: quotes.close + 1 }
  if (user) {
    const name = `"${user.text}"`
    // Without a group monit would keep that of root, which sudo gives up.
    edits.push({ span: behind, newText: ` as uid ${name} and gid ${usualGroup(user.text, name)}` })
  }
  const title = user ? `Run it as uid ${user.text} without sudo` : 'Remove sudo'
  return [{ title, safe: false, edits }]
}
