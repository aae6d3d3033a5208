import type { Fix } from '../../base/edit.ts'
import { lineBelow } from '../edit/insert.ts'
import type { UnitContext } from './rule.ts'
import { serviceType } from './service-type.ts'

/** What a service says to systemd that gets lost when a child of its main process says it. */
export type LostMessage = 'ready' | 'watchdog'

/**
 * The message that systemd waits for and does not take from children of the main process; undefined where it waits for
 * none, takes it from anyone, or where nobody can tell.
 */
export function messageLostFromChildren(ctx: UnitContext): LostMessage | undefined {
  const { effective, value } = ctx
  const areSettled = ['Type', 'NotifyAccess', 'WatchdogSec'].every((name) =>
    effective.settled('Service', name),
  )
  if (!areSettled || effective.text('Service', 'NotifyAccess') === 'all') return undefined
  const type = serviceType(ctx)
  if (type === 'notify' || type === 'notify-reload') return 'ready'
  const watchdog = effective.last('Service', 'WatchdogSec')
  return watchdog && !/^(?:0|infinity)\w*$/.test(value(watchdog.assignment).text) ? 'watchdog' : undefined
}

/** The fix that lets systemd hear children of the main process as well. */
export function hearChildren({ document, effective }: UnitContext): readonly Fix[] {
  const access = effective.last('Service', 'NotifyAccess')
  const near = effective.last('Service', 'Type') ?? effective.last('Service', 'WatchdogSec')
  if (access) {
    const edits = [{ span: access.assignment.valueSpan, newText: 'all' }]
    return [{ title: 'Change NotifyAccess= to all', safe: false, edits }]
  }
  if (!near) return []
  const edits = [lineBelow(document.tree, near.assignment, 'NotifyAccess=all')]
  return [{ title: 'Set NotifyAccess=all', safe: false, edits }]
}
