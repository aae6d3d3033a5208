import { type Severity, severities } from './diagnostic.ts'

/** Severities a person has set, by rule id; `off` silences the rule. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>

/** The manager that a unit file is for. */
export type Manager = 'system' | 'user'

/** What a person sets, in the editor or on the command line. */
export interface Settings {
  readonly systemdVersion: 'auto' | number
  readonly instance: 'auto' | Manager
  readonly rules: RuleSettings
}

export const defaultSettings: Settings = { systemdVersion: 'auto', instance: 'auto', rules: {} }

/** Reads settings from whatever an editor sends; what can't be used falls back to its default. */
export function readSettings(raw: unknown): Settings {
  if (typeof raw !== 'object' || raw === null) return defaultSettings
  const { systemdVersion, instance, rules } = raw as Record<string, unknown>
  return {
    systemdVersion: readVersion(systemdVersion) ?? 'auto',
    instance: instance === 'system' || instance === 'user' ? instance : 'auto',
    rules: readRules(rules),
  }
}

/** A systemd version from a number or its text (`257`, `257.9`); undefined where it is neither. */
export function readVersion(raw: unknown): number | undefined {
  const match = /^v?(\d{2,4})(?:[.~-].*)?$/.exec(String(raw ?? ''))
  return match ? Number(match[1]) : undefined
}

function readRules(raw: unknown): RuleSettings {
  if (typeof raw !== 'object' || raw === null) return {}
  const accepted: readonly unknown[] = [...severities, 'off']
  return Object.fromEntries(
    Object.entries(raw).filter(([, level]) => accepted.includes(level)),
  ) as RuleSettings
}
