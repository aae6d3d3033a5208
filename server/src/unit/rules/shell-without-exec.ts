import type { Severity } from '../../base/diagnostic.ts'
import type { Fix } from '../../base/edit.ts'
import type { Known } from '../known.ts'
import { serverOf } from '../servers.ts'
import { type ShellCommand, type ShellScript, shellScriptOf } from '../shell-script.ts'
import { spanIn } from '../syntax/value.ts'
import { commandsOf } from './commands-of.ts'
import { hearChildren, messageLostFromChildren } from './notify-access.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { serviceType } from './service-type.ts'

/** What a shell does itself, so that nothing needs to take its place. */
const builtins: ReadonlySet<string> = new Set(
  ': . [ cd echo eval exec exit export false printf read return set source test trap true ulimit umask unset wait'.split(
    ' ',
  ),
)

export const shellWithoutExec = unitRule({
  id: 'shell-without-exec',
  kind: 'trap',
  severity: 'warning',
  wants: ({ name }) => name === 'ExecStart',
  docs: {
    summary: 'a shell that starts the service’s program as its child instead of giving way to it',
    why: 'The process that systemd starts is the main one. `/bin/sh`, which is dash on Debian and Ubuntu, starts the program and waits for it: then signals to `$MAINPID` reach the shell, and so does the request to stop with `KillMode=mixed`; with `Type=notify` the program’s message that it is ready comes from a child, is not heeded, and the start times out. `exec` puts the program in the shell’s place. bash does so unasked with a last command that has no redirection, but only in newer versions where there is more than one.',
    bad: [
      {
        file: 'web.service',
        text: "[Service]\nType=notify\nExecStart=/bin/sh -c 'cd /srv/web && bundle exec puma'\n",
      },
      {
        file: 'web.service',
        text: "[Service]\nExecStart=/bin/sh -c '. /srv/web/env; /srv/web/run'\nExecReload=/bin/kill -HUP $MAINPID\n",
      },
    ],
    good: [
      {
        file: 'web.service',
        text: "[Service]\nType=notify\nExecStart=/bin/sh -c 'cd /srv/web && exec bundle exec puma'\n",
      },
      {
        file: 'web.service',
        text: '[Service]\nType=notify\nWorkingDirectory=/srv/web\nExecStart=/usr/bin/bundle exec puma\n',
      },
    ],
    refs: [man('systemd.service', 'Type='), man('systemd.kill', 'KillMode=')],
  },
  on: {
    command(ctx, known) {
      const type = ctx.effective.settled('Service', 'Type') ? serviceType(ctx) : undefined
      if (!type || type === 'oneshot' || type === 'forking') return
      const { text } = ctx.value(known.assignment)
      for (const command of commandsOf(ctx, known)?.commands ?? []) {
        const script = shellScriptOf(command, text)
        if (script) check(ctx, known, script)
      }
    },
  },
})

function check(ctx: UnitContext, known: Known, script: ShellScript): void {
  const last = script.commands.at(-1)!
  const name = last.program.text
  if (script.piped > 1 || builtins.has(name)) return
  // A shell that handles signals is meant to stay.
  if (script.commands.some(({ program }) => program.text === 'trap')) return
  const stays = whenItStays(script, last)
  const consequence = consequenceOf(ctx, script, last)
  if (!stays || !consequence) return
  const value = ctx.value(known.assignment)
  ctx.report(
    spanIn(value, last.program.from, last.program.to),
    stays === 'in older versions'
      ? `only newer versions of bash give way to '${name}' unasked; 'exec ${name}' does so in all`
      : `'${script.shell}' stays in front of '${name}': ${consequence.text}; write 'exec ${name}'`,
    {
      severity: stays === 'in older versions' ? 'hint' : consequence.severity,
      fixes: [
        ...giveWay(ctx, known, script, last),
        ...(consequence.lost && stays === 'always' ? hearChildren(ctx) : []),
      ],
    },
  )
}

/**
 * Whether the shell outlives the start of its last command. dash up to 0.5.12 always does. bash does not, save for a
 * command with a redirection; its older versions gave way to a single command only.
 */
function whenItStays(
  { shell, commands }: ShellScript,
  { redirected }: ShellCommand,
): 'always' | 'in older versions' | undefined {
  if (shell !== 'bash' || redirected) return 'always'
  return commands.length > 1 ? 'in older versions' : undefined
}

interface Consequence {
  readonly severity: Severity
  readonly text: string
  /** True where a message to systemd is lost. */
  readonly lost?: boolean
}

function consequenceOf(ctx: UnitContext, script: ShellScript, last: ShellCommand): Consequence | undefined {
  const name = last.program.text
  // A script that speaks to systemd itself does not leave it to its last command.
  const speaks = script.commands.some(({ program }) => /(?:^|\/)systemd-notify$/.test(program.text))
  const lost = speaks ? undefined : messageLostFromChildren(ctx)
  if (lost === 'ready') {
    const text = 'systemd ignores a child that says it is ready, so the start times out'
    return { severity: 'warning', text, lost: true }
  }
  if (lost === 'watchdog') {
    const text = 'systemd ignores the watchdog pings of a child, and kills the service'
    return { severity: 'warning', text, lost: true }
  }
  if (signalsMainProcess(ctx))
    return { severity: 'warning', text: 'signals to $MAINPID reach the shell, and may end it' }
  const killMode = ctx.effective.text('Service', 'KillMode')
  if (killMode === 'mixed')
    return { severity: 'warning', text: `a stop asks only the shell to end, and '${name}' is killed at once` }
  if (killMode === 'process')
    return { severity: 'warning', text: `a stop ends only the shell, and '${name}' goes on running` }
  // Without any of these, a brief script may as well do its work and end.
  const restart = ctx.effective.text('Service', 'Restart') ?? 'no'
  if (restart === 'no' && !serverOf(last)) return undefined
  return { severity: 'information', text: 'to systemd the shell is the service’s main process' }
}

function signalsMainProcess(ctx: UnitContext): boolean {
  return ctx.effective
    .all('Service', 'ExecReload', 'ExecStop')
    .some(({ assignment }) => /\$\{?MAINPID\b/.test(ctx.value(assignment).text))
}

function giveWay(ctx: UnitContext, known: Known, { exact }: ShellScript, { program }: ShellCommand) {
  if (!exact) return []
  const span = spanIn(ctx.value(known.assignment), program.from, program.from)
  const fix: Fix = { title: 'Insert exec', safe: false, edits: [{ span, newText: 'exec ' }] }
  return [fix]
}
