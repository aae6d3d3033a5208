import { realpathSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

/**
 * The machine as far as finding an editor needs it; tests pass another one.
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {NodeJS.ProcessEnv} env
 * @property {string} home
 * @property {(path: string) => boolean} isFile
 * @property {(file: string) => string} realpath
 */

/** @type {Machine} */
const thisMachine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
  realpath: realpathSync,
}

const commands = ['code', 'codium', 'code-insiders']
const macNames = ['Visual Studio Code', 'VSCodium', 'Visual Studio Code - Insiders']
const windowsNames = [
  ['Microsoft VS Code', 'Code.exe'],
  ['VSCodium', 'VSCodium.exe'],
  ['Microsoft VS Code Insiders', 'Code - Insiders.exe'],
]

/**
 * True if a window can be opened here.
 * @param {Machine} [machine]
 */
export function hasDisplay({ platform, env } = thisMachine) {
  if (platform === 'win32' || platform === 'darwin') return !env.SSH_CONNECTION
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * The executable of an installed desktop VS Code, VSCodium or Insiders build: the program itself rather than the
 * `code` command, which returns at once and leaves the window to itself.
 * @param {Machine} [machine]
 * @returns {string | undefined}
 */
export function findDesktop(machine = thisMachine) {
  if (machine.platform === 'win32') return findOnWindows(machine)
  if (machine.platform === 'darwin') return findOnMac(machine)
  return findOnLinux(machine)
}

/** @param {Machine} machine */
function findOnLinux({ env, isFile, realpath }) {
  const folders = (env.PATH ?? '').split(':').filter((folder) => folder)
  for (const command of commands) {
    const installed = [
      `/usr/share/${command}`,
      `/opt/${command}`,
      `/snap/${command}/current/usr/share/${command}`,
    ]
    // The command is a script in `bin` of the install folder. In an editor's terminal and in WSL the same name
    // belongs to a messenger that talks to a window elsewhere: neither has the executable beside it.
    const scripts = folders.map((folder) => posix.join(folder, command)).filter(isFile)
    const besides = scripts.map((script) => posix.dirname(posix.dirname(realpath(script))))
    const found = [...besides, ...installed].map((folder) => posix.join(folder, command))
    const executable = found.find(isFile)
    if (executable) return executable
  }
  return undefined
}

/** @param {Machine} machine */
function findOnMac({ home, isFile }) {
  const bundles = macNames.flatMap((name) =>
    ['/Applications', `${home}/Applications`].map((folder) => `${folder}/${name}.app/Contents/MacOS`),
  )
  return bundles
    .flatMap((bundle) => ['Electron', 'Code', 'VSCodium'].map((name) => `${bundle}/${name}`))
    .find(isFile)
}

/** @param {Machine} machine */
function findOnWindows({ env, isFile }) {
  const roots = [
    env.LOCALAPPDATA && win32.join(env.LOCALAPPDATA, 'Programs'),
    env.ProgramFiles,
    env['ProgramFiles(x86)'],
  ]
  return roots
    .flatMap((root) => (root ? windowsNames.map((parts) => win32.join(root, ...parts)) : []))
    .find(isFile)
}
