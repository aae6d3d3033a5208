import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { commandIds } from '../../client/src/commands/ids.ts'
import { languageIds } from '../../client/src/languages.ts'
import type { Unfit } from '../../client/src/machine/machine.ts'
import { monitVersions, readTypedMonitVersion } from '../../client/src/monit-versions.ts'
import { newestOffered, oldestOffered, readTypedVersion } from '../../client/src/systemd-versions.ts'
import { actions } from '../../server/src/actions/actions.ts'
import { commandOfAction } from '../../server/src/actions/command.ts'
import { readSettings } from '../../server/src/base/settings.ts'
import { compareVersions, newestMonit, oldestMonit } from '../../server/src/monit/version.ts'
import { configurationSection } from '../../server/src/protocol.ts'
import { commandOf } from '../../server/src/scaffold/command.ts'
import { templates } from '../../server/src/scaffold/templates.ts'
import { newestVersion, oldestVersion } from '../../server/src/unit/data/directives.ts'
import { allRules } from '../../server/src/workspace/rules.ts'
import { actionMenu, withActionCommands } from '../../server/tools/actions/manifest.ts'
import { viewId } from '../../server/tools/actions/view-menu.ts'
import { rulesSetting, rulesSettingName, withRulesSetting } from '../../server/tools/rules/manifest.ts'
import { withTemplateCommands } from '../../server/tools/scaffold/manifest.ts'

interface Setting {
  readonly type: string | readonly string[]
  readonly default: unknown
  readonly enum?: readonly string[]
  readonly enumDescriptions?: readonly string[]
  readonly pattern?: string
  readonly markdownDescription?: string
}

interface MenuItem {
  readonly command?: string
  readonly submenu?: string
  readonly when?: string
}

interface Manifest {
  readonly contributes: {
    readonly languages: readonly { readonly id: string }[]
    readonly commands: readonly {
      readonly command: string
      readonly title: string
      readonly category: string
    }[]
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>
    readonly submenus: readonly { readonly id: string }[]
    readonly viewsContainers: { readonly activitybar: readonly { readonly icon: string }[] }
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>
    readonly viewsWelcome: readonly { readonly view: string; readonly when: string }[]
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> }
  }
  readonly engines: { readonly vscode: string }
  readonly devDependencies: Readonly<Record<string, string>>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const text = readFileSync(`${root}/package.json`, 'utf8')
const manifest: Manifest = JSON.parse(text)
const { languages, commands, menus, submenus, configuration, views, viewsContainers, viewsWelcome } =
  manifest.contributes
const setting = (name: string) => configuration.properties[`${configurationSection}.${name}`]!

test('the setting of rule severities is that of the rules', () => {
  expect(configuration.properties[rulesSettingName]).toEqual(rulesSetting(allRules))
})

test('renewing that setting changes nothing else, and reproduces the file byte for byte', () => {
  expect(withRulesSetting(text, allRules)).toBe(text)
  const fewer: Manifest = JSON.parse(withRulesSetting(text, allRules.slice(1)))
  const { [rulesSettingName]: renewed, ...others } = fewer.contributes.configuration.properties
  expect(renewed).toEqual(rulesSetting(allRules.slice(1)))
  const properties = { ...others, [rulesSettingName]: configuration.properties[rulesSettingName] }
  const contributes = { ...fewer.contributes, configuration: { ...configuration, properties } }
  expect({ ...fewer, contributes }).toEqual(manifest)
})

test('a manifest without settings is refused', () => {
  expect(() => withRulesSetting('{}', allRules)).toThrow('no contributes.configuration')
})

test('settings are read as the manifest describes them', () => {
  const defaults = Object.fromEntries(
    ['systemdVersion', 'monitVersion', 'instance', 'rules'].map((name) => [name, setting(name).default]),
  )
  expect(readSettings(defaults)).toEqual({
    systemdVersion: 'auto',
    monitVersion: 'auto',
    instance: 'auto',
    rules: {},
  })
  for (const instance of setting('instance').enum!) expect(readSettings({ instance }).instance).toBe(instance)
  for (const [id, { enum: levels = [] }] of Object.entries(rulesSetting(allRules).properties)) {
    for (const level of levels)
      expect(readSettings({ rules: { [id]: level } }).rules).toEqual({ [id]: level })
  }
})

test('the pattern of versions takes what the server takes', () => {
  const pattern = new RegExp(setting('systemdVersion').pattern!)
  for (const version of ['252', 'v257', '257.9', '258~rc1']) {
    expect(pattern.test(version), version).toBe(true)
    expect(readTypedVersion(version), version).toBeDefined()
    expect(readSettings({ systemdVersion: version }).systemdVersion, version).toBeTypeOf('number')
  }
  expect(pattern.test('auto')).toBe(true)
  for (const word of ['newest', '25', '2570', '257 or so']) expect(pattern.test(word), word).toBe(false)
})

test('the pattern of monit versions takes what the server takes', () => {
  const pattern = new RegExp(setting('monitVersion').pattern!)
  for (const version of ['5.33.0', 'v5.26', '6.0']) {
    expect(pattern.test(version), version).toBe(true)
    expect(readTypedMonitVersion(version), version).toBeDefined()
    expect(readSettings({ monitVersion: version }).monitVersion, version).not.toBe('auto')
  }
  expect(pattern.test('auto')).toBe(true)
  for (const word of ['newest', '5', '5.33.0.1', '5.33 or so']) expect(pattern.test(word), word).toBe(false)
})

test('the monit versions to choose from are known ones, the newest first', () => {
  const versions = monitVersions.map(({ version }) => version)
  expect(versions).toEqual([...versions].sort((a, b) => compareVersions(b, a)))
  expect(versions[0]).toBe(newestMonit)
  expect(compareVersions(versions.at(-1)!, oldestMonit)).toBe(0)
})

test('the versions to choose from span what the directive tables know', () => {
  expect([oldestOffered, newestOffered]).toEqual([oldestVersion, newestVersion])
})

test('every setting says what it is for, and each of its values what it means', () => {
  for (const [name, each] of Object.entries(configuration.properties)) {
    expect(each.markdownDescription, name).toMatch(/^[A-Z].*\.$/)
    expect(each.enumDescriptions?.length, name).toBe(each.enum?.length)
  }
})

test('the client serves the languages that the manifest contributes', () => {
  const others = ['ini', 'xml', 'markdown', 'shellscript']
  const contributed = languages.map(({ id }) => id).filter((id) => !others.includes(id))
  expect(contributed.sort()).toEqual([...languageIds].sort())
})

test('every command but the one of the status bar is in the manifest', () => {
  const { changeTarget, ...palette } = commandIds
  const contributed = commands.map(({ command }) => command)
  const made = [...templates.map(commandOf), ...actions.map(({ id }) => commandOfAction(id))]
  expect(contributed.sort()).toEqual([...Object.values(palette), ...made].sort())
  expect(contributed).not.toContain(changeTarget)
  const word = '(?:[a-z-]+|Puma|Gunicorn|Sidekiq|Capistrano|Upstart)'
  for (const { category, title } of commands)
    expect(`${category}: ${title}`).toMatch(
      new RegExp(`^Unitwright: [A-Z][a-z-]+(?:,? ${word})+(?: \\([a-z-]+\\))?$`),
    )
})

test('each command that is made from neither templates nor actions has a file of its own', () => {
  const files = readdirSync(`${root}/client/src/commands`)
  for (const id of Object.values(commandIds)) {
    const name = id.replace(/^unitwright\./, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    expect(files).toContain(`${name}.ts`)
  }
})

test('menus name commands and menus that exist', () => {
  const known = commands.map(({ command }) => command)
  const items = Object.values(menus).flat()
  for (const { command, submenu } of items) {
    if (submenu === undefined) expect(known).toContain(command)
    else expect(submenus.map(({ id }) => id)).toContain(submenu)
  }
})

test('the commands of the templates are those of the templates, and renewing them changes nothing else', () => {
  expect(withTemplateCommands(text, templates)).toBe(text)
  const titles = new Map(commands.map(({ command, title }) => [command, title]))
  expect(templates.map((template) => titles.get(commandOf(template)))).toEqual(
    templates.map(({ title }) => title),
  )
  const fewer: Manifest = JSON.parse(withTemplateCommands(text, templates.slice(1)))
  const gone = commandOf(templates[0]!)
  const without = (items: readonly MenuItem[]) => items.filter(({ command }) => command !== gone)
  expect(fewer.contributes.commands).toEqual(commands.filter(({ command }) => command !== gone))
  expect(fewer.contributes.menus['file/newFile']).toEqual(without(menus['file/newFile']!))
  expect({ ...fewer, contributes: { ...fewer.contributes, commands, menus } }).toEqual(manifest)
})

test('the commands of the actions are those of the actions, and renewing them changes nothing else', () => {
  expect(withActionCommands(text, actions)).toBe(text)
  const titles = new Map(commands.map(({ command, title }) => [command, title]))
  expect(actions.map(({ id }) => titles.get(commandOfAction(id)))).toEqual(actions.map(({ title }) => title))
  const fewer: Manifest = JSON.parse(withActionCommands(text, actions.slice(1)))
  const gone = commandOfAction(actions[0]!.id)
  const without = <Item extends { readonly command?: string }>(items: readonly Item[]) =>
    items.filter(({ command }) => command !== gone)
  expect(fewer.contributes.commands).toEqual(without(commands))
  const { commandPalette, [actionMenu.id]: own } = fewer.contributes.menus
  expect(commandPalette).toEqual(without(menus.commandPalette!))
  expect(fewer.contributes.menus['view/item/context']).toEqual(without(menus['view/item/context']!))
  expect(own!.map(({ command }) => command)).toEqual(
    without(menus[actionMenu.id]!).map(({ command }) => command),
  )
  const contributes = {
    ...fewer.contributes,
    commands,
    menus: {
      ...fewer.contributes.menus,
      commandPalette: menus.commandPalette,
      [actionMenu.id]: menus[actionMenu.id],
      'view/item/context': menus['view/item/context'],
    },
  }
  expect({ ...fewer, contributes }).toEqual(manifest)
})

test('what acts on units is offered where units can be run only', () => {
  const isOurs = ({ command = '', submenu }: MenuItem) =>
    /^unitwright\.(?:run$|action\.)/.test(command) || submenu === actionMenu.id
  for (const [menu, items] of Object.entries(menus)) {
    if (menu === actionMenu.id) continue
    for (const { when = '', command, submenu } of items.filter(isOurs)) {
      expect(when, `${menu} ${command ?? submenu}`).toContain('isWorkspaceTrusted && !unitwright.unfit')
    }
  }
  for (const menu of ['editor/title', 'editor/context', 'explorer/context']) {
    expect(menus[menu]!.filter(({ submenu }) => submenu === actionMenu.id)).toHaveLength(1)
  }
  const { when = '' } = menus['explorer/context']!.find(({ submenu }) => submenu === actionMenu.id)!
  const pattern = new RegExp(/resourceFilename =~ \/(.+)\/$/.exec(when)?.[1] ?? '')
  for (const name of ['web.service', 'web@.socket', 'a\\x2db.timer']) expect(name).toMatch(pattern)
  for (const name of ['web.service.ts', 'web.conf', 'service']) expect(name).not.toMatch(pattern)
})

test('the menus of units in the view go by words that the view has for units', () => {
  const words =
    'unit running stopped failed busy absent masked template installed enabled disabled stale file manager'
  for (const { when = '' } of menus['view/item/context']!) {
    expect(when).toContain(`view == ${viewId} && `)
    for (const [, tested = ''] of when.matchAll(/viewItem =~ \/\\b(?:\(\?:)?([a-z|]+)\)?\\b\//g)) {
      for (const word of tested.split('|')) expect(words.split(' '), when).toContain(word)
    }
  }
  expect(views.unitwright!.map(({ id }) => id)).toEqual([viewId])
  expect(existsSync(`${root}/${viewsContainers.activitybar[0]!.icon}`)).toBe(true)
})

test('where the view has nothing to show it says why, for each reason that there is', () => {
  const reasons: Readonly<Record<Unfit, string>> = {
    untrusted: '!isWorkspaceTrusted',
    'no-systemd': 'isWorkspaceTrusted && unitwright.unfit == no-systemd',
    browser: 'isWorkspaceTrusted && unitwright.unfit == browser',
  }
  expect(viewsWelcome.map(({ view, when }) => [view, when])).toEqual(
    Object.values(reasons).map((when) => [viewId, when]),
  )
})

test('a Puma user service is asked for by the name that is fixed', () => {
  expect(commands.map(({ category, title }) => `${category}: ${title}`)).toContain(
    'Unitwright: Generate Puma user service',
  )
})

test('each kind of thing is offered once, wherever files are made', () => {
  for (const menu of ['file/newFile', 'unitwright.generate']) {
    expect(
      menus[menu]?.map(({ command }) => command),
      menu,
    ).toEqual(templates.map(commandOf))
  }
  const explorer = menus['explorer/context']!
  expect(explorer.filter(({ submenu }) => submenu === 'unitwright.generate')).toHaveLength(1)
})

test('the README lists what can be generated, and nothing else', () => {
  const rows = [...readFileSync(`${root}/README.md`, 'utf8').matchAll(/^\| (.+) \| `([a-z-]+)` \| .+ \|$/gm)]
  const listed = new Map(rows.map(([, title, id]) => [id, title]))
  expect(listed).toEqual(new Map(templates.map(({ id, title }) => [id, title])))
})

test('what is about a file is offered on such files, and on no others', () => {
  for (const { command, when = '' } of menus['explorer/context']!) {
    if (command === undefined) continue
    const { pointedFile } = templates.find((template) => commandOf(template) === command)!
    const [, pattern = ''] = /^!explorerResourceIsFolder && resourceFilename =~ \/(.+)\/$/.exec(when) ?? []
    for (const ending of pointedFile!.endings) expect(`web${ending}`).toMatch(new RegExp(pattern))
    expect('web.ts').not.toMatch(new RegExp(pattern))
    expect('web-service').not.toMatch(new RegExp(pattern))
  }
})

test('the conditions of the palette hold in our languages only', () => {
  for (const { command = '', when = '' } of menus.commandPalette ?? []) {
    if (!when.startsWith('editorLangId')) continue
    const [, pattern = ''] = /^editorLangId =~ \/(.+)\/$/.exec(when) ?? []
    const isFor = languageIds.filter((id) => new RegExp(pattern).test(id))
    expect(isFor, command).toEqual(languageIds.filter((id) => (id === 'monit') === /monit/i.test(command)))
    expect(new RegExp(pattern).test('ini')).toBe(false)
  }
})

test('nothing newer than the oldest VS Code that is supported is used', () => {
  expect(`^${manifest.devDependencies['@types/vscode']}`).toBe(manifest.engines.vscode)
})
