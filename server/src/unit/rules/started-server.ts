import type { Known } from '../known.ts'
import { type ServerCall, serverOf } from '../servers.ts'
import { type ShellScript, shellScriptOf, withoutExec } from '../shell-script.ts'
import { type CommandSource, commandsOf } from './commands-of.ts'
import { oncePerFile } from './once-per-file.ts'
import type { UnitView } from './rule.ts'

/** A server that a command line of a service leaves running. */
export interface StartedServer extends ServerCall {
  /** The script whose last command starts it; words may then share the place of the whole script. */
  readonly script?: ShellScript
}

/** The server that a command line starts last, by itself or by the last command of a shell; undefined where it is none we know. */
export function startedServer(ctx: CommandSource, known: Known): StartedServer | undefined {
  const command = commandsOf(ctx, known)?.commands.at(-1)
  if (!command) return undefined
  const script = shellScriptOf(command, ctx.value(known.assignment).text)
  if (!script) return serverOf(command)
  if (script.piped > 1) return undefined
  const call = serverOf(withoutExec(script.commands.at(-1)!))
  return call && { ...call, script }
}

/** The server that is a service's main process, as far as `ExecStart=` in sight tells. */
export function serverOfService(unit: UnitView): StartedServer | undefined {
  const last = unit.effective.all('Service', 'ExecStart').at(-1)
  return last && startedServer(unit, last)
}

/** The same for the rules of one file, which ask again and again. */
export const mainServer = oncePerFile(serverOfService)
