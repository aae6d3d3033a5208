import type { Fix } from '../../base/edit.ts'
import { nearest } from '../../base/nearest.ts'
import type { Argument } from '../model/command.ts'
import type { Service } from '../model/service.ts'
import type { MonitTree, Statement } from '../syntax/tree.ts'
import { endOfCommand, placeOf } from './command-words.ts'
import { innerQuote, lostQuote, splitArgument } from './quotes-of-command.ts'
import { type CommandUse, type MonitContext, monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

/** What may stand behind a command, or in the place of a word that is not quite one of these. */
const words = [
  'uid',
  'gid',
  'timeout',
  'with',
  'and',
  'seconds',
  'repeat',
  'every',
  'cycles',
  'then',
  'else',
  'if',
]

/** Words that people take for these. */
const meant: ReadonlyMap<string, string> = new Map([
  ['user', 'uid'],
  ['username', 'uid'],
  ['usr', 'uid'],
  ['owner', 'uid'],
  ['group', 'gid'],
  ['groupname', 'gid'],
])

export const appendedWords = monitRule({
  id: 'appended-words',
  kind: 'trap',
  severity: 'warning',
  reach: 'check',
  docs: {
    summary: 'words behind the closing quote of a command, which become arguments of it',
    why: 'A command does not end at its closing quote: monit appends every word behind it that it does not know. With `as user "deploy"` the program gets the arguments `user` and `deploy`, and runs as root. `monit -t` finds nothing wrong. The words are `as uid "deploy"` and `and gid "deploy"`; a `group` behind a command is a statement of its own and names a group of services.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/srv/web/run" as user "deploy"\n',
      },
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/srv/web/run" as uid "deploy" and group "deploy"\n',
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
    command(ctx, use) {
      const { tree } = ctx.document
      const { command } = use
      if (!command.quotes?.isClosed || innerQuote(tree, command) || lostQuote(tree, command)) return
      if (splitArgument(tree, command)) return
      const appended = command.arguments.filter(({ isAppended }) => isAppended)
      if (appended.length > 0 && !appended.some((word) => holdsTag(tree, word)))
        reportWords(ctx, use, appended)
    },
    service(ctx, service) {
      if (service.groups.length === 0) return
      for (const { statement, command } of service.programs) {
        if (command)
          reportGroup(ctx, service, statement, endOfCommand(command), command.timeout !== undefined)
      }
    },
  },
})

function reportWords(ctx: MonitContext, use: CommandUse, appended: readonly Argument[]): void {
  const { tree } = ctx.document
  const known = appended.map((word) => ({ word, known: knownWord(tree, word) }))
  const first = known.find((each) => each.known) ?? known[0]!
  const { word } = first
  const program = use.command.arguments[0]!.text
  if (!first.known) {
    ctx.report(
      { start: word.start, end: appended.at(-1)!.end },
      `monit appends this to the command, as an argument of '${program}'; arguments stand inside the quotes`,
    )
    return
  }
  const isUser = first.known === 'uid' || first.known === 'gid'
  const runsAs = isUser && use.command.users.length === 0 ? ', which runs as root' : ''
  ctx.report(
    placeOf(word),
    `monit does not know '${word.text}' and appends it to the arguments of '${program}'${runsAs}; did you mean '${first.known}'?`,
    {
      severity: isUser ? 'error' : 'warning',
      fixes: replacements(known.flatMap((each) => (each.known ? [{ word: each.word, by: each.known }] : []))),
    },
  )
}

function knownWord(tree: MonitTree, { text, quote, end }: Argument): string | undefined {
  if (quote || !/^[a-z]\w{2,}$/i.test(text)) return undefined
  // A value follows each of these words, or another word.
  if (!/^[ \t]+\S/.test(tree.text.slice(end, end + 80))) return undefined
  return meant.get(text.toLowerCase()) ?? nearest(text, words)
}

function replacements(all: readonly { readonly word: Argument; readonly by: string }[]): readonly Fix[] {
  return [
    {
      title: `Replace by ${all.map(({ by }) => by).join(' and ')}`,
      safe: false,
      edits: all.map(({ word, by }) => ({ span: { start: word.start, end: word.end }, newText: by })),
    },
  ]
}

/** `as uid "x" and group "y"`: monit reads `group "y"` as a statement. */
function reportGroup(
  ctx: MonitContext,
  { statements }: Service,
  statement: Statement,
  end: number,
  hasTimeout: boolean,
): void {
  const { tree } = ctx.document
  const next = statements[statements.indexOf(statement) + 1]
  if (next?.node?.term.id !== 'group' || !isBound(tree, end, next.start)) return
  const span = { start: next.start, end: next.start + 'group'.length }
  ctx.report(
    span,
    "this puts the service into a group of services; the command still runs with root's own group; did you mean 'gid'?",
    // Behind a timeout monit takes no gid.
    {
      severity: 'error',
      fixes: hasTimeout ? [] : [{ title: 'Replace by gid', safe: false, edits: [{ span, newText: 'gid' }] }],
    },
  )
}

function isBound({ text }: MonitTree, from: number, to: number): boolean {
  return /^[ \t]*(?:and|as|with)[ \t]+$/i.test(text.slice(from, to))
}
