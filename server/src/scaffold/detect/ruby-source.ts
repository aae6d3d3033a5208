/** A Ruby file's lines of code, without comments; those in a string stay, as far as a line tells. */
export function codeLines(source: string): readonly string[] {
  return source
    .split(/\r?\n/)
    .map((line) => line.replace(/^((?:[^"'#]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*)#.*$/, '$1').trim())
}

/** What variables of a file are known to hold. */
export type Variables = ReadonlyMap<string, string>

const literal = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|:(\w+)|(-?\d[\d_]*))/

/**
 * What an expression comes to where that can be told without running it: a literal, or the value that stands in for an
 * environment variable that is not set.
 * @param file path of the file that it stands in, for `__FILE__` and `__dir__`
 */
export function evaluate(expression: string, variables: Variables, file: string): string | undefined {
  const text = expression
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .trim()
  const fallback =
    /^(?:Integer\()?ENV\.fetch\(\s*["']\w+["']\s*\)\s*\{\s*(.+?)\s*\}/.exec(text) ??
    /^(?:Integer\()?ENV\.fetch\(\s*["']\w+["']\s*,\s*(.+?)\s*\)/.exec(text) ??
    /^(?:Integer\()?ENV\[\s*["']\w+["']\s*\]\s*\|\|\s*(.+?)\)?$/.exec(text)
  if (fallback) return evaluate(fallback[1]!, variables, file)
  const path = /^File\.expand_path\(\s*(.+?)\s*,\s*(__FILE__|__dir__)\s*\)/.exec(text)
  if (path) {
    const relative = evaluate(path[1]!, variables, file)
    const start = path[2] === '__FILE__' ? file : parentOf(file)
    return relative === undefined ? undefined : resolvePath(start, relative)
  }
  const parts = /^File\.join\((.+)\)$/.exec(text)?.[1]?.split(',')
  if (parts) {
    const values = parts.map((part) => evaluate(part, variables, file))
    return values.includes(undefined) ? undefined : values.join('/').replace(/\/+/g, '/')
  }
  const found = literal.exec(text)
  if (found) {
    const [whole, double, single, symbol, number] = found
    // What follows may be another argument, or a call that makes something else of it.
    if (!/^\s*(?:,|$|\bif\b|\bunless\b)/.test(text.slice(whole.length))) return undefined
    return double === undefined
      ? (single ?? symbol ?? number?.replaceAll('_', ''))
      : interpolate(double, variables)
  }
  return variables.get(/^(\w+)$/.exec(text)?.[1] ?? '')
}

/** A double-quoted string's text; undefined where a part of it is not known. */
function interpolate(text: string, variables: Variables): string | undefined {
  let isKnown = true
  const result = text.replace(/#\{\s*([^}]*?)\s*\}/g, (_, name: string) => {
    const value = variables.get(name)
    if (value === undefined) isKnown = false
    return value ?? ''
  })
  return isKnown && !/#[@$]|\\/.test(result) ? result : undefined
}

/** The local variables that a file sets to something that can be told. */
export function variablesOf(lines: readonly string[], file: string): Variables {
  const variables = new Map<string, string>()
  for (const line of lines) {
    const [, name, expression] = /^([a-z_]\w*)\s*=\s*([^=~].*)$/.exec(line) ?? []
    const value = name === undefined ? undefined : evaluate(expression!, variables, file)
    if (value !== undefined) variables.set(name!, value)
  }
  return variables
}

/** A path from a folder, without `.` and `..` in it. */
export function resolvePath(folder: string, path: string): string {
  const parts: string[] = []
  for (const part of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 1))
}
