import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const staleAfter = 15 * 60 * 1000

/**
 * The folder for what is expensive to get and cheap to keep: UNITWRIGHT_CACHE, or `unitwright` in the user's
 * cache folder.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function cacheFolder(env = process.env) {
  if (env.UNITWRIGHT_CACHE) return env.UNITWRIGHT_CACHE
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'unitwright')
}

/**
 * Fills `folder` once. `fill` works in a folder beside it, which takes its place in one step, so nobody ever
 * sees half of it; a second process that wants the same folder waits for the first.
 * @param {string} folder
 * @param {() => boolean} isReady says if the folder is there and usable
 * @param {(partial: string) => Promise<void>} fill
 * @returns {Promise<boolean>} true if the folder was filled by this call
 */
export async function fillOnce(folder, isReady, fill) {
  if (isReady()) return false
  const release = await takeLock(`${folder}.lock`)
  try {
    if (isReady()) return false
    const partial = `${folder}.partial`
    rmSync(partial, { recursive: true, force: true })
    mkdirSync(partial, { recursive: true })
    await fill(partial)
    rmSync(folder, { recursive: true, force: true })
    renameSync(partial, folder)
    return true
  } finally {
    release()
  }
}

/**
 * Takes a lock that is a folder, since making one either works or says that somebody else was first.
 * @param {string} lock
 * @returns {Promise<() => void>} gives the lock back
 */
async function takeLock(lock) {
  mkdirSync(join(lock, '..'), { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, 'pid'), String(process.pid))
      const release = () => rmSync(lock, { recursive: true, force: true })
      process.once('exit', release)
      return () => {
        process.off('exit', release)
        release()
      }
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    }
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true })
    else await sleep(500)
  }
}

/**
 * True for a lock whose owner is gone, or which is older than any install takes.
 * @param {string} lock
 */
function isAbandoned(lock) {
  try {
    if (Date.now() - statSync(lock).mtimeMs > staleAfter) return true
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    // ESRCH: no such process. Anything else (the lock has just gone, its pid is not yet written, the process
    // is another user's) means: ask again.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH'
  }
}
