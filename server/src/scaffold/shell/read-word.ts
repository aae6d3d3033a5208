import type { ShellWord, WordPart } from './script.ts'

/** A place in a script, which moves on as it is read. */
export interface Cursor {
  readonly text: string
  at: number
}

/**
 * Reads the word that begins at the cursor, which is put behind it.
 * @returns undefined where a quote or a bracket is never closed, or there is no word
 */
export function readWord(cursor: Cursor): ShellWord | undefined {
  const { text } = cursor
  const start = cursor.at
  const parts: WordPart[] = []
  let isSimple = text[start] !== '~'
  const add = (more: string) => {
    const last = parts.at(-1)
    if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + more }
    else parts.push({ kind: 'text', text: more })
  }
  let inDouble = false
  while (cursor.at < text.length) {
    const char = text[cursor.at]!
    if (!inDouble && /[\s;&|<>()]/.test(char)) break
    if (char === '"') {
      inDouble = !inDouble
      add('')
      cursor.at += 1
    } else if (char === '\\') {
      const next = text[cursor.at + 1] ?? ''
      if (next !== '\n') add(inDouble && !/[$`"\\]/.test(next) ? `\\${next}` : next)
      cursor.at += 2
    } else if (char === "'" && !inDouble) {
      const end = text.indexOf("'", cursor.at + 1)
      if (end < 0) return undefined
      add(text.slice(cursor.at + 1, end))
      cursor.at = end + 1
    } else if (char === '$' || char === '`') {
      const variable = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/.exec(text.slice(cursor.at, cursor.at + 200))
      if (variable) {
        parts.push({ kind: 'variable', name: variable[1] ?? variable[2]!, quoted: inDouble })
        cursor.at += variable[0].length
      } else if (char === '$' && /^(?:["\s]|$)/.test(text.slice(cursor.at + 1, cursor.at + 2)) && inDouble) {
        add('$')
        cursor.at += 1
      } else {
        isSimple = false
        const end = skipSubstitution(text, cursor.at)
        if (end === undefined) return undefined
        cursor.at = end
      }
    } else {
      if (!inDouble && /[*?[]/.test(char)) isSimple = false
      add(char)
      cursor.at += 1
    }
  }
  cursor.at = Math.min(cursor.at, text.length)
  if (inDouble || cursor.at === start) return undefined
  return { start, end: cursor.at, parts: isSimple ? parts : undefined }
}

/** The end of `$(...)`, `${...}`, `` `...` `` or of something such as `$1`; undefined where it is never closed. */
function skipSubstitution(text: string, start: number): number | undefined {
  if (text[start] === '`') {
    for (let at = start + 1; at < text.length; at += 1) {
      if (text[at] === '\\') at += 1
      else if (text[at] === '`') return at + 1
    }
    return undefined
  }
  const open = text[start + 1]
  if (open !== '(' && open !== '{') return start + (open !== undefined && /[\w@*#?$!-]/.test(open) ? 2 : 1)
  const close = open === '(' ? ')' : '}'
  let depth = 0
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text[at]
    if (char === '\\') at += 1
    else if (char === "'" || char === '"') {
      const end = text.indexOf(char, at + 1)
      if (end < 0) return undefined
      at = end
    } else if (char === open) depth += 1
    else if (char === close) {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return undefined
}
