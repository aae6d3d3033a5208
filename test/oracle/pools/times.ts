import type { Pools } from './index.ts'

export const timePools: Pools = {}
