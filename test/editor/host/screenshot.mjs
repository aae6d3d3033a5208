// Makes the pictures of docs/images: a real VS Code with the extension, the mouse resting on a word of an example, the
// steps of generating a service, or those of running it.
import { once } from 'node:events'
import { mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { firstProblem } from '../../../scripts/first-problem.mjs'
import { exitOnSignals, startChild } from './children.mjs'
import { findChromium, launchChromium } from './chromium.mjs'
import { pageAddress, quietSettings, remoteUri, startCodeServer } from './code-server.mjs'
import { installCodeServer } from './code-server-install.mjs'
import { takeGeneratePictures } from './generate-scene.mjs'

/**
 * @typedef {object} Scene
 * @property {string} name of the picture, without extension
 * @property {string} file
 * @property {number} line of the word that the mouse rests on, from 0
 * @property {string} before the text from the line's start to the end of the word
 * @property {number} length of the word
 */

const checkout = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))
const size = { width: 1200, height: 800 }
const patience = { timeout: 30_000 }

const usage = `usage: node test/editor/host/screenshot.mjs [options] [NAME=FILE:WORD...]
  NAME=FILE:WORD   a picture: the mouse rests on the first WORD in the file
  --workspace DIR  the folder to open (default: examples)
  --extension DIR  the extension's folder (default: this checkout)
  --out DIR        where the pictures go (default: docs/images)
  --run            the pictures 'lens', 'terminal', 'explanation' and 'services', of a service in a systemd that is
                   booted for it; only root can do that
  --generate       the pictures 'generate-steps' and 'generate-result', of the sample app that the tests have
Without a picture asked for it makes 'problem', with the mouse on the first error that 'check' finds in the workspace.`

const settings = {
  ...quietSettings,
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.scrollBeyondLastLine': false,
  'editor.scrollbar.vertical': 'hidden',
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.layoutControl.enabled': false,
}
// The title says that the extension is a development build: of no use to somebody who looks at the picture.
const style = '.part.titlebar .window-title, .notifications-toasts { visibility: hidden }'

/** Reads the command line; wrong usage ends the program. */
function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        workspace: { type: 'string', default: join(checkout, 'examples') },
        extension: { type: 'string', default: checkout },
        out: { type: 'string', default: join(checkout, 'docs', 'images') },
        generate: { type: 'boolean', default: false },
        run: { type: 'boolean', default: false },
      },
    })
    const workspace = realpathSync(values.workspace)
    const scenes = positionals.map((text) => readScene(text, workspace))
    if (scenes.length === 0 && !values.generate && !values.run) scenes.push(problemScene(workspace))
    return { ...values, workspace, scenes }
  } catch (error) {
    console.error(`${/** @type {Error} */ (error).message}\n${usage}`)
    process.exit(2)
  }
}

/**
 * @param {string} text
 * @param {string} workspace
 * @returns {Scene}
 */
function readScene(text, workspace) {
  const [, name, file, word] = /^([\w-]+)=(.+?):(.+)$/.exec(text) ?? []
  if (!name || !file || !word) throw new Error(`'${text}' is not of the form NAME=FILE:WORD`)
  const path = resolve(workspace, file)
  const lines = readLines(path)
  const line = lines.findIndex((text) => text.includes(word))
  if (line < 0) throw new Error(`'${word}' is not in '${path}'`)
  return sceneAt(name, path, line, lines[line].indexOf(word), word)
}

/**
 * The scene for the first error of the workspace: the mouse rests on the word where the error begins.
 * @param {string} workspace
 * @returns {Scene}
 */
function problemScene(workspace) {
  const place = firstProblem(join(checkout, 'dist', 'cli.cjs'), workspace)
  if (!place) throw new Error(`'check' finds nothing in '${workspace}'`)
  const { file, line, character } = place
  const [word] = /^[\w-]+|^./.exec(readLines(file)[line].slice(character)) ?? []
  if (!word)
    throw new Error(`the first error of '${file}' stands at the end of a line, where no mouse can rest`)
  return sceneAt('problem', file, line, character, word)
}

/**
 * @param {string} file
 */
function readLines(file) {
  return readFileSync(file, 'utf8').split(/\r?\n/)
}

/**
 * @param {string} name
 * @param {string} file
 * @param {number} line
 * @param {number} character
 * @param {string} word
 * @returns {Scene}
 */
function sceneAt(name, file, line, character, word) {
  const before = readLines(file)[line].slice(0, character) + word
  return { name, file, line, before, length: word.length }
}

/**
 * Where a word stands on the page; undefined while the editor has not drawn it. Runs in the page.
 * @param {Scene} scene
 */
function findWord({ before, length }) {
  const top = (/** @type {Element} */ line) => line.getBoundingClientRect().top
  // The lines are not in order in the page, and blanks are no-break spaces there.
  const line = [...document.querySelectorAll('.view-line')]
    .sort((a, b) => top(a) - top(b))
    .find(({ textContent }) => (textContent ?? '').replaceAll('\u00a0', ' ').startsWith(before))
  if (!line) return undefined
  const range = document.createRange()
  const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
  // One character within the word is enough for the mouse, and never falls on two pieces of text.
  let rest = before.length - Math.ceil(length / 2)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const size = node.textContent?.length ?? 0
    if (rest < size) {
      range.setStart(node, rest)
      range.setEnd(node, rest + 1)
      const box = range.getBoundingClientRect()
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }
    rest -= size
  }
  return undefined
}

/**
 * True once the hover shows something and nothing in it is still being fetched. Runs in the page.
 */
function isHoverReady() {
  const hover = document.querySelector('.monaco-hover:not(.hidden) .monaco-hover-content')
  const text = hover?.textContent ?? ''
  // What a problem can be mended by comes a moment after it.
  const isWhole =
    !text.includes('View Problem') || /quick fix/i.test(text.replace('Checking for quick fixes', ''))
  return text !== '' && !text.includes('Loading...') && isWhole
}

/**
 * Rests the mouse on a place until a hover is shown. A mouse that came before the extension was ready is not noticed
 * again before it moves.
 * @param {import('playwright-core').Page} page
 * @param {{ x: number, y: number }} place
 */
async function restMouse(page, { x, y }) {
  const end = Date.now() + patience.timeout
  for (;;) {
    await page.mouse.move(x, y)
    try {
      await page.waitForFunction(isHoverReady, undefined, { timeout: 3000 })
      return
    } catch (error) {
      if (Date.now() > end) throw new Error('no hover was shown', { cause: error })
      await page.mouse.move(0, size.height)
    }
  }
}

/**
 * Opens the file of a scene, rests the mouse on its word and takes the picture.
 * @param {import('playwright-core').Browser} browser
 * @param {import('./code-server.mjs').Server} server
 * @param {ReturnType<typeof readOptions>} options
 * @param {Scene} scene
 */
async function takePicture(browser, server, { workspace, extension, out }, scene) {
  const { name, file, line, before } = scene
  // A page of its own, with a storage of its own: no scene sees what another has opened.
  const page = await browser.newPage({ viewport: size, colorScheme: 'light' })
  /** @type {ReadonlyArray<[string, string]>} */
  const payload = [
    ['extensionDevelopmentPath', remoteUri(server, resolve(extension))],
    ['gotoLineMode', 'true'],
    ['openFile', `${remoteUri(server, file)}:${line + 1}`],
  ]
  await page.goto(pageAddress(server, workspace, payload))
  await page.addStyleTag({ content: style })
  // A file without a problem has none to wait for.
  await page.waitForSelector('[class*="squiggly-"]', { timeout: 10_000 }).catch(() => {})
  const place = await (await page.waitForFunction(findWord, scene, patience)).jsonValue()
  if (!place) throw new Error(`'${before}' is not to be seen in '${file}'`)
  await restMouse(page, place)
  // The hover fades in; this takes it at the end of that.
  await page.screenshot({ path: join(out, `${name}.png`), animations: 'disabled' })
  await page.close()
}

/**
 * Has the test that goes from a file to a running service take its pictures on the way.
 * @param {string} out
 */
async function takeRunPictures(out) {
  const vitest = join(checkout, 'node_modules', 'vitest', 'vitest.mjs')
  const config = join('test', 'editor', 'booted', 'vitest.config.ts')
  const child = startChild(process.execPath, [vitest, 'run', '--config', config, 'first-start'], {
    cwd: checkout,
    env: { ...process.env, UNITWRIGHT_SCREENSHOTS: resolve(out) },
    stdio: 'inherit',
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('the test that takes the pictures has failed')
}

async function main() {
  const options = readOptions()
  if (options.run) await takeRunPictures(options.out)
  if (!options.generate && options.scenes.length === 0) return
  const chromium = findChromium()
  if (!chromium) throw new Error('no Chromium was found; install one or name it in CHROMIUM')
  mkdirSync(options.out, { recursive: true })
  const server = await startCodeServer({ codeServer: await installCodeServer(), settings })
  const browser = await launchChromium(chromium)
  try {
    for (const scene of options.scenes) {
      console.log(`${scene.name}: '${scene.before}' in ${scene.file}`)
      await takePicture(browser, server, options, scene)
    }
    if (options.generate) {
      console.log('generate-steps, generate-result')
      await takeGeneratePictures(browser, server, { ...options, extension: resolve(options.extension) })
    }
  } finally {
    await browser.close()
    await server.stop()
  }
}

exitOnSignals(130)
try {
  await main()
} catch (error) {
  console.error(/** @type {Error} */ (error).message)
  process.exit(1)
}
