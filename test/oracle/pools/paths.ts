import type { Pools } from './index.ts'

export const pathPools: Pools = {}
