import type { Span } from '../../base/span.ts'
import type { UnitDocument } from '../document.ts'
import { isSliceStem, mendSliceStem } from '../values/names/slice-name.ts'
import { nameOfPath, pathOfName, readUnitName } from '../values/names/unit-name.ts'
import { ownName } from './own-name.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

export const invalidFileName = unitRule({
  id: 'invalid-file-name',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'a file whose name cannot be that of a unit',
    why: 'systemd does not load it. A name is made of ASCII letters, digits and `:-_.\\`, with an `@` only where units of that type have instances. The dashes in the name of a slice say what it lies in, so none may be at an end or beside another; the name of a mount, automount or swap is its path, if it does not say otherwise.',
    bad: [
      { file: 'web app.service', text: '[Service]\nExecStart=/srv/web/run\n' },
      { file: 'web--app.slice', text: '[Slice]\nMemoryMax=1G\n' },
      { file: 'srv--data.mount', text: '[Mount]\nWhat=/dev/sdb1\n' },
    ],
    good: [
      { file: 'web-app.service', text: '[Service]\nExecStart=/srv/web/run\n' },
      { file: 'web-app.slice', text: '[Slice]\nMemoryMax=1G\n' },
      { file: 'srv-data.mount', text: '[Mount]\nWhat=/dev/sdb1\n' },
    ],
    refs: [man('systemd.unit'), man('systemd.slice'), man('systemd.mount')],
  },
  on: {
    file(ctx, document) {
      const own = ownName(document)
      const message = own && faultOf(ctx, own.name, own.stem)
      if (message !== undefined) ctx.report(placeOf(document), message)
    },
  },
})

function faultOf(ctx: UnitContext, name: string, stem: string): string | undefined {
  const parts = readUnitName(name)
  if ('fault' in parts) {
    switch (parts.fault.kind) {
      case 'character':
        return parts.fault.char === '@'
          ? `'${name}' is no name of a unit: nothing stands before its '@'`
          : `'${name}' is no name of a unit: '${parts.fault.char}' is not accepted in one; accepted: letters, digits, ':', '-', '_', '.' and '\\'`
      case 'no-templates':
        return `'${name}' is no name of a unit: ${parts.fault.suffix} units have no templates, so no '@' in their names`
      case 'length':
        return `'${name}' is no name of a unit: it has more than 255 characters`
      case 'stem':
      case 'suffix':
        return `'${name}' is no name of a unit`
    }
  }
  switch (ctx.document.identity.type) {
    case 'slice':
      return isSliceStem(stem) ? undefined : sliceMessage(name, stem)
    case 'mount':
      return ctx.effective.has('Mount', 'Where') ? undefined : pathMessage(name, stem)
    case 'automount':
      return ctx.effective.has('Automount', 'Where') ? undefined : pathMessage(name, stem)
    case 'swap':
      return ctx.effective.has('Swap', 'What') ? undefined : pathMessage(name, stem)
    default:
      return undefined
  }
}

function sliceMessage(name: string, stem: string): string {
  const meant = mendSliceStem(stem)
  const advice = meant === undefined ? '' : `; did you mean '${meant}.slice'?`
  return `'${name}' is no name of a slice: its dashes part the names of the slices it lies in${advice}`
}

function pathMessage(name: string, stem: string): string | undefined {
  const path = pathOfName(stem)
  const proper = path === undefined ? undefined : nameOfPath(path)
  if (proper === stem) return undefined
  const advice = proper === undefined ? '' : `; '${path}' is '${proper}${name.slice(stem.length)}'`
  return `'${name}' is the name of no path${advice}`
}

/** Where to point at what is wrong with the file as a whole: its first header. */
function placeOf({ tree }: UnitDocument): Span {
  const header = tree.sections[0]?.header
  return header ? header.content : { start: 0, end: 0 }
}
