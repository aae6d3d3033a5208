import type { Locator, Page } from 'playwright-core'

// What a person does in the window of VS Code, and what they see there.

const patience = { timeout: 30_000 }

/** Runs a command of the palette by its title. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1')
  await pickItem(page, title)
}

/** Types what narrows the open list down, and takes an item of it. */
export async function pickItem(page: Page, label: string): Promise<void> {
  const box = page.locator('.quick-input-box input')
  await box.waitFor(patience)
  await box.pressSequentially(label)
  const name = page.locator('.label-name').filter({ hasText: new RegExp(`^${label}$`) })
  await page.locator('.quick-input-list .monaco-list-row').filter({ has: name }).first().click(patience)
}

/** Waits until a command of an extension is known: a window shows what there is before it knows of extensions. */
export async function waitForCommand(page: Page, title: string): Promise<void> {
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first()
  for (const end = Date.now() + patience.timeout; ; ) {
    await page.keyboard.press('F1')
    await page.locator('.quick-input-box input').pressSequentially(title)
    const isKnown = await row.waitFor({ timeout: 500 }).then(
      () => true,
      () => false,
    )
    await page.keyboard.press('Escape')
    if (isKnown) return
    if (Date.now() > end) throw new Error(`there is no command '${title}'`)
  }
}

/** Opens a new editor of a language, with a text that no disk has yet. */
export async function writeUntitled(page: Page, language: string, text: string): Promise<void> {
  await page.keyboard.press('Control+Alt+N')
  await page.locator('.monaco-editor.focused').waitFor(patience)
  await page.keyboard.press('Control+K')
  await page.keyboard.press('M')
  await pickItem(page, language)
  await page.locator('.part.statusbar', { hasText: language }).waitFor(patience)
  await page.keyboard.insertText(text)
}

/**
 * Answers the question where to save.
 * @param neighbour a file in the folder, which the list shows once it has followed what was typed
 */
export async function saveAs(page: Page, file: string, neighbour: string): Promise<void> {
  const box = page.locator('.quick-input-box input')
  await page.locator('.quick-input-title', { hasText: 'Save As' }).waitFor(patience)
  // What is proposed comes late, and would take the place of what was typed before.
  await page.waitForFunction(
    `/[^/]$/.test(document.querySelector('.quick-input-box input').value)`,
    undefined,
    patience,
  )
  await box.fill(file)
  await page.locator('.quick-input-list .monaco-list-row', { hasText: neighbour }).waitFor(patience)
  await page.keyboard.press('Enter')
}

/** Puts another line in the place of a line of the open file. */
export async function replaceLine(page: Page, line: string, text: string): Promise<void> {
  await page.locator('.view-line', { hasText: line }).first().click(patience)
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.insertText(text)
}

/** Puts a line below a line of the open file. */
export async function addLine(page: Page, line: string, text: string): Promise<void> {
  await page.locator('.view-line', { hasText: line }).first().click(patience)
  await page.keyboard.press('End')
  await page.keyboard.insertText(`\n${text}`)
}

/** Writes the open file to the disk. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+S')
  await page.locator('.tab.active:not(.dirty)').waitFor(patience)
}

/** Waits for what stands above the unit to have this in it, and gives the rest of that. */
export async function lensWith(page: Page, text: string | RegExp): Promise<Locator> {
  const lens = lenses(page, text)
  await lens.waitFor(patience)
  return lens
}

/** What stands above the unit and has this in it. */
export function lenses(page: Page, text: string | RegExp): Locator {
  const all = page.locator('.codelens-decoration').locator('a, span:not(.codicon)')
  return all.filter({ hasText: text }).first()
}

/**
 * Clicks on something above the unit, and again where nothing came of it: what stands there is drawn anew when the state
 * is known better, and a click in between is lost.
 * @param effect what comes of it
 */
export async function clickLens(page: Page, text: string, effect: Locator): Promise<void> {
  for (const end = Date.now() + patience.timeout; ; ) {
    await (await lensWith(page, text)).click(patience)
    const isDone = await effect.waitFor({ timeout: 4000 }).then(
      () => true,
      () => false,
    )
    if (isDone) return
    if (Date.now() > end) throw new Error(`a click on '${text}' does nothing`)
  }
}

/** Waits for a message, and gives its text. */
export async function messageWith(page: Page, text: string | RegExp): Promise<string> {
  const message = await toast(page, text)
  return (await message.locator('.notification-list-item-message').textContent()) ?? ''
}

/** Presses a button of a message. */
export async function pressInMessage(page: Page, text: string | RegExp, button: string): Promise<void> {
  const message = await toast(page, text)
  await message.locator('.monaco-button', { hasText: button }).first().click(patience)
}

/** Takes the messages away. */
export async function clearMessages(page: Page): Promise<void> {
  await runCommand(page, 'Notifications: Clear All Notifications')
  await page.locator('.notifications-toasts .notification-toast').waitFor({ ...patience, state: 'hidden' })
}

async function toast(page: Page, text: string | RegExp): Promise<Locator> {
  const found = page.locator('.notifications-toasts .notification-toast').filter({ hasText: text }).first()
  await found.waitFor(patience)
  return found
}

/** Waits for the question that keeps everything else waiting, and answers it. */
export async function answerDialog(page: Page, text: string | RegExp, button: string): Promise<void> {
  const dialog = page.locator('.monaco-dialog-box').filter({ hasText: text })
  await dialog.locator('.monaco-button', { hasText: button }).click(patience)
  await dialog.waitFor({ ...patience, state: 'hidden' })
}

/** Applies a quick fix of the problem with which a line of the open file begins, and takes the line away. */
export async function fixLine(page: Page, line: string, fix: string): Promise<void> {
  await page.locator('.view-line', { hasText: line }).first().click(patience)
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+.')
  const entry = page.locator('.action-widget .monaco-list-row', { hasText: fix }).first()
  await entry.waitFor(patience)
  // The list is opened by a key, and what is below it keeps the mouse out until it moves.
  while (!(await entry.getAttribute('class'))?.includes('focused')) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('.view-line', { hasText: line }).waitFor({ ...patience, state: 'hidden' })
}

/** Pulls at the edge of the side bar. */
export async function widenSideBar(page: Page, pixels: number): Promise<void> {
  const { x, width, y } = (await page.locator('.part.sidebar').boundingBox())!
  await page.mouse.move(x + width, y + 300)
  await page.mouse.down()
  await page.mouse.move(x + width + pixels, y + 300, { steps: 5 })
  await page.mouse.up()
}

/** The text that the shown terminal has on its screen, without its line breaks. */
export async function terminalText(page: Page): Promise<string> {
  const rows = page.locator(terminalRows)
  await rows.first().waitFor(patience)
  return (await rows.allTextContents()).join('').replaceAll('\u00a0', ' ')
}

/** Follows a link in the shown terminal, of which the tooltip says what it does. */
export async function followLink(page: Page, text: string, tooltip: string): Promise<void> {
  const row = page.locator(terminalRows).filter({ hasText: text }).first()
  await row.waitFor(patience)
  const box = (await row.boundingBox())!
  const all = (await row.textContent()) ?? ''
  // Each character is as wide as the others, and what is drawn ends with the last.
  const end = (await row.locator('> *').last().boundingBox())!
  const width = (end.x + end.width - box.x) / all.length
  const x = box.x + (all.indexOf(text) + text.length / 2) * width
  const y = box.y + box.height / 2
  await page.mouse.move(x, y - 1)
  await page.mouse.move(x, y)
  await page.locator('.workbench-hover', { hasText: tooltip }).waitFor(patience)
  await page.keyboard.down('Control')
  await page.mouse.click(x, y)
  await page.keyboard.up('Control')
}

const terminalRows = '.terminal-wrapper.active .xterm-rows > div'
