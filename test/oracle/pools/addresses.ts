import type { Pools } from './index.ts'

export const addressPools: Pools = {}
