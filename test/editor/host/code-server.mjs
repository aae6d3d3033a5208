import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endChild, startChild } from './children.mjs'

const startTimeout = 60_000

/**
 * A running code-server.
 * @typedef {object} Server
 * @property {string} authority host and port, as in a `vscode-remote:` address
 * @property {Promise<void>} ended is kept when it ends, of itself or by `stop`
 * @property {() => Promise<void>} stop ends it and removes its folders
 */

/**
 * The user's settings in an editor that somebody looks at or tests: no first-run pages, nothing that phones home.
 */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'chat.commandCenter.enabled': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'git.openRepositoryInParentFolders': 'never',
}

/**
 * Makes the folders of one session: they hold settings and nothing of the user's own editor.
 * @param {Readonly<Record<string, unknown>>} settings
 */
export function sessionFolders(settings) {
  // Short on purpose: VS Code's sockets live here, and a socket's path has about a hundred characters.
  const root = mkdtempSync(join(tmpdir(), 'uw-'))
  const userData = join(root, 'user')
  const extensions = join(root, 'ext')
  mkdirSync(join(userData, 'User'), { recursive: true })
  mkdirSync(extensions)
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(settings, null, 2))
  const remove = () => removeFolder(root)
  process.once('exit', remove)
  return { root, userData, extensions, remove }
}

/**
 * Removes a folder of ours. On Windows a file can be held for a moment after its process has ended.
 * @param {string} folder
 */
export function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

/**
 * The environment for an editor of our own: one that was started in an editor's terminal has variables that
 * make it hand its work to that editor.
 * @param {NodeJS.ProcessEnv} env
 */
export function editorEnvironment(env) {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_|CODE_SERVER_|PASSWORD$|PORT$)/.test(name)),
  )
}

/**
 * Serves VS Code on a free port of 127.0.0.1, without a password and with every workspace trusted.
 * @param {object} options
 * @param {string} options.codeServer the folder of the installed package
 * @param {Readonly<Record<string, unknown>>} options.settings
 * @param {NodeJS.ProcessEnv} [options.env] what the extension host sees besides the environment of this process
 * @returns {Promise<Server>}
 */
export async function startCodeServer({ codeServer, settings, env = {} }) {
  const session = sessionFolders(settings)
  const options = {
    '--auth': 'none',
    '--bind-addr': '127.0.0.1:0',
    '--config': join(session.root, 'config.yaml'),
    '--user-data-dir': session.userData,
    '--extensions-dir': session.extensions,
  }
  writeFileSync(options['--config'], '')
  const switches = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust']
  const entry = join(codeServer, 'out', 'node', 'entry.js')
  const child = startChild(process.execPath, [entry, ...Object.entries(options).flat(), ...switches], {
    env: { ...editorEnvironment(process.env), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async () => {
    await endChild(child)
    session.remove()
  }
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('exit', () => resolve()))
  try {
    return { authority: await readAuthority(child), ended, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * Waits for the line in which code-server says where it listens.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
function readAuthority(child) {
  return new Promise((resolve, reject) => {
    let output = ''
    /** @param {string} reason */
    const fail = (reason) => reject(new Error(`code-server ${reason}\n${output.slice(-2000)}`))
    const timer = setTimeout(() => fail(`did not start within ${startTimeout / 1000} s`), startTimeout)
    /** @param {Buffer} data */
    const listen = (data) => {
      output += data
      const [, authority] = /listening on http:\/\/([\d.]+:\d+)/.exec(output) ?? []
      if (!authority) return
      clearTimeout(timer)
      resolve(authority)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('error', (error) => fail(`could not be started: ${error.message}`))
    child.once('exit', (code) => {
      clearTimeout(timer)
      fail(`ended with code ${code}`)
    })
  })
}

/**
 * The address of a file or folder as the served VS Code names it.
 * @param {Server} server
 * @param {string} path
 */
export function remoteUri(server, path) {
  return `vscode-remote://${server.authority}${encodeURI(path)}`
}

/**
 * The address to open in a browser.
 * @param {Server} server
 * @param {string} workspace
 * @param {ReadonlyArray<readonly [string, string]>} payload what a desktop VS Code would get as arguments
 */
export function pageAddress(server, workspace, payload) {
  const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) })
  return `http://${server.authority}/?${query}`
}
