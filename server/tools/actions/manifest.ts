import type { Action, ActionId } from '../../src/actions/action.ts'
import { commandOfAction } from '../../src/actions/command.ts'
import { type MenuItem, withContributions } from '../contributions.ts'
import { actionIcons, viewMenu } from './view-menu.ts'

/** What acts on units is in one menu, which unit files have in the explorer and in their editors. */
export const actionMenu = {
  id: 'unitwright.actions',
  label: 'Unitwright',
  icon: '$(server-process)',
} as const

/** The command that does everything from a file to a running unit; it is first wherever actions are. */
export const runCommand = 'unitwright.run'

/** Where nothing can be run, nothing is offered. Until the extension is active the reason is not known. */
const canRun = 'isWorkspaceTrusted && !unitwright.unfit'
const isUnitFile = 'resourceLangId == systemd-unit'
/** Files that nobody has opened have no language. */
const isUnitName = String.raw`!explorerResourceIsFolder && resourceFilename =~ /\.(?:service|socket|timer|path|target|mount|automount|swap|slice)$/`

/** Where each action stands in the menu. */
const groups: Readonly<Record<ActionId, string>> = {
  start: '1_run',
  stop: '1_run',
  restart: '1_run',
  reload: '1_run',
  'reload-or-restart': '1_run',
  'enable-and-start': '2_boot',
  enable: '2_boot',
  disable: '2_boot',
  status: '3_look',
  'show-logs': '3_look',
  'show-recent-logs': '3_look',
  'show-effective': '3_look',
  'show-properties': '3_look',
  'reset-failed': '4_systemd',
  'daemon-reload': '4_systemd',
  'enable-lingering': '4_systemd',
  install: '5_file',
  link: '5_file',
  remove: '5_file',
}

/**
 * package.json with the commands and menu entries of these actions, where those of actions were.
 * @param manifest the text of package.json
 * @returns its text with these renewed, everything else as it was
 * @throws where there are no commands to put them among
 */
export function withActionCommands(manifest: string, actions: readonly Action[]): string {
  const ids = actions.map(({ id }) => commandOfAction(id))
  return withContributions(manifest, ({ commands, menus, submenus }) => ({
    commands: inPlace(
      commands,
      ({ command }) => isOurs({ command }) && command !== runCommand,
      actions.map(({ id, title }) => ({
        command: commandOfAction(id),
        title,
        category: 'Unitwright',
        ...(actionIcons[id] === undefined ? {} : { icon: actionIcons[id] }),
      })),
    ),
    submenus: inPlace(submenus, ({ id }) => id === actionMenu.id, [actionMenu]),
    menus: {
      ...menus,
      'explorer/context': withMenu(menus['explorer/context'], isUnitName, 'unitwright'),
      'editor/context': withMenu(menus['editor/context'], isUnitFile, 'unitwright'),
      'editor/title': withMenu(menus['editor/title'], isUnitFile, 'navigation'),
      commandPalette: inPlace(
        menus.commandPalette ?? [],
        isOurs,
        [runCommand, ...ids].map((command) => ({ command, when: canRun })),
      ),
      'view/item/context': inPlace(
        menus['view/item/context'] ?? [],
        isOurs,
        viewMenu(canRun, runCommand).filter(({ command }) => command === runCommand || ids.includes(command)),
      ),
      [actionMenu.id]: [
        { command: runCommand, group: '0_begin' },
        ...actions.map(({ id }, index) => ({ command: ids[index]!, group: `${groups[id]}@${index + 1}` })),
      ],
    },
  }))
}

function isOurs({ command = '', submenu }: MenuItem): boolean {
  return command === runCommand || command.startsWith('unitwright.action.') || submenu === actionMenu.id
}

function withMenu(items: readonly MenuItem[] = [], when: string, group: string): readonly MenuItem[] {
  return inPlace(items, isOurs, [{ submenu: actionMenu.id, when: `${canRun} && ${when}`, group }])
}

/** Items with new ones where the first of the old ones was, else at the end. */
function inPlace<Item>(
  items: readonly Item[],
  isOld: (item: Item) => boolean,
  fresh: readonly Item[],
): readonly Item[] {
  const at = items.findIndex(isOld)
  const others = items.filter((item) => !isOld(item))
  return at < 0 ? [...others, ...fresh] : [...others.slice(0, at), ...fresh, ...others.slice(at)]
}
