import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import vm from 'node:vm'

/**
 * Runs a CommonJS bundle. Its compiled code is kept in the user's cache folder: a run of a tenth of a second would
 * spend a third of it on compiling the same text again. `NODE_DISABLE_COMPILE_CACHE`, Node's own switch, turns it off.
 * @param bundle absolute path
 * @param build what tells the bundle's text from all others
 * @param keep whether this run is worth keeping, because it uses what others will use
 */
export function runCompiled(bundle: string, build: string, keep: boolean): void {
  const file = cacheFileOf(build)
  const cachedData = file === undefined ? undefined : readOwn(file)
  const source = readFileSync(bundle, 'utf8')
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: bundle,
    cachedData,
  })
  if (file !== undefined && keep && (cachedData === undefined || script.cachedDataRejected)) {
    // By the end of the run V8 has compiled what it needed, and that is what the next one needs.
    process.once('exit', () => write(file, script.createCachedData()))
  }
  const module = { exports: {} }
  const run = script.runInThisContext() as (...args: readonly unknown[]) => void
  run.call(module.exports, module.exports, createRequire(bundle), module, bundle, path.dirname(bundle))
}

/**
 * V8 tells a text by its length alone, so the name tells what was compiled, and by which Node. A date would not do:
 * packages are unpacked with one that is the same in every version.
 */
function cacheFileOf(build: string): string | undefined {
  const folder = cacheFolder()
  if (process.env.NODE_DISABLE_COMPILE_CACHE || folder === undefined) return undefined
  return path.join(folder, `${build}-${process.version}-${process.arch}.bin`)
}

function cacheFolder(): string | undefined {
  const { HOME, LOCALAPPDATA, XDG_CACHE_HOME } = process.env
  const home = process.platform === 'darwin' ? 'Library/Caches' : '.cache'
  const [base] = [
    process.platform === 'win32' ? LOCALAPPDATA : XDG_CACHE_HOME,
    HOME && path.join(HOME, home),
  ].filter((folder) => folder && path.isAbsolute(folder))
  return base && path.join(base, 'unitwright', 'compiled')
}

/** The bytes of a file that nobody but the one who runs this could have written: what it holds will be run. */
function readOwn(file: string): Buffer | undefined {
  let descriptor: number | undefined
  try {
    descriptor = openSync(file, 'r')
    const { uid, mode } = fstatSync(descriptor)
    const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
    return isOwn ? readFileSync(descriptor) : undefined
  } catch {
    return undefined
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** How many builds are kept; the rest are of versions that are gone. */
const most = 4

/** Puts the code into the cache; one that can't be written is no reason to fail. */
function write(file: string, code: Buffer): void {
  try {
    const folder = path.dirname(file)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const temporary = `${file}.${process.pid}`
    writeFileSync(temporary, code, { mode: 0o600, flag: 'wx' })
    renameSync(temporary, file)
    const byAge = readdirSync(folder)
      .map((name) => path.join(folder, name))
      .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
    for (const old of byAge.slice(most)) rmSync(old, { force: true })
  } catch {
    // The next run compiles again.
  }
}
