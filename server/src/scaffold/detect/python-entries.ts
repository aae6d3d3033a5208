import type { PythonEntry, PythonInterface } from './python-app.ts'

/** A file that may hold what a server calls. */
export interface PythonModule {
  /** Its path within the app: `shop/wsgi.py`. */
  readonly path: string
  readonly text: string
}

const asgiFrameworks = /\b(?:FastAPI|Starlette|Quart|Litestar|Sanic|BlackSheep)\(/
const wsgiFrameworks =
  /\b(?:Flask|Bottle|Falcon|APIFlask|get_wsgi_application|make_wsgi_app)\(|\bfalcon\.(?:App|API)\(/
const asgiMakers = /\bget_asgi_application\(|\bfalcon\.asgi\.App\(|\bProtocolTypeRouter\(/

/**
 * What can be served from some modules, the likeliest first.
 * @param settings the module with Django's settings as manage.py names it: `shop.settings`
 */
export function findEntries(
  modules: readonly PythonModule[],
  settings: string | undefined,
): readonly PythonEntry[] {
  const project = settings?.split('.')[0]
  return modules
    .flatMap((module) => {
      const entry = entryOf(module)
      return entry ? [{ entry, rank: rankOf(module.path, project) }] : []
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ entry }) => entry)
}

/** The settings that a manage.py names. */
export function settingsOf(manage: string): string | undefined {
  return /DJANGO_SETTINGS_MODULE["']\s*,\s*["']([\w.]+)["']/.exec(manage)?.[1]
}

function entryOf({ path, text }: PythonModule): PythonEntry | undefined {
  const name = path
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.')
  if (!/^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(name)) return undefined
  // Only what stands at the beginning of a line is the module's own.
  const [, object, value = ''] =
    /^(application|app|api|server)(?:\s*:[^=\n]*)?\s*=(?!=)(.*)$/m.exec(text) ?? []
  const kind = kindOf(path, text, value)
  if (object !== undefined && kind) return { module: `${name}:${object}`, kind }
  // The server of a Dash app is a Flask of its own.
  const dash = /\bDash\(/.test(text) ? /^(\w+)\s*=\s*\w+\.server\b/m.exec(text)?.[1] : undefined
  if (dash !== undefined) return { module: `${name}:${dash}`, kind: 'wsgi' }
  const imported = /^from\s+\S+\s+import\s+(?:.*\bas\s+|.*,\s*)?(application|app)\s*$/m.exec(text)?.[1]
  if (imported !== undefined && kind && /(?:^|\/)[aw]sgi\.py$/.test(path)) {
    return { module: `${name}:${imported}`, kind }
  }
  const factory = /^def\s+(create_app|make_app)\(\s*(?:\)|\*|\w+\s*(?::[^,=)]+)?=)/m.exec(text)?.[1]
  // Gunicorn itself calls what is written like a call.
  return factory !== undefined && kind ? { module: `${name}:${factory}()`, kind } : undefined
}

function kindOf(path: string, text: string, value: string): PythonInterface | undefined {
  const file = path.slice(path.lastIndexOf('/') + 1)
  if (file === 'asgi.py') return 'asgi'
  if (file === 'wsgi.py') return asgiFrameworks.test(value) ? 'asgi' : 'wsgi'
  for (const place of [value, text]) {
    if (asgiFrameworks.test(place) || asgiMakers.test(place)) return 'asgi'
    if (wsgiFrameworks.test(place)) return 'wsgi'
  }
  return undefined
}

/** A file made for servers comes before one that merely can be served; Django's own project before its apps. */
function rankOf(path: string, project: string | undefined): number {
  const parts = path.split('/')
  const file = parts.at(-1)!
  const isServers = /^[aw]sgi\.py$/.test(file)
  const isProject = project !== undefined && parts[0] === project
  // Django makes both files, and most apps use neither await nor channels.
  return (
    (isProject ? 0 : 10) + (isServers ? 0 : 4) + (file === 'asgi.py' ? 2 : 0) + Math.min(parts.length - 1, 1)
  )
}
