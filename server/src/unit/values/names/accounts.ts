import type { Environment } from '../../../base/environment.ts'
import type { CompletionItem } from '../../../base/features.ts'

export type AccountKind = 'user' | 'group'

/** Users and groups that are on nearly every system. */
const commonUsers: ReadonlyMap<string, string> = new Map([
  ['root', 'may do anything'],
  ['www-data', 'web servers on Debian and Ubuntu'],
  ['daemon', 'for daemons of old'],
])
const commonGroups: ReadonlyMap<string, string> = new Map([
  ...commonUsers,
  ['root', 'root’s own; being in it gives none of root’s rights'],
  ['adm', 'may read logs on Debian and Ubuntu'],
  ['systemd-journal', 'may read the journal'],
  ['tty', 'terminals'],
  ['nogroup', 'the group of nobody on Debian and Ubuntu'],
])

/** The numbers that distributions give to people, and to the users that people make for their programs. */
const ordinary = [1000, 60000] as const

/** What Linux distributions with systemd keep spans of numbers for. */
const ranges: readonly (readonly [lowest: number, highest: number, use: string])[] = [
  [1, 999, 'one of the system’s own'],
  [...ordinary, 'one of the people’s'],
  [60001, 60513, 'one of systemd-homed'],
  [61184, 65519, 'one that `DynamicUser=` hands out'],
  [65534, 65534, 'which is `nobody`'],
]

/** The users or groups of this machine, those that people made first, and the ones that are on nearly every machine. */
export function accountItems(kind: AccountKind, environment: Environment): readonly CompletionItem[] {
  const { users, groups } = environment.accounts()
  const common = kind === 'user' ? commonUsers : commonGroups
  const items = new Map<string, CompletionItem>()
  let rank = 0
  for (const { name, id } of kind === 'user' ? users : groups) {
    if (items.has(name)) continue
    const number = `${kind === 'user' ? 'uid' : 'gid'} ${id}`
    const use = common.get(name)
    const isOrdinary = id >= ordinary[0] && id <= ordinary[1]
    items.set(name, {
      label: name,
      kind: 'value',
      detail: use === undefined ? number : `${number}, ${use}`,
      ...(isOrdinary ? { rank: rank++ } : {}),
    })
  }
  for (const [label, detail] of common)
    if (!items.has(label)) items.set(label, { label, kind: 'value', detail })
  return [...items.values()]
}

/**
 * What a user or group is, told from the name or number alone. Markdown.
 * @param text a name or number that systemd takes
 * @param mayBeMade whether `DynamicUser=` makes the account where there is none
 */
export function describeAccount(text: string, kind: AccountKind, mayBeMade: boolean): string {
  const use = (kind === 'user' ? commonUsers : commonGroups).get(text === '0' ? 'root' : text)
  if (kind === 'user' && (text === 'root' || text === '0')) return `**${text}**\n\nThe user that ${use}.`
  if (use !== undefined) return `**${text}**\n\nA ${kind} of the system: ${use}.`
  if (text.includes('%')) return `A ${kind} whose name systemd fills in when it starts the unit.`
  if (!/^\d+$/.test(text))
    return `**${text}**\n\nThe ${kind} of this name. It must be there when the unit is started${mayBeMade ? ', or made by `DynamicUser=yes`' : ''}, or else the start fails.`
  const number = Number(text)
  const range = ranges.find(([lowest, highest]) => number >= lowest && number <= highest)
  return `**${text}**\n\nThe ${kind} with the number ${text}${range ? `, ${range[2]}` : ''}.`
}
