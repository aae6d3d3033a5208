import type { Fix } from '../../base/edit.ts'
import type { Known } from '../known.ts'
import { spanIn } from '../syntax/value.ts'
import type { Command } from '../values/commands/command-line.ts'
import { commandsOf } from './commands-of.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

/** What stands in for each of these in a unit, and whether it can simply go. */
const wrappers: ReadonlyMap<string, { readonly why: string; readonly removable: boolean }> = new Map([
  ['nohup', { why: 'a service has no terminal to lose', removable: true }],
  [
    'setsid',
    {
      why: 'systemd starts each service in a session of its own, and loses sight of one that leaves it',
      removable: true,
    },
  ],
  ['sudo', { why: 'it asks for a password that nobody can type; User= sets the user', removable: false }],
  ['su', { why: 'it keeps a session of its own open in between; User= sets the user', removable: false }],
  ['runuser', { why: 'User= sets the user', removable: false }],
])

export const needlessWrapper = unitRule({
  id: 'needless-wrapper',
  kind: 'trap',
  severity: 'warning',
  wants: ({ name }) => name === 'ExecStart',
  docs: {
    summary: '`nohup`, `setsid`, `sudo`, `su` or `runuser` in front of a service’s command',
    why: 'They do by hand what systemd does itself, and get in its way: signals and `sd_notify` reach the wrapper instead of the program, and `sudo` fails where it wants a password or a terminal.',
    bad: [{ file: 'web.service', text: '[Service]\nExecStart=/usr/bin/nohup /srv/web/run\n' }],
    good: [{ file: 'web.service', text: '[Service]\nUser=deploy\nExecStart=/srv/web/run\n' }],
    refs: [man('systemd.exec', 'User=')],
  },
  on: {
    command(ctx, known) {
      for (const command of commandsOf(ctx, known)?.commands ?? []) {
        const name = command.program.text.slice(command.program.text.lastIndexOf('/') + 1)
        const wrapper = wrappers.get(name)
        if (!wrapper) continue
        ctx.report(
          spanIn(ctx.value(known.assignment), command.program.from, command.program.to),
          `'${name}' is not needed in front of a service: ${wrapper.why}`,
          { fixes: wrapper.removable ? unwrap(ctx, known, command, name) : [] },
        )
      }
    },
  },
})

function unwrap(
  ctx: UnitContext,
  known: Known,
  { program, arguments: [first] }: Command,
  name: string,
): readonly Fix[] {
  // Options of the wrapper's own, or a program that systemd would have to look for, need a person.
  if (!first || !/^[/%]/.test(first.text)) return []
  const value = ctx.value(known.assignment)
  const span = {
    start: spanIn(value, program.from, program.to).start,
    end: spanIn(value, first.from, first.to).start,
  }
  return [{ title: `Remove ${name}`, safe: false, edits: [{ span, newText: '' }] }]
}
