import type { Known } from '../known.ts'
import { hasTag } from '../syntax/tree.ts'
import { spanIn } from '../syntax/value.ts'
import { isQuotedList } from '../values/names/users.ts'
import { man, unitRule } from './rule.ts'

/** The parser of a list in which quotes mean nothing either, other than in most lists. */
const listOfGroups = 'user_group_strv_compat'

/** Parsers that take quotes as characters like any other, without a word. */
const literal: ReadonlySet<string> = new Set([
  'user_group_compat',
  listOfGroups,
  'unit_string_printf',
  'string',
])

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
      const isList = directive.parser === listOfGroups
      if (quote !== '"' && quote !== "'" && !isList) return
      const value = ctx.value(assignment)
      const inner = isList ? withoutQuotes(value.text) : contentOf(value.text)
      if (inner === undefined || hasTag(tree, assignment.valueSpan)) return
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

/** What stands between quotes around the whole of a value; undefined where there are none, or more. */
function contentOf(text: string): string | undefined {
  const [, quote, inner] = /^(["'])(.+)\1$/.exec(text) ?? []
  return quote !== undefined && !inner!.includes(quote) ? inner : undefined
}

/** A list without the quotes around its names; undefined where it has none. */
function withoutQuotes(text: string): string | undefined {
  return isQuotedList(text) ? text.replaceAll(/["']/g, '') : undefined
}

const accounts: ReadonlySet<string> = new Set(['User', 'Group', 'SupplementaryGroups'])

function severityOf({ directive: { name } }: Known): 'error' | 'warning' | 'hint' {
  if (accounts.has(name)) return 'error'
  return name === 'Description' ? 'hint' : 'warning'
}

function effectOf({ directive: { name } }: Known): string {
  if (name === 'User') return ', and the service ends with status 217/USER'
  return accounts.has(name) ? ', and the service ends with status 216/GROUP' : ''
}
