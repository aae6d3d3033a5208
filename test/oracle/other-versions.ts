import { spawnSync } from 'node:child_process'
import { type Analyze, installedVersion, verifySettings } from './verify.ts'

/**
 * The systemd-analyze of a version; undefined, which stands for the machine's own, where that has it. Another one is asked
 * through the command in UNITWRIGHT_ORACLE, run as `COMMAND VERSION FOLDER systemd-analyze ARGUMENT...`, FOLDER being
 * what it must make visible at the same path.
 * @throws where nothing speaks for the version
 */
export function analyzeOf(version: number): Analyze | undefined {
  if (version === installedVersion()) return undefined
  const oracle = process.env.UNITWRIGHT_ORACLE
  if (!oracle) throw new Error(`UNITWRIGHT_ORACLE must name the command that runs systemd ${version}`)
  const settings = Object.entries(verifySettings).map(([key, value]) => `${key}=${value}`)
  return (folder, args) => {
    const command = [String(version), folder, 'env', ...settings, 'systemd-analyze', ...args]
    const { stderr, error } = spawnSync(oracle, command, { maxBuffer: 256 * 1024 * 1024 })
    if (error) throw error
    return stderr.toString()
  }
}
