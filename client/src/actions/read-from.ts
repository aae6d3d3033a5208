import type { UnitState } from '../../../server/src/actions/state.ts'
import type { Machine } from '../machine/machine.ts'

/**
 * Whether systemd reads a unit, or a drop-in of it, from a file, be it through links.
 * @param state what systemd says of the unit
 * @param path the file's
 */
export async function isReadFrom(
  machine: Pick<Machine, 'realPath'>,
  { fragmentPath, dropInPaths }: Pick<UnitState, 'fragmentPath' | 'dropInPaths'>,
  path: string,
): Promise<boolean> {
  const read = fragmentPath === undefined ? dropInPaths : [fragmentPath, ...dropInPaths]
  const [own, ...others] = await Promise.all([path, ...read].map((each) => machine.realPath(each)))
  return own !== undefined && others.includes(own)
}
