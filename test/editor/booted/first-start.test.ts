import { expect, test } from 'vitest'
import { shop, shopUrl } from '../../booted/puma-app.ts'
import { answers, ask, show, user } from '../../booted/system.ts'
import { bootedEditor } from './editor.ts'
import {
  addLine,
  answerDialog,
  clearMessages,
  clickLens,
  fixLine,
  followLink,
  lenses,
  lensWith,
  messageWith,
  pressInMessage,
  replaceLine,
  save,
  saveAs,
  terminalText,
  widenSideBar,
  writeUntitled,
} from './window.ts'

// One story: each test goes on where the one before it ended.

const unit = 'puma.service'
const folder = `${shop}/config/systemd/user`

const text = `[Unit]
Description=Puma of the shop

[Service]
Type=notify
WorkingDirectory=%h/shop
Environment=RACK_ENV=production
ExecStart=/usr/bin/puma --config config/puma.rb
Restart=always
RestartSec=3

[Install]
WantedBy=default.target
`

const editor = bootedEditor({
  workspace: shop,
  files: {
    [`${shop}/config.ru`]: "run lambda { |env| [200, {}, [ENV.fetch('RACK_ENV')]] }\n",
    [`${shop}/config/puma.rb`]: 'port 3000\n',
    [`${folder}/README.md`]: '# Units of the shop\n',
  },
  packages: ['puma', 'ruby-sd-notify'],
})

test('one click leads from a file on no disk to a unit that runs', async () => {
  const { page, machine } = editor
  await writeUntitled(page, 'systemd unit', text)
  const question = page.locator('.quick-input-title', { hasText: 'Save As' })
  await clickLens(page, 'Install, enable and start', question)
  await saveAs(page, `${folder}/${unit}`, 'README.md')
  await answerDialog(page, `Lingering is off for '${user}'`, 'Enable lingering too')
  const message = await messageWith(page, unit)
  expect(message).toContain('linked into ~/.config/systemd/user; lingering enabled;')
  expect(message).toMatch(/'puma.service' is enabled, active \(running\) since \d\d:\d\d$/)
  await lensWith(page, /active \(running\) since \d\d:\d\d · enabled$/)
  expect(await terminalText(page)).toContain(`systemctl --user enable --now ${unit}`)
  await editor.picture('lens', '.part.editor', 340)
  expect(await answers(machine, shopUrl)).toBe('production')
  expect(await show(machine, unit, 'UnitFileState')).toBe('enabled')
  expect(await machine.run(['loginctl', 'show-user', '--property=Linger', user])).toBe('Linger=yes\n')
})

test('what is saved is offered to be read again, and the unit to be restarted', async () => {
  const { page, machine } = editor
  await clearMessages(page)
  await replaceLine(page, 'Environment', 'Environment=RACK_ENV=staging')
  await save(page)
  await lensWith(page, 'changed on disk: reload needed')
  await pressInMessage(page, `systemd still has '${unit}'`, 'Reload systemd and restart')
  expect(await answers(machine, shopUrl, (answer) => answer === 'staging')).toBe('staging')
  await lensWith(page, /active \(running\)/)
  await editor.picture('terminal', '.part.panel', 200)
})

test('a unit that fails is explained', async () => {
  const { page } = editor
  await addLine(page, 'Type=notify', 'User=nobody')
  await save(page)
  await pressInMessage(page, `systemd still has '${unit}'`, 'Reload systemd and restart')
  const message = await messageWith(page, 'failed')
  expect(message).toMatch(/^Unitwright: 'Reload systemd and restart' of puma.service failed: .*User=/)
  await lensWith(page, 'exit-code 216/GROUP')
  await editor.picture('explanation')
  await page.locator('.view-line', { hasText: 'Description' }).click()
  await pressInMessage(page, 'failed', 'Show the mistake')
  await page.locator('.part.statusbar', { hasText: 'Ln 6, Col 1' }).waitFor()
  expect(await page.locator('.tab').allTextContents()).toEqual([expect.stringContaining(unit)])
})

test("so are systemd's own words in a terminal", async () => {
  const { page } = editor
  // A click on the state shows what `systemctl status` has to say.
  const status = page.locator('.xterm-rows > div', { hasText: 'Main PID' })
  await clickLens(page, 'exit-code 216/GROUP', status.first())
  await followLink(page, 'status=216/GROUP', 'Explain')
  expect(await messageWith(page, "status=216/GROUP': ")).toContain('User=')
})

test('the quick fix mends it', async () => {
  const { page, machine } = editor
  await clearMessages(page)
  await fixLine(page, 'User=nobody', 'Remove User=')
  await save(page)
  await pressInMessage(page, `systemd still has '${unit}'`, 'Reload systemd and restart')
  await lensWith(page, /active \(running\)/)
  expect(await answers(machine, shopUrl)).toBe('staging')
})

test('the service view has it first, with its state', async () => {
  const { page } = editor
  await page.locator('.activitybar .action-label[aria-label="Services"]').click()
  const rows = page.locator('.part.sidebar .monaco-list-row')
  await rows.filter({ hasText: 'User manager' }).waitFor()
  expect(await rows.nth(0).getAttribute('aria-label')).toBe('This workspace, 1 running')
  expect(await rows.nth(1).getAttribute('aria-label')).toMatch(
    /^puma.service, active \(running\) since .*, enabled$/,
  )
  await rows.nth(1).click()
  await widenSideBar(page, 150)
  await editor.picture('services', '.part.sidebar', 500)
})

test('it is stopped by a click', async () => {
  const { page, machine } = editor
  await clickLens(page, 'Stop', lenses(page, 'not running · enabled'))
  await page.locator('.part.sidebar .monaco-list-row', { hasText: 'puma.servicenot running' }).waitFor()
  expect(await ask(machine, shopUrl)).toBeUndefined()
  // All of it went through one terminal, which is named after the manager.
  expect(await page.locator('.single-terminal-tab').textContent()).toContain('systemd: user')
})
