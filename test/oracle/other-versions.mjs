import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { importTypeScript } from '../../scripts/import-typescript.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const { verifySettings } = await importTypeScript(path.join(here, 'verify.ts'))

/**
 * Runs another version's systemd-analyze: the command in UNITWRIGHT_ORACLE is run as
 * `COMMAND VERSION FOLDER systemd-analyze ARGUMENT...`, FOLDER being what it must make visible at the same path.
 */
export function analyzeWith(version) {
  const oracle = process.env.UNITWRIGHT_ORACLE
  if (!oracle) throw new Error(`UNITWRIGHT_ORACLE must name the command that runs systemd ${version}`)
  const settings = Object.entries(verifySettings).map(([key, value]) => `${key}=${value}`)
  return (folder, args) => {
    const command = [version, folder, 'env', ...settings, 'systemd-analyze', ...args]
    const { stderr, error } = spawnSync(oracle, command, { maxBuffer: 64 * 1024 * 1024 })
    if (error) throw error
    return stderr.toString()
  }
}
