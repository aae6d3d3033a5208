import type { Pools } from './index.ts'

export const listPools: Pools = {}
