import type { Pools } from './index.ts'

export const namePools: Pools = {}
