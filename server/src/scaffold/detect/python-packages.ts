/** What the files that name an app's packages say. */
export interface PythonPackages {
  has(name: string): boolean
  /** The version of a package, where it is locked; else the least that is asked for; undefined where neither tells. */
  version(name: string): string | undefined
}

/** The texts of the files, where they are there. */
export interface PackageFiles {
  readonly pyproject?: string | undefined
  readonly pipfile?: string | undefined
  /** poetry.lock, uv.lock, pdm.lock: they are written alike. */
  readonly locks: readonly string[]
  readonly pipfileLock?: string | undefined
  /** requirements.txt and its like. */
  readonly requirements: readonly string[]
}

/** Reads what there is of the files. */
export function readPackages(files: PackageFiles): PythonPackages {
  const locked = new Map<string, string>()
  for (const text of files.locks) {
    for (const [, name, version] of text.matchAll(
      /^\[\[package\]\]\nname = "([^"]+)"\nversion = "([\d.]*)/gm,
    )) {
      locked.set(canonical(name!), version!)
    }
  }
  for (const [, name, version] of (files.pipfileLock ?? '').matchAll(
    /"([\w.-]+)":\s*\{[^{}]*?"version":\s*"==([\d.]+)/g,
  )) {
    locked.set(canonical(name!), version!)
  }
  const asked = new Map<string, string | undefined>()
  const requirements = [...files.requirements.flatMap(lines), ...quotedRequirements(files.pyproject ?? '')]
  for (const line of requirements) {
    const [, name, version] =
      /^([A-Za-z][\w.-]*)(?:\[[^\]]*\])?\s*(?:(?:[=~]=|>=)\s*([\d.]+))?/.exec(line) ?? []
    if (name !== undefined) asked.set(canonical(name), version ?? asked.get(canonical(name)))
  }
  for (const line of tableLines(`${files.pyproject ?? ''}\n${files.pipfile ?? ''}`)) {
    const [, name, version] =
      /^"?([A-Za-z][\w.-]*)"?\s*=\s*(?:\{[^}]*version\s*=\s*)?"[\^~=>]*\s*([\d.]*)/.exec(line) ?? []
    if (name !== undefined) asked.set(canonical(name), version || undefined)
  }
  return {
    has: (name) => locked.has(name) || asked.has(name),
    version: (name) => locked.get(name) ?? asked.get(name),
  }
}

function lines(text: string): readonly string[] {
  return text.split('\n').map((line) => line.trim())
}

/** One spelling for all spellings of a package, as PEP 503 says. */
function canonical(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}

/** `dependencies = ["gunicorn>=21"]` and its like. */
function quotedRequirements(pyproject: string): readonly string[] {
  const code = pyproject.replace(/(^|\s)#[^\n]*/g, '$1')
  const lists = [...code.matchAll(/^[\w-]+\s*=\s*\[((?:[^\]"']|"[^"]*"|'[^']*')*)\]/gm)]
  return lists.flatMap(([, list]) => [...list!.matchAll(/["']([^"']+)["']/g)].map(([, text]) => text!))
}

/** The lines of the tables in which Poetry and Pipenv name packages, one a line. */
function tableLines(text: string): readonly string[] {
  const found: string[] = []
  let isInside = false
  for (const line of lines(text)) {
    const table = /^\[([^\]]+)\]$/.exec(line)?.[1]
    if (table !== undefined)
      isInside = /^(?:packages|tool\.poetry\.(?:dependencies|group\.[\w-]+\.dependencies))$/.test(table)
    else if (isInside) found.push(line)
  }
  return found
}
