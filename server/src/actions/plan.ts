import { identifyUnit } from '../unit/identity.ts'
import type { Action, Plan, Target } from './action.ts'
import { isTemplateName, isTooLong, isValidName, longestName } from './unit-name.ts'

/**
 * What an action comes to for a target, or why it can't be done. Whether a unit is installed or runs is not asked here:
 * systemd itself says so best.
 */
export function plan(action: Action, target: Target): Plan {
  return (
    checkUnits(action, target) ?? checkFiles(action, target) ?? { kind: 'steps', steps: action.steps(target) }
  )
}

function checkUnits({ needs, id }: Action, { units, user, elevation }: Target): Plan | undefined {
  if (needs.units && units.length === 0) return refuse('no-unit', 'no unit was chosen')
  const names = units.flatMap(({ name, partner }) => (partner === undefined ? [name] : [name, partner]))
  if (needs.units || id === 'remove') {
    const bad = names.find((name) => !isValidName(name))
    if (bad !== undefined) return refuse('bad-name', nameReason(bad))
  }
  if (needs.units === 'instance') {
    const template = names.find(isTemplateName)
    if (template !== undefined) {
      const example = template.replace('@.', '@NAME.')
      return refuse('needs-instance', `'${template}' is a template: say which instance, as in '${example}'`)
    }
  }
  if (id === 'enable-lingering' && user === undefined && elevation !== 'none') {
    return refuse('bad-name', 'who asks as root must name the user')
  }
  if (user !== undefined && (user === '' || user.includes('\0'))) {
    return refuse('bad-name', `'${user}' is no name of a user`)
  }
  return undefined
}

function checkFiles({ needs, id }: Action, { files, unitFolder }: Target): Plan | undefined {
  if (!needs.files) return undefined
  if (files.length === 0) return refuse('no-file', 'no unit file was chosen')
  if (id !== 'link' && !isPath(unitFolder)) {
    return refuse('bad-path', 'the folder where systemd looks for your units is not known')
  }
  for (const { source, place } of files) {
    const bad = fileReason(id === 'remove' ? undefined : source, place)
    if (bad) return bad
    if (id === 'link' && place.includes('/')) {
      return refuse('bad-path', `'${place}' is a drop-in, which can't be linked: install it instead`)
    }
  }
  return undefined
}

/** @param source undefined where it does not matter */
function fileReason(source: string | undefined, place: string): Plan | undefined {
  if (source !== undefined && !isPath(source)) {
    return refuse('bad-path', `'${source}' is no absolute path; save the file on the machine first`)
  }
  const parts = place.split('/')
  if (parts.length === 1) return isValidName(place) ? undefined : refuse('bad-name', nameReason(place))
  const [folder, file, ...deeper] = parts as [string, string, ...string[]]
  if (!folder.endsWith('.d') || deeper.length > 0 || !/^[^.\0][^\0]*\.conf$/.test(file)) {
    return refuse('bad-path', `'${place}' is no place where systemd looks; drop-ins are 'UNIT.d/NAME.conf'`)
  }
  const unit = folder.slice(0, -2)
  // `service.d` is for all services.
  return isValidName(unit) || isValidName(`all.${unit}`) ? undefined : refuse('bad-name', nameReason(unit))
}

function isPath(path: string | undefined): boolean {
  return path?.startsWith('/') === true && !path.includes('\0')
}

function nameReason(name: string): string {
  const odd = /[^\w:.\\@-]/u.exec(name)?.[0]
  return `'${name}' is no name of a unit: ${whyNot()}`

  function whyNot(): string {
    if (identifyUnit(name)?.template) return 'it is a template; systemd takes what is made from it'
    if (odd !== undefined)
      return `a name has letters, digits and ':-_.\\@' only, and '${odd}' is none of them`
    if (isTooLong(name))
      return `a name has ${longestName} characters at most, and this one has ${name.length}`
    return 'a name ends in a type, as in web.service'
  }
}

function refuse(cause: (Plan & { kind: 'refused' })['cause'], reason: string): Plan {
  return { kind: 'refused', cause, reason }
}
