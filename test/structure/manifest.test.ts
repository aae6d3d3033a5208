import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { commandIds } from '../../client/src/commands/ids.ts'
import { languageIds } from '../../client/src/languages.ts'
import { monitVersions, readTypedMonitVersion } from '../../client/src/monit-versions.ts'
import { newestOffered, oldestOffered, readTypedVersion } from '../../client/src/systemd-versions.ts'
import { readSettings } from '../../server/src/base/settings.ts'
import { compareVersions, newestMonit, oldestMonit } from '../../server/src/monit/version.ts'
import { configurationSection } from '../../server/src/protocol.ts'
import { templates } from '../../server/src/scaffold/templates.ts'
import { newestVersion, oldestVersion } from '../../server/src/unit/data/directives.ts'
import { allRules } from '../../server/src/workspace/rules.ts'
import { rulesSetting, rulesSettingName, withRulesSetting } from '../../server/tools/rules/manifest.ts'

interface Setting {
  readonly type: string | readonly string[]
  readonly default: unknown
  readonly enum?: readonly string[]
  readonly enumDescriptions?: readonly string[]
  readonly pattern?: string
  readonly markdownDescription?: string
}

interface Manifest {
  readonly contributes: {
    readonly languages: readonly { readonly id: string }[]
    readonly commands: readonly {
      readonly command: string
      readonly title: string
      readonly category: string
    }[]
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> }
  }
  readonly engines: { readonly vscode: string }
  readonly devDependencies: Readonly<Record<string, string>>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const text = readFileSync(`${root}/package.json`, 'utf8')
const manifest: Manifest = JSON.parse(text)
const { languages, commands, menus, configuration } = manifest.contributes
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
  expect(contributed.sort()).toEqual(Object.values(palette).sort())
  expect(contributed).not.toContain(changeTarget)
  for (const { category, title } of commands)
    expect(`${category}: ${title}`).toMatch(/^Unitwright: [A-Z][a-z-]+(?: (?:[a-z-]+|Puma))+$/)
})

test('each command has a file of its own', () => {
  const files = readdirSync(`${root}/client/src/commands`)
  for (const id of Object.values(commandIds)) {
    const name = id.replace(/^unitwright\./, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    expect(files).toContain(`${name}.ts`)
  }
})

test('menus name commands that exist', () => {
  const known = commands.map(({ command }) => command)
  for (const { command } of Object.values(menus).flat()) expect(known).toContain(command)
})

test('what generates files is in every menu for new ones', () => {
  const generators = commands.map(({ command }) => command).filter((id) => id.includes('.generate'))
  expect(generators).toHaveLength(templates.length)
  for (const menu of ['file/newFile', 'explorer/context']) {
    expect(menus[menu]?.map(({ command }) => command)).toEqual(generators)
  }
  expect(commands.filter(({ command }) => generators.includes(command)).map(({ title }) => title)).toEqual(
    templates.map(({ title }) => title),
  )
})

test('the conditions of the palette hold in our languages only', () => {
  for (const { command, when = '' } of menus.commandPalette ?? []) {
    const [, pattern = ''] = /^editorLangId =~ \/(.+)\/$/.exec(when) ?? []
    const isFor = languageIds.filter((id) => new RegExp(pattern).test(id))
    expect(isFor, command).toEqual(languageIds.filter((id) => (id === 'monit') === /monit/i.test(command)))
    expect(new RegExp(pattern).test('ini')).toBe(false)
  }
})

test('nothing newer than the oldest VS Code that is supported is used', () => {
  expect(`^${manifest.devDependencies['@types/vscode']}`).toBe(manifest.engines.vscode)
})
