import { expect, test } from 'vitest'
import type { Template } from '../../src/scaffold/template.ts'
import { withTemplateCommands } from './manifest.ts'

const puma: Template = {
  id: 'puma-user',
  title: 'Generate Puma user service',
  summary: 'Puma',
  manager: 'user',
  inputs: [],
  unfit: () => undefined,
  render: () => ({ files: [], nextSteps: [] }),
}
const monit: Template = {
  ...puma,
  id: 'monit-check',
  title: 'Generate monit check for a service',
  pointedFile: { endings: ['.service', '.socket'], answers: (path) => ({ unit: path }) },
}
const manifest = {
  name: 'unitwright',
  contributes: {
    commands: [{ command: 'unitwright.showLog', title: 'Show log', category: 'Unitwright' }],
    menus: {
      'explorer/context': [{ command: 'unitwright.showLog', group: 'other' }],
      commandPalette: [{ command: 'unitwright.showLog', when: 'never' }],
    },
    grammars: [],
  },
}
const text = JSON.stringify(manifest)

test('each template has its command, and an entry in each menu for new files', () => {
  expect(JSON.parse(withTemplateCommands(text, [puma, monit]))).toEqual({
    name: 'unitwright',
    contributes: {
      grammars: [],
      commands: [
        ...manifest.contributes.commands,
        {
          command: 'unitwright.generate.puma-user',
          title: 'Generate Puma user service',
          category: 'Unitwright',
        },
        {
          command: 'unitwright.generate.monit-check',
          title: 'Generate monit check for a service',
          category: 'Unitwright',
        },
      ],
      submenus: [{ id: 'unitwright.generate', label: 'Unitwright: Generate' }],
      menus: {
        commandPalette: manifest.contributes.menus.commandPalette,
        'file/newFile': [
          { command: 'unitwright.generate.puma-user', group: 'file' },
          { command: 'unitwright.generate.monit-check', group: 'file' },
        ],
        'explorer/context': [
          ...manifest.contributes.menus['explorer/context'],
          { submenu: 'unitwright.generate', when: 'explorerResourceIsFolder', group: 'unitwright' },
          {
            command: 'unitwright.generate.monit-check',
            when: '!explorerResourceIsFolder && resourceFilename =~ /(?:\\.service|\\.socket)$/',
            group: 'unitwright',
          },
        ],
        'unitwright.generate': [
          { command: 'unitwright.generate.puma-user', group: 'templates@1' },
          { command: 'unitwright.generate.monit-check', group: 'templates@2' },
        ],
      },
    },
  })
})

test('the commands of templates that are gone go too, and a second time changes nothing', () => {
  const once = withTemplateCommands(withTemplateCommands(text, [puma, monit]), [puma])
  expect(once).toBe(withTemplateCommands(text, [puma]))
  expect(withTemplateCommands(once, [puma])).toBe(once)
})

test('a manifest without commands is refused', () => {
  expect(() => withTemplateCommands('{}', [puma])).toThrow('no contributes.commands')
})
