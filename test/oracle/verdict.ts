import type { Message } from './verify.ts'

/** What `systemd-analyze verify` finds at a line, told apart by kind, since its wording changes between versions. */
export const verdictKinds = [
  'unknown-section',
  'unknown-directive',
  'missing-equals',
  'missing-name',
  'outside-section',
  'bad-header',
  'not-utf8',
  'too-long',
  'bad-value',
] as const
export type VerdictKind = (typeof verdictKinds)[number]

/** One finding, systemd's or ours, in terms that can be compared. */
export interface Verdict {
  /** From 1, as systemd counts; undefined where it names none. */
  readonly line: number | undefined
  readonly kind: VerdictKind
}

/** After one of these systemd reads no further. */
const fatalKinds: ReadonlySet<VerdictKind> = new Set(['bad-header', 'not-utf8', 'too-long'])

const beginnings: readonly (readonly [string, VerdictKind])[] = [
  ['Unknown section', 'unknown-section'],
  ['Unknown key', 'unknown-directive'],
  ["Missing '='", 'missing-equals'],
  ['Missing key name', 'missing-name'],
  ['Assignment outside of section', 'outside-section'],
  ['Invalid section header', 'bad-header'],
  ['Bad characters in section header', 'bad-header'],
  ['Section header invalid', 'bad-header'],
  ['String is not UTF-8 clean', 'not-utf8'],
]

/** The kind of a message, or of a record that holds the kind itself; undefined for what is about values or the unit. */
export function kindOfMessage(message: string): VerdictKind | undefined {
  return (
    beginnings.find(([beginning]) => message.startsWith(beginning))?.[1] ??
    verdictKinds.find((kind) => kind === message)
  )
}

/** True for what is missing on the machine, which says nothing about the file. */
export function isEnvironment(message: string): boolean {
  return /is not executable|No such file or directory/.test(message)
}

const severityNotice = 5

/** True for what is a remark at least. Of a directive that it has no longer systemd says more quietly that it ignores it. */
export function isLoud({ text, severity }: Message): boolean {
  return severity <= severityNotice || isRemoval(text)
}

/** True for the message that a directive is there no longer. */
export function isRemoval(message: string): boolean {
  return /has been removed and it is ignored/.test(message)
}

/** What a message finds, in terms that can be compared; nothing where it is about the unit or the machine. */
export function verdictsOfMessage(message: Message): readonly Verdict[] {
  const { line, text } = message
  const kind = kindOfMessage(text)
  if (kind) return [{ line, kind }]
  // ENOBUFS is what reading a line that is too long ends in.
  if (line === undefined) return /No buffer space available/.test(text) ? [{ line, kind: 'too-long' }] : []
  return isLoud(message) && !isEnvironment(text) ? [{ line, kind: 'bad-value' }] : []
}

/** The verdicts up to the first fatal one, of whose line systemd says nothing else. Bytes are what it looks at first. */
export function untilFatal(verdicts: readonly Verdict[]): readonly Verdict[] {
  const at = verdicts.findIndex(({ kind }) => fatalKinds.has(kind))
  const first = verdicts[at]
  if (!first) return verdicts
  const bytes = verdicts.find(({ kind, line }) => kind === 'not-utf8' && line === first.line)
  return [...verdicts.slice(0, at).filter(({ line }) => line !== first.line), bytes ?? first]
}

export interface Differences {
  /** What we say and systemd does not, as `line: kind`. */
  readonly onlyOurs: readonly string[]
  readonly onlyTheirs: readonly string[]
}

/**
 * What one side says and the other does not. systemd may say a thing twice, since it reads a template again for each
 * instance; we may not, but for a value with several words that are wrong.
 */
export function compareVerdicts(ours: readonly Verdict[], theirs: readonly Verdict[]): Differences {
  const words = new Set(ours.filter(({ kind }) => kind === 'bad-value').map(show))
  const left = [...ours.filter(({ kind }) => kind !== 'bad-value').map(show), ...words]
  const right = [...new Set(theirs.map(show))]
  return { onlyOurs: without(left, right), onlyTheirs: without(right, left) }
}

function show({ line, kind }: Verdict): string {
  return `${line ?? '-'}: ${kind}`
}

function without(some: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others]
  return some.filter((each) => {
    const at = left.indexOf(each)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
