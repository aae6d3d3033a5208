import type { Environment } from '../base/environment.ts'
import type { UnitTargetDescription } from '../base/language.ts'
import type { Manager } from '../base/settings.ts'
import { newestVersion } from './data/directives.ts'
import { settingOf, type UnitDocument } from './document.ts'

/** What a file is checked for. */
export interface UnitTarget {
  /** systemd's major version. */
  readonly version: number
  readonly manager: Manager
}

/**
 * The target of a file. The version is the one set, else the machine's, else the newest known. The manager is the one
 * that a comment `# unitwright: instance=user` names, else the one set, else that of the file's folder, else `system`.
 */
export function targetOf(
  document: UnitDocument,
  environment: Environment,
): UnitTarget & UnitTargetDescription {
  const { systemdVersion, instance } = environment.settings
  const version =
    systemdVersion !== 'auto'
      ? ({ version: systemdVersion, versionFrom: 'setting' } as const)
      : environment.machineVersion !== undefined
        ? ({ version: environment.machineVersion, versionFrom: 'machine' } as const)
        : ({ version: newestVersion, versionFrom: 'newest' } as const)
  return { program: 'systemd', ...version, ...managerOf(document, instance) }
}

function managerOf(
  document: UnitDocument,
  instance: 'auto' | Manager,
): Pick<UnitTargetDescription, 'manager' | 'managerFrom'> {
  const comment = settingOf(document, 'instance')
  if (comment === 'system' || comment === 'user') return { manager: comment, managerFrom: 'comment' }
  if (instance !== 'auto') return { manager: instance, managerFrom: 'setting' }
  const { manager } = document.identity
  return manager ? { manager, managerFrom: 'path' } : { manager: 'system', managerFrom: 'default' }
}
