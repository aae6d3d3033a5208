import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const checkout = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * True if the packages in `root` are missing or older than its lock file. npm writes
 * `node_modules/.package-lock.json` as the last thing of an install, so an install that was cut short
 * counts as missing.
 * @param {string} root
 */
export function isOutdated(root) {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return true
  return statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs
}

/**
 * Installs the locked packages into the checkout, unless they are there. Uses Node's builtins only, since it
 * runs before there is anything else. Throws if npm fails; npm has then said why.
 * @param {string} [root]
 */
export function setup(root = checkout) {
  if (!isOutdated(root)) return
  console.log('setup: installing packages')
  const windows = process.platform === 'win32'
  // Not `npm ci`: that refuses a lock file that lacks the builds of packages for other systems, as one does that was
  // written where a registry has only some of them. `--no-save` takes the locked versions and leaves the lock alone.
  // npm is a batch file on Windows, which Node starts through a shell only; no argument here needs quoting.
  const npm = spawnSync(windows ? 'npm.cmd' : 'npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
  })
  if (npm.error) throw new Error(`npm could not be started: ${npm.error.message}`)
  if (npm.status !== 0) throw new Error(`npm install ended with code ${npm.status}`)
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) setup()
