import { addressTypes } from './addresses/index.ts'
import { commandTypes } from './commands/index.ts'
import { listTypes } from './lists/index.ts'
import { nameTypes } from './names/index.ts'
import { numberTypes } from './numbers/index.ts'
import { pathTypes } from './paths/index.ts'
import { timeTypes } from './times/index.ts'
import type { ValueType, ValueTypes } from './value-type.ts'

const types: ValueTypes = {
  ...addressTypes,
  ...commandTypes,
  ...listTypes,
  ...nameTypes,
  ...numberTypes,
  ...pathTypes,
  ...timeTypes,
}

/** The grammar of the values that a parser reads; undefined where it is a plain boolean, a closed set of words, or free text. */
export function valueTypeOf(parser: string): ValueType | undefined {
  return Object.hasOwn(types, parser) ? types[parser] : undefined
}
