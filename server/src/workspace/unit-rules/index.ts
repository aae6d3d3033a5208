import { configPathOutOfReach } from './config-path-out-of-reach.ts'
import { daemonizingPuma } from './daemonizing-puma.ts'
import { notifyWithoutGem } from './notify-without-gem.ts'
import type { UnitAcrossRule } from './rule.ts'
import { unboundSocket } from './unbound-socket.ts'

/** Every rule that compares a unit file with the files around it, by id. */
export const unitAcrossRules: readonly UnitAcrossRule[] = [
  configPathOutOfReach,
  daemonizingPuma,
  notifyWithoutGem,
  unboundSocket,
]
