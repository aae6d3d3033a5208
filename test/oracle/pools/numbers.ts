import type { Pools } from './index.ts'

export const numberPools: Pools = {}
