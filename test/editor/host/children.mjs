import { spawn, spawnSync } from 'node:child_process'

const windows = process.platform === 'win32'
const grace = 5000

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/**
 * Sends a signal to a child and all it has started. VS Code is a family of processes, so ending the first one
 * alone would leave the others behind.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalFamily(child, signal) {
  if (!child.pid) return
  if (windows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' })
    return
  }
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    // ESRCH: the whole group has gone already, which is what was wanted.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
  }
}

process.on('exit', () => {
  for (const child of running) signalFamily(child, 'SIGKILL')
})

/**
 * Starts a program in a process group of its own. It ends with this process at the latest, provided that this
 * process ends through `process.exit` or by itself, not by an unhandled signal (see `exitOnSignals`).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startChild(command, args, options) {
  const child = spawn(command, args, { ...options, detached: !windows })
  running.add(child)
  for (const event of ['error', 'close']) child.once(event, () => running.delete(child))
  return child
}

/**
 * Ends a child and its family: politely first, for good after five seconds.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<void>}
 */
export async function endChild(child) {
  if (!running.has(child)) return
  const ended =
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve()
      : new Promise((resolve) => child.once('exit', resolve))
  signalFamily(child, 'SIGTERM')
  const timer = setTimeout(() => signalFamily(child, 'SIGKILL'), grace)
  await ended
  clearTimeout(timer)
  // The first process is gone; what it left behind in its group goes too.
  signalFamily(child, 'SIGKILL')
  running.delete(child)
}

/**
 * Ends the children, then this process, when a signal asks for it; a second signal doesn't wait for them.
 * @param {number} exitCode
 */
export function exitOnSignals(exitCode) {
  let leaving = false
  const leave = async () => {
    if (leaving) process.exit()
    leaving = true
    // Whoever waits for a child sees it end now and may end this process as well: the exit code stays ours.
    process.once('exit', () => {
      process.exitCode = exitCode
    })
    await Promise.all([...running].map(endChild))
    process.exit()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, leave)
}
