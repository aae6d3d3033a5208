import { decodeText } from '../../base/decode.ts'
import type { FileSystem } from '../../base/file-system.ts'
import { pathOfUri, uriBeside } from '../../workspace/uri.ts'
import { walkFolder } from '../../workspace/walk-folder.ts'
import { readServiceProcess, type ServiceProcess } from './service-process.ts'

/** A service whose unit file lies somewhere in a project. */
export interface FoundService {
  /** Without `.service`. */
  readonly name: string
  readonly manager: 'system' | 'user'
  /** From the project's folder, with `/` between folders. */
  readonly path: string
  readonly process: ServiceProcess
}

/** Unit files are small, and a project has few of them; of more, some are told nothing of. */
const largest = 64 * 1024
const mostRead = 50

/**
 * The services in a folder and below it; templates of services, which run under another name, are left out.
 * @param folder its URI
 */
export async function findServices(files: FileSystem, folder: string): Promise<readonly FoundService[]> {
  const paths: string[] = []
  await walkFolder(files, folder, { visit: (uri) => paths.push(pathOfUri(uri)) })
  const root = pathOfUri(folder).replace(/\/*$/, '/')
  const services = paths.sort().flatMap((path) => {
    const name = /\/([^/@]+)\.service$/.exec(path)?.[1]
    return name === undefined ? [] : [{ name, path }]
  })
  return Promise.all(
    services.map(async ({ name, path }, at) => {
      const bytes = at < mostRead ? await files.readFile(uriBeside(folder, path), largest) : undefined
      return {
        name,
        manager: path.includes('/systemd/user/') ? 'user' : 'system',
        path: path.slice(root.length),
        process: readServiceProcess(bytes === undefined ? '' : decodeText(bytes)),
      }
    }),
  )
}
