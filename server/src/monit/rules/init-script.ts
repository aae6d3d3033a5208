import type { Fix } from '../../base/edit.ts'
import type { Command } from '../model/command.ts'
import { placeOf } from './command-words.ts'
import { monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

export const initScript = monitRule({
  id: 'init-script',
  kind: 'advice',
  severity: 'information',
  reach: 'check',
  docs: {
    summary: 'a script in `/etc/init.d` that starts or stops a service, where systemd should',
    why: 'On a machine with systemd most packages no longer have such a script, and where there is one, what it starts may belong to monit’s own unit: systemd takes the service for stopped, starts a second one, and doesn’t find the first when it is to stop it. `systemctl` asks systemd to do it. On a machine without systemd the script is right: silence this rule.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process nginx with pidfile /run/nginx.pid\n  start program = "/etc/init.d/nginx start"\n',
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process nginx with pidfile /run/nginx.pid\n  start program = "/usr/bin/systemctl start nginx"\n',
      },
    ],
    refs: [monitManual('SERVICE METHODS', 'SERVICE-METHODS')],
  },
  on: {
    command(ctx, { command, role }) {
      const [program, verb] = command.arguments
      const name = program && /^\/etc\/(?:rc\.d\/)?init\.d\/([\w.@-]+)$/.exec(program.text)?.[1]
      if (!name || !verb || role === 'check' || holdsTag(ctx.document.tree, program)) return
      if (!/^(?:start|stop|restart|reload)$/.test(verb.text)) return
      ctx.report(
        placeOf(program),
        `on a machine with systemd '/usr/bin/systemctl ${verb.text} ${name}' keeps systemd informed; this script goes behind its back, if it is there at all`,
        { fixes: useSystemctl(command, `/usr/bin/systemctl ${verb.text} ${name}`) },
      )
    },
  },
})

function useSystemctl({ arguments: words, quotes, users }: Command, newText: string): readonly Fix[] {
  const [program, verb] = words
  // A user that is not root may not ask systemd.
  if (words.length !== 2 || users.length > 0 || !quotes || !program || !verb || verb.isAppended) return []
  const span = { start: program.start, end: verb.end }
  return [{ title: 'Write it with systemctl', safe: false, edits: [{ span, newText }] }]
}
