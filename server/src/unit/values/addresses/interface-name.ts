import { readInt } from '../extract/number.ts'

/** What else besides a plain name is accepted for a network interface. */
export interface InterfaceForms {
  /** Alternative names, which have up to 127 characters. */
  readonly alternative?: boolean
  /** The number of an interface. */
  readonly numeric?: boolean
}

/** What is wrong with the name of a network interface, as `ifname_valid_full()` sees it; reads on after the name. */
export function interfaceFault(
  name: string,
  { alternative, numeric }: InterfaceForms = {},
): string | undefined {
  if (name === '') return 'is empty'
  const index = readInt(name)
  if (typeof index === 'number' && index > 0) return numeric ? undefined : 'is a number, not a name'
  const longest = alternative ? 127 : 15
  if (name.length > longest) return `is longer than ${longest} characters`
  if (name === '.' || name === '..' || name === 'all' || name === 'default')
    return 'is no name of an interface'
  const odd = /[^\x21-\x7e]|[:/%]/.exec(name)
  if (odd) return odd[0] === ' ' || odd[0] === '\t' ? 'has a blank in it' : `has '${odd[0]}' in it`
  return /^\d+$/.test(name) ? 'is a number, not a name' : undefined
}
