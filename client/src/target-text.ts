import type { TargetInfo } from '../../server/src/protocol.ts'

const versionReasons: Readonly<Record<TargetInfo['versionFrom'], string>> = {
  setting: 'from the settings',
  machine: "this machine's",
  newest: 'the newest known',
}

const managerReasons: Readonly<Record<TargetInfo['managerFrom'], string>> = {
  comment: 'from a comment in the file',
  setting: 'from the settings',
  path: "from the file's folder",
  default: 'the default',
}

/** What a file is checked for, short enough for the status bar: `systemd 257 · user`. */
export function shortTarget({ version, manager }: TargetInfo): string {
  return `systemd ${version} · ${manager}`
}

/** Why it is checked for that, to stand behind the short form: `version this machine's, instance the default`. */
export function shortReasons({ versionFrom, managerFrom }: TargetInfo): string {
  return `version ${versionReasons[versionFrom]}, instance ${managerReasons[managerFrom]}`
}

/** The version that a file is checked for and where it comes from: `systemd 257, this machine's`. */
export function versionWithReason({ version, versionFrom }: TargetInfo): string {
  return `systemd ${version}, ${versionReasons[versionFrom]}`
}

/** The instance that a file is checked for and why: `user instance, from the file's folder`. */
export function managerWithReason({ manager, managerFrom }: TargetInfo): string {
  return `${manager} instance, ${managerReasons[managerFrom]}`
}

/**
 * The comments in a text that tell Unitwright something, as one string: two texts for which it is the same are
 * checked for the same target.
 */
export function controlComments(text: string): string {
  return (text.match(/^[ \t]*[#;]\s*unitwright:.*$/gm) ?? []).join('\n')
}
