import { readFileSync } from 'node:fs'
import path from 'node:path'
import { decodeText } from '../../server/src/base/decode.ts'
import { findingsOf, isMuted, spokenLines, toVerdicts } from '../oracle/our-verdicts.ts'
import {
  compareVerdicts,
  isEnvironment,
  kindOfMessage,
  untilFatal,
  type Verdict,
  type VerdictKind,
  verdictKinds,
} from '../oracle/verdict.ts'

/** What each version of systemd said of each file: `[line or null, message or kind]`. */
type RecordedVerdicts = Readonly<
  Record<string, Readonly<Record<string, readonly (readonly [number | null, string])[]>>>
>

/** How our findings and the recorded verdicts of one systemd version differ. */
export interface VersionReport {
  readonly version: number
  readonly files: number
  /** How many of systemd's verdicts of the compared kinds there are. */
  readonly verdicts: number
  /** One line for each, naming file, line and kind. */
  readonly onlyOurs: readonly string[]
  readonly onlyTheirs: readonly string[]
  /** How often each rule spoke up, the compared ones too. */
  readonly findings: ReadonlyMap<string, number>
}

/** The kinds on which we and systemd must agree. */
export const comparedKinds: readonly VerdictKind[] = [
  'unknown-section',
  'unknown-directive',
  'missing-equals',
  'missing-name',
  'outside-section',
  'bad-header',
  'not-utf8',
]

/**
 * Compares what we say of the files in a folder with what its `verdicts.json` has recorded, version by version.
 */
export function compareCorpus(folder: string): readonly VersionReport[] {
  const recorded = JSON.parse(readFileSync(path.join(folder, 'verdicts.json'), 'utf8')) as RecordedVerdicts
  const versions = [...new Set(Object.values(recorded).flatMap(Object.keys))].sort()
  const texts = new Map(
    Object.keys(recorded).map((file) => [file, decodeText(readFileSync(path.join(folder, file)))]),
  )
  return versions.map((version) => compareVersion(folder, recorded, texts, version))
}

function compareVersion(
  folder: string,
  recorded: RecordedVerdicts,
  texts: ReadonlyMap<string, string>,
  version: string,
): VersionReport {
  const onlyOurs: string[] = []
  const onlyTheirs: string[] = []
  const counts = new Map<string, number>()
  const isWhole = holdsMessages(recorded)
  let files = 0
  let verdicts = 0
  for (const [file, text] of texts) {
    const messages = recorded[file]?.[version]
    // systemd never reads a scope from a file, so its silence on one says nothing.
    if (!messages || file.endsWith('.scope')) continue
    files++
    const absolute = path.resolve(folder, file)
    const findings = findingsOf(absolute, text, Number(version))
    for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
    const theirs = messages.flatMap(([line, message]) => toVerdict(line, message))
    const heard = findings.filter(({ rule }) => !isMuted(rule, Number(version)))
    const ours = untilFatal(toVerdicts(absolute, text, heard))
    const syntax = ours.filter(({ kind }) => comparedKinds.includes(kind))
    verdicts += theirs.length
    const differences = compareVerdicts(syntax, theirs)
    onlyOurs.push(...differences.onlyOurs.map((each) => `${file}:${each}`))
    onlyOurs.push(...valuesTheyAccept(ours, messages).map((line) => `${file}:${line}: bad-value`))
    onlyTheirs.push(...differences.onlyTheirs.map((each) => `${file}:${each}`))
    const spoken = spokenLines(absolute, text, heard)
    if (isWhole) onlyOurs.push(...unasked(messages, spoken).map((line) => `${file}:${line}: verdict`))
    onlyTheirs.push(...unheard(messages, spoken).map((each) => `${file}:${each}`))
  }
  return { version: Number(version), files, verdicts, onlyOurs, onlyTheirs, findings: counts }
}

/**
 * The lines whose value we refuse and systemd takes without a word. The other way round shows nothing: its messages
 * about values are of many kinds, and most of those are no concern of ours yet.
 */
function valuesTheyAccept(
  ours: readonly Verdict[],
  messages: readonly (readonly [number | null, string])[],
): readonly number[] {
  const refused = new Set(messages.flatMap(([line, text]) => (kindOfMessage(text) ? [] : [line])))
  return ours.flatMap(({ kind, line }) => (kind === 'bad-value' && line && !refused.has(line) ? [line] : []))
}

/** True for a record of all that systemd said; one of kinds leaves out what is about values. */
function holdsMessages(recorded: RecordedVerdicts): boolean {
  const all = Object.values(recorded).flatMap((byVersion) => Object.values(byVersion).flat())
  return all.some(([, message]) => !(verdictKinds as readonly string[]).includes(message))
}

/**
 * The lines on which we speak in systemd's name and it says nothing. Of a unit that it finds fault with as a whole it
 * names no line, and we do.
 */
function unasked(
  messages: readonly (readonly [number | null, string])[],
  spoken: ReadonlySet<number>,
): readonly number[] {
  if (messages.some(([line]) => line === null)) return []
  return [...spoken].filter((line) => !messages.some(([named]) => named === line))
}

/** What systemd says of a line on which we say nothing in its name. */
function unheard(
  messages: readonly (readonly [number | null, string])[],
  spoken: ReadonlySet<number>,
): readonly string[] {
  return messages.flatMap(([line, text]) => {
    if (line === null || kindOfMessage(text) || isEnvironment(text) || spoken.has(line)) return []
    return [`${line}: ${text}`]
  })
}

function toVerdict(line: number | null, message: string): readonly Verdict[] {
  const kind = kindOfMessage(message)
  return kind && comparedKinds.includes(kind) ? [{ line: line ?? undefined, kind }] : []
}
