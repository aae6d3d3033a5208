import type { ValueTypes } from '../value-type.ts'

export const nameTypes: ValueTypes = {}
