/**
 * Names of units, as far as actions must know them. systemctl takes more than names for units: it expands patterns and
 * escapes what no name may have, so only true names may reach it.
 */

/** The characters that a name may have, which are bytes as well: `UNIT_NAME_MAX` without the byte at the end. */
export const longestName = 255
const validName = /^[\w:.\\-]+(@[\w:.\\@-]*)?\.([a-z]+)$/
const types: ReadonlySet<string> = new Set([
  ...['service', 'socket', 'target', 'timer', 'path'],
  ...['mount', 'automount', 'swap', 'slice', 'scope', 'device'],
])
const templatable: ReadonlySet<string> = new Set(['service', 'socket', 'target', 'timer', 'path'])

/** True for what systemd accepts as the name of a unit or a template, by `unit_name_is_valid()`. */
export function isValidName(name: string): boolean {
  const match = validName.exec(name)
  if (!match || isTooLong(name)) return false
  const [, instance, type] = match
  return instance === undefined ? types.has(type!) : templatable.has(type!)
}

/** True for a name that is too long for systemd. */
export function isTooLong(name: string): boolean {
  return name.length > longestName
}

/** True for a name like `web@.service`: a unit of that name can be enabled for instances only, and never started. */
export function isTemplateName(name: string): boolean {
  return /^[^@]+@\.[a-z]+$/.test(name)
}

/**
 * The name of a template's instance, with everything escaped that no name may have, by `unit_name_escape()`.
 * @param template `web@.service`
 * @param instance any text, as `%I` is to give it back
 */
export function instanceName(template: string, instance: string): string {
  const at = template.indexOf('@')
  return `${template.slice(0, at + 1)}${escapeName(instance)}${template.slice(at + 1)}`
}

function escapeName(text: string): string {
  let name = ''
  for (const [index, byte] of new TextEncoder().encode(text).entries()) {
    const char = String.fromCharCode(byte)
    if (char === '/') name += '-'
    else if (/[A-Za-z0-9:_]/.test(char) || (char === '.' && index > 0)) name += char
    else name += `\\x${byte.toString(16).padStart(2, '0')}`
  }
  return name
}
