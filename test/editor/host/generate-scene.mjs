// The pictures of generating: a sample app in a folder of its own, and the keys that a person would press.
import { cpSync, mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pageAddress, remoteUri, removeFolder } from './code-server.mjs'

const sample = join(dirname(dirname(fileURLToPath(import.meta.url))), 'fixtures', 'workspace', 'shop')
const title = 'Generate Puma user service'
const size = { width: 1200, height: 800 }
const patience = { timeout: 30_000 }
const style = '.part.titlebar .window-title, .part.titlebar .command-center { visibility: hidden }'

/**
 * Takes the pictures `generate-steps` and `generate-result`.
 * @param {import('playwright-core').Browser} browser
 * @param {import('./code-server.mjs').Server} server
 * @param {{ readonly extension: string, readonly out: string }} options
 */
export async function takeGeneratePictures(browser, server, { extension, out }) {
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'unitwright-picture-')))
  const app = join(temporary, 'shop')
  cpSync(sample, app, { recursive: true })
  try {
    const page = await browser.newPage({ viewport: size, colorScheme: 'light' })
    /** @type {ReadonlyArray<[string, string]>} */
    const payload = [
      ['extensionDevelopmentPath', remoteUri(server, extension)],
      ['openFile', remoteUri(server, join(app, 'config', 'puma.rb'))],
    ]
    await page.goto(pageAddress(server, app, payload))
    await page.addStyleTag({ content: style })
    // The editor takes the focus once it has its text, and would close the palette.
    await page.locator('.view-line', { hasText: 'workers' }).waitFor(patience)
    await page.locator('.part.statusbar', { hasText: 'Ruby' }).waitFor(patience)

    await page.keyboard.press('F1')
    await answer(page, title)
    await stepWith(page, title, 'Preview')
    await answer(page, 'Socket unit')
    await stepWith(page, 'Socket unit', 'Yes')
    await answer(page, 'Yes')
    await stepWith(page, title, 'Listen on')
    const answers = await clip(page, await boxOf(page, '.quick-input-widget'))
    await answer(page, 'Preview')
    await stepWith(page, title, 'In the project')
    await page.locator('.view-line', { hasText: 'ExecStart' }).first().waitFor(patience)
    const editor = await boxOf(page, '.part.editor')
    const place = await clip(page, { ...editor, y: 0, width: 760, height: 540 })
    await sideBySide(browser, [answers, place], join(out, 'generate-steps.png'))

    await answer(page, 'In the project')
    await page.locator('.notifications-toasts').getByText('files are written').waitFor(patience)
    await page.locator('.explorer-folders-view').getByText('puma-shop.socket').waitFor(patience)
    // The mouse would call a hover where it happens to be.
    await page.mouse.move(0, 0)
    await page.screenshot({ path: join(out, 'generate-result.png'), animations: 'disabled' })
    await page.close()
  } finally {
    removeFolder(temporary)
  }
}

/**
 * Types what narrows the open list down to one item, and takes it.
 * @param {import('playwright-core').Page} page
 * @param {string} text
 */
async function answer(page, text) {
  const box = page.locator('.quick-input-box input')
  await box.waitFor(patience)
  await box.pressSequentially(text)
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).waitFor(patience)
  await page.keyboard.press('Enter')
}

/**
 * Waits for a step that offers an item.
 * @param {import('playwright-core').Page} page
 * @param {string} title
 * @param {string} item
 */
async function stepWith(page, title, item) {
  await page.locator('.quick-input-title', { hasText: title }).waitFor(patience)
  await page.locator('.quick-input-list .monaco-list-row', { hasText: item }).first().waitFor(patience)
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} selector
 */
async function boxOf(page, selector) {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`'${selector}' is not to be seen`)
  return box
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').PageScreenshotOptions['clip']} area
 */
function clip(page, area) {
  return page.screenshot({ clip: area, animations: 'disabled' })
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {readonly Buffer[]} pictures
 * @param {string} file
 */
async function sideBySide(browser, pictures, file) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } })
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`)
  const box = 'display: inline-flex; gap: 16px; padding: 8px; align-items: flex-start'
  await page.setContent(`<body style="margin: 0"><div style="${box}">${images.join('')}</div></body>`)
  await page.locator('div').screenshot({ path: file })
  await page.close()
}
