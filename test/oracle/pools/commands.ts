import type { Pools } from './index.ts'

export const commandPools: Pools = {}
