import type { Environment } from '../../../base/environment.ts'
import type { CompletionItem } from '../../../base/features.ts'
import { badSpecifierProblem, findBadSpecifier } from '../extract/specifiers.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueMeaning, ValueType } from '../value-type.ts'
import { accountItems } from './accounts.ts'

const none: readonly ValueProblem[] = []

/**
 * What a condition tests: `config_parse_unit_condition_string()` looks at specifiers and at nothing else. What the
 * rest means comes out only when the unit starts.
 */
export const conditionText: ValueType = {
  check(text, place) {
    if (!text.includes('%')) return none
    const bad = findBadSpecifier(text, 'full', place.version)
    return bad ? [{ rule: 'invalid-name', ...badSpecifierProblem(bad, place, 'full') }] : none
  },
  complete(text, cursor, { directive, version, manager }, environment) {
    const { length } = prefixOf(text)
    const kind = directive.name.replace(/^(?:Condition|Assert)/, '')
    if ((kind === 'User' || kind === 'Group') && cursor >= length)
      return { from: length, to: text.length, items: managerAccounts(kind, manager, environment) }
    const all = examples[kind]
    if (!all || cursor < length) return undefined
    const items = all.flatMap(([label, detail, since = 0]): readonly CompletionItem[] =>
      since <= version ? [{ label, kind: 'value', detail }] : [],
    )
    return { from: length, to: text.length, items }
  },
  describe(text, cursor, { directive }) {
    const prefix = prefixOf(text)
    if (prefix.length > 0 && cursor <= prefix.text.length) return describePrefix(prefix.text)
    const kind = directive.name.replace(/^(?:Condition|Assert)/, '')
    const meaning = meaningOf(kind, text.slice(prefix.length))
    return meaning === undefined
      ? undefined
      : { from: prefix.length, to: text.length, markdown: `**${text.slice(prefix.length)}**\n\n${meaning}` }
  },
}

/** The `|` and `!` in front of what is tested, and how far they and the blanks behind them go. */
function prefixOf(text: string): { readonly text: string; readonly length: number } {
  const match = /^(\|?[ \t]*!?)[ \t]*/.exec(text)!
  const marks = match[1]!.trimEnd()
  return { text: marks, length: marks === '' ? 0 : match[0].length }
}

function describePrefix(marks: string): ValueMeaning {
  const lines = [
    ...(marks.includes('|')
      ? ['`|`: one of several, of which at least one must hold, besides all those without this mark.']
      : []),
    ...(marks.includes('!') ? ['`!`: holds where the test fails.'] : []),
  ]
  return { from: 0, to: marks.length, markdown: lines.join('\n\n') }
}

/** Whose manager it may be: the system's runs as root, and looks up no other names. */
function managerAccounts(
  kind: 'User' | 'Group',
  manager: Place['manager'],
  environment: Environment,
): readonly CompletionItem[] {
  const system: CompletionItem = { label: '@system', kind: 'value', detail: 'any of the system’s own users' }
  const own = kind === 'User' ? [system] : []
  if (manager === 'user') return [...own, ...accountItems(kind === 'User' ? 'user' : 'group', environment)]
  return [{ label: 'root', kind: 'value', detail: 'the system manager' }, ...own]
}

/** What may be typed where no table has the words; the third item is the first version that knows it. */
const examples: Readonly<
  Record<string, readonly (readonly [label: string, detail: string, since?: number])[]>
> = {
  Fraction: [['10%', 'on a tenth of all machines']],
  KernelVersion: [
    ['>=5.15', 'version 5.15 or later'],
    ['<6.0', 'before version 6.0'],
  ],
  Version: [
    ['systemd >=258', 'systemd 258 or later'],
    ['kernel >=6.1', 'kernel 6.1 or later'],
    ['glibc >=2.36', 'glibc 2.36 or later'],
  ],
  Memory: [
    ['>=1G', 'at least 1 GiB'],
    ['<4G', 'less than 4 GiB'],
  ],
  CPUs: [
    ['>=2', 'two processors or more'],
    ['=1', 'exactly one'],
  ],
  MemoryPressure: pressures(),
  CPUPressure: pressures(),
  IOPressure: pressures(),
  OSRelease: [
    ['ID=debian', 'Debian'],
    ['ID=ubuntu', 'Ubuntu'],
    ['VERSION_ID>=12', 'version 12 or later'],
  ],
  Firmware: [
    ['uefi', 'booted through UEFI'],
    ['device-tree', 'the firmware provides a device tree'],
    ['device-tree-compatible(NAME)', 'the device tree is compatible with NAME'],
    ['smbios-field(board_vendor = NAME)', 'a field of the SMBIOS data compares'],
  ],
  CPUFeature: [
    ['avx2', 'AVX2 instructions'],
    ['aes', 'AES instructions'],
    ['rdrand', 'random numbers in hardware'],
  ],
}

function pressures(): readonly (readonly [string, string])[] {
  return [
    ['20%', 'no more than 20 % over the last five minutes'],
    ['user.slice:20%/1min', 'no more than 20 % in user.slice over the last minute'],
  ]
}

const comparisons: Readonly<Record<string, string>> = {
  '<': 'less than',
  '<=': 'at most',
  '=': 'exactly',
  '==': 'exactly',
  '!=': 'anything but',
  '<>': 'anything but',
  '>=': 'at least',
  '>': 'more than',
}
const compared: Readonly<Record<string, string>> = {
  KernelVersion: 'the kernel’s version',
  Memory: 'the machine’s memory',
  CPUs: 'the number of usable processors',
}

function meaningOf(kind: string, text: string): string | undefined {
  const subject = compared[kind]
  if (subject === undefined) return undefined
  const match = /^(<=|<>|<|>=|>|==|=|!=)?[ \t]*([\w.+~-]+)$/.exec(text)
  if (!match) return undefined
  const [, operator, operand] = match
  // Without an operator a kernel's version is a pattern; memory and processors are at least so many.
  if (operator === undefined && kind === 'KernelVersion') return undefined
  return `Whether ${subject} is ${comparisons[operator ?? '>=']} ${operand}.`
}
