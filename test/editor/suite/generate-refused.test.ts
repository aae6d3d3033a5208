import { rmSync, symlinkSync } from 'node:fs'
import { suite, teardown, test } from 'mocha'
import * as vscode from 'vscode'
import { contains, equal } from './expect.ts'
import { listen, restoreWindow } from './picking.ts'
import { generatePuma, previews, railsApp, read, restoreSteps } from './steps.ts'

suite('writing what is refused', () => {
  teardown(async () => {
    restoreWindow()
    restoreSteps()
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  })

  // A folder in which not even root makes files is at hand on Linux only.
  if (process.platform === 'linux') {
    test('what the disk refuses halfway leaves nothing behind', async () => {
      const app = await railsApp()
      const said = listen()
      const link = `${app.fsPath}/config/monit`
      symlinkSync('/sys', link)
      await generatePuma(app, 'Monit check')
      const refused = said().find((message) => message.includes('nothing was generated')) ?? ''
      contains(refused, "' can't be written: ")
      contains(refused, `nothing was generated: '${app.path}/config/monit/`)
      equal([await read(app, 'config/systemd/user/puma-shop.service'), previews()], [undefined, []])
      const left = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(app, 'config'))
      equal(left.map(([name]) => name).sort(), ['deploy.rb', 'monit', 'puma.rb'])
      // Searches in the workspace would follow it.
      rmSync(link)
    })
  }
})
