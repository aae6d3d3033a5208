import { suite, test } from 'mocha'
import * as vscode from 'vscode'
import { openFile } from './editing.ts'
import { until } from './until.ts'

suite('activation', () => {
  test('opening a unit file wakes the extension up', async () => {
    const extension = vscode.extensions.getExtension('unitwright.unitwright')
    if (!extension) throw new Error('the extension is not installed')
    await openFile('web.service', '[Service]\nExecStart=/usr/bin/true\n')
    await until('the extension to be active', () => extension.isActive || undefined)
    // An extension that failed to start counts as active as well; only this tells.
    await extension.activate()
  })
})
