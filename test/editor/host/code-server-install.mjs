import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { cacheFolder, fillOnce } from './cache.mjs'
import { startChild } from './children.mjs'

/** code-server 4.100.3 is VS Code 1.100.3, the newest whose native parts build on Node 20. */
export const version = '4.100.3'

const npmTimeout = 5 * 60_000

/** What the native parts were built for: another Node or machine needs another build. */
const platform = `${process.platform}-${process.arch}-${process.versions.modules}`

/**
 * Runs npm in a folder and gives back all it said.
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function npm(args, cwd) {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, npm_config_build_from_source: 'true' }
  // Inside `npm test` npm hands its own project to its children, which would then install there.
  delete env.npm_config_local_prefix
  // Headers beside Node spare node-gyp the download of the same.
  const beside = dirname(dirname(process.execPath))
  if (existsSync(join(beside, 'include', 'node', 'node.h'))) env.npm_config_nodedir = beside
  return new Promise((resolve, reject) => {
    const child = startChild('npm', [...args, '--no-audit', '--no-fund'], { cwd, env, timeout: npmTimeout })
    let output = ''
    child.stdout?.on('data', (text) => (output += text))
    child.stderr?.on('data', (text) => (output += text))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}

/**
 * Runs npm and throws with the end of its output if it fails.
 * @param {readonly string[]} args
 * @param {string} cwd
 */
async function npmOrThrow(args, cwd) {
  const { code, output } = await npm(args, cwd)
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with code ${code}:\n${output.slice(-2000)}`)
}

/**
 * Builds one native package. What counts is the library, not npm's verdict: node-pty's last install step fails
 * after its library has been built.
 * @param {string} name
 * @param {string} library the file which must be there afterwards, below the package
 * @param {string} cwd the folder that holds node_modules
 * @returns {Promise<string | undefined>} what went wrong
 */
async function build(name, library, cwd) {
  const { output } = await npm(['rebuild', name], cwd)
  if (existsSync(join(cwd, 'node_modules', name, library))) return undefined
  return `${name} could not be built (is there a C++ compiler, make and Python?):\n${output.slice(-2000)}`
}

/**
 * Finds a program on the PATH.
 * @param {string} name
 */
function which(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file))
}

/**
 * Gives VS Code the search program it starts for finding files, which code-server's own install downloads.
 * @param {string} vscode
 * @param {(text: string) => void} log
 */
async function provideRipgrep(vscode, log) {
  const target = join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin', 'rg')
  const installed = which('rg')
  if (installed) {
    mkdirSync(dirname(target), { recursive: true })
    symlinkSync(installed, target)
    return
  }
  const problem = await build('@vscode/ripgrep', 'bin/rg', vscode)
  if (problem) log("ripgrep is missing, so finding files won't work; install the package 'ripgrep'")
}

/**
 * Puts code-server into an empty folder. Its own install scripts are not run: they refuse to run as root and
 * fetch things from elsewhere; the steps that matter are done here.
 * @param {string} folder
 * @param {(text: string) => void} log
 */
async function fill(folder, log) {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }))
  await npmOrThrow(['install', '--ignore-scripts', `code-server@${version}`], folder)
  const vscode = join(codeServerIn(folder), 'lib', 'vscode')
  await npmOrThrow(['install', '--ignore-scripts', '--omit=dev'], vscode)
  await npmOrThrow(['install', '--ignore-scripts', '--omit=dev'], join(vscode, 'extensions'))
  // Parts of VS Code look for their modules under the name that they have in a desktop build.
  symlinkSync('node_modules', join(vscode, 'node_modules.asar'))

  const problems = [
    await build('argon2', 'lib/binding/napi-v3/argon2.node', folder),
    await build('node-pty', 'build/Release/pty.node', vscode),
  ]
  const problem = problems.find((text) => text)
  if (problem) throw new Error(problem)
  const wishes = [
    await build('@vscode/spdlog', 'build/Release/spdlog.node', vscode),
    await build('native-watchdog', 'build/Release/watchdog.node', vscode),
  ]
  for (const wish of wishes) if (wish) log(wish)
  await provideRipgrep(vscode, log)
  writeFileSync(join(folder, 'ready'), platform)
}

/**
 * The package inside an install folder.
 * @param {string} folder
 */
function codeServerIn(folder) {
  return join(folder, 'node_modules', 'code-server')
}

/**
 * Installs code-server from npm into the cache, unless it is there. Takes about a minute and 320 MB. Throws with
 * the reason if that can't be done here.
 * @param {(text: string) => void} [log] gets a line for what takes long or goes wrong
 * @returns {Promise<string>} the folder of the package
 */
export async function installCodeServer(log = console.log) {
  if (process.platform === 'win32') throw new Error('code-server does not run on Windows')
  const folder = join(cacheFolder(), `code-server-${version}`)
  const ready = join(folder, 'ready')
  const isReady = () => existsSync(ready) && readFileSync(ready, 'utf8') === platform
  await fillOnce(folder, isReady, async (partial) => {
    log(`installing code-server ${version} into ${folder} (once, about a minute)`)
    await fill(partial, log)
  })
  return codeServerIn(folder)
}
