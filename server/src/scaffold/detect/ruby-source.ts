/** A Ruby file's lines of code, without comments; those in a string stay, as far as a line tells. */
export function codeLines(source: string): readonly string[] {
  return source
    .split(/\r?\n/)
    .map((line) => line.replace(/^((?:[^"'#]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*)#.*$/, '$1').trim())
}

/** What variables of a file are known to hold. */
export type Variables = ReadonlyMap<string, string>

/** A double-quoted string, with strings in what is interpolated. */
const double = /"((?:[^"\\#]|\\.|#(?!\{)|#\{(?:[^{}]|\{[^{}]*\})*\})*)"/
const literal = new RegExp(`^(?:${double.source}|'((?:[^'\\\\]|\\\\.)*)'|:(\\w+)|(-?\\d[\\d_]*))`)
const environmentName = /["']\w+["']/.source
const here = '__FILE__|__dir__|File\\.dirname\\(__FILE__\\)'

/**
 * What an expression comes to where that can be told without running it: a literal, or the value that stands in for an
 * environment variable that is not set.
 * @param file path of the file that it stands in, below the `config` of its app, for `__FILE__` and `Rails.root`
 */
export function evaluate(expression: string, variables: Variables, file: string): string | undefined {
  const text = withoutModifier(expression)
    .replace(/^\((.*)\)$/, '$1')
    .trim()
  const fallback = standIn.exec(text)?.slice(1).find(Boolean)
  if (fallback) return evaluate(fallback, variables, file)
  return folderOf(text, variables, file) ?? literalOf(text, variables, file)
}

/**
 * Whether an expression comes to nothing where an environment variable is not set: it is nothing but that variable, or
 * has it in it, and the file asks elsewhere whether it is there.
 */
export function isUnset(expression: string, lines: readonly string[]): boolean {
  const text = withoutModifier(expression)
  const names = [...text.matchAll(/ENV\[\s*["'](\w+)["']\s*\](?!\s*\|\|)/g)].map(([, name]) => name!)
  return (
    lone.test(text) ||
    names.some((name) => {
      const question = new RegExp(`\\bif\\s+ENV(?:\\[\\s*|\\.key\\?\\(\\s*)["']${name}["']`)
      return lines.some((line) => question.test(line))
    })
  )
}

const standIn = new RegExp(
  `^(?:Integer\\()?ENV(?:${[
    `\\.fetch\\(\\s*${environmentName}\\s*\\)\\s*\\{\\s*(.+?)\\s*\\}`,
    `\\.fetch\\(\\s*${environmentName}\\s*,\\s*(.+?)\\s*\\)`,
    `\\[\\s*${environmentName}\\s*\\]\\s*\\|\\|\\s*(.+?)\\)?$`,
  ].join('|')})`,
)

const lone = new RegExp(
  `^\\(?ENV(?:\\[\\s*${environmentName}\\s*\\]|\\.fetch\\(\\s*${environmentName}(?:,\\s*nil)?\\s*\\))\\)?$`,
)

/** An expression without the condition behind it, and without the blanks around. */
function withoutModifier(expression: string): string {
  const text = expression.trim()
  const found = /^((?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^"'])*?)\s(?:if|unless)\s/.exec(text)
  return found ? found[1]!.trimEnd() : text
}

/** What the ways of naming a folder, and paths from one, come to. */
function folderOf(text: string, variables: Variables, file: string): string | undefined {
  const root = file.slice(0, file.lastIndexOf('/config/')) || '/'
  if (/^(?:Rails\.root|Dir\.(?:pwd|getwd))(?:\.to_s)?$/.test(text)) return root
  if (text === '__dir__' || text === 'File.dirname(__FILE__)') return parentOf(file)
  const [, relative, start] =
    new RegExp(`^File\\.expand_path\\(\\s*(.+?)\\s*(?:,\\s*(${here})\\s*)?\\)`).exec(text) ?? []
  if (relative !== undefined) {
    const from = start === undefined ? root : start === '__FILE__' ? file : parentOf(file)
    const path = evaluate(relative, variables, file)
    return path === undefined ? undefined : resolvePath(from, path)
  }
  const [, beginning, list] = /^(File|Rails\.root)\.join\((.+?)\)(?:\.to_s)?$/.exec(text) ?? []
  if (list === undefined) return undefined
  const values = list.split(',').map((part) => evaluate(part, variables, file))
  if (values.includes(undefined)) return undefined
  return [...(beginning === 'File' ? [] : [root]), ...values].join('/').replace(/\/+/g, '/')
}

function literalOf(text: string, variables: Variables, file: string): string | undefined {
  const found = literal.exec(text)
  if (!found) return variables.get(/^(\w+)$/.exec(text)?.[1] ?? '')
  const [whole, double, single, symbol, number] = found
  // What follows may be another argument, or a call that makes something else of it.
  if (!/^\s*(?:,|$)/.test(text.slice(whole.length))) return undefined
  return double === undefined
    ? (single ?? symbol ?? number?.replaceAll('_', ''))
    : interpolate(double, variables, file)
}

/** A double-quoted string's text; undefined where a part of it is not known. */
function interpolate(text: string, variables: Variables, file: string): string | undefined {
  let isKnown = true
  const result = text.replace(/#\{((?:[^{}]|\{[^{}]*\})*)\}/g, (_, part: string) => {
    const value = variables.get(part.trim()) ?? evaluate(part, variables, file)
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
