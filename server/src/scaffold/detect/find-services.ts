import type { FileSystem } from '../../base/file-system.ts'
import { pathOfUri } from '../../workspace/uri.ts'
import { walkFolder } from '../../workspace/walk-folder.ts'

/** A service whose unit file lies somewhere in a project. */
export interface FoundService {
  /** Without `.service`. */
  readonly name: string
  readonly manager: 'system' | 'user'
  /** From the project's folder, with `/` between folders. */
  readonly path: string
}

/**
 * The services in a folder and below it; templates of services, which run under another name, are left out.
 * @param folder its URI
 */
export async function findServices(files: FileSystem, folder: string): Promise<readonly FoundService[]> {
  const paths: string[] = []
  await walkFolder(files, folder, { visit: (uri) => paths.push(pathOfUri(uri)) })
  const root = pathOfUri(folder).replace(/\/*$/, '/')
  return paths.sort().flatMap((path) => {
    const name = /\/([^/@]+)\.service$/.exec(path)?.[1]
    if (name === undefined) return []
    const manager = path.includes('/systemd/user/') ? 'user' : 'system'
    return [{ name, manager, path: path.slice(root.length) }]
  })
}
