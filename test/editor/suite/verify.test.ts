import { spawnSync } from 'node:child_process'
import { suite, teardown, test } from 'mocha'
import * as vscode from 'vscode'
import { applyFix, diagnosticsWhen, openFile, type } from './editing.ts'
import { contains, equal } from './expect.ts'
import { listen, restoreWindow } from './picking.ts'
import { screenshot } from './screenshot.ts'

suite('verify', () => {
  teardown(async () => {
    restoreWindow()
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  })

  test("monit's own message is shown at its place, and goes with the next edit", async function () {
    if (spawnSync('monit', ['-V']).status !== 0) this.skip()
    const { document } = await openFile('monitrc', 'set daemon 30\nset daemon soon$0\n')
    const said = listen()
    await vscode.commands.executeCommand('unitwright.verifyWithMonit')
    equal(said(), ["Unitwright: monit refuses 'monitrc': syntax error 'soon', on line 2"])
    const found = await diagnosticsWhen(document, (each) => each.some(isFrom('monit')))
    const [own] = found.filter(isFrom('monit'))
    equal([own!.message, document.getText(own!.range)], ["syntax error 'soon'", 'soon'])
    await screenshot('verify-with-monit')
    await type('er')
    await diagnosticsWhen(document, (each) => !each.some(isFrom('monit')))
  })

  test('what is verified is the text in the editor, saved or not', async function () {
    if (spawnSync('monit', ['-V']).status !== 0) this.skip()
    const document = await vscode.workspace.openTextDocument({
      language: 'monit',
      content: 'set daemon 30\n',
    })
    await vscode.window.showTextDocument(document)
    const said = listen()
    await vscode.commands.executeCommand('unitwright.verifyWithMonit')
    contains(said()[0] ?? '', 'monit accepts')
    const edit = new vscode.WorkspaceEdit()
    edit.insert(document.uri, new vscode.Position(1, 0), 'bogus\n')
    await vscode.workspace.applyEdit(edit)
    await vscode.commands.executeCommand('unitwright.verifyWithMonit')
    contains(said()[1] ?? '', "syntax error 'bogus', on line 2")
  })

  test('monit accepts what the quick fix makes of `systemctl --user`', async function () {
    const user = spawnSync('id', ['-un'], { encoding: 'utf8' }).stdout.trim()
    if (spawnSync('monit', ['-V']).status !== 0 || user !== 'root') this.skip()
    const { document } = await openFile(
      'monit/conf.d/web',
      'check process web with pidfile /run/web.pid\n  start program = "/usr/bin/systemctl --user start web" as uid "nobody" and gid "nogroup"\n',
    )
    await applyFix(document, 'XDG_RUNTIME_DIR')
    contains(document.getText(), "-c 'XDG_RUNTIME_DIR=")
    const said = listen()
    await vscode.commands.executeCommand('unitwright.verifyWithMonit')
    equal(said(), ["Unitwright: monit accepts 'web'"])
  })

  test("systemd's own message is shown at its place", async function () {
    if (spawnSync('systemd-analyze', ['--version']).status !== 0) this.skip()
    const { document } = await openFile('web.service', '[Service]\nExecStart=/nowhere/web\n')
    const said = listen()
    await vscode.commands.executeCommand('unitwright.verifyWithSystemd')
    contains(said()[0] ?? '', "Unitwright: systemd-analyze refuses 'web.service': ")
    const found = await diagnosticsWhen(document, (each) => each.some(isFrom('systemd-analyze')))
    equal(document.getText(found.find(isFrom('systemd-analyze'))!.range), '/nowhere/web')
  })

  test('a file of the other program is not verified, and that is said', async () => {
    await openFile('web.service', '[Service]\nExecStart=/bin/true\n')
    const said = listen()
    await vscode.commands.executeCommand('unitwright.verifyWithMonit')
    equal(said(), ['Unitwright: this is a file of systemd, which monit does not read'])
  })
})

const isFrom =
  (source: string) =>
  (diagnostic: vscode.Diagnostic): boolean =>
    diagnostic.source === source
