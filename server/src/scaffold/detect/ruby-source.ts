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

/** So long is no expression that somebody wrote; its parts may be as deep in one another as there are characters. */
const longest = 2000

/**
 * What an expression comes to where that can be told without running it: a literal, or the value that stands in for an
 * environment variable that is not set.
 * @param file path of the file that it stands in, below the `config` of its app, for `__FILE__` and `Rails.root`
 */
export function evaluate(expression: string, variables: Variables, file: string): string | undefined {
  if (expression.length > longest) return undefined
  const text = withoutModifier(expression)
    .replace(/^\((.*)\)$/, '$1')
    .trim()
  const fallback = standInOf(text)
  if (fallback) return evaluate(fallback, variables, file)
  const parts = splitAt(text, '+')
  // Else it is a sum.
  if (parts.length > 1 && parts.some((part) => /^["']/.test(part))) {
    const values = parts.map((part) => evaluate(part, variables, file))
    return values.includes(undefined) ? undefined : values.join('')
  }
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

/** What stands in an expression for an environment variable that is not set. */
function standInOf(text: string): string | undefined {
  const [, whole, rest = ''] = /^(Integer\()?ENV(.*)$/s.exec(text) ?? []
  const [, other] = oneOrOther.exec(rest) ?? []
  if (other !== undefined) return whole === undefined ? other : other.replace(/\)$/, '')
  const open = /^\.fetch\(/.test(rest) ? '.fetch'.length : undefined
  const close = open === undefined ? undefined : closingOf(rest, open)
  if (close === undefined) return undefined
  const [, ...others] = splitAt(rest.slice('.fetch('.length, close), ',')
  if (others.length > 0) return others.join(', ')
  const block = /^\s*\{/.exec(rest.slice(close + 1))
  const from = block ? close + block[0].length : 0
  const to = block ? closingOf(rest, from) : undefined
  return to === undefined ? undefined : rest.slice(from + 1, to).trim()
}

const oneOrOther = new RegExp(`^\\[\\s*${environmentName}\\s*\\]\\s*\\|\\|\\s*(.+)$`, 's')

const partners: Readonly<Partial<Record<string, string>>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '"': '"',
  "'": "'",
}

/** Where the bracket or the quote at a place is closed again; undefined where it is not. */
function closingOf(text: string, from: number): number | undefined {
  // What is open, each as the sign that closes it.
  const open: string[] = []
  for (let at = from; at < text.length; at++) {
    const char = text[at]!
    const end = open.at(-1)
    const isQuoted = end === '"' || end === "'"
    if (isQuoted && char === '\\') at++
    else if (char === end) {
      open.pop()
      if (open.length === 0) return at
    } else if (end === '"' && char === '#' && text[at + 1] === '{') {
      open.push('}')
      at++
    } else if (!isQuoted && partners[char] !== undefined) open.push(partners[char])
  }
  return undefined
}

/** The parts of an expression between the signs that stand outside of its brackets and strings. */
export function splitAt(text: string, sign: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (partners[char] !== undefined) at = closingOf(text, at) ?? text.length
    else if (char === sign) {
      parts.push(text.slice(start, at).trim())
      start = at + 1
    }
  }
  return [...parts, text.slice(start).trim()]
}

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
  if (!found) return variables.get(/^(\w+)(?:\.to_[is])?$/.exec(text)?.[1] ?? '')
  const [whole, double, single, symbol, number] = found
  // What follows may be another argument, or a call that makes something else of it.
  if (!/^(?:\.(?:freeze|to_[is]))?\s*(?:,|$)/.test(text.slice(whole.length))) return undefined
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

/** The variables and constants that a file sets to something that can be told. */
export function variablesOf(lines: readonly string[], file: string): Variables {
  const variables = new Map<string, string>()
  for (const line of lines) {
    const [, name, expression] = /^([A-Za-z_]\w*)\s*(?:\|\|)?=\s*([^=~].*)$/.exec(line) ?? []
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
