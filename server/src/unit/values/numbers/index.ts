import type { ValueTypes } from '../value-type.ts'
import { coredumpFilterType } from './coredump-filter.ts'
import { cpuSetTypes } from './cpu-sets.ts'
import { deviceTypes } from './device-limits.ts'
import { integerTypes } from './integers.ts'
import { modeType } from './mode.ts'
import { percentTypes } from './percents.ts'
import { rlimitType } from './rlimits.ts'
import { signalTypes } from './signals.ts'
import { sizeTypes } from './sizes.ts'

/** Values that are numbers: plain ones, sizes, percentages, limits, modes, signals, sets of CPUs. */
export const numberTypes: ValueTypes = {
  ...integerTypes,
  ...sizeTypes,
  ...percentTypes,
  ...deviceTypes,
  ...cpuSetTypes,
  ...signalTypes,
  mode: modeType,
  rlimit: rlimitType,
  exec_coredump_filter: coredumpFilterType,
}
