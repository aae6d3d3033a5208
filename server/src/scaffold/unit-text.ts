/** A section of a unit file: its name and its assignments, in order. */
export type SectionText = readonly [name: string, assignments: readonly Assignment[]]

/** A directive and its value, quoted as it needs to be. */
export type Assignment = readonly [key: string, value: string]

/** Our own rules that take a dollar sign for a mistake, and what they look at. */
const suspicions = [
  {
    rule: 'variable-in-path',
    keys: /^(?:WorkingDirectory|EnvironmentFile|StandardOutput|StandardError|ReadWritePaths)$/,
    variable: /\$(?:\{[A-Za-z_]\w*\}|[A-Za-z_])/,
  },
  {
    rule: 'variable-in-environment',
    keys: /^Environment$/,
    variable: /(?<!\$)\$(?:\{[A-Z_][A-Z0-9_]+\}|[A-Z_][A-Z0-9_]+(?![A-Za-z0-9]))/,
  },
]

/** The text of a unit file. Sections without an assignment are left out. */
export function unitText(...sections: readonly SectionText[]): string {
  return (
    allowDollars(sections) +
    sections
      .filter(([, assignments]) => assignments.length > 0)
      .map(([name, assignments]) =>
        [`[${name}]`, ...assignments.map(([key, value]) => `${key}=${value}`), ''].join('\n'),
      )
      .join('\n')
  )
}

/** A comment for a file with a dollar sign in a name, which is meant where the answers were given so. */
function allowDollars(sections: readonly SectionText[]): string {
  const assignments = sections.flatMap(([, each]) => each)
  const rules = suspicions
    .filter(({ keys, variable }) =>
      assignments.some(([key, value]) => keys.test(key) && variable.test(value)),
    )
    .map(({ rule }) => rule)
  if (rules.length === 0) return ''
  return `# The dollar signs in paths are part of the names.\n# unitwright: allow ${rules.join(', ')}\n\n`
}
