import type { Fix } from '../../base/edit.ts'
import type { MonitVersion } from '../grammar/terms.ts'
import { type Dated, datedPartsOf } from '../syntax/dated.ts'
import { tokenAfter } from '../syntax/tokens.ts'
import type { MonitTree } from '../syntax/tree.ts'
import { hasReached } from '../version.ts'
import { type MonitContext, monitManual, monitRule } from './rule.ts'

/** The newest version that added to the language; for it and later ones there is nothing to look for. */
const lastAddition: MonitVersion = '6.0'
const longestName = 40

export const newerSyntax = monitRule({
  id: 'newer-syntax',
  kind: 'verdict',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: 'something that the monit it is written for does not know yet',
    why: 'monit’s language grew over the years: `else` with an action came with 5.28, a timeout of `exec` with 5.34, sha256 with 6.0. An older monit refuses the whole configuration with a syntax error. Which monit a file is for is told by the setting `unitwright.monitVersion`, a comment `# unitwright: monit=5.33`, or the installed one.',
    bad: [
      {
        file: 'monitrc',
        monitVersion: '5.27.2',
        text: 'check network lan with interface eth0\n  if link down then alert\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        monitVersion: '5.33.0',
        text: 'check network lan with interface eth0\n  if link down then alert\n',
      },
    ],
    refs: [
      monitManual('THE MONIT CONTROL FILE', 'THE-MONIT-CONTROL-FILE'),
      '[changes of monit](https://mmonit.com/monit/changes/)',
    ],
  },
  on: {
    statement(ctx, statement) {
      const { version } = ctx.target
      if (hasReached(version, lastAddition)) return
      const { tree } = ctx.document
      const { text } = tree
      let end = -1
      for (const part of datedPartsOf(tree, statement)) {
        const { since } = part
        // A word within a part that is too new itself says the same again.
        if (since === undefined || hasReached(version, since) || part.start < end) continue
        end = part.end
        if (part.kind === 'glued-quote') gluedQuote(ctx, part, text)
        else ctx.report(part, messageFor(part, since, text, version), { fixes: fixesFor(tree, part) })
      }
    },
  },
})

/** The same in words that older versions know, where there are such. */
function fixesFor({ text, tokens }: MonitTree, { kind, start, end, statement }: Dated): readonly Fix[] {
  const written = text.slice(start, end)
  if (kind === 'cron-step') {
    const newText = withoutSteps(written)
    return newText
      ? [{ title: `write ${newText}`, safe: true, edits: [{ span: { start, end }, newText }] }]
      : []
  }
  const down = /^link\s+down\b/i.exec(text.slice(start, start + 100))
  if (down) {
    const edits = [{ span: { start, end: start + down[0].length }, newText: 'failed link' }]
    return [{ title: "write 'failed link'", safe: true, edits }]
  }
  const action = tokenAfter(tokens, start) - 1
  const isOver = /\b(?:succeeded|link\s+up)\b/i.test(text.slice(statement.start, start))
  if (!isOver && /^else$/i.test(text.slice(tokens.starts[action], tokens.ends[action]))) {
    const edits = [{ span: { start, end: start }, newText: 'if succeeded then ' }]
    return [{ title: "write 'else if succeeded then …'", safe: true, edits }]
  }
  return []
}

/** How many values each field of a cron expression has, from which one on. */
const fieldRanges = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
] as const

/** A cron expression with every step counted out; undefined where that can't be. */
function withoutSteps(expression: string): string | undefined {
  const quote = expression.charAt(0)
  const fields = expression.slice(1, -1).trim().split(/\s+/)
  const plain = fields.map((field, index) => {
    if (!field.includes('/')) return field
    const step = Number(/^\*\/(\d+)$/.exec(field)?.[1] ?? 0)
    const range = fieldRanges[index]
    if (step < 1 || !range) return undefined
    const values: number[] = []
    for (let value: number = range[0]; value <= range[1]; value += step) values.push(value)
    return values.join(',')
  })
  return plain.includes(undefined) ? undefined : quote + plain.join(' ') + quote
}

function messageFor({ kind, start, end }: Dated, since: MonitVersion, text: string, version: string): string {
  // The closing quote of a command is no part of it to the parser.
  const isOpen = text[end] === '"' && text.slice(start, end).includes('"')
  const link = /^link\s+(?:down|up)\b/i.exec(text.slice(start, start + 40))?.[0]
  const name = link ?? shortened(text.slice(start, isOpen ? end + 1 : end))
  const what = kind === 'cron-step' ? `a step such as */5 in ${name}` : `'${name}'`
  return `${what} needs monit ${since}; monit ${version} refuses it`
}

function gluedQuote(ctx: MonitContext, part: Dated, text: string): void {
  const at = part.end - 1
  const isSilent = /\sprogram="$/i.test(text.slice(part.start, part.end))
  const what = isSilent
    ? `monit ${ctx.target.version} takes 'program=' for the program here`
    : `monit ${ctx.target.version} can't read an '=' with the quote right behind it`
  ctx.report(
    { start: at - 1, end: part.end },
    `${what}; before monit 5.33 a blank is needed between '=' and '"'`,
    {
      ...(isSilent ? { kind: 'trap' } : {}),
      fixes: [
        {
          title: "put a blank behind '='",
          safe: true,
          edits: [{ span: { start: at, end: at }, newText: ' ' }],
        },
      ],
    },
  )
}

function shortened(name: string): string {
  const line = name.replace(/\s+/g, ' ')
  return line.length > longestName ? `${line.slice(0, longestName - 1)}…` : line
}
