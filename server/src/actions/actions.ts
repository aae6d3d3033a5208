import type { Action, ActionId } from './action.ts'
import { daemonReload } from './daemon-reload.ts'
import { disable } from './disable.ts'
import { enable } from './enable.ts'
import { enableAndStart } from './enable-and-start.ts'
import { enableLingering } from './enable-lingering.ts'
import { install } from './install.ts'
import { link } from './link.ts'
import { reload } from './reload.ts'
import { reloadOrRestart } from './reload-or-restart.ts'
import { remove } from './remove.ts'
import { resetFailed } from './reset-failed.ts'
import { restart } from './restart.ts'
import { showEffective } from './show-effective.ts'
import { showLogs } from './show-logs.ts'
import { showProperties } from './show-properties.ts'
import { showRecentLogs } from './show-recent-logs.ts'
import { start } from './start.ts'
import { status } from './status.ts'
import { stop } from './stop.ts'

/** Every action, in the order in which they are offered. */
export const actions: readonly Action[] = [
  start,
  stop,
  restart,
  reload,
  reloadOrRestart,
  enableAndStart,
  enable,
  disable,
  status,
  showLogs,
  showRecentLogs,
  showEffective,
  showProperties,
  resetFailed,
  install,
  link,
  remove,
  daemonReload,
  enableLingering,
]

/** The action of an id. */
export function actionOf(id: ActionId): Action {
  return actions.find((action) => action.id === id)!
}
