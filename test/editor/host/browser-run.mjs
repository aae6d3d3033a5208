import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'node:util'
import { launchChromium } from './chromium.mjs'
import { pageAddress, quietSettings, remoteUri, startCodeServer } from './code-server.mjs'

const size = { width: 1200, height: 800 }

/**
 * Runs the bundled suite in a VS Code that code-server serves and Chromium shows.
 * @param {import('./run.mjs').Run & { codeServer: string, chromium: string }} run
 * @returns {Promise<number>} the exit code that VS Code gave the run: 0 if every test passed
 */
export async function runInBrowser({
  codeServer,
  chromium,
  extension,
  bundle,
  workspace,
  screenshots,
  web,
  env: own,
  onLine,
}) {
  // An empty gallery: nothing in a test run has to look anything up on the internet.
  const env = {
    ...own,
    EXTENSIONS_GALLERY: '{}',
    ...(screenshots ? { UNITWRIGHT_SCREENSHOTS: screenshots } : {}),
  }
  const kind = web ? { 'remote.extensionKind': { 'unitwright.unitwright': ['web'] } } : {}
  const server = await startCodeServer({ codeServer, settings: { ...quietSettings, ...kind }, env })
  const browser = await launchChromium(chromium)
  try {
    const page = await browser.newPage({ viewport: size })
    /** @param {string} name */
    const takeScreenshot = async (name) => {
      const file = join(screenshots ?? '', `${name}.png`)
      // The test waits for the file, so it must not be seen half written.
      const unfinished = `${file}.part`
      await page.screenshot({ path: unfinished, type: 'png', animations: 'disabled' })
      renameSync(unfinished, file)
    }
    await page.exposeFunction(
      'codeAutomationLog',
      (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
        const line = format(...args)
        const [, name] = /^UNITWRIGHT_SCREENSHOT ([\w-]+)$/.exec(line) ?? []
        if (!name) onLine(line)
        else if (screenshots)
          takeScreenshot(name).catch((error) => onLine(`no picture '${name}': ${error.message}`))
      },
    )
    const ended = new Promise((resolve, reject) => {
      page.exposeFunction('codeAutomationExit', resolve).catch(reject)
      page.once('crash', () => reject(new Error('the page has crashed')))
      page.once('close', () => reject(new Error('the page was closed')))
    })
    /** @type {ReadonlyArray<[string, string]>} */
    const payload = [
      ['extensionDevelopmentPath', remoteUri(server, extension)],
      ['extensionTestsPath', remoteUri(server, bundle)],
    ]
    await page.goto(pageAddress(server, workspace, payload))
    return await ended
  } finally {
    await browser.close()
    await server.stop()
  }
}
