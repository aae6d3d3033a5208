import { severities } from '../../src/base/diagnostic.ts'
import type { ExplainedRule } from '../../src/lint/explain.ts'

/** The name of the setting that gives rules another severity. */
export const rulesSettingName = 'unitwright.rules'

/** The part of package.json that is looked into here. */
interface Manifest {
  readonly contributes?: {
    readonly configuration?: { readonly properties?: Readonly<Record<string, unknown>> }
  }
}

/** The JSON schema of the setting `unitwright.rules`: each rule by name, with its severity as the default. */
export function rulesSetting(rules: readonly ExplainedRule[]) {
  const levels = ['off', ...[...severities].reverse()]
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    type: 'object',
    scope: 'resource',
    order: 3,
    default: {},
    additionalProperties: false,
    markdownDescription:
      'Severities of rules where they should differ from their defaults; `off` silences a rule. The command **Unitwright: Explain rule** tells what each reports and why.',
    properties: Object.fromEntries(
      sorted.map(({ id, severity, docs }) => [
        id,
        { type: 'string', enum: levels, default: severity, description: `Reports ${docs.summary}.` },
      ]),
    ),
  } as const
}

/**
 * package.json with the setting for these rules.
 * @param manifest the text of package.json
 * @returns its text with that one setting renewed, everything else as it was
 * @throws where there are no settings to put it among
 */
export function withRulesSetting(manifest: string, rules: readonly ExplainedRule[]): string {
  const parsed: Manifest = JSON.parse(manifest)
  const configuration = parsed.contributes?.configuration
  if (!configuration?.properties) throw new Error('package.json has no contributes.configuration.properties')
  const properties = { ...configuration.properties, [rulesSettingName]: rulesSetting(rules) }
  const contributes = { ...parsed.contributes, configuration: { ...configuration, properties } }
  return `${JSON.stringify({ ...parsed, contributes }, null, 2)}\n`
}
