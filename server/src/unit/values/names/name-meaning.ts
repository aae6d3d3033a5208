import type { ValueMeaning } from '../value-type.ts'
import type { NameWord } from './name-problem.ts'
import { isUnitName, pathOfName, unescapeName } from './unit-name.ts'

/** Types whose names are paths. */
const pathTypes: ReadonlySet<string> = new Set(['mount', 'automount', 'swap', 'device'])

/**
 * What the name of a unit says beyond its letters: the path of a mount, where a slice lies, what escapes stand for.
 * @param raw how the name is written
 */
export function describeName({ text, from, to }: NameWord, raw: string): ValueMeaning | undefined {
  const drops = raw.includes('\\') && !text.includes('\\')
  const lines = !drops ? [] : [`systemd drops the backslashes and reads \`${text}\`.`]
  if (isUnitName(text)) lines.push(...meaningOf(text))
  return lines.length === 0 ? undefined : { from, to, markdown: [`**${text}**`, ...lines].join('\n\n') }
}

function meaningOf(name: string): readonly string[] {
  const dot = name.lastIndexOf('.')
  const stem = name.slice(0, dot)
  const type = name.slice(dot + 1)
  // These two are special units, with a meaning of their own.
  if (stem === '-') return []
  if (pathTypes.has(type)) {
    const path = pathOfName(stem)
    return path === undefined ? [] : [`The ${type} unit of \`${path}\`.`]
  }
  if (type === 'slice') {
    const dash = stem.lastIndexOf('-')
    return dash <= 0 ? [] : [`A slice in \`${stem.slice(0, dash)}.slice\`.`]
  }
  const at = stem.indexOf('@')
  if (at >= 0) {
    const instance = stem.slice(at + 1)
    const meaning = /[-\\]/.test(instance) ? unescapeName(instance) : undefined
    return [
      `An instance of \`${stem.slice(0, at)}@.${type}\`, with \`%i\` being \`${instance}\`${meaning === undefined ? '.' : ` and \`%I\` being \`${meaning}\`.`}`,
    ]
  }
  if (!stem.includes('\\x')) return []
  const meaning = unescapeName(stem)
  return meaning === undefined ? [] : [`Unescaped: \`${meaning}\`.`]
}
