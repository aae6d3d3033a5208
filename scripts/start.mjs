import { spawn, spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { exitOnSignals, startChild } from '../test/editor/host/children.mjs'
import {
  editorEnvironment,
  pageAddress,
  quietSettings,
  remoteUri,
  sessionFolders,
  startCodeServer,
} from '../test/editor/host/code-server.mjs'
import { installCodeServer } from '../test/editor/host/code-server-install.mjs'
import { findDesktop, hasDisplay } from '../test/editor/host/desktop.mjs'
import { firstProblem } from './first-problem.mjs'
import { setup } from './setup.mjs'

/** @typedef {import('./first-problem.mjs').Place} Place */

const checkout = dirname(dirname(fileURLToPath(import.meta.url)))
const examples = join(checkout, 'examples')
const cli = join(checkout, 'dist', 'cli.cjs')

const usage = `usage: npm start [-- options]
  --browser  serve VS Code to a browser, even if a desktop VS Code is installed
  --no-open  get everything ready, open nothing, and end (as does UNITWRIGHT_START_ONCE=1)`

/** Reads the command line; wrong usage ends the program. */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: process.env.UNITWRIGHT_START_ONCE === '1' },
      },
    })
    return { browser: values.browser, open: !values['no-open'] }
  } catch (error) {
    console.error(`${/** @type {Error} */ (error).message}\n${usage}`)
    process.exit(2)
  }
}

/**
 * Runs a script of the checkout and shows what it prints.
 * @param {readonly string[]} args
 * @param {readonly number[]} expected the exit codes that mean success
 */
function runNode(args, expected) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: checkout, stdio: 'inherit' })
  if (error) throw error
  if (status === null || !expected.includes(status))
    throw new Error(`node ${args.join(' ')} ended with code ${status}`)
}

/**
 * Opens the examples in a desktop VS Code with settings and extensions of its own, so that the user's are left
 * alone and trusting the examples is for this session only. Ends when its window is closed.
 * @param {string} executable
 * @param {Place | undefined} place
 * @returns {Promise<number>} the exit code
 */
function openDesktop(executable, place) {
  const session = sessionFolders(quietSettings)
  const args = [
    `--extensionDevelopmentPath=${checkout}`,
    `--user-data-dir=${session.userData}`,
    `--extensions-dir=${session.extensions}`,
    '--disable-workspace-trust',
    '--skip-welcome',
    '--new-window',
    examples,
  ]
  if (place) args.push('--goto', `${place.file}:${place.line + 1}:${place.character + 1}`)
  // Electron's sandbox refuses to run as root.
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  console.log(`opening ${executable}; close its window or press Ctrl-C to end`)
  const child = startChild(executable, args, { env: editorEnvironment(process.env), stdio: 'ignore' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/**
 * Serves a VS Code with the extension on the examples, and waits until its page can be had.
 * @param {Place | undefined} place
 */
async function serve(place) {
  const codeServer = await installCodeServer()
  const server = await startCodeServer({ codeServer, settings: quietSettings })
  /** @type {Array<[string, string]>} */
  const payload = [['extensionDevelopmentPath', remoteUri(server, checkout)]]
  if (place) {
    payload.push(['gotoLineMode', 'true'])
    payload.push(['openFile', `${remoteUri(server, place.file)}:${place.line + 1}:${place.character + 1}`])
  }
  const address = pageAddress(server, examples, payload)
  const { ok, status } = await fetch(address)
  if (!ok) throw new Error(`the served VS Code answered with status ${status}`)
  return { ...server, address }
}

/**
 * Shows an address in the user's own browser, if there is one to show it; the address has been printed anyway.
 * @param {string} address
 */
function openBrowser(address) {
  if (!hasDisplay()) return
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open'
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true })
  child.once('error', () => {})
  child.unref()
}

/** @returns {Promise<number>} the exit code */
async function main() {
  const { browser, open } = readOptions()
  setup(checkout)
  runNode(['scripts/build.mjs'], [0])
  // The examples are broken on purpose, so problems (exit code 1) are what is expected here.
  runNode(['dist/cli.cjs', 'check', 'examples'], [0, 1])
  const place = firstProblem(cli, examples)

  const desktop = browser || !hasDisplay() ? undefined : findDesktop()
  if (desktop) {
    if (open) return openDesktop(desktop, place)
    console.log(`ready to open ${desktop}`)
    return 0
  }
  const { address, stop, ended } = await serve(place)
  console.log(`VS Code with the extension: ${address}`)
  if (!open) {
    await stop()
    return 0
  }
  console.log('press Ctrl-C to end')
  openBrowser(address)
  await ended
  console.log('VS Code has ended')
  return 1
}

exitOnSignals(0)
try {
  process.exit(await main())
} catch (error) {
  console.error(/** @type {Error} */ (error).message)
  process.exit(1)
}
