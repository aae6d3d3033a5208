import type { Fix } from '../../base/edit.ts'
import type { Argument } from '../model/command.ts'
import type { MonitTree } from '../syntax/tree.ts'
import { bareWords, baseName, placeOf, quotedText, shellScriptOf, wrapInShell } from './command-words.ts'
import { splitArgument } from './quotes-of-command.ts'
import { type CommandUse, monitManual, monitRule } from './rule.ts'
import { isUnquotedScript } from './unquoted-shell-script.ts'

/** What all such words have in them. */
const mark = /[|&;<>`$~*?[=]/

const operator = /^(?:&&|\|\|?|&|\|&|;;?|\d*(?:>>?|<<?<?|>\||<>)(?:&[\d-]+)?|&>>?)$/
const redirection = /^(?:\d*(?:>>?|<)(?:&[\d-]+|[/$~]\S*)|&>>?\/\S*)$/
const substitution = /`|\$\(/
const variable = /\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*)/
const home = /^(?:-[\w-]*=)?~(?:\/|$)/
const pathPattern = /^\/[^\s=]*[*?[]/
const assignment = /^[A-Za-z_]\w*=/

/** Words that only a shell knows as commands. */
const builtins: ReadonlySet<string> = new Set([
  '.',
  'cd',
  'eval',
  'exec',
  'export',
  'set',
  'source',
  'ulimit',
  'umask',
])

/** Programs that take the names of files as they are; others, such as find, read patterns themselves. */
const fileTools: ReadonlySet<string> = new Set(
  'cat chgrp chmod chown cp du gzip gunzip head ln ls md5sum mkdir mv rm rmdir shred stat tail touch truncate wc'.split(
    ' ',
  ),
)

/** Programs that hand their words on to a shell, there or elsewhere. */
const shellCallers: ReadonlySet<string> = new Set(['ssh', 'autossh', 'watch', 'eval'])

export const monitShellSyntax = monitRule({
  id: 'monit-shell-syntax',
  kind: 'trap',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: 'shell syntax in a command of monit, which uses no shell',
    why: "monit splits a command at blanks and runs the program itself. `&&`, `|`, `>`, `;`, `$NAME`, `~` and `*` reach it as ordinary arguments: nothing is chained, redirected or put in, and mostly the program ends with a complaint. Nor are `cd` and `NAME=value` programs. `monit -t` says nothing of all this, or that the program does not exist. Ask for a shell, with the script in single quotes: `/bin/sh -c '…'`.",
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/srv/web/migrate && /srv/web/run >> /var/log/web.log 2>&1"\n',
      },
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "RAILS_ENV=production /srv/web/run"\n  stop program = "/bin/kill $(cat /run/web.pid)"\n',
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/bin/sh -c \'/srv/web/migrate && /srv/web/run >> /var/log/web.log 2>&1\'"\n',
      },
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/usr/bin/env RAILS_ENV=production /srv/web/run"\n',
      },
    ],
    refs: [monitManual('SERVICE METHODS', 'SERVICE-METHODS')],
  },
  on: {
    command(ctx, use) {
      const { tree } = ctx.document
      const text = quotedText(tree, use.command)
      const program = use.command.arguments[0]?.text ?? ''
      if (text === undefined || !(mark.test(text) || builtins.has(program))) return
      if (isUnquotedScript(tree, use.command) || splitArgument(tree, use.command)) return
      const found = firstSyntax(tree, use)
      if (!found) return
      ctx.report(placeOf(found.word), messageFor(found, programOf(use)), {
        fixes: fixesFor(tree, use, found),
      })
    },
  },
})

interface Found {
  readonly word: Argument
  readonly what: 'assignment' | 'builtin' | 'operator' | 'substitution' | 'variable' | 'home' | 'pattern'
}

function firstSyntax(tree: MonitTree, { command }: CommandUse): Found | undefined {
  const [program] = command.arguments
  const words = bareWords(tree, command)
  if (program && words[0] === program) {
    if (assignment.test(program.text)) return { word: program, what: 'assignment' }
    if (builtins.has(program.text)) return { word: program, what: 'builtin' }
    if (substitution.test(program.text)) return { word: program, what: 'substitution' }
    if (variable.test(program.text)) return { word: program, what: 'variable' }
    if (home.test(program.text)) return { word: program, what: 'home' }
    if (/[^\\];$/.test(program.text)) return { word: program, what: 'operator' }
  }
  const name = program ? baseName(program.text) : ''
  if (shellCallers.has(name)) return undefined
  const script = shellScriptOf(command)
  for (const word of words) {
    if (word === program || word === script?.script) continue
    const what = syntaxIn(word.text, name)
    if (what) return { word, what }
  }
  return undefined
}

function syntaxIn(text: string, program: string): Found['what'] | undefined {
  // find ends the command of -exec with a semicolon.
  if (program === 'find' && /^\\?;$/.test(text)) return undefined
  if (operator.test(text) || redirection.test(text) || /[^\\];$/.test(text)) return 'operator'
  if (substitution.test(text)) return 'substitution'
  if (variable.test(text)) return 'variable'
  if (home.test(text)) return 'home'
  return pathPattern.test(text) && fileTools.has(program) ? 'pattern' : undefined
}

function messageFor({ word: { text }, what }: Found, program: string): string {
  switch (what) {
    case 'assignment':
      return `monit uses no shell: it looks for a program that is called '${text}'`
    case 'builtin':
      return `'${text}' is a word of the shell and no program; monit uses no shell`
    case 'operator':
      return `monit uses no shell, so '${text}' is an argument of '${program}' like any other`
    case 'substitution':
      return `monit uses no shell, so nothing is put in for '${text}'`
    case 'variable':
      if (mainPid.test(text)) return mainPidMessage
      return `monit uses no shell, so nothing is put in for '${text}'`
    case 'home':
      return `monit uses no shell, so '~' in '${text}' is not the home`
    case 'pattern':
      return `monit uses no shell, so '${program}' looks for a file that is called '${text}'`
  }
}

/** systemd's name for the process of the service, in lines that were taken from a unit. */
const mainPid = /\$(?:MAINPID\b|\{MAINPID\})/
const mainPidMessage =
  "'$MAINPID' is systemd's; monit uses no shell and puts nothing in for it, and in a shell the process is $MONIT_PROCESS_PID"

function withProcessId(wrap: readonly Fix[]): readonly Fix[] {
  const every = new RegExp(mainPid, 'g')
  return wrap.map((fix) => ({
    ...fix,
    edits: fix.edits.map(({ span, newText }) => ({
      span,
      newText: newText.replace(every, () => '$MONIT_PROCESS_PID'),
    })),
  }))
}

function programOf({ command }: CommandUse): string {
  return baseName(command.arguments[0]?.text ?? '')
}

function fixesFor(tree: MonitTree, use: CommandUse, { word, what }: Found): readonly Fix[] {
  const wrap = wrapInShell(tree, use)
  // In a shell of monit's the variable would be empty.
  if (bareWords(tree, use.command).some(({ text }) => mainPid.test(text))) return withProcessId(wrap)
  if (what !== 'assignment' || bareWords(tree, use.command).some(({ text }) => syntaxIn(text, '')))
    return wrap
  const env: Fix = {
    title: 'Set it with /usr/bin/env',
    safe: false,
    edits: [{ span: { start: word.start, end: word.start }, newText: '/usr/bin/env ' }],
  }
  return [env, ...wrap]
}
