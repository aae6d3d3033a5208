import type { UnitIdentity } from '../identity.ts'

/** True for a unit that runs without an instance: one with a file and a name of its own that has no `@`. */
export function hasNoInstance({ dropIn, template, type, name }: UnitIdentity): boolean {
  // A template of a file may be rendered under any name, and what an editor has open may have none yet.
  return !dropIn && !template && type !== undefined && !name.includes('@')
}

/** What to say of the specifier of an instance in such a unit. */
export function emptyInstance(specifier: string, { name }: UnitIdentity): string {
  return `'${specifier}' is empty in '${name}', which is no template; those have an '@' before the dot`
}

/** The first specifier of an instance in a part of a value. */
export function instanceSpecifier(text: string): string | undefined {
  return text.match(/%[%iI]/g)?.find((specifier) => specifier !== '%%')
}
