import { daemonizingPuma } from './daemonizing-puma.ts'
import { notifyWithoutGem } from './notify-without-gem.ts'
import type { UnitAcrossRule } from './rule.ts'
import { unboundSocket } from './unbound-socket.ts'

/** Every rule that compares a unit file with the files around it, by id. */
export const unitAcrossRules: readonly UnitAcrossRule[] = [daemonizingPuma, notifyWithoutGem, unboundSocket]
