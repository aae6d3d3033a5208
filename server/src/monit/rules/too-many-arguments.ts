import { monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

/** How many words monit keeps of a command, the program among them. */
const most = 63

export const tooManyArguments = monitRule({
  id: 'too-many-arguments',
  kind: 'verdict',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: 'a command of more than 63 words',
    why: 'monit keeps a program and 62 arguments, and refuses the whole file over one more. A command that long is most often one whose quote does not end where it should, so that the lines behind it are taken for arguments.',
    bad: [
      {
        file: 'web.monit',
        text: `check process web with pidfile /run/web.pid\n  start program = "/srv/web/run${' --option'.repeat(63)}"\n`,
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: `check process web with pidfile /run/web.pid\n  start program = "/srv/web/run${' --option'.repeat(62)}"\n`,
      },
    ],
    refs: [monitManual('SERVICE METHODS', 'SERVICE-METHODS')],
  },
  on: {
    command(ctx, { command }) {
      const words = command.arguments
      const first = words[most]
      const last = words.at(-1)
      if (!first || !last || holdsTag(ctx.document.tree, command)) return
      ctx.report(
        { start: first.start, end: last.end },
        `monit takes a program and ${most - 1} arguments, and refuses the file over one more; does the quote end where it should?`,
      )
    },
  },
})
