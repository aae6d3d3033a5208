import type { Environment } from '../../base/environment.ts'
import type { CompletionItem } from '../../base/features.ts'
import type { Span } from '../../base/span.ts'
import type { MonitDocument } from '../document.ts'
import type { Value } from '../grammar/terms.ts'
import type { Service } from '../model/service.ts'
import type { ExpectedAt } from '../syntax/place.ts'
import type { CheckType } from '../syntax/tree.ts'
import { hasReached } from '../version.ts'
import { commonWords } from './common-words.ts'
import { documentsWith, isSame, quoted } from './names.ts'
import { examplesOf } from './value-examples.ts'

/** What values are completed from. */
export interface ValueScope {
  readonly document: MonitDocument
  readonly environment: Environment
  readonly version: string
  readonly service: Service | undefined
  readonly check: CheckType | undefined
  readonly replace: Span
}

/** Values that may stand in a place: names that are there, accounts of the machine, else examples. */
export function valueItems(
  { within }: ExpectedAt,
  term: Value,
  scope: ValueScope,
): readonly CompletionItem[] {
  switch (term.value) {
    case 'depends-name':
      return serviceItems(scope)
    case 'group-name':
      return groupItems(scope)
    case 'user':
      return accountItems(
        scope.environment,
        term.label.startsWith('a group') || within.some(({ id }) => id === 'gid'),
      )
    default:
      return exampleItems(
        within.map(({ id }) => id),
        term,
        scope,
      )
  }
}

function serviceItems({ document, environment, service }: ValueScope): readonly CompletionItem[] {
  const own = service?.name?.text ?? ''
  return documentsWith(document, environment).flatMap((each) =>
    each.services.flatMap(({ name, type }): readonly CompletionItem[] => {
      if (!name || isSame(name.text, own)) return []
      const where = each === document ? '' : ` in ${each.path.replace(/^.*\//, '')}`
      const detail = `${type}${where}`
      return [{ label: name.text, kind: 'service', detail, ...insertion(name.text, quoted(name.text)) }]
    }),
  )
}

function groupItems({ document, environment, replace }: ValueScope): readonly CompletionItem[] {
  // The word behind the cursor is taken for the name that is still to be written.
  const next = replace.end + document.tree.text.slice(replace.end).search(/\S|$/)
  const isOpen = ({ start }: Span) => start === replace.start || start === next
  const names = documentsWith(document, environment).flatMap((each) =>
    each.services.flatMap(({ groups }) =>
      groups.flatMap((group) => (each === document && isOpen(group) ? [] : [group.text])),
    ),
  )
  return [...new Set(names)].map((label) => ({ label, kind: 'value', ...insertion(label, quoted(label)) }))
}

function accountItems(environment: Environment, wantsGroups: boolean): readonly CompletionItem[] {
  const { users, groups } = environment.accounts()
  const known = wantsGroups ? groups : users
  const detail = wantsGroups ? 'group' : 'user'
  // Every machine has this one.
  if (known.length === 0) return [{ label: 'root', kind: 'value', detail }]
  return known.map(({ name, id }) => ({ label: name, kind: 'value', detail: `${detail} ${id}` }))
}

function exampleItems(within: readonly string[], term: Value, scope: ValueScope): readonly CompletionItem[] {
  const { document, service, check, version, replace } = scope
  const place = { term, within, service: service?.name?.text, check, hasSteps: hasReached(version, '6.0') }
  // Where the quote stands already, it isn't written again.
  const isQuoted = /["']$/.test(document.tree.text.slice(Math.max(replace.start - 1, 0), replace.start))
  return examplesOf(place).map((example, rank) => {
    const bare = example.replace(/^"(.*)"$/s, '$1')
    return {
      label: isQuoted ? bare : example,
      kind: 'value',
      detail: term.label,
      rank: commonWords.length + rank,
    }
  })
}

function insertion(label: string, written: string) {
  return label === written ? {} : { insertText: written }
}
