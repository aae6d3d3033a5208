import type { UnitDocument } from '../document.ts'
import { spanIn } from '../syntax/value.ts'
import { unknownText } from '../values/extract/specifiers.ts'
import { expandName } from '../values/names/expand-name.ts'
import { nameOfPath, pathOfName, readUnitName } from '../values/names/unit-name.ts'
import type { UnitContext } from './rule.ts'

/** The name under which systemd loads a file, and its stem; undefined for drop-ins and where template code makes it. */
export function ownName({
  identity,
}: UnitDocument): { readonly name: string; readonly stem: string } | undefined {
  const { name, type, dropIn, template } = identity
  if (type === undefined || dropIn || template || /[{}<>$%]|@[A-Za-z_]\w*@/.test(name)) return undefined
  return { name, stem: name.slice(0, -type.length - 1) }
}

/** Reports a path that a file is not named after. */
export function reportMismatch(ctx: UnitContext, section: string, key: string): void {
  const own = ownName(ctx.document)
  const known = own && ctx.effective.last(section, key)
  if (!own || !known || 'fault' in readUnitName(own.name)) return
  const value = ctx.value(known.assignment)
  const { version, manager } = ctx.target
  const path = expandName(value.text, { directive: known.directive, version, manager, unit: own.name })
  const stem = path.includes(unknownText) ? undefined : nameOfPath(path)
  const suffix = own.name.slice(own.stem.length)
  // A longer name gets a hash in its middle.
  if (stem === undefined || stem === own.stem || stem.length + suffix.length > 255) return
  const ownPath = pathOfName(own.stem)
  const span = spanIn(value, 0, value.text.length)
  ctx.report(
    span,
    `'${path}' is the path of '${stem}${suffix}', and this file is '${own.name}'; systemd refuses a unit that is not named after its '${key}='`,
    ownPath === undefined || nameOfPath(ownPath) !== own.stem
      ? {}
      : {
          fixes: [
            {
              title: `Change to ${ownPath}`,
              safe: false,
              edits: [{ span, newText: ownPath.replaceAll('%', '%%') }],
            },
          ],
        },
  )
}
