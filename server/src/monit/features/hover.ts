import type { Environment } from '../../base/environment.ts'
import type { Hover } from '../../base/features.ts'
import { touches } from '../../base/span.ts'
import type { MonitDocument } from '../document.ts'
import type { DocRef } from '../grammar/terms.ts'
import { textOf } from '../model/values.ts'
import type { Meaning } from '../syntax/machine.ts'
import { meaningAt } from '../syntax/meaning.ts'
import { kindOf } from '../syntax/tokens.ts'
import { targetOf } from '../target.ts'
import { commandHover } from './command-hover.ts'
import { cronText } from './cron.ts'
import { groupHover, includeHover, serviceHover } from './name-hover.ts'
import { isUnit, numberHover } from './number-hover.ts'
import { docOf, type Pointed } from './pointed.ts'

/** What there is to say of what stands at an offset; undefined on blanks, comments and noise words. */
export async function monitHover(
  document: MonitDocument,
  offset: number,
  environment: Environment,
): Promise<Hover | undefined> {
  const { tree } = document
  const include = tree.includes.find((each) => touches(each, offset))
  if (include) return includeHover(document, include, environment)
  // The pointer may rest behind the last letter of a word.
  const found = meaningAt(tree, offset) ?? (offset > 0 ? meaningAt(tree, offset - 1) : undefined)
  if (!found) return undefined
  const pointed: Pointed = { document, environment, token: found.token, meaning: found.meaning }
  const { starts, ends } = tree.tokens
  const span = { start: starts[found.token]!, end: ends[found.token]! }
  switch (kindOf(tree.tokens, found.token)) {
    case 'SERVICE':
    case 'DEPENDENCY':
      return at(span, serviceHover(pointed))
    case 'GROUP':
      return at(span, groupHover(pointed))
    case 'CRON':
      return at(span, await cronHover(pointed))
    case 'SUBJECT':
    case 'MESSAGE':
    case 'ADDRESS':
      return variableHover(pointed, offset)
    case 'TEMPLATE':
      return undefined
  }
  const command = commandHover(pointed)
  if (command) return command
  const number = await numberHover(pointed)
  if (number) return number
  return at(span, found.meaning.term.kind === 'word' ? await wordText(pointed) : await valueText(pointed))
}

function at(span: Hover['span'], markdown: string | undefined): Hover | undefined {
  return markdown === undefined ? undefined : { span, markdown }
}

async function wordText(pointed: Pointed): Promise<string | undefined> {
  const { document, environment, meaning, token } = pointed
  const { describeWord } = await import('./describe.ts')
  const { term } = meaning
  const ref = docOf(meaning)
  if (!ref || term.kind !== 'word' || /^[{}[\]]$/.test(term.label)) return undefined
  const { version } = targetOf(document, environment)
  const written = textOf(document.tree, token).text.trim().replace(/\s+/g, ' ')
  const spelling = isUnit(kindOf(document.tree.tokens, token)) ? written : term.label
  const about = specific(ref, pointed)
  return describeWord(about, about === ref ? titleOf(ref, spelling) : about.replace(/^.*\//, ''), version)
}

/** Words that together mean something else than the first of them: `not exist`, `space free`. */
function specific(ref: DocRef, { document: { tree }, token }: Pointed): DocRef {
  const kind = kindOf(tree.tokens, token)
  if (kind === 'free') return `${ref} free`
  const isNot = kind === 'not' || (token > 0 && kindOf(tree.tokens, token - 1) === 'not')
  return isNot && ref === 'subjects/exist' ? 'subjects/not exist' : ref
}

function titleOf(ref: DocRef, label: string): string {
  return ref.startsWith('globals/') ? `set ${label}` : label
}

/** What monit takes a text, a path or a pattern for, and what it is wanted for. */
async function valueText({ document, environment, meaning, token }: Pointed): Promise<string | undefined> {
  const { describeWord } = await import('./describe.ts')
  const { text, quote } = textOf(document.tree, token)
  const ref = docOf(meaning)
  const owner = meaning.within.findLast(({ doc }) => doc !== undefined)
  const about =
    ref &&
    owner &&
    describeWord(ref, titleOf(ref, nameOfPart(owner.id)), targetOf(document, environment).version)
  const notes = [
    ...(quote &&
    text !==
      document.tree.text.slice(document.tree.tokens.starts[token]! + 1, document.tree.tokens.ends[token]! - 1)
      ? [`monit takes it for ${JSON.stringify(text)}.`]
      : []),
    ...(isPatternFile(meaning, text)
      ? ['It begins with `/`, so monit reads patterns from a file of that name.']
      : []),
  ]
  const parts = [...notes, ...(about === undefined ? [] : [about])]
  return parts.length > 0 ? parts.join('\n\n') : undefined
}

function isPatternFile({ term, within }: Meaning, text: string): boolean {
  return (
    term.kind === 'value' &&
    term.value === 'pattern' &&
    term.tokens.includes('PATH') &&
    text.startsWith('/') &&
    // What finds a process is always an expression.
    !within.some(({ id }) => id === 'check')
  )
}

/** The id of a part as a person writes it: `set-daemon` is `daemon`. */
function nameOfPart(id: string): string {
  if (id === 'user') return 'uid'
  if (id === 'user-group') return 'gid'
  return id.replace(/^(?:set|httpd|ssl)-/, '').replaceAll('-', ' ')
}

async function cronHover({ document, meaning, token }: Pointed): Promise<string | undefined> {
  const { summaryOf } = await import('./describe.ts')
  const { text } = textOf(document.tree, token)
  const words = cronText(text)
  const isNegated = meaning.within.some(({ doc }) => doc === 'statements/not every')
  const ref = docOf(meaning)
  const summary = ref && summaryOf(ref)
  return [
    ...(words === undefined ? [] : [isNegated ? `Not checked ${words}` : `Checked ${words}`]),
    ...(summary === undefined ? [] : [summary]),
  ].join('\n\n')
}

/** The variable of a mail's text that stands at an offset. */
async function variableHover({ document, environment }: Pointed, offset: number): Promise<Hover | undefined> {
  const { text } = document.tree
  let start = offset
  while (start > 0 && /[\w$]/.test(text[start - 1]!) && text[start] !== '$') start--
  const name = /^\$[A-Z]+/i.exec(text.slice(start, start + 20))?.[0]
  if (name === undefined) return undefined
  const { describeWord } = await import('./describe.ts')
  const { version } = targetOf(document, environment)
  return at(
    { start, end: start + name.length },
    describeWord(`variables/${name.toLowerCase()}`, name, version),
  )
}
