import { decodeText } from '../../base/decode.ts'
import type { FileSystem } from '../../base/file-system.ts'
import { childUri } from '../../workspace/uri.ts'

/** Reads a file of text by its path within a folder; undefined where there is none. */
export type Read = (path: string) => Promise<string | undefined>

/** Configuration is written by hand; what is larger is something else. Files of locked versions alone grow. */
const largest = 4 * 1024 * 1024

/**
 * Reads the files of a folder, with one kind of line ends, and without a mark of their encoding.
 * @param folder its URI
 */
export function reader(files: FileSystem, folder: string): Read {
  return async (path) => {
    const bytes = await files.readFile(path.split('/').reduce(childUri, folder), largest)
    return bytes === undefined
      ? undefined
      : decodeText(bytes)
          .replace(/^\uFEFF/, '')
          .replaceAll('\r\n', '\n')
  }
}
