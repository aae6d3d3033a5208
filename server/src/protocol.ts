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

/**
 * Request to the server: what does the real program say of this open document, as it is in the editor? Answers
 * `VerifyAnswer`. In an untrusted workspace no program is run.
 */
export const verifyDocument = 'unitwright/verify'
export interface VerifyParams {
  readonly uri: string
  /** The program that the person named; a document for the other one is refused. */
  readonly program: 'systemd' | 'monit'
}
export interface VerifyAnswer {
  /** `accepted` also where the program only warns; `not-asked` where it was not run, or gave no verdict. */
  readonly outcome: 'accepted' | 'refused' | 'not-asked'
  /** For the person: what came of it, or why the program was not asked. */
  readonly summary: string
  readonly remarks: readonly VerifyRemark[]
}
/** One message of the program. */
export interface VerifyRemark {
  /** The document, or a file that the program read along with it. */
  readonly uri: string
  readonly range: { readonly start: VerifyPosition; readonly end: VerifyPosition }
  readonly severity: 'error' | 'warning'
  readonly message: string
}
/** Both from 0; characters as the protocol counts them. */
export interface VerifyPosition {
  readonly line: number
  readonly character: number
}

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
