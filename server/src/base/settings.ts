import { type Severity, severities } from './diagnostic.ts'

/** Severities a person has set, by rule id; `off` silences the rule. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>

/** The manager that a unit file is for. */
export type Manager = 'system' | 'user'

/** What a person sets, in the editor or on the command line. */
export interface Settings {
  readonly systemdVersion: 'auto' | number
  /** `5.33.0`, `6.0`. */
  readonly monitVersion: 'auto' | string
  readonly instance: 'auto' | Manager
  readonly rules: RuleSettings
}

export const defaultSettings: Settings = {
  systemdVersion: 'auto',
  monitVersion: 'auto',
  instance: 'auto',
  rules: {},
}

/** Reads settings from whatever an editor sends; what can't be used falls back to its default. */
export function readSettings(raw: unknown): Settings {
  if (typeof raw !== 'object' || raw === null) return defaultSettings
  const { systemdVersion, monitVersion, instance, rules } = raw as Record<string, unknown>
  return {
    systemdVersion: readVersion(systemdVersion) ?? 'auto',
    monitVersion: readMonitVersion(monitVersion) ?? 'auto',
    instance: instance === 'system' || instance === 'user' ? instance : 'auto',
    rules: readRules(rules),
  }
}

/** A systemd version from a number or its text (`257`, `257.9`); undefined where it is neither. */
export function readVersion(raw: unknown): number | undefined {
  const match = /^v?(\d{2,4})(?:[.~-].*)?$/.exec(String(raw ?? ''))
  return match ? Number(match[1]) : undefined
}

/** A monit version (`5.33.0`, `6.0`); undefined where it is none. */
export function readMonitVersion(raw: unknown): string | undefined {
  return /^v?(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)$/.exec(String(raw ?? ''))?.[1]
}

function readRules(raw: unknown): RuleSettings {
  if (typeof raw !== 'object' || raw === null) return {}
  const accepted: readonly unknown[] = [...severities, 'off']
  return Object.fromEntries(
    Object.entries(raw).filter(([, level]) => accepted.includes(level)),
  ) as RuleSettings
}
