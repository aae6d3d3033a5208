import type { Directive, UnitType } from './directives.ts'

/** What kinds of unit a directive names; undefined where it names none. */
export function namedUnitTypes({
  parser,
  section,
  name,
}: Directive): readonly UnitType[] | 'any' | undefined {
  switch (parser) {
    case 'unit_deps':
    case 'obsolete_unit_deps':
    case 'trigger_unit':
      return 'any'
    case 'unit_slice':
      return ['slice']
    case 'service_sockets':
      return ['socket']
    case 'socket_service':
      return ['service']
    case 'none':
      return installTypes[name] ?? (section === 'Install' ? 'any' : undefined)
    default:
      return undefined
  }
}

/** What [Install] names: units are mostly wanted by targets; an alias or a default instance is a new name. */
const installTypes: Readonly<Record<string, readonly UnitType[]>> = {
  WantedBy: ['target'],
  RequiredBy: ['target'],
  UpheldBy: ['target'],
  Alias: [],
  DefaultInstance: [],
}
