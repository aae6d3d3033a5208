import { commandOf } from '../../src/scaffold/command.ts'
import type { Template } from '../../src/scaffold/template.ts'

/** What generates files is in one menu of its own, which folders have in the explorer. */
export const generateMenu = { id: 'unitwright.generate', label: 'Unitwright: Generate' } as const

const ofTemplate = `${generateMenu.id}.`

interface MenuItem {
  readonly command?: string
  readonly submenu?: string
  readonly when?: string
  readonly group?: string
}

/** The part of package.json that is looked into here. */
interface Manifest {
  readonly contributes?: {
    readonly commands?: readonly { readonly command: string }[]
    readonly menus?: Readonly<Record<string, readonly MenuItem[]>>
    readonly submenus?: readonly { readonly id: string }[]
  }
}

/**
 * package.json with the commands and menu entries of these templates, behind those of everything else.
 * @param manifest the text of package.json
 * @returns its text with these renewed, everything else as it was
 * @throws where there are no commands to put them among
 */
export function withTemplateCommands(manifest: string, templates: readonly Template[]): string {
  const parsed: Manifest = JSON.parse(manifest)
  const { contributes } = parsed
  if (!contributes?.commands) throw new Error('package.json has no contributes.commands')
  const ids = templates.map(commandOf)
  const commands = [
    ...contributes.commands.filter(({ command }) => !command.startsWith(ofTemplate)),
    ...templates.map((template) => ({
      command: commandOf(template),
      title: template.title,
      category: 'Unitwright',
    })),
  ]
  const menus = {
    ...contributes.menus,
    'file/newFile': [
      ...others(contributes.menus?.['file/newFile']),
      ...ids.map((command) => ({ command, group: 'file' })),
    ],
    'explorer/context': [
      ...others(contributes.menus?.['explorer/context']),
      { submenu: generateMenu.id, when: 'explorerResourceIsFolder', group: 'unitwright' },
      ...templates.flatMap(pointedFileItem),
    ],
    [generateMenu.id]: ids.map((command, index) => ({ command, group: `templates@${index + 1}` })),
  }
  const submenus = [...(contributes.submenus ?? []).filter(({ id }) => id !== generateMenu.id), generateMenu]
  const renewed = { ...contributes, commands, submenus, menus }
  return `${JSON.stringify({ ...parsed, contributes: renewed }, null, 2)}\n`
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
