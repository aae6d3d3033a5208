export type FileKind = 'file' | 'folder' | 'other'

export interface FolderEntry {
  readonly name: string
  readonly kind: FileKind
}

/**
 * What the engine may ask of a disk, over URIs, so that it runs in a worker as well. Every call answers undefined
 * where the thing is missing or can't be read: callers here have nothing better to do with the reason.
 */
export interface FileSystem {
  /**
   * @param largest a file of more bytes is not read, nor what is no file and may have no end; a device such as
   * /dev/null is empty
   */
  readFile(uri: string, largest?: number): Promise<Uint8Array | undefined>
  readFolder(uri: string): Promise<readonly FolderEntry[] | undefined>
}
