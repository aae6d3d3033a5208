import { allWords } from '../../server/src/unit/values/extract/first-word.ts'
import { expandName } from '../../server/src/unit/values/names/expand-name.ts'
import { isUnitWide } from './cross-key.ts'
import type { Probe } from './make-probes.ts'
import { findingsOf, isMuted, isRemark } from './our-verdicts.ts'
import { isEnvironment, isRemoval } from './verdict.ts'
import { type Analyze, type Message, verify } from './verify.ts'

/** What becomes of a value: taken; taken with a remark; left out with a warning; the whole unit is refused. */
export type Outcome = 'accepted' | 'noticed' | 'ignored' | 'refused'

/** What systemd did with a value, and in which words. */
export interface TheirOutcome {
  readonly outcome: Outcome
  /** Its first message about the line; empty where it has none. */
  readonly said: string
}

/** How many units one process is given; their names and messages fit into its arguments and its output. */
const batch = 1000

/** Asks a systemd about values; the answers are in their order. */
export function askAbout(
  probes: readonly Probe[],
  version: number,
  analyze: Analyze | undefined,
): readonly TheirOutcome[] {
  const encoder = new TextEncoder()
  const answers: TheirOutcome[] = []
  for (let at = 0; at < probes.length; at += batch) {
    const some = probes.slice(at, at + batch)
    const messages = verify(new Map(some.map(({ file, text }) => [file, encoder.encode(text)])), analyze)
    const remarked = new Set(messages.get('')!.flatMap(({ text }) => remarkedName(text) ?? []))
    for (const each of some) answers.push(theirOutcome(each, version, messages.get(each.file)!, remarked))
  }
  return answers
}

/** What systemd does with the value on line 2. Missing programs and units are the machine's affair, not the file's. */
function theirOutcome(
  probe: Probe,
  version: number,
  messages: readonly Message[],
  remarked: ReadonlySet<string>,
): TheirOutcome {
  const here = messages.filter(({ line, text }) => line === 2 && !isEnvironment(text))
  const said = here[0]?.text ?? ''
  if (here.some(({ severity, text }) => severity <= 4 || isRemoval(text)))
    return { outcome: isRefused(messages) ? 'refused' : 'ignored', said }
  const isRemarked = namesIn(probe, version).some((name) => remarked.has(name))
  return {
    outcome: isRemarked || here.some(({ severity }) => severity === 5) ? 'noticed' : 'accepted',
    said,
  }
}

/** The user or group of a message that names neither file nor line. */
function remarkedName(text: string): string | undefined {
  return /^Accepting user\/group name '(.*)', which does not match/.exec(text)?.[1]
}

/** The users or groups that a value names. */
function namesIn({ directive, file, value }: Probe, version: number): readonly string[] {
  const text = expandName(value, { directive, unit: file, version, manager: 'system' })
  switch (directive.parser) {
    case 'user_group_compat':
      return [text]
    case 'user_group_strv_compat':
      return allWords(text, {}).words.map((word) => word.text)
    default:
      return []
  }
}

/**
 * True where reading the file ended early and the unit does not load. How loud the line itself is tells little: 252 says
 * as an error that it ignores a path, 257 as a warning that it ignores a PIDFile= for which it refuses the unit.
 */
export function isRefused(messages: readonly Message[]): boolean {
  return messages.some(
    ({ text }) =>
      // That of OOMRules= that are not there is the machine's affair.
      /Unit configuration has fatal error|failed to load properly/.test(text) &&
      !/No such file or directory/.test(text),
  )
}

/** What we say that systemd does with the value on line 2: by what claims to be its verdict on that line. */
export function ourOutcome({ file, text, directive }: Probe, version: number): Outcome {
  const start = text.indexOf('\n') + 1
  const end = text.indexOf('\n', start)
  const onLine = findingsOf(`/etc/systemd/system/${file}`, text, version).filter(
    ({ span }) => span.start >= start && span.start <= end,
  )
  // What systemd holds against the unit as a whole it says without a line.
  const here = onLine.filter(
    ({ rule, kind }) => kind === 'verdict' && !isUnitWide(rule) && !isMuted(rule, version),
  )
  if (here.some(({ severity }) => severity === 'error')) return 'refused'
  if (here.some(({ severity }) => severity === 'warning')) return 'ignored'
  const isNoticed = here.length > 0 || onLine.some(({ rule }) => isRemark(rule, directive.name))
  return isNoticed ? 'noticed' : 'accepted'
}
