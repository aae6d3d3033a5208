import { monitCheck } from './monit-check.ts'
import { pumaSystem } from './puma-system.ts'
import { pumaUser } from './puma-user.ts'
import type { Template } from './template.ts'

/** Everything that can be generated. */
export const templates: readonly Template[] = [pumaUser, pumaSystem, monitCheck]
