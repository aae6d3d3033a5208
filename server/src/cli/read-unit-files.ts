import type { UnitFile } from '../base/environment.ts'
import { identifyUnit } from '../unit/identity.ts'
import { largestUnitFile, mostUnitFiles, toUnitFile } from '../workspace/unit-file-index.ts'
import { readAtOnce } from './file-system.node.ts'

/**
 * A way to ask for the unit files and drop-ins of this run with their texts, and for what configures their programs.
 * They are read when this is first asked, once; what can't be read is not there.
 * @param checked the files of this run, by their paths from the root
 * @param configs those that nobody checks
 */
export function unitFileReader(
  checked: readonly string[],
  configs: readonly string[],
): () => readonly UnitFile[] {
  let files: readonly UnitFile[] | undefined
  return () => {
    files ??= [...checked.filter((file) => identifyUnit(file) !== undefined), ...configs]
      .slice(0, mostUnitFiles)
      .flatMap(readUnitFile)
    return files
  }
}

function readUnitFile(file: string): readonly UnitFile[] {
  try {
    const bytes = readAtOnce(file, largestUnitFile)
    const found = bytes && toUnitFile(file, bytes)
    return found ? [found] : []
  } catch {
    return []
  }
}
