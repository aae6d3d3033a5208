/**
 * What client and server say to each other beyond the Language Server Protocol. Types and names only: the client
 * imports this file, and neither side the other.
 */

/** Sent with `initialize`. */
export interface InitializationOptions {
  /** False in an untrusted workspace: nothing outside of it is read for it, and no process is started. */
  readonly trusted: boolean
}

/** The configuration section that both sides read. */
export const configurationSection = 'unitwright'

/** Notification to the server: the person trusts the workspace now. */
export const trustGranted = 'unitwright/trustGranted'

/** Request to the server: what is this document checked for? Answers `TargetInfo`, or null where it isn't ours. */
export const describeTarget = 'unitwright/describeTarget'
export interface DescribeTargetParams {
  readonly uri: string
}
export type TargetInfo = SystemdTargetInfo | MonitTargetInfo
export interface SystemdTargetInfo {
  readonly program: 'systemd'
  readonly version: number
  readonly versionFrom: 'setting' | 'machine' | 'newest'
  readonly manager: 'system' | 'user'
  readonly managerFrom: 'comment' | 'setting' | 'path' | 'default'
}
export interface MonitTargetInfo {
  readonly program: 'monit'
  readonly version: string
  readonly versionFrom: 'comment' | 'setting' | 'machine' | 'newest'
}

/** Notification to the client: targets may have changed (settings, machine), ask again. */
export const targetsChanged = 'unitwright/targetsChanged'

/** Request to the server: the documentation of a rule, as markdown. Answers `RuleText`, or null for an unknown id. */
export const explainRule = 'unitwright/explainRule'
export interface ExplainRuleParams {
  readonly rule: string
}
export interface RuleText {
  readonly markdown: string
}

/** Request to the server: every rule, for a picker. Answers an array of `RuleSummary`. */
export const listRules = 'unitwright/listRules'
export interface RuleSummary {
  readonly id: string
  readonly summary: string
}

/** The client's command that shows a rule's documentation; the server names it in code actions. Argument: the id. */
export const explainRuleCommand = 'unitwright.explainRule'
