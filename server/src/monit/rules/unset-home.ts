import { shellScriptOf } from './command-words.ts'
import { monitManual, monitRule } from './rule.ts'

const variable = /\$(?:HOME\b|\{HOME\})/
/** The script sets it itself, or reads a file that may. */
const setter = /\bHOME=|(?:^|[\s;&'])(?:source|\.)\s/

export const unsetHome = monitRule({
  id: 'unset-home',
  kind: 'trap',
  severity: 'information',
  reach: 'check',
  docs: {
    summary: '`$HOME` in a script that monit runs as root',
    why: 'monit sets `HOME` only together with `as uid`. Without it a script has what monit itself was started with, and a service of systemd has no `HOME`: `cd $HOME/web` goes to `/web`, and a login shell does not mend it. Write the path in full, or say who runs the script.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/bin/bash -lc \'cd $HOME/web && ./run\'"\n',
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/bin/bash -lc \'cd $HOME/web && ./run\'" as uid "deploy" and gid "deploy"\n',
      },
    ],
    refs: [monitManual('SERVICE METHODS', 'SERVICE-METHODS')],
  },
  on: {
    command(ctx, { command }) {
      if (command.users.length > 0) return
      const script = shellScriptOf(command)?.script
      if (!script?.quote) return
      const raw = ctx.document.tree.text.slice(script.start, script.end)
      const found = variable.exec(raw)
      if (!found || setter.test(raw)) return
      const start = script.start + found.index
      ctx.report(
        { start, end: start + found[0].length },
        "monit sets HOME only together with 'as uid'; as a service of systemd it has none itself, and this is empty",
      )
    },
  },
})
