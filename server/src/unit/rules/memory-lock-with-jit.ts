import { hasOption, serverOf } from '../servers.ts'
import { readBoolean } from '../values/boolean.ts'
import { commandsOf } from './commands-of.ts'
import { man, unitRule } from './rule.ts'

/** Runtimes that write machine code while they run. */
const jits: ReadonlySet<string> = new Set(['node', 'java', 'dotnet', 'deno'])

export const memoryLockWithJit = unitRule({
  id: 'memory-lock-with-jit',
  kind: 'trap',
  severity: 'error',
  wants: ({ name }) => name === 'ExecStart',
  docs: {
    summary: '`MemoryDenyWriteExecute=yes` for a runtime that compiles while it runs',
    why: 'Node, Java, .NET and Deno write machine code into memory and run it, which this setting forbids. The program dies at the start or as soon as it gets busy.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/usr/bin/node server.js\nMemoryDenyWriteExecute=yes\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/usr/bin/node --jitless server.js\nMemoryDenyWriteExecute=yes\n',
      },
    ],
    refs: [man('systemd.exec', 'MemoryDenyWriteExecute=')],
  },
  on: {
    command(ctx, known) {
      const lock = ctx.effective.last('Service', 'MemoryDenyWriteExecute')
      if (!lock || readBoolean(ctx.value(lock.assignment).text) !== true) return
      const call = commandsOf(ctx, known)
        ?.commands.map(serverOf)
        .find((each) => each && jits.has(each.server))
      if (!call || hasOption(call.arguments, '--jitless', '-Xint')) return
      const { start, end, keySpan, valueSpan } = lock.assignment
      ctx.report(
        { start: keySpan.start, end: valueSpan.end },
        `${call.server} writes machine code while it runs, which this forbids; it will crash`,
        {
          fixes: [
            {
              title: 'Remove MemoryDenyWriteExecute=',
              safe: false,
              edits: [{ span: { start, end }, newText: '' }],
            },
          ],
        },
      )
    },
  },
})
