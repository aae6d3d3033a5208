import type { ActionId } from './action.ts'

/** The id of the editor's command that does an action. */
export function commandOfAction(id: ActionId): string {
  return `unitwright.action.${id}`
}
