import type { Known } from '../known.ts'
import { hasTag } from '../syntax/tree.ts'
import { spanIn } from '../syntax/value.ts'
import { man, unitRule } from './rule.ts'

/** Parsers that take quotes as characters like any other, without a word. */
const literal: ReadonlySet<string> = new Set(['user_group_compat', 'unit_string_printf', 'string'])

/** Conditions that compare their value as it is; those of versions take quoted lists. */
const literalCondition = /^(?:Condition|Assert)(?:Host|User|Group|Architecture|Virtualization)$/

export const quotedValue = unitRule({
  id: 'quoted-value',
  kind: 'trap',
  severity: 'warning',
  wants: ({ name, parser }) => literal.has(parser) || literalCondition.test(name),
  docs: {
    summary: 'quotes around a value that is taken as it is',
    why: 'systemd reads quotes in lists, commands and `Environment=`. Other values are taken to the end of the line as they are: `User="deploy"` is a user whose name has quotes in it, which does not exist, and the service ends with status `217/USER`. Paths in quotes are refused.',
    bad: [
      { file: 'web.service', text: '[Service]\nUser="deploy"\nExecStart=/srv/web/run\n' },
      { file: 'web.service', text: "[Service]\nSyslogIdentifier='web'\nExecStart=/srv/web/run\n" },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Unit]\nDescription=The "web" application\n\n[Service]\nUser=deploy\nEnvironment="A=b c"\nExecStart=/srv/web/run\n',
      },
    ],
    refs: [man('systemd.syntax'), man('systemd.exec', 'User=')],
  },
  on: {
    known(ctx, known) {
      const { assignment, directive } = known
      const { tree } = ctx.document
      const quote = tree.text[assignment.valueSpan.start]
      if (quote !== '"' && quote !== "'") return
      const value = ctx.value(assignment)
      const inner = /^(["'])(.+)\1$/.exec(value.text)?.[2]
      if (inner === undefined || inner.includes(quote) || hasTag(tree, assignment.valueSpan)) return
      const span = spanIn(value, 0, value.text.length)
      ctx.report(
        span,
        `quotes are part of the value of '${directive.name}='${effectOf(known)}; leave them out`,
        {
          severity: severityOf(known),
          fixes: [{ title: 'Remove the quotes', safe: true, edits: [{ span, newText: inner }] }],
        },
      )
    },
  },
})

const accounts: ReadonlySet<string> = new Set(['User', 'Group'])

function severityOf({ directive: { name } }: Known): 'error' | 'warning' | 'hint' {
  if (accounts.has(name)) return 'error'
  return name === 'Description' ? 'hint' : 'warning'
}

function effectOf({ directive: { name } }: Known): string {
  if (name === 'User') return ', and the service ends with status 217/USER'
  return name === 'Group' ? ', and the service ends with status 216/GROUP' : ''
}
