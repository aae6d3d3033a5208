import { commands, window } from 'vscode'
import { commandIds } from './commands/ids.ts'

const showLog = 'Show log'
const restartServer = 'Restart server'

/**
 * Says that the language server ended by itself.
 * @param restarted whether it is started again
 */
export function showCrash(restarted: boolean): void {
  void (restarted
    ? showError('Unitwright: the language server ended unexpectedly and was started again', [showLog])
    : showError('Unitwright: the language server keeps ending and is not started again', [
        showLog,
        restartServer,
      ]))
}

/** Says what went wrong when a person asked for something. */
export function showFailure(what: string, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error)
  void showError(`Unitwright: ${what}: ${reason}`, [showLog, restartServer])
}

async function showError(message: string, actions: readonly string[]): Promise<void> {
  const chosen = await window.showErrorMessage(message, ...actions)
  if (chosen === showLog) await commands.executeCommand(commandIds.showLog)
  if (chosen === restartServer) await commands.executeCommand(commandIds.restartServer)
}
