import type { Environment } from '../base/environment.ts'
import type { MonitTargetDescription } from '../base/language.ts'
import type { MonitDocument } from './document.ts'
import { newestMonit } from './version.ts'

/** What a control file is checked for. */
export interface MonitTarget {
  /** monit's version, `5.33.0`. */
  readonly version: string
}

/**
 * The target of a control file: the version that a comment `# unitwright: monit=5.33` names, else the one set, else the
 * machine's, else the newest known.
 */
export function targetOf(
  document: MonitDocument,
  { settings, machineMonit }: Environment,
): MonitTarget & MonitTargetDescription {
  const named = document.controls.find(({ comment }) => comment.kind === 'set' && comment.key === 'monit')
  if (named?.comment.kind === 'set' && isVersion(named.comment.value)) {
    return { program: 'monit', version: named.comment.value, versionFrom: 'comment' }
  }
  const { monitVersion } = settings
  if (monitVersion !== 'auto') return { program: 'monit', version: monitVersion, versionFrom: 'setting' }
  if (machineMonit !== undefined) return { program: 'monit', version: machineMonit, versionFrom: 'machine' }
  return { program: 'monit', version: newestMonit, versionFrom: 'newest' }
}

/** True for what may stand behind `monit=` in a comment. */
export function isVersion(text: string): boolean {
  return /^\d{1,2}\.\d{1,2}(?:\.\d{1,2})?$/.test(text)
}
