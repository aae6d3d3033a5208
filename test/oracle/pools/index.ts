import { addressPools } from './addresses.ts'
import { commandPools } from './commands.ts'
import { listPools } from './lists.ts'
import { namePools } from './names.ts'
import { numberPools } from './numbers.ts'
import { pathPools } from './paths.ts'
import { timePools } from './times.ts'

/** Values to ask systemd about, by parser: good ones, bad ones and strange ones, as seeds for mutations. */
export type Pools = Readonly<Record<string, readonly string[]>>

export const pools: Pools = {
  ...addressPools,
  ...commandPools,
  ...listPools,
  ...namePools,
  ...numberPools,
  ...pathPools,
  ...timePools,
}
