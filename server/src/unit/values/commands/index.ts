import type { ValueTypes } from '../value-type.ts'

export const commandTypes: ValueTypes = {}
