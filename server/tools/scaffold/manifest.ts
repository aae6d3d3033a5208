import { commandOf } from '../../src/scaffold/command.ts'
import type { Template } from '../../src/scaffold/template.ts'
import { type MenuItem, withContributions } from '../contributions.ts'

/** What generates files is in one menu of its own, which folders have in the explorer. */
export const generateMenu = { id: 'unitwright.generate', label: 'Unitwright: Generate' } as const

const ofTemplate = `${generateMenu.id}.`

/**
 * package.json with the commands and menu entries of these templates, behind those of everything else.
 * @param manifest the text of package.json
 * @returns its text with these renewed, everything else as it was
 * @throws where there are no commands to put them among
 */
export function withTemplateCommands(manifest: string, templates: readonly Template[]): string {
  const ids = templates.map(commandOf)
  return withContributions(manifest, ({ commands, menus, submenus }) => ({
    commands: [
      ...commands.filter(({ command }) => !command.startsWith(ofTemplate)),
      ...templates.map((template) => ({
        command: commandOf(template),
        title: template.title,
        category: 'Unitwright',
      })),
    ],
    submenus: [...submenus.filter(({ id }) => id !== generateMenu.id), generateMenu],
    menus: {
      ...menus,
      'file/newFile': [
        ...others(menus['file/newFile']),
        ...ids.map((command) => ({ command, group: 'file' })),
      ],
      'explorer/context': [
        ...others(menus['explorer/context']),
        { submenu: generateMenu.id, when: 'explorerResourceIsFolder', group: 'unitwright' },
        ...templates.flatMap(pointedFileItem),
      ],
      [generateMenu.id]: ids.map((command, index) => ({ command, group: `templates@${index + 1}` })),
    },
  }))
}

function others(items: readonly MenuItem[] = []): readonly MenuItem[] {
  return items.filter(
    ({ command = '', submenu }) => !command.startsWith(ofTemplate) && submenu !== generateMenu.id,
  )
}

function pointedFileItem(template: Template): readonly MenuItem[] {
  if (!template.pointedFile) return []
  const endings = template.pointedFile.endings.map((ending) => ending.replaceAll('.', '\\.')).join('|')
  const when = `!explorerResourceIsFolder && resourceFilename =~ /(?:${endings})$/`
  return [{ command: commandOf(template), when, group: 'unitwright' }]
}
