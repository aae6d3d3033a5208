import { decodeText } from '../base/decode.ts'
import type { ControlFile } from '../base/environment.ts'
import { type MonitDocument, readMonit } from './document.ts'

/** A file is asked about by each of its neighbours, and again with each of their versions. */
const documents = new WeakMap<ControlFile, MonitDocument>()

/** Parses a control file that lies beside the one in question; once, as long as its text is the same. */
export function readControlFile(file: ControlFile): MonitDocument {
  let document = documents.get(file)
  if (!document) {
    document = readMonit(file.text, file.path)
    documents.set(file, document)
  }
  return document
}

/** Larger ones are not looked at, in bytes; and so many of a place are. */
export const largestControlFile = 1024 * 1024
export const mostControlFiles = 500

/** The control file of some bytes; undefined where they are no text, or too many. */
export function toControlFile(path: string, bytes: Uint8Array): ControlFile | undefined {
  if (bytes.length > largestControlFile || bytes.includes(0)) return undefined
  return { path, text: decodeText(bytes) }
}

/**
 * The folder to look in for what belongs to a control file: the one above, for a file that lies in a folder of parts
 * such as `conf.d`; else its own. Files lie in it or one folder deeper.
 * @param folder where the file lies, a path or a URI without a slash at its end
 */
export function neighbourhoodOf(folder: string): string {
  return /\/(?:conf\.d|conf-available|conf-enabled|monit\.d|monitrc\.d)$/.test(folder)
    ? folder.slice(0, folder.lastIndexOf('/'))
    : folder
}
