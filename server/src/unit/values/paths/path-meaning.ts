import type { Manager } from '../../../base/settings.ts'
import type { Place } from '../problem.ts'
import type { ValueMeaning } from '../value-type.ts'
import type { Part } from './part.ts'

/** What specifiers expand to that stand for folders, by manager. */
const folders: Readonly<Record<Manager, Readonly<Record<string, string>>>> = {
  system: {
    t: '/run',
    S: '/var/lib',
    C: '/var/cache',
    L: '/var/log',
    E: '/etc',
    D: '/usr/share',
    T: '/tmp',
    V: '/var/tmp',
    h: '/root',
    u: 'root',
    U: '0',
    g: 'root',
    G: '0',
  },
  user: {
    t: '$XDG_RUNTIME_DIR',
    S: '~/.local/state',
    C: '~/.cache',
    L: '~/.local/state/log',
    E: '~/.config',
    D: '~/.local/share',
    T: '/tmp',
    V: '/var/tmp',
    h: '~',
  },
}

/** Before this version a user manager kept state and logs below its configuration. */
const userStateSince = 254

/** What the folder that a specifier stands for is called in the manager at hand. */
export function folderOf(letter: string, { manager, version }: Place): string | undefined {
  if (manager === 'user' && version < userStateSince && (letter === 'S' || letter === 'L'))
    return letter === 'S' ? '~/.config' : '~/.config/log'
  return folders[manager][letter]
}

/** A path with those of its specifiers expanded that are known beforehand; undefined where none is. */
export function expandKnown(text: string, place: Place): string | undefined {
  let isKnown = false
  const path = text.replace(/%([%A-Za-z0-9])/g, (raw, letter: string) => {
    const value = letter === '%' ? '%' : folderOf(letter, place)
    if (value === undefined) return raw
    isKnown = true
    return value
  })
  return isKnown ? path : undefined
}

/** What the path under the cursor is for the manager at hand, where specifiers make that worth saying. */
export function describeParts(
  parts: readonly Part[],
  cursor: number,
  place: Place,
): ValueMeaning | undefined {
  const part = parts.find(({ from, to }) => from <= cursor && cursor <= to)
  const path = part && expandKnown(part.text, place)
  if (!part || path === undefined) return undefined
  return {
    from: part.from,
    to: part.to,
    markdown: `\`${path}\` in the ${place.manager} manager`,
  }
}
