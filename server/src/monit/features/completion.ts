import type { Environment } from '../../base/environment.ts'
import type { Completion, CompletionItem } from '../../base/features.ts'
import { type MonitDocument, serviceAt } from '../document.ts'
import type { Lifetime, Word } from '../grammar/terms.ts'
import { type ExpectedAt, expectedAt } from '../syntax/place.ts'
import type { TokenKind } from '../syntax/token-kinds.ts'
import { targetOf } from '../target.ts'
import { hasReached } from '../version.ts'
import { commonWords } from './common-words.ts'
import { valueItems } from './value-completion.ts'
import { commandsFor } from './value-examples.ts'

/** What may stand at an offset. Undefined where nothing can be told: in comments, behind mistakes. */
export function monitCompletion(
  document: MonitDocument,
  offset: number,
  environment: Environment,
): Completion | undefined {
  const { tree } = document
  const place = expectedAt(tree, offset)
  if (place.isComment) return undefined
  if (place.expected.length === 0) return commandCompletion(document, offset)
  const { version } = targetOf(document, environment)
  const start = Math.max(...place.expected.map(({ from }) => from))
  const replace = { start, end: wordEnd(tree.text, start, offset) }
  const items = new Map<string, CompletionItem>()
  const docs = new Set<string>()
  const add = (item: CompletionItem) => {
    if (!items.has(item.label)) items.set(item.label, item)
  }
  const service = serviceAt(document, offset)
  const scope = { document, environment, version, service, check: place.check, replace }
  for (const expected of place.expected) {
    const { term } = expected
    if (term.kind === 'value') for (const item of valueItems(expected, term, scope)) add(item)
    else if (!unoffered.has(term.token)) {
      const item = wordItem(expected, term, start, tree.text, version)
      add(item)
      for (const key of docKeys(item.label, expected)) docs.add(key)
    }
  }
  // It may stand between any two words; people write it where a statement may begin.
  if (place.expected.some(({ term }) => term.kind === 'word' && term.token === 'set')) {
    add({ label: 'include', kind: 'keyword', rank: rankOf('include') })
    docs.add('statements/')
  }
  return { replace, items: [...items.values()], context: [version, ...docs].join('\n') }
}

/** Behind `start program =` monit knows nothing but a quote, which comes with what it opens. */
function commandCompletion(document: MonitDocument, offset: number): Completion | undefined {
  const { text } = document.tree
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  const role = /\b(start|stop|restart)(?:[ \t]+program)?[ \t]*=[ \t]*$/i.exec(line)?.[1]?.toLowerCase()
  if (role === undefined) return undefined
  const items = commandsFor(role, serviceAt(document, offset)?.name?.text).map(
    (label, rank): CompletionItem => ({ label, kind: 'value', rank }),
  )
  return { replace: { start: offset, end: wordEnd(text, offset, offset) }, items, context: '' }
}

/** Marks that a person writes without looking them up, and versions that an OpenSSL of today no longer has. */
const unoffered: ReadonlySet<TokenKind> = new Set([':', ']', '}', '@', 'sslv2', 'sslv3'])

/** Statements that hold a command are written with words that monit skips, for those who read them. */
const commandWords: ReadonlySet<TokenKind> = new Set(['start', 'stop', 'restart'])

function wordItem(
  expected: ExpectedAt,
  term: Word,
  start: number,
  text: string,
  version: string,
): CompletionItem {
  const label = labelOf(expected, term, text.slice(expected.from, start))
  const insertText = label.endsWith('program =') ? `${label} ` : label
  const { note, deprecated } = statusOf(expected, version)
  const rank = rankOf(label)
  return {
    label,
    kind: 'keyword',
    ...(insertText === label ? {} : { insertText }),
    ...(note === undefined ? {} : { detail: note }),
    ...(deprecated ? { deprecated } : {}),
    ...(rank === undefined ? {} : { rank }),
  }
}

/** @param typed words of the label that stand there already, and stay */
function labelOf({ within }: ExpectedAt, term: Word, typed: string): string {
  const done = typed.trim() === '' ? 0 : typed.trim().split(/\s+/).length
  if (done > 0) return term.label.split(' ').slice(done).join(' ')
  const isCommand = commandWords.has(term.token) && within.length === 1 && within[0]!.id === term.token
  return isCommand ? `${term.label} program =` : term.label
}

/** What versions make of a word: too new for the target, or on its way out. */
function statusOf({ term, within }: ExpectedAt, version: string) {
  const all: readonly Lifetime[] = [...within, term]
  const since = all.map((each) => each.since).find((each) => each !== undefined && !hasReached(version, each))
  if (since !== undefined) return { note: `since monit ${since}`, deprecated: false }
  const until = all.map((each) => each.until).find((each) => each !== undefined && hasReached(version, each))
  if (until !== undefined) return { note: `gone since monit ${until}`, deprecated: true }
  const old = all.map((each) => each.deprecated).find((each) => each && hasReached(version, each.since))
  return { note: old && `deprecated, use ${old.instead}`, deprecated: old !== undefined }
}

function rankOf(label: string): number | undefined {
  const rank = commonWords.indexOf(label)
  return rank < 0 ? undefined : rank
}

/** Where the documentation of a label is, in the form that `describeItem` reads. */
function docKeys(label: string, { term, within }: ExpectedAt): readonly string[] {
  const ref =
    (term.kind === 'word' ? term.doc : undefined) ?? within.findLast(({ doc }) => doc !== undefined)?.doc
  if (ref === undefined) return []
  const slash = ref.indexOf('/') + 1
  const ending = label.toLowerCase()
  const phrase = ref.slice(slash).toLowerCase()
  const isPlain = phrase === ending || phrase.endsWith(` ${ending}`)
  return [isPlain ? ref.slice(0, ref.length - ending.length) : `${label}\t${ref}`]
}

/** Where the word ends that begins at `start` and that the cursor is in; a closing quote belongs to an opening one. */
function wordEnd(text: string, start: number, offset: number): number {
  const quote = start < offset && (text[start] === '"' || text[start] === "'") ? text[start] : undefined
  let end = offset
  while (end < text.length && !/[\s"'{}:;,()@%]/.test(text[end]!)) end++
  return quote !== undefined && text[end] === quote ? end + 1 : end
}
