import { readBoolean } from '../values/boolean.ts'
import { commandsOf } from './commands-of.ts'
import type { UnitView } from './rule.ts'

/** Who a service of the system runs as, where that is nobody who may make files in a folder of root's. */
export function userWithoutRights(unit: UnitView): string | undefined {
  const { effective } = unit
  if (!effective.lacks('Service', 'AmbientCapabilities', 'PermissionsStartOnly', 'EnvironmentFile'))
    return undefined
  const all = effective.all('Service', 'ExecStartPre', 'ExecStart', 'ExecStartPost')
  const commands = all.flatMap((known) => commandsOf(unit, known)?.commands ?? [])
  if (commands.some(({ prefixes }) => prefixes.some(({ char }) => /^[+!|]/.test(char)))) return undefined
  const dynamic = effective.text('Service', 'DynamicUser')
  if (dynamic !== undefined && readBoolean(dynamic) === true) return 'a user of its own'
  const user = effective.text('Service', 'User')
  if (user === undefined || !/^[a-z_][\w-]*$/i.test(user) || user === 'root') return undefined
  return `'${user}'`
}
