import type { Fix, TextEdit } from '../../base/edit.ts'
import type { Argument, Command } from '../model/command.ts'
import type { MonitTree } from '../syntax/tree.ts'
import { bareWords, baseName, quotedText, shellScriptOf } from './command-words.ts'
import { monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

const runtimeDir = 'XDG_RUNTIME_DIR=/run/user/$(id -u)'

/** What leads `systemctl --user` to the user's manager: the folder, the socket itself, or the machine option. */
const way = /XDG_RUNTIME_DIR|DBUS_SESSION_BUS_ADDRESS|--machine\b|(?:^|\s)-M|--host\b|(?:^|\s)-H/
const inScript = /(?:^|[\s;&|(/])systemctl\s(?:[^;&|\n]*\s)?--user(?:\s|$)/
/** Programs that open a session for the user, in which PAM sets the folder, or that may do so. */
const sessionOpeners = /^(?:su|runuser|machinectl|systemd-run|ssh|login)$/

export const systemctlUserWithoutRuntimeDir = monitRule({
  id: 'systemctl-user-without-runtime-dir',
  kind: 'trap',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: '`systemctl --user` in a command of monit, which gives it no `XDG_RUNTIME_DIR`',
    why: 'monit opens no login session: with `as uid` it sets the user, the group and `HOME`, and nothing else. Without `XDG_RUNTIME_DIR` systemctl does not find the user’s manager and ends with `Failed to connect to bus`. Set it in a shell, `XDG_RUNTIME_DIR=/run/user/$(id -u)`, or let root ask for the user’s manager: `systemctl --user --machine=deploy@.host`. Either way the manager must run while nobody is logged in: `loginctl enable-linger deploy`, once.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/user/1000/web.pid\n  start program = "/usr/bin/systemctl --user start web" as uid "deploy" and gid "deploy"\n',
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/user/1000/web.pid\n  start program = "/bin/bash -c \'XDG_RUNTIME_DIR=/run/user/$(id -u) /usr/bin/systemctl --user start web\'" as uid "deploy" and gid "deploy"\n',
      },
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/user/1000/web.pid\n  start program = "/usr/bin/systemctl --user --machine=deploy@.host start web"\n',
      },
    ],
    refs: [
      monitManual('SERVICE METHODS', 'SERVICE-METHODS'),
      '[loginctl(1)](https://www.freedesktop.org/software/systemd/man/latest/loginctl.html)',
    ],
  },
  on: {
    command(ctx, { command }) {
      const { tree } = ctx.document
      const text = quotedText(tree, command)
      if (!text?.includes('--user') || !text.includes('systemctl') || way.test(text)) return
      const word = culprit(tree, command)
      if (!word) return
      ctx.report(word.span, messageFor(tree, command), { fixes: fixesFor(tree, command, text, word.script) })
    },
  },
})

interface Culprit {
  readonly span: { readonly start: number; readonly end: number }
  /** Where systemctl stands in the script of a shell. */
  readonly script: Argument | undefined
}

function culprit(tree: MonitTree, command: Command): Culprit | undefined {
  const { arguments: words } = command
  const script = shellScriptOf(command)?.script
  if (script) {
    const raw = tree.text.slice(script.start, script.end)
    const found = script.quote && !hasEnvironment(raw) ? inScript.exec(raw.slice(1, -1)) : null
    if (!found) return undefined
    const option = script.start + 1 + found.index + found[0].indexOf('--user')
    return { span: { start: option, end: option + '--user'.length }, script }
  }
  const at = words.findIndex(({ text }) => baseName(text) === 'systemctl')
  if (at === -1 || words.slice(0, at).some(opensSession)) return undefined
  const option = bareWords(tree, command).find(
    ({ text, start }) => text === '--user' && start > words[at]!.start,
  )
  return option && { span: option, script: undefined }
}

/** A profile that is read may set what is missing. */
function hasEnvironment(script: string): boolean {
  return /(?:^'?|[\s;&])(?:source|\.)\s/.test(script)
}

function opensSession({ text }: Argument): boolean {
  return sessionOpeners.test(baseName(text)) || /^-\w*i|^--login$/.test(text)
}

function messageFor(tree: MonitTree, { users }: Command): string {
  const user = users.at(-1)
  const problem =
    "monit sets no XDG_RUNTIME_DIR, so systemctl finds no user manager: 'Failed to connect to bus'"
  if (!user) return `${problem}; nor does it say which user, and runs as root`
  const name = holdsTag(tree, user) ? 'that user' : user.text
  return `${problem}; set it in a shell. The manager runs only after 'loginctl enable-linger ${name}'`
}

function fixesFor(
  tree: MonitTree,
  command: Command,
  text: string,
  script: Argument | undefined,
): readonly Fix[] {
  // As root it would be root's own manager, and whose is meant stands nowhere.
  if (command.users.length === 0) return []
  if (script) return [inShell([exportBefore(tree, script)])]
  const [program] = command.arguments
  if (/['"\\]/.test(text) || !program || baseName(program.text) !== 'systemctl') return []
  if (command.arguments.some(({ isAppended }) => isAppended)) return []
  const { open, close } = command.quotes!
  const path = program.text.startsWith('/') ? '' : '/usr/bin/'
  const wrapped = `/bin/bash -c '${runtimeDir} ${path}${text.trim().replace(/\s*\n\s*/g, ' ')}'`
  const wrap = inShell([{ span: { start: open + 1, end: close }, newText: wrapped }])
  return [wrap, ...asRoot(tree, command, program)]
}

function inShell(edits: readonly TextEdit[]): Fix {
  return { title: 'Set XDG_RUNTIME_DIR in a shell', safe: false, edits }
}

/** Before a script of several commands the variable is set for all of them. */
function exportBefore({ text }: MonitTree, { start, end }: Argument): TextEdit {
  const script = text.slice(start + 1, end - 1)
  const isPlain = /^\S*systemctl\s/.test(script) && !/[;&|\n]/.test(script)
  const newText = isPlain ? `${runtimeDir} ` : `export ${runtimeDir}; `
  return { span: { start: start + 1, end: start + 1 }, newText }
}

/** root may ask for any user's manager; the users behind the command go. */
function asRoot(
  tree: MonitTree,
  { arguments: words, users, groups, quotes }: Command,
  program: Argument,
): readonly Fix[] {
  const [user] = users
  const option = words.find(({ text }) => text === '--user')!
  const behind = { start: quotes!.close + 1, end: Math.max(...[...users, ...groups].map(({ end }) => end)) }
  if (users.length !== 1 || !user || /^\d+$/.test(user.text) || holdsTag(tree, behind)) return []
  const path = program.text.startsWith('/') ? '' : '/usr/bin/'
  return [
    {
      title: `Let root ask for the manager of ${user.text}`,
      safe: false,
      edits: [
        { span: { start: program.start, end: program.start }, newText: path },
        { span: { start: option.end, end: option.end }, newText: ` --machine=${user.text}@.host` },
        { span: behind, newText: '' },
      ].filter(({ span, newText }) => newText !== '' || span.end > span.start),
    },
  ]
}
