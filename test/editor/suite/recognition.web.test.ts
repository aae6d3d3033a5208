import { suite, teardown, test } from 'mocha'
import * as vscode from 'vscode'
import { diagnosticsWhen, openFile } from './editing.ts'
import { equal } from './expect.ts'

const misspelt = '[Service]\nRestrat=always\n'

suite('recognition', () => {
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'))

  test('a drop-in is known by its folder', async () => {
    const { document } = await openFile('web.service.d/restart.conf', misspelt)
    equal(document.languageId, 'systemd-unit')
    await diagnosticsWhen(document, (found) => found.length === 1)
  })

  test('a template of a unit is known by both of its extensions, and its tags stand for anything', async () => {
    const { document } = await openFile('web.service.erb', `${misspelt}<%= extra %>\nType=<%= type %>\n`)
    equal(document.languageId, 'systemd-unit-erb')
    await diagnosticsWhen(document, (found) => found.length === 1)
  })

  test('a target and a path in a folder of systemd are ours', async () => {
    for (const name of ['systemd/user/web.target', 'systemd/system/web.path']) {
      const { document } = await openFile(name, '[Unit]\nDescripton=x\n[Path]\nPathExists=/srv\n')
      equal(document.languageId, 'systemd-unit')
      await diagnosticsWhen(document, (found) =>
        found.some(({ message }) => message.includes("'Descripton='")),
      )
    }
  })

  test('a target and a path of other programs stay as they were', async () => {
    for (const name of ['build.target', 'toolpath.path', 'app.conf']) {
      const { document } = await openFile(name, 'Restrat=always\n')
      equal(document.languageId.startsWith('systemd'), false)
      equal(vscode.languages.getDiagnostics(document.uri), [])
    }
  })
})
