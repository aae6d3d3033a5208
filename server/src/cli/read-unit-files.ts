import type { UnitFile } from '../base/environment.ts'
import { identifyUnit } from '../unit/identity.ts'
import { largestUnitFile, mostUnitFiles, toUnitFile } from '../workspace/unit-file-index.ts'
import { readAtOnce } from './file-system.node.ts'

/**
 * A way to ask for the unit files and drop-ins of this run, and for what configures their programs. Each is read when
 * its text is first asked for, once; of what can't be read the text is empty.
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
      .map((file) => new FileOnDisk(file))
    return files
  }
}

class FileOnDisk implements UnitFile {
  readonly path: string
  #text: string | undefined

  constructor(path: string) {
    this.path = path
  }

  get text(): string {
    this.#text ??= readText(this.path)
    return this.#text
  }
}

function readText(path: string): string {
  try {
    const bytes = readAtOnce(path, largestUnitFile)
    return (bytes && toUnitFile(path, bytes)?.text) ?? ''
  } catch {
    return ''
  }
}
