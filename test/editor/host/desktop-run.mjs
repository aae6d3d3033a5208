import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { endChild, startChild } from './children.mjs'
import { editorEnvironment, quietSettings, sessionFolders } from './code-server.mjs'
import { findDesktop, hasDisplay } from './desktop.mjs'

const xvfb = 'xvfb-run'

/**
 * A desktop VS Code that can be run here.
 * @typedef {object} Desktop
 * @property {string | undefined} executable undefined for one to be downloaded
 * @property {boolean} virtual true if it needs a virtual display
 */

/**
 * Says how the suite can be run on a desktop VS Code here, or why it can't.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Desktop | string}
 */
export function planDesktop(env = process.env) {
  const executable = findDesktop()
  if (!executable && env.UNITWRIGHT_VSCODE_DOWNLOAD !== '1')
    return 'no desktop VS Code is installed, and UNITWRIGHT_VSCODE_DOWNLOAD=1 is not set'
  if (hasDisplay()) return { executable, virtual: false }
  const folders = (env.PATH ?? '').split(delimiter)
  if (!folders.some((folder) => existsSync(join(folder, xvfb))))
    return `there is neither a display nor ${xvfb} for a desktop VS Code`
  return { executable, virtual: true }
}

/**
 * Runs the bundled suite in a desktop VS Code. A process of its own does it, because @vscode/test-electron prints
 * what VS Code says rather than handing it over, and can't be told to stop.
 * @param {import('./run.mjs').Run & { desktop: Desktop }} run
 * @returns {Promise<number>} the exit code: 0 if every test passed
 */
export async function runOnDesktop({ desktop, extension, bundle, workspace, env, onLine }) {
  const session = sessionFolders({ ...quietSettings, 'window.titleBarStyle': 'native' })
  const options = {
    ...(desktop.executable ? { vscodeExecutablePath: desktop.executable } : {}),
    extensionDevelopmentPath: extension,
    extensionTestsPath: bundle,
    launchArgs: [workspace, `--user-data-dir=${session.userData}`, `--extensions-dir=${session.extensions}`],
  }
  const command = [process.execPath, fileURLToPath(import.meta.url), JSON.stringify(options)]
  if (desktop.virtual) command.unshift(xvfb, '-a')
  const [program = '', ...args] = command
  const child = startChild(program, args, {
    env: { ...editorEnvironment(process.env), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    if (child.stdout) createInterface({ input: child.stdout }).on('line', onLine)
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => resolve(code ?? 1))
    })
  } finally {
    await endChild(child)
    session.remove()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { runTests } = await import('@vscode/test-electron')
  try {
    await runTests(JSON.parse(process.argv[2] ?? ''))
  } catch (error) {
    console.log(String(error))
    process.exitCode = 1
  }
}
