import type { FileSystem } from '../../base/file-system.ts'
import { childUri, uriBeside } from '../../workspace/uri.ts'
import { noGunicornHints, readGunicornHints } from './gunicorn-hints.ts'
import type { GunicornHints, PythonApp, PythonEntry } from './python-app.ts'
import { findEntries, type PythonModule, settingsOf } from './python-entries.ts'
import { readPackages } from './python-packages.ts'
import { type Read, reader } from './read-text.ts'
import { readServerCall, type ServerCall } from './server-call.ts'

/** Files that may hold what a server calls: in the app's folder, and in the folders of its packages. */
const rootModules = ['wsgi.py', 'asgi.py', 'app.py', 'main.py', 'application.py', 'server.py']
const packageModules = ['wsgi.py', 'asgi.py', 'app.py', 'main.py', '__init__.py']
/** Folders that hold no package of the app. */
const otherFolders =
  /^(?:\.|_|node_modules$|tests?$|docs?$|static$|media$|templates$|migrations$|venv$|env$|build$|dist$)/
/** So many packages lie beside each other in no app. */
const mostPackages = 100

const configs = [
  'gunicorn.conf.py',
  'config/gunicorn.conf.py',
  'conf/gunicorn.conf.py',
  'gunicorn_conf.py',
  'gunicorn_config.py',
  'config/gunicorn.py',
]

/**
 * Finds out how a Python app is run from its files.
 * @param folder the URI of its folder
 * @param home the absolute path of the home folder
 */
export async function detectPythonApp(
  files: FileSystem,
  folder: string,
  home: string | undefined,
): Promise<PythonApp> {
  const read = reader(files, folder)
  const names = (await files.readFolder(folder)) ?? []
  const has = (name: string) => names.some((entry) => entry.name === name && entry.kind !== 'folder')
  const requirements = names
    .map(({ name }) => name)
    .filter((name) => /^requirements.*\.(?:txt|in)$/.test(name))
  const packages = readPackages({
    pyproject: await read('pyproject.toml'),
    pipfile: await read('Pipfile'),
    locks: await texts(read, ['poetry.lock', 'uv.lock', 'pdm.lock']),
    pipfileLock: await read('Pipfile.lock'),
    requirements: await texts(read, [
      ...requirements,
      'requirements/base.txt',
      'requirements/production.txt',
    ]),
  })
  const manage = await read('manage.py')
  const folders = names.filter(({ name, kind }) => kind === 'folder' && !otherFolders.test(name))
  const paths = [
    ...rootModules.filter(has),
    ...folders.slice(0, mostPackages).flatMap(({ name }) => packageModules.map((file) => `${name}/${file}`)),
  ]
  const modules = await Promise.all(paths.map(async (path) => ({ path, text: await read(path) })))
  const found = findEntries(
    modules.filter((module): module is PythonModule => module.text !== undefined),
    settingsOf(manage ?? ''),
  )
  const command = /^web:\s*(.+)$/m.exec((await read('Procfile')) ?? '')?.[1]
  const call = command === undefined ? undefined : readServerCall(command)
  const entries = withServed(found, call)
  const tellers = ['pyproject.toml', 'Pipfile', 'setup.py', 'manage.py', ...requirements].filter(has)
  return {
    evidence: [...new Set([...tellers, ...entries.map(({ module }) => module)])],
    gunicornVersion: packages.version('gunicorn'),
    asgiPackage: packages.has('uvicorn-worker') ? 'uvicorn-worker' : 'uvicorn',
    entries,
    virtualEnvironment: await findEnvironment(files, folder, home),
    gunicorn: await detectGunicorn(read, call),
  }
}

/** What can be served, with what the Procfile serves in front. */
function withServed(entries: readonly PythonEntry[], call: ServerCall | undefined): readonly PythonEntry[] {
  if (call?.module === undefined) return entries
  // What Gunicorn looks for where nothing is said.
  const module = call.module.includes(':') ? call.module : `${call.module}:application`
  const known = entries.find((entry) => entry.module === module)
  const isAsgi = call.isAsgi || known?.kind === 'asgi'
  return [{ module, kind: isAsgi ? 'asgi' : 'wsgi' }, ...entries.filter((entry) => entry !== known)]
}

async function texts(read: Read, paths: readonly string[]): Promise<readonly string[]> {
  return (await Promise.all(paths.map(read))).filter((text) => text !== undefined)
}

async function detectGunicorn(read: Read, call: ServerCall | undefined): Promise<GunicornHints> {
  const hints = await gunicornHints(read)
  if (!call || call.options.length === 0) return hints
  const note = `the Procfile starts Gunicorn with '${call.options.join(' ')}', and the service does not; say it in ${hints.file ?? 'gunicorn.conf.py'}`
  return { ...hints, notes: [...hints.notes, note] }
}

async function gunicornHints(read: Read): Promise<GunicornHints> {
  for (const file of configs) {
    const text = await read(file)
    if (text !== undefined) return readGunicornHints(text, file)
  }
  return noGunicornHints
}

/** The first of the usual places with a virtual environment; one with Gunicorn in it comes before the others. */
async function findEnvironment(
  files: FileSystem,
  folder: string,
  home: string | undefined,
): Promise<string | undefined> {
  const inside = ['.venv', 'venv', 'env', '.virtualenv', 'virtualenv'].map((path) => ({
    path,
    uri: childUri(folder, path),
  }))
  const name = decodeURIComponent(folder.replace(/\/+$/, '').replace(/^.*\//, ''))
  const outside = home === undefined ? [] : [`${home}/.virtualenvs/${name}`, `${home}/.venvs/${name}`]
  const candidates = [...inside, ...outside.map((path) => ({ path, uri: uriBeside(folder, path) }))]
  const programs = await Promise.all(
    candidates.map(async ({ path, uri }) => {
      const entries = (await files.readFolder(childUri(uri, 'bin'))) ?? []
      return { path, names: entries.map((entry) => entry.name) }
    }),
  )
  const environments = programs.filter(({ names }) => names.includes('python') || names.includes('gunicorn'))
  return (environments.find(({ names }) => names.includes('gunicorn')) ?? environments[0])?.path
}
