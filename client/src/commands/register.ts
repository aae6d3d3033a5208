import { commands, type Disposable } from 'vscode'
import { showFailure } from '../server-messages.ts'
import { actionCommands } from './actions.ts'
import { changeTarget } from './change-target.ts'
import type { CommandContext } from './command.ts'
import { explainRule } from './explain-rule.ts'
import { generateCommands } from './generate.ts'
import { hideSystemUnits } from './hide-system-units.ts'
import { openUnitFile } from './open-unit-file.ts'
import { refreshServices } from './refresh-services.ts'
import { restartServer } from './restart-server.ts'
import { run } from './run.ts'
import { selectInstance } from './select-instance.ts'
import { selectMonitVersion } from './select-monit-version.ts'
import { selectSystemdVersion } from './select-systemd-version.ts'
import { showLog } from './show-log.ts'
import { showSystemUnits } from './show-system-units.ts'
import { verifyWithMonit } from './verify-with-monit.ts'
import { verifyWithSystemd } from './verify-with-systemd.ts'

const all = [
  restartServer,
  showLog,
  explainRule,
  selectSystemdVersion,
  selectMonitVersion,
  selectInstance,
  verifyWithSystemd,
  verifyWithMonit,
  ...generateCommands,
  run,
  ...actionCommands,
  openUnitFile,
  showSystemUnits,
  hideSystemUnits,
  refreshServices,
  changeTarget,
]

/** Registers every command. What fails in one is shown to the person, with a way to the log. */
export function registerCommands(ctx: CommandContext): Disposable[] {
  return all.map(({ id, failure, run }) =>
    commands.registerCommand(id, async (...args: readonly unknown[]) => {
      try {
        await run(ctx, ...args)
      } catch (error) {
        ctx.log.error(error instanceof Error ? error : String(error))
        showFailure(failure, error)
      }
    }),
  )
}
