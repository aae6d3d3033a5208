import { spanIn } from '../syntax/value.ts'
import { commandsOf } from './commands-of.ts'
import { man, unitRule } from './rule.ts'

export const variableAsProgram = unitRule({
  id: 'variable-as-program',
  kind: 'trap',
  severity: 'error',
  docs: {
    summary: 'a variable as the program of a command',
    why: 'systemd puts in variables for arguments only; the program must be known when the unit is loaded. It looks for a program that is really called `$RUBY`, and the start fails with `203/EXEC`. Specifiers such as `%h` do work there.',
    bad: [{ file: 'web.service', text: '[Service]\nEnvironment=RUBY=ruby3.3\nExecStart=$RUBY app.rb\n' }],
    good: [{ file: 'web.service', text: '[Service]\nExecStart=%h/.rbenv/shims/ruby app.rb\n' }],
    refs: [man('systemd.service', 'COMMAND LINES')],
  },
  on: {
    command(ctx, known) {
      for (const { program, prefixes } of commandsOf(ctx, known)?.commands ?? []) {
        if (!/^\$(?:\w|\{)/.test(program.text) || prefixes.some(({ char }) => char === '|')) continue
        ctx.report(
          spanIn(ctx.value(known.assignment), program.from, program.to),
          `a variable can't name the program; systemd looks for one called '${program.text}'`,
        )
      }
    },
  },
})
