import type { Diagnostic } from '../../server/src/base/diagnostic.ts'
import type { Message } from './verify.ts'

/** What systemd says of keys that do not go together, by the beginning of its message, and the rule that says so here. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [/^Service has no ExecStart=/, 'missing-exec-start'],
  [/^Service has more than one ExecStart=/, 'several-exec-starts'],
  [/^Service has Restart(?:ForceExitStatus)?= set/, 'oneshot-with-restart'],
  [/^Service has ExitType=cgroup set, which isn't allowed/, 'oneshot-with-exit-type'],
  [/^Service is of type D-Bus/, 'missing-bus-name'],
  [/^(?:Service|Unit) has PAM enabled/, 'pam-with-kill-mode'],
  [
    /^Service of Type=forking does not support PrivatePIDs|^PrivatePIDs= setting is only|^PAM is not/,
    'private-pids-conflict',
  ],
  [/^PrivateUsers=/, 'private-users-conflict'],
  [/^WorkingDirectory=/, 'working-directory-conflict'],
  [/^Unit has no Listen setting/, 'missing-listen'],
  [/^MaxConnection= setting too small/, 'zero-max-connections'],
  [/^Unit configured for accepting sockets/, 'accept-conflict'],
  [/^Explicit service configuration for accepting/, 'accept-conflict'],
  [/^Socket unit is configured to be accepting with DeferTrigger/, 'accept-conflict'],
  [/^Unit has symlinks set but none or more/, 'ambiguous-symlinks'],
  [/^Timer unit lacks value setting/, 'missing-trigger'],
  [/^Path unit lacks path setting/, 'missing-trigger'],
  [/^What= setting is missing/, 'missing-what'],
  [/^Cannot create mount unit for (?:API file system|credential)/, 'mount-over-api-file-system'],
  [/^Where= setting doesn't match unit name/, 'mount-name-mismatch'],
  [/^Value of What= and unit name do not match/, 'swap-name-mismatch'],
  // It fails over the directory above it before it comes to say that there is none.
  [/^Unit \S+\.automount failed to load properly.*: Cannot assign requested address$/, 'automount-on-root'],
  [/^ExtraOptions= setting may not contain reserved/, 'reserved-mount-option'],
  [/^More than one On(?:Success|Failure)= dependencies/, 'several-isolated-units'],
]

const remarks: readonly (readonly [RegExp, string])[] = [
  [/^Service has USBFunction(?:Descriptors|Strings)= setting, but no/, 'missing-companion'],
  [/^Service has Restart(?:Steps|MaxDelaySec)= but no/, 'missing-companion'],
  [/^Service (?:has|uses) RefreshOnReload=/, 'missing-companion'],
  [/^RuntimeMaxSec= has no effect/, 'time-without-effect'],
  [/^Service has RuntimeRandomizedExtraSec= setting, but no/, 'time-without-effect'],
  [/^RestartMaxDelaySec= has a value smaller/, 'time-without-effect'],
  [/^RestartRandomizedDelaySec= cannot be infinity/, 'time-without-effect'],
  [/^JobRunningTimeoutSec= is greater/, 'time-without-effect'],
  [/^Dependency \S+=\S+ is dropped\.$/, 'dependency-on-itself'],
  [/^Service uses a combination of Type=simple/, 'credentials-with-simple-type'],
]

const refusing: ReadonlySet<string> = new Set(refusals.map(([, rule]) => rule))
const remarking: ReadonlySet<string> = new Set(remarks.map(([, rule]) => rule))

/** The rules that stand for what systemd says of a unit as a whole; each once, in order. */
export function crossKeyVerdicts(messages: readonly Message[]): readonly string[] {
  const found = messages.flatMap(({ line, text }) => {
    if (line !== undefined) return []
    const message = text.replace(/^\S+: /, '')
    return [...refusals, ...remarks].find(([beginning]) => beginning.test(message))?.[1] ?? []
  })
  return [...new Set(found)].sort()
}

/** True for a rule that says what systemd says of a unit as a whole. */
export function isCrossKey({ id }: { readonly id: string }): boolean {
  return refusing.has(id) || remarking.has(id)
}

/** True for a rule whose verdict systemd gives on the unit, or on its name, and on no line of it. */
export function isUnitWide(id: string): boolean {
  return isCrossKey({ id }) || id === 'invalid-file-name'
}

/** The rules of that kind that spoke here; each once, in order. */
export function crossKeyFindings(findings: readonly Diagnostic[]): readonly string[] {
  const rules = findings.map(({ rule }) => rule).filter((id) => isCrossKey({ id }))
  return [...new Set(rules)].sort()
}

/**
 * True where both agree. systemd stops at its first refusal, whereas we name all of them, so that one is all it can
 * confirm; only where it refuses nothing does it make all its remarks.
 */
export function crossKeyAgrees(ours: readonly string[], theirs: readonly string[]): boolean {
  const refused = theirs.filter((rule) => refusing.has(rule))
  if (refused.length > 0) return refused.every((rule) => ours.includes(rule))
  return ours.join() === theirs.join()
}
