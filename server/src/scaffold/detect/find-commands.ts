import type { FileSystem } from '../../base/file-system.ts'
import { childUri } from '../../workspace/uri.ts'
import { reader } from './read-text.ts'

/** A command that a project's files start something with. */
export interface FoundCommand {
  /** What the file calls it: `web`, `start`. */
  readonly name: string
  readonly command: string
  readonly file: 'Procfile' | 'package.json'
}

/** Scripts that npm runs by itself, or that are done when they end. */
const noService =
  /^(?:pre|post)(?:install|publish|pack|build|test|start)$|^(?:prepare|install|test|lint|format|build|clean|typecheck|dev|watch)(?:$|[:.-])/

/**
 * The commands of a Procfile, as they stand there, and those scripts of a package.json that may stay up: `start` first.
 * @param folder the URI of the project
 */
export async function findCommands(files: FileSystem, folder: string): Promise<readonly FoundCommand[]> {
  const read = reader(files, folder)
  const [procfile = '', manifest, server] = await Promise.all([
    read('Procfile'),
    read('package.json'),
    files.readFile(childUri(folder, 'server.js'), 0),
  ])
  const entries = [...procfile.matchAll(/^([\w-]+):[ \t]*(\S.*?)[ \t]*$/gm)]
    .map(([, name, command]): FoundCommand => ({ name: name!, command: command!, file: 'Procfile' }))
    // By that name it is run once before each deployment, and ends.
    .filter(({ name }) => name !== 'release')
  const scripts = manifest === undefined ? [] : scriptsOf(manifest, server !== undefined)
  const taken = new Set(entries.map(({ name }) => name))
  return [...entries, ...scripts.filter(({ name }) => !taken.has(name))]
}

function scriptsOf(manifest: string, hasServer: boolean): readonly FoundCommand[] {
  const scripts = Object.entries(stringsOf(manifest))
    .filter(([name, command]) => !noService.test(name) && command.trim() !== '')
    .map(([name, command]): FoundCommand => ({ name, command: command.trim(), file: 'package.json' }))
  const start = scripts.filter(({ name }) => name === 'start')
  // What `npm start` does where nothing is said.
  const usual: readonly FoundCommand[] =
    start.length === 0 && hasServer
      ? [{ name: 'start', command: 'node server.js', file: 'package.json' }]
      : []
  return [...start, ...usual, ...scripts.filter(({ name }) => name !== 'start')]
}

/** The scripts of a package.json; none where it is not what it should be. */
function stringsOf(manifest: string): Readonly<Record<string, string>> {
  let parsed: unknown
  try {
    parsed = JSON.parse(manifest)
  } catch {
    return {}
  }
  const scripts: unknown = isRecord(parsed) ? parsed.scripts : undefined
  if (!isRecord(scripts)) return {}
  return Object.fromEntries(
    Object.entries(scripts).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
