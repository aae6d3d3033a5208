import type { Template } from './template.ts'
import { monitCheck } from './templates/monit-check.ts'
import { pumaSystem } from './templates/puma-system.ts'
import { pumaUser } from './templates/puma-user.ts'

/** Everything that can be generated. */
export const templates: readonly Template[] = [pumaUser, pumaSystem, monitCheck]
