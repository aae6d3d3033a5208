import type { Fix, TextEdit } from '../../base/edit.ts'
import type { Argument, Command } from '../model/command.ts'
import type { MonitTree } from '../syntax/tree.ts'
import {
  bareWords,
  baseName,
  hasOrdinaryUser,
  isShell,
  quotedText,
  type ShellScript,
  shellScriptOf,
} from './command-words.ts'
import { type MonitContext, monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

const runtimeDir = 'XDG_RUNTIME_DIR=/run/user/$(id -u)'

/** What leads `systemctl --user` to the user's manager: the folder, or the socket itself. */
const wayOfUser = /XDG_RUNTIME_DIR|DBUS_SESSION_BUS_ADDRESS/
const inScript = /(?:^|[\s;&|(/])systemctl\s(?:[^;&|\n]*\s)?--user(?:\s|$)/
/** Programs that open a session for the user, in which PAM sets the folder, or that may do so. */
const sessionOpeners = /^(?:su|machinectl|systemd-run|ssh|login)$/
/** A runtime folder that stands there, of another user than root: by number or by name. */
const foreignDir = /XDG_RUNTIME_DIR=["']?\/run\/user\/(?:[1-9]\d*|\$\(id -u (?!root\b)[a-z_][\w-]*\))/
/** An assignment that is a command of its own, and stays in the shell. */
const unexported = /(?:^|[;&|\n]\s*)(XDG_RUNTIME_DIR=(?:\$\([^)]*\)|[^\s;&|])*)\s*(?:;|&&|\n)/

export const systemctlUserWithoutRuntimeDir = monitRule({
  id: 'systemctl-user-without-runtime-dir',
  kind: 'trap',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: '`systemctl --user` in a command of monit, which gives it no `XDG_RUNTIME_DIR`',
    why: 'monit opens no login session: with `as uid` it sets the user, the group and `HOME`, and nothing else. Without `XDG_RUNTIME_DIR` systemctl does not find the user’s manager and ends with `Failed to connect to bus` (newer ones: `to user scope bus`). Set it in a shell, `XDG_RUNTIME_DIR=/run/user/$(id -u)`, or let root ask for the user’s manager: `systemctl --user --machine=deploy@.host`. Either way the manager must run while nobody is logged in: `loginctl enable-linger deploy`, once. `sudo -u` and `runuser -u` open no session either. With the folder of somebody else root gets `Operation not permitted`, as that manager answers its own user only; and an assignment that is not exported does not reach systemctl.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/user/1000/web.pid\n  start program = "/usr/bin/systemctl --user start web" as uid "deploy" and gid "deploy"\n',
      },
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/user/1000/web.pid\n  start program = "/bin/sh -c \'XDG_RUNTIME_DIR=/run/user/1000 systemctl --user start web\'"\n',
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
      if (!text?.includes('--user') || !text.includes('systemctl')) return
      if (namesMachine(text)) return
      if (wayOfUser.test(text)) reportLostDir(ctx, command, text)
      else reportMissingDir(ctx, command, text)
    },
  },
})

/** True where systemctl is told the machine, by which root gets to the manager of any user, and nobody needs the folder. */
function namesMachine(text: string): boolean {
  if (/--machine\b|--host\b/.test(text)) return true
  return text.split(/[;&|\n]/).some((part) => {
    const at = part.search(/systemctl\s/)
    return at >= 0 && /\s-[MH]/.test(part.slice(at))
  })
}

function reportMissingDir(ctx: MonitContext, command: Command, text: string): void {
  const { tree } = ctx.document
  const word = culprit(tree, command)
  if (!word) return
  const become = changeOfUser(command)
  ctx.report(word.span, messageFor(tree, command, become), {
    fixes: fixesFor(tree, command, text, word.script, become),
  })
}

/** The folder is named, and does not help. */
function reportLostDir(ctx: MonitContext, command: Command, text: string): void {
  const { tree } = ctx.document
  const at = command.quotes!.open + 1
  const script = scriptIn(command)?.script
  const raw = script?.quote ? tree.text.slice(script.start + 1, script.end - 1) : ''
  const alone = /\bexport\b|\bset\s+-\w*a/.test(raw) ? null : unexported.exec(raw)
  // The shell may hand it over by another way, as in DBUS_SESSION_BUS_ADDRESS=unix:path=$XDG_RUNTIME_DIR/bus.
  if (script && alone && !wayOfUser.test(raw.replace(alone[1]!, ''))) {
    const start = script.start + 1 + alone.index + alone[0].indexOf(alone[1]!)
    ctx.report(
      { start, end: start + alone[1]!.length },
      "without 'export' the shell keeps this for itself, and systemctl does not see it",
      {
        fixes: [
          {
            title: 'Export it',
            safe: false,
            edits: [{ span: { start, end: start }, newText: 'export ' }],
          },
        ],
      },
    )
    return
  }
  const words = command.arguments
  const isRoot =
    !hasOrdinaryUser(command) && !changesUser.test(text) && !words.some((each) => each.isAppended)
  const dir = isRoot ? foreignDir.exec(text) : null
  if (!dir) return
  ctx.report(
    { start: at + dir.index, end: at + dir.index + dir[0].length },
    "monit runs this as root, and the manager of another user answers only that one: 'Operation not permitted'; add 'as uid' and 'gid' behind the command",
  )
}

interface Culprit {
  readonly span: { readonly start: number; readonly end: number }
  /** Where systemctl stands in the script of a shell. */
  readonly script: Argument | undefined
}

function culprit(tree: MonitTree, command: Command): Culprit | undefined {
  const { arguments: words } = command
  const script = scriptIn(command)?.script
  if (script) {
    const raw = tree.text.slice(script.start, script.end)
    const found = script.quote && !hasEnvironment(raw) ? inScript.exec(raw.slice(1, -1)) : null
    if (!found) return undefined
    const option = script.start + 1 + found.index + found[0].indexOf('--user')
    return { span: { start: option, end: option + '--user'.length }, script }
  }
  const at = words.findIndex(({ text }) => baseName(text) === 'systemctl')
  if (at === -1 || opensSession(words.slice(0, at))) return undefined
  const option = bareWords(tree, command).find(
    ({ text, start }) => text === '--user' && start > words[at]!.start,
  )
  return option && { span: option, script: undefined }
}

/** A profile that is read may set what is missing. */
function hasEnvironment(script: string): boolean {
  return /(?:^'?|[\s;&])(?:source|\.)\s/.test(script)
}

function opensSession(words: readonly Argument[]): boolean {
  const isLogin = words.some(({ text }) => /^-$|^-\w*[il]|^--login$/.test(text))
  return isLogin || words.some(({ text }) => sessionOpeners.test(baseName(text)))
}

/** The script of the first shell in a command, unless a session is opened before it. */
function scriptIn(command: Command): ShellScript | undefined {
  const { arguments: words } = command
  const at = words.findIndex(({ text }) => isShell(text))
  return at === -1 || opensSession(words.slice(0, at)) ? undefined : shellScriptOf(command, at)
}

const changesUser = /\b(?:sudo|su|runuser|setpriv|doas|chroot|gosu|setuser)\b/

/** `sudo -u deploy` and its like, which open no session. */
interface ChangeOfUser {
  readonly program: Argument
  readonly user: Argument
  /** Where the command of that user begins. */
  readonly next: number
}

function changeOfUser({ arguments: words }: Command): ChangeOfUser | undefined {
  const [program] = words
  if (!program || !/^(?:sudo|runuser)$/.test(baseName(program.text))) return undefined
  const at = words.findIndex(({ text }) => /^-[A-Za-z]*u$|^--user$/.test(text))
  const user = words[at + 1]
  if (at === -1 || !user || !words.slice(1, at).every(({ text }) => /^-[EHn]+$/.test(text))) return undefined
  return { program, user, next: words[at + 2]?.text === '--' ? at + 3 : at + 2 }
}

function messageFor(tree: MonitTree, { users }: Command, become: ChangeOfUser | undefined): string {
  if (become) {
    const name = holdsTag(tree, become.user) ? 'that user' : become.user.text
    return `'${baseName(become.program.text)}' opens no session and sets no XDG_RUNTIME_DIR, so systemctl finds no user manager: 'Failed to connect to bus'. The manager runs only after 'loginctl enable-linger ${name}'`
  }
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
  become: ChangeOfUser | undefined,
): readonly Fix[] {
  if (become) {
    if (command.users.length > 0) return []
    return script ? [inShell([exportBefore(tree, script)])] : withoutBecoming(tree, command, become)
  }
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

/** root need not become the user to ask for the user's manager. */
function withoutBecoming(
  tree: MonitTree,
  { arguments: words }: Command,
  { program, user, next }: ChangeOfUser,
): readonly Fix[] {
  const systemctl = words[next]
  const option = words.find(({ text }, at) => text === '--user' && at > next)
  if (!systemctl || baseName(systemctl.text) !== 'systemctl' || !option || holdsTag(tree, user)) return []
  if (!/^[a-z_][\w-]*$/i.test(user.text)) return []
  const changing = { start: program.start, end: systemctl.start }
  return askedByRoot(user, systemctl, option, { span: changing, newText: '' })
}

/**
 * The fix that lets root ask for a user's manager.
 * @param becoming takes away what made it that user
 */
function askedByRoot(
  user: Pick<Argument, 'text'>,
  { start, text }: Argument,
  option: Argument,
  becoming: TextEdit,
): readonly Fix[] {
  const path: TextEdit = { span: { start, end: start }, newText: text.startsWith('/') ? '' : '/usr/bin/' }
  const machine = { span: { start: option.end, end: option.end }, newText: ` --machine=${user.text}@.host` }
  const edits = becoming.span.end <= start ? [becoming, path, machine] : [path, machine, becoming]
  return [
    {
      title: `Let root ask for the manager of ${user.text}`,
      safe: false,
      edits: edits.filter(({ span, newText }) => newText !== '' || span.end > span.start),
    },
  ]
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
  return askedByRoot(user, program, option, { span: behind, newText: '' })
}
