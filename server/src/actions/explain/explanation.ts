import type { Span } from '../../base/span.ts'
import type { ActionId } from '../action.ts'

/** Something that helps, in the order in which one would try. */
export type Help =
  | { readonly kind: 'action'; readonly id: ActionId }
  /** The same command again, with the rights of root. */
  | { readonly kind: 'elevate' }
  /** The variables that lead to the user's manager, which the terminal lacks. */
  | { readonly kind: 'environment' }
  /** A rule that finds the mistake in the file, and mends it. */
  | { readonly kind: 'rule'; readonly id: string }
  /** A page of the manual, and the heading there. */
  | { readonly kind: 'manual'; readonly page: string; readonly key?: string }

/** How much a message tells: why something failed, at which step or how it ended, or no more than that it failed. */
export type Telling = 'cause' | 'end' | 'failure'

/** What a message means. */
export interface Explanation {
  readonly id: string
  /** Where in the text the telling words are. */
  readonly span: Span
  /** The unit that it is about, where the message names it. */
  readonly unit: string | undefined
  /** Why it came, and what helps: one to three sentences. */
  readonly why: string
  readonly help: readonly Help[]
  readonly tells: Telling
}

/** The named groups of a pattern that took part; `unit` is the name of the unit. */
export type Groups = Readonly<Record<string, string | undefined>>

/** A message that is recognised, whatever the version. */
export interface Cause {
  /** Names what is amiss. */
  readonly id: string
  /** Global, and of one line. */
  readonly pattern: RegExp
  readonly tells: Telling
  /** @returns undefined where these words mean nothing */
  explain(groups: Groups): { readonly why: string; readonly help: readonly Help[] } | undefined
}

/** An action that helps. */
export function doing(id: ActionId): Help {
  return { kind: 'action', id }
}

/** A rule that finds the mistake. */
export function ruleOf(id: string): Help {
  return { kind: 'rule', id }
}

/** A page of the manual. */
export function manual(page: string, key?: string): Help {
  return key === undefined ? { kind: 'manual', page } : { kind: 'manual', page, key }
}

/** Where a page of the manual is on the web, at its heading where it has one. */
export function manualAddress(page: string, key?: string): string {
  const heading = key === undefined ? '' : `#${encodeURIComponent(key)}`
  return `https://www.freedesktop.org/software/systemd/man/latest/${page}.html${heading}`
}

/** Its length is bounded and it begins where a word does, so that a long line takes no longer than its length. */
const unitName = String.raw`[\w:.\\@-]{1,240}\.(?:service|socket|target|timer|path|mount|slice|scope|automount|swap|device)`

/** A pattern in which `UNIT` stands for a unit's name. */
export function words(source: TemplateStringsArray): RegExp {
  let count = 0
  const pattern = source.raw[0]!.replaceAll('UNIT', () => {
    count += 1
    // No two groups may have one name.
    return String.raw`(?<![\w:.\\@-])(?<unit${count}>${unitName})`
  })
  return new RegExp(pattern, 'g')
}

/** The groups of a match, with the unit that it names as `unit`. */
export function groupsOf(match: RegExpMatchArray): Groups {
  const groups = Object.entries(match.groups ?? {})
  const unit = groups.find(([name, text]) => /^unit\d+$/.test(name) && text !== undefined)
  return { ...match.groups, unit: unit?.[1] }
}
