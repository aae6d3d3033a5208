import { FileType, Uri, workspace } from 'vscode'
import type { FileSystem } from '../../../server/src/scaffold/detect/detect-facts.ts'

/**
 * The disk that the workspace is on, as the engine asks for it. What lies outside of a folder is not there until the
 * person trusts the workspace.
 */
export function workspaceFiles(folder: Uri): FileSystem {
  const isOpen = (uri: Uri) => workspace.isTrusted || `${uri.path}/`.startsWith(`${folder.path}/`)
  return {
    async readFile(uri, largest = Number.POSITIVE_INFINITY) {
      const file = Uri.parse(uri)
      if (!isOpen(file)) return undefined
      try {
        const { type, size } = await workspace.fs.stat(file)
        return (type & FileType.File) !== 0 && size <= largest ? await workspace.fs.readFile(file) : undefined
      } catch {
        return undefined
      }
    },
    async readFolder(uri) {
      const place = Uri.parse(uri)
      if (!isOpen(place)) return undefined
      try {
        // VS Code complains in its log of a folder that is not there.
        const { type } = await workspace.fs.stat(place)
        if ((type & FileType.Directory) === 0) return undefined
        const entries = await workspace.fs.readDirectory(place)
        return entries.map(([name, type]) => ({ name, kind: kindOf(type) }))
      } catch {
        return undefined
      }
    },
  }
}

function kindOf(type: FileType): 'file' | 'folder' | 'other' {
  switch (type) {
    case FileType.File:
      return 'file'
    case FileType.Directory:
      return 'folder'
    default:
      return 'other'
  }
}
