import { suite, teardown, test } from 'mocha'
import * as vscode from 'vscode'
import { diagnosticsWhen, openFile, type } from './editing.ts'
import { equal } from './expect.ts'
import { extension, targetWhen } from './extension.ts'
import { choose, listen, restoreWindow, window } from './picking.ts'
import { screenshot } from './screenshot.ts'
import { until } from './until.ts'

const misspelt = '[Service]\nExecStart=/usr/bin/true\nRestrat=always\n'

suite('client', () => {
  teardown(async () => {
    restoreWindow()
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  })

  test('every command of the manifest is there', async () => {
    await extension()
    const there = await vscode.commands.getCommands(true)
    const contributed: readonly { command: string }[] = manifest().contributes.commands
    equal(
      contributed.map(({ command }) => command).filter((command) => !there.includes(command)),
      [],
    )
  })

  test('the status bar says what a unit file is checked for, and follows a comment in it', async () => {
    const editor = await openFile('web.service', '$0\n[Service]\nExecStart=/usr/bin/true\n')
    await targetWhen(/^systemd \d+ · system$/)
    await type('# unitwright: instance=user')
    await targetWhen(/^systemd \d+ · user$/)
    await screenshot('status')
    await editor.edit((edit) => edit.delete(editor.document.lineAt(0).range))
    await targetWhen(/^systemd \d+ · system$/)
  })

  test("the status bar is silent on other people's files", async () => {
    await openFile('web.service', misspelt)
    await targetWhen(/^systemd/)
    await openFile('notes.txt', 'Restrat=always\n')
    const api = await extension()
    await until('the status to go', () => api.targetText() === undefined || undefined)
  })

  test('a chosen version is set in the workspace and holds at once; Automatic takes it away', async () => {
    await openFile('web.service', misspelt)
    await targetWhen(/^systemd/)
    choose('255')
    await vscode.commands.executeCommand('unitwright.selectSystemdVersion')
    equal(inspect('systemdVersion')?.workspaceValue, '255')
    await targetWhen(/^systemd 255 /)
    const offered = choose('Automatic')
    await vscode.commands.executeCommand('unitwright.selectSystemdVersion')
    equal(inspect('systemdVersion')?.workspaceValue, undefined)
    equal(
      offered().map(({ label }) => label),
      [
        'Automatic',
        ...['262', '261', '260', '259', '258', '257', '256', '$(check) 255', '254', '253', '252'],
        'Another version...',
      ],
    )
    const api = await extension()
    await until('the version to go', () => !api.targetText()?.includes('255') || undefined)
  })

  test('a version that is not offered can be typed', async () => {
    await openFile('web.service', misspelt)
    choose('Another version...')
    window.showInputBox = async (options?: vscode.InputBoxOptions) => {
      equal(options?.validateInput?.('newest'), "'newest' is no systemd version; a number such as 249 is")
      equal(options?.validateInput?.('249'), undefined)
      return 'v249.11'
    }
    await vscode.commands.executeCommand('unitwright.selectSystemdVersion')
    await targetWhen(/^systemd 249 /)
    const offered = choose('Automatic')
    await vscode.commands.executeCommand('unitwright.selectSystemdVersion')
    equal(offered().at(-1), { label: 'Another version...', description: '249 is set' })
  })

  test('a chosen instance holds at once, and the picker says why it was what it was', async () => {
    await openFile('web.service', misspelt)
    await targetWhen(/· system$/)
    const offered = choose('User')
    await vscode.commands.executeCommand('unitwright.selectInstance')
    equal(offered()[0], { label: '$(check) Automatic', description: 'system instance, the default' })
    equal(inspect('instance')?.workspaceValue, 'user')
    await targetWhen(/· user$/)
    choose('Automatic')
    await vscode.commands.executeCommand('unitwright.selectInstance')
    equal(inspect('instance')?.workspaceValue, undefined)
    await targetWhen(/· system$/)
  })

  test('choosing nothing changes nothing', async () => {
    await openFile('web.service', misspelt)
    window.showQuickPick = async () => undefined
    await vscode.commands.executeCommand('unitwright.selectSystemdVersion')
    await vscode.commands.executeCommand('unitwright.selectInstance')
    equal(
      [inspect('systemdVersion')?.workspaceValue, inspect('instance')?.workspaceValue],
      [undefined, undefined],
    )
  })

  test('the status bar leads to both choices', async () => {
    await openFile('web.service', misspelt)
    await targetWhen(/^systemd/)
    const offered = choose('Select instance', 'User')
    await vscode.commands.executeCommand('unitwright.changeTarget')
    equal(inspect('instance')?.workspaceValue, 'user')
    await targetWhen(/· user$/)
    choose('Automatic')
    await vscode.commands.executeCommand('unitwright.selectInstance')
    equal(
      offered().map(({ label }) => label),
      ['Select systemd version', 'Select instance'],
    )
  })

  test('the name of a rule in a problem leads to its explanation', async () => {
    const { document } = await openFile('web.service', misspelt)
    const [problem] = await diagnosticsWhen(document, (found) => found.length > 0)
    const code = problem!.code as { value: string; target: vscode.Uri }
    equal(code.value, 'unknown-directive')
    equal([code.target.scheme, code.target.path], ['command', 'unitwright.explainRule'])
    await vscode.commands.executeCommand(
      code.target.path,
      ...JSON.parse(decodeURIComponent(code.target.query)),
    )
    await previewOf('unknown-directive')
    await screenshot('explain-rule')
  })

  test('a rule can be picked by name to be explained', async () => {
    await extension()
    const offered = choose('missing-equals')
    await vscode.commands.executeCommand('unitwright.explainRule')
    await previewOf('missing-equals')
    const rules = Object.keys(manifest().contributes.configuration.properties['unitwright.rules'].properties)
    equal(
      offered()
        .map(({ label }) => label)
        .sort(),
      rules.sort(),
    )
  })

  test('the explanation is a document that needs no network', async () => {
    await extension()
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('unitwright-rule:/missing-equals.md'),
    )
    equal(document.languageId, 'markdown')
    equal(document.lineAt(0).text, '# missing-equals')
  })

  test('so is the list of them', async () => {
    await extension()
    const uri = vscode.Uri.parse('unitwright-rule:/README.md')
    const text = (await vscode.workspace.openTextDocument(uri)).getText()
    equal(
      text.match(/^- \[missing-equals\].*$/m)?.[0].startsWith('- [missing-equals](missing-equals.md): '),
      true,
    )
  })

  test('a rule that does not exist is named, and nothing opens', async () => {
    await extension()
    const said = listen()
    await vscode.commands.executeCommand('unitwright.explainRule', 'no-such-rule')
    equal(said(), ["Unitwright: the rule could not be explained: there is no rule 'no-such-rule'"])
    equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 0)
  })

  test('after a restart files are checked as before', async () => {
    const { document } = await openFile('web.service', misspelt)
    await diagnosticsWhen(document, (found) => found.length > 0)
    await Promise.all([
      vscode.commands.executeCommand('unitwright.restartServer'),
      vscode.commands.executeCommand('unitwright.restartServer'),
    ])
    await targetWhen(/^systemd/)
    const found = await diagnosticsWhen(document, (each) => each.length > 0)
    equal(found.length, 1)
  })

  test('an untitled document in our language is checked', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'systemd-unit', content: misspelt })
    await vscode.window.showTextDocument(document)
    await diagnosticsWhen(document, (found) => found.length > 0)
    await targetWhen(/^systemd/)
  })
})

function manifest() {
  return vscode.extensions.getExtension('unitwright.unitwright')!.packageJSON
}

function inspect(name: string) {
  return vscode.workspace.getConfiguration('unitwright').inspect(name)
}

/** Waits for the rendered explanation of a rule. */
async function previewOf(rule: string): Promise<void> {
  await until(`the preview of ${rule}`, () => {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab
    const input = tab?.input
    if (!(input instanceof vscode.TabInputWebview)) throw new Error(`the tab is ${tab?.label}`)
    return (input.viewType.includes('markdown.preview') && tab?.label.includes(rule)) || undefined
  })
}
