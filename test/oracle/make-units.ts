import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { decodeText } from '../../server/src/base/decode.ts'
import { serviceLines, socketLines } from './cross-key-lines.ts'
import { onOneLine, pickFrom, placedDirectives, poolOf } from './make-probes.ts'
import { mutate, random } from './mutate.ts'

/** A unit file to have verified. */
export interface UnitFile {
  readonly name: string
  readonly text: string
}

/** Names after which systemd looks for no other file, and that its messages hold as they are. */
const plainName = /^[\w.-]+@?\.(?:service|socket|timer|path|slice|mount|automount|swap|target)$/

/** The unit files of a folder and its subfolders, by name. */
export function unitsIn(folder: string): readonly UnitFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((name) => plainName.test(path.basename(name)))
    .map((name) => ({
      name: path.basename(name),
      text: decodeText(readFileSync(path.join(folder, name))),
    }))
}

/** Unit files each with a small mistake in it, or two; the same for the same seed. */
export function mutatedUnits(units: readonly UnitFile[], count: number, seed: number): readonly UnitFile[] {
  const next = random(seed)
  return Array.from({ length: count }, (_, serial): UnitFile => {
    const { name, text } = pickFrom(units, next)
    let lines: readonly string[] = text.split('\n')
    for (let slips = 1 + Math.floor(next() * 2); slips > 0; slips--) {
      lines = slip(lines, pickFrom(units, next).text.split('\n'), next)
    }
    return { name: renamed(name, `m${serial}`), text: lines.join('\n') }
  })
}

/** A name of its own, unless it has to be that of what the unit mounts. */
export function renamed(name: string, stem: string): string {
  const [, at = '', type = ''] = /(@?)\.(\w+)$/.exec(name) ?? []
  return isNamedAfterPath(name) ? name : `${stem}${at}.${type}`
}

function isNamedAfterPath(name: string): boolean {
  return /\.(?:mount|automount|swap)$/.test(name)
}

/** Lines with one of them changed, gone, doubled, moved or added. */
function slip(lines: readonly string[], others: readonly string[], next: () => number): readonly string[] {
  // What stands in comments shows nothing.
  const places = [...lines.keys()].filter((at) => /^[^#;]/.test(lines[at]!))
  if (places.length === 0) return lines
  const at = pickFrom(places, next)
  const line = lines[at]!
  const equals = line.indexOf('=')
  const put = (...some: readonly string[]) => [...lines.slice(0, at), ...some, ...lines.slice(at + 1)]
  switch (Math.floor(next() * 14)) {
    case 0:
      return put()
    case 1:
      return put(line, line)
    case 2:
      return put(pickFrom(others, next), line)
    case 3:
      return put(`${line}\\`)
    case 4:
      return put(mutate(line, pickFrom(others, next), next))
    case 5:
      return put(`${mutate(line.slice(0, Math.max(equals, 0)), 'x', next)}${line.slice(Math.max(equals, 0))}`)
    case 6:
      return put(line.slice(0, equals + 1))
    default: {
      if (equals < 0) return put(mutate(line, pickFrom(others, next), next))
      const value = mutate(line.slice(equals + 1), valueIn(pickFrom(others, next)), next)
      return put(`${line.slice(0, equals + 1)}${value}`)
    }
  }
}

function valueIn(line: string): string {
  return line.slice(line.indexOf('=') + 1)
}

/** The sections of generated files, and lines of them that may not go together. */
const kinds: readonly (readonly [type: string, section: string, lines: readonly string[]])[] = [
  ['service', 'Service', serviceLines],
  ['service', 'Service', serviceLines],
  ['service', 'Service', serviceLines],
  ['socket', 'Socket', socketLines],
  ['socket', 'Socket', socketLines],
  ['timer', 'Timer', ['OnBootSec=5min', 'OnCalendar=daily', 'OnCalendar=', 'Unit=web.service']],
  ['path', 'Path', ['PathExists=/srv/web', 'PathExists=', 'DirectoryNotEmpty=/srv/in', 'Unit=web.service']],
  ['mount', 'Mount', ['What=/dev/sdb1', 'Where=/probe/place', 'Where=/srv', 'Options=bind', 'What=']],
  ['automount', 'Automount', ['Where=/probe/place', 'Where=/srv', 'TimeoutIdleSec=1']],
  ['swap', 'Swap', ['What=/probe/place', 'What=/dev/sdb1', 'Priority=1']],
  ['slice', 'Slice', ['MemoryMax=1G', 'CPUWeight=50']],
]

const unitLines = [
  'Description=Web',
  'After=network.target',
  'SuccessAction=reboot',
  'JobTimeoutSec=1s',
  'JobRunningTimeoutSec=5s',
  'OnFailureJobMode=isolate',
  'OnFailure=a.service b.service',
]

/** Unit files of lines that may not go together and of values for whatever else there is. */
export function generatedUnits(count: number, seed: number): readonly UnitFile[] {
  const next = random(seed)
  return Array.from({ length: count }, (_, serial): UnitFile => {
    const [type, section, own] = pickFrom(kinds, next)
    const lines = [
      '[Unit]',
      ...linesOf('Unit', unitLines, Math.floor(next() * 4), next),
      `[${section}]`,
      ...linesOf(section, own, 1 + Math.floor(next() * 7), next),
    ]
    return { name: renamed(`probe-place.${type}`, `g${serial}`), text: `${lines.join('\n')}\n` }
  })
}

/** All directives but that which sets how much systemd says of the unit. */
function spokenOf(section: string): ReturnType<typeof placedDirectives> {
  return placedDirectives(section).filter(({ name }) => name !== 'LogLevelMax')
}

function linesOf(
  section: string,
  own: readonly string[],
  count: number,
  next: () => number,
): readonly string[] {
  return Array.from({ length: count }, () => {
    if (next() < 0.6) return pickFrom(own, next)
    const { name, parser } = pickFrom(spokenOf(section), next)
    const { values } = poolOf(parser)
    const value = next() < 0.7 ? pickFrom(values, next) : mutate(pickFrom(values, next), 'x', next)
    return `${name}=${onOneLine(value)}`
  })
}
