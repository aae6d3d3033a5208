import type { Directive } from '../data/directives.ts'

/** The sections of units that systemd-oomd looks after: those with `can_set_managed_oom` in their `UnitVTable`. */
const watchedSections: ReadonlySet<string> = new Set(['Service', 'Slice', 'Scope'])

/** True where a unit is of a type that systemd-oomd looks after. */
export function isWatched({ section }: Directive): boolean {
  return watchedSections.has(section)
}

/** What systemd says of ManagedOOM*= in other units, whatever the value: it ignores the line. */
export function unwatchedMessage({ section, name }: Directive): string {
  return `'${name}=' has no effect in [${section}]; systemd takes it in services, slices and scopes`
}
