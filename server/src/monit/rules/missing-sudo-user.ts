import { baseName, placeOf } from './command-words.ts'
import { monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

export const missingSudoUser = monitRule({
  id: 'missing-sudo-user',
  kind: 'trap',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: '`sudo -u` without a name, so that it takes the program for the user',
    why: 'Where a deployment writes the control file and the name is empty, `sudo -iu  /bin/bash -c …` is left: sudo looks for a user called `/bin/bash`, finds none, and nothing is started. monit logs that the service failed to start and not why.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/usr/bin/sudo -iu  /bin/bash -c \'/srv/web/run\'"\n',
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/usr/bin/sudo -iu deploy /bin/bash -c \'/srv/web/run\'"\n',
      },
    ],
    refs: [monitManual('SERVICE METHODS', 'SERVICE-METHODS')],
  },
  on: {
    command(ctx, { command: { arguments: words } }) {
      if (!words[0] || baseName(words[0].text) !== 'sudo') return
      const at = words.findIndex(({ text }) => /^-[A-Za-z]*u$|^--user$/.test(text))
      const user = at === -1 ? undefined : words[at + 1]
      if (!user?.text.startsWith('/')) return
      if (holdsTag(ctx.document.tree, { start: words[at]!.end, end: user.end })) return
      ctx.report(
        placeOf(user),
        `sudo takes '${user.text}' for the name of the user, as there is none behind '${words[at]!.text}'`,
      )
    },
  },
})
