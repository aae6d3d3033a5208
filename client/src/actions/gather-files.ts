import { FileType, Uri, workspace } from 'vscode'
import type { TargetFile } from '../../../server/src/actions/action.ts'
import { companionsOf, unitFileOf } from './unit-file.ts'

/** The files that make up a unit and what goes with it. */
export interface Gathered {
  /** The units beside it that have a file: its socket, timer or path, its service. */
  readonly beside: readonly string[]
  readonly files: readonly TargetFile[]
}

/**
 * Gathers the unit file, those of the units that belong to it, and the drop-ins of all of these, from where they lie
 * together.
 * @param uri one of them
 */
export async function gatherFiles(uri: Uri): Promise<Gathered> {
  const pointed = unitFileOf(uri.path)!
  const folder = Uri.joinPath(uri, pointed.place.includes('/') ? '../..' : '..')
  const entries = new Map(await entriesOf(folder))
  const has = (name: string) => ((entries.get(name) ?? 0) & FileType.File) !== 0
  const beside = companionsOf(pointed.unit).filter(has)
  const units = [pointed.unit, ...beside].filter(has)
  const dropIns = await Promise.all(
    [pointed.unit, ...beside].map((unit) => dropInsOf(folder, `${unit}.d`, entries)),
  )
  const places = [...units, ...dropIns.flat()]
  return {
    beside,
    files: places.map((place) => ({ source: Uri.joinPath(folder, place).fsPath, place })),
  }
}

async function dropInsOf(
  folder: Uri,
  name: string,
  entries: ReadonlyMap<string, FileType>,
): Promise<readonly string[]> {
  if (((entries.get(name) ?? 0) & FileType.Directory) === 0) return []
  const files = await entriesOf(Uri.joinPath(folder, name))
  return files.map(([file]) => `${name}/${file}`).filter((place) => unitFileOf(`/${place}`)?.place === place)
}

async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  return workspace.fs.readDirectory(folder).then(
    (entries) => entries,
    () => [],
  )
}
