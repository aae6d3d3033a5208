import { expect, test } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }
import { home, places } from '../../booted/system.ts'
import { bootedEditor } from './editor.ts'
import { type Started, startedBy, traced } from './trace.ts'
import { addLine, lensWith, messageWith, runCommand, save } from './window.ts'

// One story: each test goes on where the one before it ended.

const workspace = `${home}/stranger`
const trace = '/tmp/trace'
const unit = { manager: 'user', unit: 'dbus.socket' }
const running = manifest.contributes.commands
  .map(({ command }) => command)
  .filter((command) => /^unitwright\.(?:run$|action\.)/.test(command))

const editor = bootedEditor({
  workspace,
  files: {
    [`${workspace}/systemd/user/web.service`]: '[Service]\nExecStart=/bin/sleep 1000\nRestrat=always\n',
  },
  keys: [
    { key: 'f7', command: 'unitwright.run' },
    { key: 'f8', command: 'unitwright.verifyWithSystemd' },
    { key: 'f9', command: 'runCommands', args: { commands: [...running, 'unitwright.services.focus'] } },
    {
      key: 'f10',
      command: 'runCommands',
      args: { commands: [...running.map((command) => ({ command, args: unit })), 'workbench.view.explorer'] },
    },
  ],
  isDistrusted: true,
  wrapper: traced(trace),
  packages: ['strace'],
})

test('in a folder that nobody trusts no program is started', async () => {
  const { page } = editor
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'systemd' }).click()
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'web.service' }).dblclick()
  // The server has looked at the file.
  await page.locator('.squiggly-warning').first().waitFor()
  await page.keyboard.press('F7')
  await messageWith(page, 'no unit is run, and no program asked, until you trust this workspace')
  await page.keyboard.press('F8')
  await messageWith(page, 'programs are run in trusted workspaces only')
  // Each of them tells the same, of which the editor shows as much as it likes; the last one shows that all are done.
  await page.keyboard.press('F9')
  await page.locator('.welcome-view-content', { hasText: 'once you trust this workspace' }).waitFor()
  await page.locator('.view-line').first().click()
  await page.keyboard.press('F10')
  await page.locator('.explorer-folders-view').waitFor()
  await addLine(page, 'ExecStart', 'RestartSec=1')
  await save(page)
  const [server, ...others] = await started()
  expect(server?.words).toContain(`"${places.node}", "/opt/unitwright/extension/dist/server.cjs"`)
  expect(others).toEqual([])
  expect(await page.locator('.terminal-wrapper').count()).toBe(0)
})

test('once it is trusted, systemd is asked', async () => {
  const { page } = editor
  await runCommand(page, 'Workspaces: Manage Workspace Trust')
  await page.locator('.workspace-trust-buttons-row .monaco-button', { hasText: /^Trust$/ }).click()
  await page.locator('.tab', { hasText: 'web.service' }).click()
  await lensWith(page, 'not installed')
  const programs = new Set((await started()).map(({ program }) => program))
  expect([...programs].filter((program) => program.endsWith('/systemctl'))).not.toEqual([])
})

/** What the extensions' process has started, without what the editor itself does there. */
async function started(): Promise<readonly Started[]> {
  const text = await editor.machine.run(['cat', trace])
  return startedBy(text, '--type=extensionHost').filter(({ words }) => !isOfEditor(words))
}

/** It looks which ports are listened on, and has language servers of its own. */
function isOfEditor(words: string): boolean {
  return /"(?:ls|grep)", |"ls -l \/proc\/|\/opt\/unitwright\/code-server\//.test(words)
}
