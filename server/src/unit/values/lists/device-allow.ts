import { firstWord } from '../extract/first-word.ts'
import { badSpecifierProblem, findBadSpecifier } from '../extract/specifiers.ts'
import { expandPath, pathFault } from '../paths/path-fault.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { listProblem, wordErrorProblem } from './items.ts'

const none: readonly ValueProblem[] = []
const plain = /^(?:\/dev(?:\/[\w-][\w:-]*)+|(?:char|block)-[\w*-]+)(?:[ \t]+[rwm]+)?$/

/** DeviceAllow=: `config_parse_device_allow()`. Whether a device or a group of them exists is the machine's affair. */
export const deviceAllow: ValueType = {
  check(text, place) {
    if (text === '' || plain.test(text)) return none
    const word = firstWord(text, 0, { unquote: true })
    if (!word) return none
    if ('error' in word) return [wordErrorProblem(text, word)]
    const bad = findBadSpecifier(word.text, 'full', place.version)
    if (bad) {
      const { message } = badSpecifierProblem(bad, place, 'full')
      return [listProblem(word.from, word.to, message)]
    }
    const fault = deviceFault(word.text, place)
    if (fault) {
      const message = `'${word.text}' ${fault}; '${place.directive.name}=' takes a path below /dev, or char- or block- and a name from /proc/devices`
      return [listProblem(word.from, word.to, message)]
    }
    if (word.next === undefined) return none
    const rights = text.slice(word.next)
    if (/^[rwm]*$/.test(rights)) return none
    const letters = rights.replace(/[^rwm]/gi, '').toLowerCase()
    const message = `'${rights}' is no access to a device; accepted: r to read, w to write, m to make the device, or several of them`
    const isCase = letters === rights.toLowerCase() && letters !== ''
    return [
      listProblem(word.next, text.length, message, isCase ? { replacements: [letters], safe: true } : {}),
    ]
  },
  complete(text, cursor) {
    const blank = /[ \t]+/.exec(text)
    if (blank && cursor >= blank.index + blank[0].length) {
      const from = blank.index + blank[0].length
      return {
        from,
        to: text.length,
        items: [
          { label: 'rw', kind: 'value', detail: 'read and write', rank: 0 },
          { label: 'r', kind: 'value', detail: 'read', rank: 1 },
          { label: 'w', kind: 'value', detail: 'write' },
          { label: 'rwm', kind: 'value', detail: 'read, write, and make the device' },
        ],
      }
    }
    return {
      from: 0,
      to: blank ? blank.index : text.length,
      items: [
        { label: '/dev/null', kind: 'value' },
        { label: '/dev/fuse', kind: 'value' },
        { label: '/dev/kvm', kind: 'value' },
        { label: '/dev/net/tun', kind: 'value' },
        { label: '/dev/dri/renderD128', kind: 'value', detail: 'the first graphics device' },
        { label: '/dev/ttyUSB0', kind: 'value', detail: 'a serial adapter' },
        { label: 'char-pts', kind: 'value', detail: 'terminals of remote sessions' },
        { label: 'char-input', kind: 'value', detail: 'keyboards, mice and the like' },
        { label: 'char-alsa', kind: 'value', detail: 'sound' },
        { label: 'char-drm', kind: 'value', detail: 'graphics' },
        { label: 'block-loop', kind: 'value', detail: 'loop devices' },
        { label: 'block-*', kind: 'value', detail: 'every block device' },
      ],
    }
  },
  describe(text) {
    const match = /^(\S+)(?:[ \t]+([rwm]+))?$/.exec(text)
    if (!match) return undefined
    const [, device, rights = 'rwm'] = match
    const words = [...new Set(rights)].map((letter) => verbs[letter]!)
    const last = words.pop()!
    const may = words.length > 0 ? `${words.join(', ')} and ${last}` : last
    const what = /^(?:char|block)-/.test(device!)
      ? `every ${device!.startsWith('char') ? 'character' : 'block'} device of the kind \`${device!.replace(/^(?:char|block)-/, '')}\``
      : `\`${device}\``
    return { from: 0, to: text.length, markdown: `The unit may ${may} ${what}` }
  },
}

const verbs: Readonly<Record<string, string>> = { r: 'read', w: 'write', m: 'create' }

/** What keeps a path from being `valid_device_node_path()`; reads on after it. */
function deviceFault(word: string, place: Place): string | undefined {
  const path = expandPath(word, place)
  if (/^(?:char|block)-/.test(path)) return undefined
  // What only systemd knows may begin with anything.
  if (path[0] === '\uE000') return undefined
  const fault = pathFault(path, {})
  if (fault === 'dot-dot') return "has '..' in it"
  if (path[0] !== '/') return 'is no device'
  if (fault) return 'is no path'
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  const isBelow = (...folder: readonly string[]) => {
    for (const [at, name] of folder.entries()) {
      const part = parts[at]
      if (part === undefined) return false
      if (/[\uE000\uE001]/.test(part)) return couldBegin(part, name)
      if (part !== name) return false
    }
    return true
  }
  return isBelow('dev') || isBelow('run', 'systemd', 'inaccessible') ? undefined : 'does not lie below /dev'
}

/** True where a part of a path with specifiers in it may come to that name, or to that name and more parts. */
function couldBegin(part: string, name: string): boolean {
  const [start, ...rest] = part.split(/[\uE000\uE001]+/)
  // Only what is no part of a name for sure may have slashes in it.
  return name.startsWith(start!) && (part.includes('\uE000') || name.endsWith(rest.at(-1)!))
}
