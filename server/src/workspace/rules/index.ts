import { misspeltUnit } from './misspelt-unit.ts'
import { otherPidFile } from './other-pid-file.ts'
import { otherPort } from './other-port.ts'
import type { AcrossRule } from './rule.ts'
import { shortStartTimeout } from './short-start-timeout.ts'
import { startedPastSystemd } from './started-past-systemd.ts'
import { twoSupervisors } from './two-supervisors.ts'
import { unitOfOtherManager } from './unit-of-other-manager.ts'
import { unwrittenPidFile } from './unwritten-pid-file.ts'

/** Every rule that compares a control file with the units it starts, by id. */
export const acrossRules: readonly AcrossRule[] = [
  misspeltUnit,
  otherPidFile,
  otherPort,
  shortStartTimeout,
  startedPastSystemd,
  twoSupervisors,
  unitOfOtherManager,
  unwrittenPidFile,
]
