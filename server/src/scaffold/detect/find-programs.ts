import type { FileSystem } from '../../base/file-system.ts'
import { childUri, uriBeside } from '../../workspace/uri.ts'
import { reader } from './read-text.ts'

/** Where programs lie by their names: from the project's folder, or from `/`. */
export type Programs = ReadonlyMap<string, string>

/** Folders that come with the system, in which systemd itself looks for programs. */
export const systemFolders = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/sbin',
  '/bin',
] as const

/** Folders of a project in which its own programs are. */
const projectFolders = ['.venv/bin', 'venv/bin', 'env/bin', 'node_modules/.bin']

/** Folders in the home folder that people have in front of the system's. */
const homeFolders = [
  '.rbenv/shims',
  '.pyenv/shims',
  '.nodenv/shims',
  '.local/share/mise/shims',
  '.volta/bin',
  '.bun/bin',
  '.deno/bin',
  '.cargo/bin',
  'go/bin',
  '.local/bin',
  'bin',
]

/**
 * The programs that a person would find in this project, on this machine. Names alone are read.
 * @param folder the URI of the project
 * @param home the absolute path of the home folder
 */
export async function findPrograms(
  files: FileSystem,
  folder: string,
  home: string | undefined,
): Promise<Programs> {
  const inProject = projectFolders.map((path) => ({
    path,
    uri: path.split('/').reduce(childUri, folder),
  }))
  const nvm = home === undefined ? undefined : await findNvm(files, folder, home)
  const elsewhere = [
    ...(nvm === undefined ? [] : [nvm]),
    ...(home === undefined ? [] : homeFolders.map((path) => `${home}/${path}`)),
    ...systemFolders,
  ].map((path) => ({ path, uri: uriBeside(folder, path) }))
  const all = await Promise.all(
    [...inProject, ...elsewhere].map(async ({ path, uri }) => ({
      path,
      entries: (await files.readFolder(uri)) ?? [],
    })),
  )
  const programs = new Map<string, string>()
  for (const { path, entries } of all) {
    for (const { name, kind } of entries) {
      if (kind !== 'folder' && !programs.has(name)) programs.set(name, `${path}/${name}`)
    }
  }
  return programs
}

/** The folder of the programs of the Node that nvm would take. */
async function findNvm(files: FileSystem, folder: string, home: string): Promise<string | undefined> {
  const root = `${home}/.nvm/versions/node`
  const entries = (await files.readFolder(uriBeside(folder, root))) ?? []
  const read = reader(files, folder)
  const [nvmrc, nodeVersion] = await Promise.all([read('.nvmrc'), read('.node-version')])
  const wanted = /^v?(\d+(?:\.\d+){0,2})/.exec((nvmrc ?? nodeVersion ?? '').trim())?.[1]
  const versions = entries
    .map(({ name }) => name)
    .filter((name) => /^v\d+\.\d+\.\d+$/.test(name))
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
  const fitting =
    wanted === undefined ? versions : versions.filter((name) => `${name}.`.startsWith(`v${wanted}.`))
  const best = (fitting.length > 0 ? fitting : versions).at(-1)
  return best === undefined ? undefined : `${root}/${best}/bin`
}
