import { type ExplainedRule, explain, kindMeaning } from '../../src/lint/explain.ts'

/**
 * The documentation of the rules.
 * @returns the text of each file by its path from the root of the project: one page a rule and an index
 */
export function ruleDocs(rules: readonly ExplainedRule[]): ReadonlyMap<string, string> {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))
  return new Map([
    ['docs/rules/README.md', index(sorted)],
    ...sorted.map((rule) => [`docs/rules/${rule.id}.md`, explain(rule)] as const),
  ])
}

function index(rules: readonly ExplainedRule[]): string {
  const kinds = [...new Set(rules.map(({ kind }) => kind))].sort()
  return `# Rules

A page for each rule: what it reports, why, examples, how to silence it. \`unitwright explain RULE\` prints the same text.

${kinds.map((kind) => `- **${kind}**: ${kindMeaning[kind]}.`).join('\n')}

| Rule | Reports | Kind | Severity |
| --- | --- | --- | --- |
${rules.map(row).join('\n')}
`
}

function row({ id, kind, severity, docs }: ExplainedRule): string {
  return `| [${id}](${id}.md) | ${docs.summary.replaceAll('|', '\\|')} | ${kind} | ${severity} |`
}
