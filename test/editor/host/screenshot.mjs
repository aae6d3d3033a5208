// Makes the pictures of docs/images: a real VS Code with the extension, the mouse resting on a word of an example.
import { mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { firstProblem } from '../../../scripts/first-problem.mjs'
import { exitOnSignals } from './children.mjs'
import { findChromium, launchChromium } from './chromium.mjs'
import { pageAddress, quietSettings, remoteUri, startCodeServer } from './code-server.mjs'
import { installCodeServer } from './code-server-install.mjs'

/**
 * @typedef {object} Scene
 * @property {string} name of the picture, without extension
 * @property {string} file
 * @property {string} word what the mouse rests on: its first occurrence in the file
 */

const checkout = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))
const size = { width: 1200, height: 800 }
const patience = { timeout: 30_000 }

const usage = `usage: node test/editor/host/screenshot.mjs [options] [NAME=FILE:WORD...]
  --workspace DIR  the folder to open (default: examples)
  --extension DIR  the extension's folder (default: this checkout)
  --out DIR        where the pictures go (default: docs/images)
Without a scene it makes 'problem', with the mouse on the first error that 'check' finds in the workspace.`

const settings = {
  ...quietSettings,
  'breadcrumbs.enabled': false,
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'editor.renderLineHighlight': 'none',
  'editor.scrollBeyondLastLine': false,
  'editor.scrollbar.vertical': 'hidden',
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.layoutControl.enabled': false,
  // Without motion what is shown is shown at once, not faded in while the picture is taken.
  'workbench.reduceMotion': 'on',
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
      },
    })
    const workspace = realpathSync(values.workspace)
    const scenes = positionals.map((text) => readScene(text, workspace))
    return { ...values, workspace, scenes: scenes.length > 0 ? scenes : [problemScene(workspace)] }
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
  return { name, file: resolve(workspace, file), word }
}

/**
 * The scene for the first error of the workspace: the mouse rests on the word where the error begins.
 * @param {string} workspace
 * @returns {Scene}
 */
function problemScene(workspace) {
  const place = firstProblem(join(checkout, 'dist', 'cli.cjs'), workspace)
  if (!place) throw new Error(`'check' finds nothing in '${workspace}'`)
  const line = readFileSync(place.file, 'utf8').split(/\r?\n/)[place.line] ?? ''
  const [word = ''] = /^[\w-]+|^\S/.exec(line.slice(place.character)) ?? []
  if (!word) throw new Error(`the first error of '${place.file}' does not stand on a word`)
  return { name: 'problem', file: place.file, word }
}

/**
 * Where a word stands on the page; undefined while the editor has not drawn it. Runs in the page.
 * @param {string} word
 */
function findWord(word) {
  for (const line of document.querySelectorAll('.view-line')) {
    // The editor draws blanks as no-break spaces.
    const start = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(word)
    if (start < 0) continue
    const range = document.createRange()
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    let passed = 0
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const length = node.textContent?.length ?? 0
      // One character within the word is enough for the mouse, and never falls on two pieces of text.
      const middle = start + Math.floor(word.length / 2) - passed
      if (middle < length) {
        range.setStart(node, middle)
        range.setEnd(node, middle + 1)
        const box = range.getBoundingClientRect()
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      }
      passed += length
    }
  }
  return undefined
}

/**
 * True once the hover shows something and nothing in it is still being fetched. Runs in the page.
 */
function isHoverReady() {
  const hover = document.querySelector('.monaco-hover:not(.hidden) .monaco-hover-content')
  const text = hover?.textContent ?? ''
  return text !== '' && !text.includes('Loading...')
}

/**
 * Opens the file of a scene, rests the mouse on its word and takes the picture.
 * @param {import('playwright-core').Browser} browser
 * @param {import('./code-server.mjs').Server} server
 * @param {ReturnType<typeof readOptions>} options
 * @param {Scene} scene
 */
async function takePicture(browser, server, { workspace, extension, out }, { name, file, word }) {
  // A page of its own, with a storage of its own: no scene sees what another has opened.
  const page = await browser.newPage({ viewport: size, colorScheme: 'light' })
  /** @type {ReadonlyArray<[string, string]>} */
  const payload = [
    ['extensionDevelopmentPath', remoteUri(server, resolve(extension))],
    ['openFile', remoteUri(server, file)],
  ]
  await page.goto(pageAddress(server, workspace, payload))
  await page.addStyleTag({ content: style })
  await page.waitForSelector('.squiggly-error, .squiggly-warning', patience)
  const place = await (await page.waitForFunction(findWord, word, patience)).jsonValue()
  if (!place) throw new Error(`'${word}' is not to be seen in '${file}'`)
  await page.mouse.move(place.x, place.y)
  await page.waitForFunction(isHoverReady, undefined, patience)
  const path = join(out, `${name}.png`)
  await page.screenshot({ path })
  await page.close()
  console.log(path)
}

async function main() {
  const options = readOptions()
  const chromium = findChromium()
  if (!chromium) throw new Error('no Chromium was found; install one or name it in CHROMIUM')
  mkdirSync(options.out, { recursive: true })
  const server = await startCodeServer({ codeServer: await installCodeServer(), settings })
  const browser = await launchChromium(chromium)
  try {
    for (const scene of options.scenes) await takePicture(browser, server, options, scene)
  } finally {
    await browser.close()
    await server.stop()
  }
}

exitOnSignals(130)
await main()
