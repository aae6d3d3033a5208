import type { Diagnostic } from '../../server/src/base/diagnostic.ts'
import { type DropIn, type Environment, noAccounts, noDropIns } from '../../server/src/base/environment.ts'
import { defaultSettings } from '../../server/src/base/settings.ts'
import { readUnit } from '../../server/src/unit/document.ts'
import { assumeUnit } from '../../server/src/unit/identity.ts'
import { itemAt, type UnitTree } from '../../server/src/unit/syntax/tree.ts'
import { check } from '../../server/src/workspace/check.ts'
import { openSource } from '../../server/src/workspace/documents.ts'
import type { Verdict, VerdictKind } from './verdict.ts'

const kindOfRule: Readonly<Record<string, VerdictKind>> = {
  'unknown-section': 'unknown-section',
  'foreign-section': 'unknown-section',
  'unknown-directive': 'unknown-directive',
  'misplaced-directive': 'unknown-directive',
  'directive-too-new': 'unknown-directive',
  'missing-equals': 'missing-equals',
  'missing-directive-name': 'missing-name',
  'assignment-outside-section': 'outside-section',
  'bad-section-header': 'bad-header',
  'not-utf8': 'not-utf8',
  'line-too-long': 'too-long',
  'invalid-address': 'bad-value',
  'invalid-boolean': 'bad-value',
  'invalid-command': 'bad-value',
  'invalid-enum-value': 'bad-value',
  'invalid-environment': 'bad-value',
  'invalid-list-item': 'bad-value',
  'invalid-name': 'bad-value',
  'invalid-number': 'bad-value',
  'invalid-path': 'bad-value',
  'invalid-specifier': 'bad-value',
  'invalid-time': 'bad-value',
  'invalid-unit-name': 'bad-value',
  'legacy-path': 'bad-value',
  'legacy-value': 'bad-value',
}

/** Rules some of whose findings systemd has as well, whatever the value is. */
const partlyVerdicts: ReadonlySet<string> = new Set([
  'duplicate-directive',
  'legacy-directive',
  'removed-directive',
])

const accounts: ReadonlySet<string> = new Set([
  'User',
  'Group',
  'SocketUser',
  'SocketGroup',
  'SupplementaryGroups',
])

/** Traps that stand where systemd has a remark: quotes and variables make an odd name of an account. */
const remarkable: ReadonlySet<string> = new Set(['quoted-value', 'variable-in-path'])

/** True for such a trap. */
export function isRemark(rule: string, directive: string): boolean {
  return remarkable.has(rule) && accounts.has(directive)
}

/** True for what Debian's builds of a version, which speak for it here, say of units in /etc only. */
export function isMuted(rule: string, version: number): boolean {
  return rule === 'legacy-path' && version < 257
}

/** What a person on a machine with this systemd is told. */
export function environmentOf(systemdVersion: number, dropIns: readonly DropIn[] = noDropIns): Environment {
  return {
    settings: { ...defaultSettings, systemdVersion },
    machineVersion: undefined,
    machineMonit: undefined,
    controlFiles: () => [],
    units: () => [],
    unitNames: () => [],
    accounts: () => noAccounts,
    dropIns: () => dropIns,
    manual: async () => undefined,
  }
}

/** Everything found in a unit file. */
export function findingsOf(
  path: string,
  text: string,
  version: number,
  dropIns: readonly DropIn[] = noDropIns,
): readonly Diagnostic[] {
  const source = openSource('unit', path, text)
  return source ? check(source, environmentOf(version, dropIns)) : []
}

/** The findings that systemd should have as well, at the lines where it reports them. */
export function toVerdicts(path: string, text: string, findings: readonly Diagnostic[]): readonly Verdict[] {
  const { tree } = readUnit(text, assumeUnit(path))
  const lines = new PhysicalLines(text)
  return findings.flatMap(({ rule, kind: speaker, span }) => {
    const isSpoken = speaker === 'verdict' && partlyVerdicts.has(rule)
    const kind = isSpoken ? 'bad-value' : (kindOfRule[rule] ?? kindAt(rule, tree, span.start))
    if (!kind) return []
    // systemd gives up on a line that is too long without saying which.
    return [{ kind, line: kind === 'too-long' ? undefined : reportedLine(tree, lines, span.start) }]
  })
}

/** The lines at which systemd would report what we say in its name. */
export function spokenLines(
  path: string,
  text: string,
  findings: readonly Diagnostic[],
): ReadonlySet<number> {
  const { tree } = readUnit(text, assumeUnit(path))
  const lines = new PhysicalLines(text)
  const spoken = findings.filter(({ rule, kind, span }) => {
    return kind === 'verdict' || kindAt(rule, tree, span.start) === 'bad-value'
  })
  return new Set(spoken.map(({ span }) => reportedLine(tree, lines, span.start)))
}

/** What a rule's finding is to systemd, where that depends on what it is about. */
function kindAt(rule: string, tree: UnitTree, offset: number): VerdictKind | undefined {
  const item = itemAt(tree, offset)
  if (rule === 'wrong-letter-case') return item?.kind === 'header' ? 'unknown-section' : 'unknown-directive'
  return item?.kind === 'assignment' && isRemark(rule, item.key) ? 'bad-value' : undefined
}

/** systemd reports a continued line at its last physical line, or past the end where the file ends in the middle of it. */
function reportedLine(tree: UnitTree, lines: PhysicalLines, offset: number): number {
  const item = itemAt(tree, offset)
  if (!item) return 1
  const last = lines.lineOf(Math.max(item.start, item.end - 1))
  return item.end === tree.text.length && lines.endInContinuation(item.start) ? last + 1 : last
}

/** The physical lines of a text by systemd's own rules (`read_line_full()`): NUL and `\n\r` end one as well. */
class PhysicalLines {
  readonly #text: string
  readonly #starts: number[] = [0]

  constructor(text: string) {
    this.#text = text
    for (const { index, 0: mark } of text.matchAll(lineBreak)) this.#starts.push(index + mark.length)
  }

  lineOf(offset: number): number {
    return this.#starts.filter((start) => start <= offset).length
  }

  /** True where the last line from `from` on that is no comment ends in a backslash that continues it. */
  endInContinuation(from: number): boolean {
    const lines = this.#text.slice(from).split(lineBreak)
    // Behind the last break there is no line.
    if (lines.at(-1) === '') lines.pop()
    const last = lines.findLast((line) => !/^[ \t]*[#;]/.test(line))
    return (/\\+$/.exec(last ?? '')?.[0].length ?? 0) % 2 === 1
  }
}

const lineBreak = /(?:\r\n|\n\r|\r|\n)\0?|\0/g
