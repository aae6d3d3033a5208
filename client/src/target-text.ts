import type { MonitTargetInfo, SystemdTargetInfo, TargetInfo } from '../../server/src/protocol.ts'

const versionReasons: Readonly<Record<TargetInfo['versionFrom'], string>> = {
  comment: 'from a comment in the file',
  setting: 'from the settings',
  machine: "this machine's",
  newest: 'the newest known',
}

const managerReasons: Readonly<Record<SystemdTargetInfo['managerFrom'], string>> = {
  comment: 'from a comment in the file',
  setting: 'from the settings',
  path: "from the file's folder",
  default: 'the default',
}

/** What a file is checked for, short enough for the status bar: `systemd 257 · user`, `monit 6.0`. */
export function shortTarget(target: TargetInfo): string {
  return target.program === 'monit'
    ? `monit ${shortMonitVersion(target.version)}`
    : `systemd ${target.version} · ${target.manager}`
}

/** Why it is checked for that, to stand behind the short form: `version this machine's, instance the default`. */
export function shortReasons(target: TargetInfo): string {
  const version = `version ${versionReasons[target.versionFrom]}`
  return target.program === 'monit' ? version : `${version}, instance ${managerReasons[target.managerFrom]}`
}

/** The version that a file is checked for and where it comes from: `systemd 257, this machine's`. */
export function versionWithReason(target: TargetInfo): string {
  return `${target.program} ${shownVersion(target)}, ${versionReasons[target.versionFrom]}`
}

/** The instance that a file is checked for and why: `user instance, from the file's folder`. */
export function managerWithReason({ manager, managerFrom }: SystemdTargetInfo): string {
  return `${manager} instance, ${managerReasons[managerFrom]}`
}

/** All that a file is checked for, with the reasons, one a line. */
export function targetLines(target: TargetInfo): readonly string[] {
  const version = versionWithReason(target)
  if (target.program === 'monit') return [version]
  const manager = managerWithReason(target)
  return target.managerFrom === 'default' ? [version, manager, unsettled] : [version, manager]
}

/** What is checked may then not be what runs the file: that is decided by its words, see `managerOf()`. */
const unsettled =
  "Nothing says which instance it is for: commands take it to your own systemd where its words fit that. 'Select instance' settles both."

/**
 * The comments in a text that tell Unitwright something, as one string: two texts for which it is the same are
 * checked for the same target.
 */
export function controlComments(text: string): string {
  return (text.match(/^[ \t]*[#;]\s*unitwright:.*$/gm) ?? []).join('\n')
}

function shownVersion(target: SystemdTargetInfo | MonitTargetInfo): string {
  return target.program === 'monit' ? shortMonitVersion(target.version) : String(target.version)
}

/** monit counts bug fixes in a third number, which nobody names where there were none: `6.0` for `6.0.0`. */
function shortMonitVersion(version: string): string {
  return version.replace(/^(\d+\.\d+)\.0$/, '$1')
}
