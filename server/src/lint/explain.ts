import type { DiagnosticKind } from '../base/diagnostic.ts'
import type { Example, Rule } from './rule.ts'

/** What of a rule is explained: everything but its code. */
export type ExplainedRule = Omit<Rule<unknown>, 'on'>

/** What each kind of rule is, in half a sentence. */
export const kindMeaning: Readonly<Record<DiagnosticKind, string>> = {
  verdict: 'systemd or monit itself finds fault with it',
  trap: 'systemd or monit accepts it, and it bites later',
  advice: 'it works, and there is a better way',
  internal: 'a fault of this program',
}

/**
 * The documentation of a rule as markdown. The pages under docs/rules, the command line's `explain` and the editor all
 * show this one text.
 */
export function explain({ id, program, kind, severity, docs }: ExplainedRule): string {
  const language = program === 'monit' ? 'monit' : 'ini'
  const parts = [
    `# ${id}`,
    `Reports ${docs.summary}.`,
    `**Kind:** ${kind} (${kindMeaning[kind]}). **Severity:** ${severity}.`,
    docs.why,
    ...examples('Reported', docs.bad, language),
    ...examples('Fine', docs.good, language),
    silencing(id),
    ...(docs.refs.length > 0 ? ['## See also', docs.refs.map((ref) => `- ${ref}`).join('\n')] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function examples(title: string, all: readonly Example[], language: string): readonly string[] {
  return all.length === 0 ? [] : [`## ${title}`, ...all.map((each) => example(each, language))]
}

function example({ file, text, version, monitVersion, beside = [] }: Example, language: string): string {
  const shown = makeVisible(text)
  const notes = [
    ...(version === undefined ? [] : [`for systemd ${version}`]),
    ...(monitVersion === undefined ? [] : [`for monit ${monitVersion}`]),
    ...(shown.includes('·') && !text.includes('·') ? ['`·` is a blank at the end of a line'] : []),
    ...(shown.includes('�') && !text.includes('�') ? ['`�` is a byte that is not UTF-8'] : []),
  ]
  const caption = notes.length > 0 ? `\`${file}\`, ${notes.join(', ')}:` : `\`${file}\`:`
  const others = beside.map(
    (other) => `beside it \`${other.file}\`:\n\n${fenced(other.text, fenceOf(other.file))}`,
  )
  return [`${caption}\n\n${fenced(shown, language)}`, ...others].join('\n\n')
}

function fenced(text: string, language: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``
}

/** The name by which markdown knows the language of a file that stands beside an example. */
function fenceOf(file: string): string {
  return /\.(?:service|socket|timer|conf)$/.test(file) ? 'ini' : 'monit'
}

/** Blanks that end a line, and bytes that are no text, can't be seen; they are what some examples are about. */
function makeVisible(text: string): string {
  return text.replace(/[ \t]+$/gm, (blanks) => '·'.repeat(blanks.length)).replace(/\p{Surrogate}/gu, '�')
}

function silencing(id: string): string {
  return [
    '## To silence it',
    `For one line or statement, put \`# unitwright: allow ${id}\` above it. For a whole file, put that comment before its first section or statement. For good, set the rule's severity in the editor's settings:`,
    `\`\`\`json\n"unitwright.rules": { "${id}": "off" }\n\`\`\``,
  ].join('\n\n')
}
