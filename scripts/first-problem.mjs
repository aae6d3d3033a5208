import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/**
 * A place in a file; lines and characters count from 0.
 * @typedef {object} Place
 * @property {string} file absolute
 * @property {number} line
 * @property {number} character
 */

/**
 * Asks the built command line for the first error in a folder: the place which shows best what the editor does.
 * @param {string} cli the bundled program
 * @param {string} folder
 * @returns {Place | undefined}
 */
export function firstProblem(cli, folder) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, 'check', '--format', 'json', folder], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0 && status !== 1) throw new Error(`'check' ended with code ${status}: ${stderr}`)
  /** @type {ReadonlyArray<{ file: string, severity: string, range: { start: { line: number, character: number } } }>} */
  const found = JSON.parse(stdout)
  const first = found.find(({ severity }) => severity === 'error') ?? found[0]
  return first && { file: resolve(first.file), ...first.range.start }
}
