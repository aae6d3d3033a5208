import type { Template } from './template.ts'
import { capistranoTasks } from './templates/capistrano-tasks.ts'
import { commandUser } from './templates/command-user.ts'
import { dropIn } from './templates/drop-in.ts'
import { gunicorn } from './templates/gunicorn.ts'
import { monitCheck } from './templates/monit-check.ts'
import { pumaSystem } from './templates/puma-system.ts'
import { pumaUser } from './templates/puma-user.ts'
import { sidekiqUser } from './templates/sidekiq-user.ts'
import { timer } from './templates/timer.ts'
import { upstart } from './templates/upstart.ts'

/** Everything that can be generated. */
export const templates: readonly Template[] = [
  pumaUser,
  pumaSystem,
  monitCheck,
  gunicorn,
  sidekiqUser,
  commandUser,
  timer,
  capistranoTasks,
  dropIn,
  upstart,
]
