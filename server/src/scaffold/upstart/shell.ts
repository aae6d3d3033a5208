// As much of the shell's language as it takes to tell a script that only starts a program from one that does more.
// What is more is left to the shell as it stands.

/** A stretch of a word: text without its quotes, or a variable to be put in. */
export type WordPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly quoted: boolean }

/** A word of a command. `parts` is undefined where the shell does more with it than put in variables. */
export interface ShellWord {
  readonly start: number
  readonly end: number
  readonly parts: readonly WordPart[] | undefined
}

export interface Redirect {
  /** The descriptor that is redirected: 1 for `>`, 0 for `<`; `&` for both outputs. */
  readonly from: string
  readonly operator: string
  readonly target: ShellWord
}

/** A program with its arguments; offsets are of the script. */
export interface ShellCommand {
  readonly start: number
  readonly end: number
  readonly words: readonly ShellWord[]
  readonly redirects: readonly Redirect[]
  readonly hereDocument: HereDocument | undefined
}

export interface HereDocument {
  readonly text: string
  /** Whether the shell leaves the text as it is. */
  readonly quoted: boolean
}

/** Commands that are piped into each other. */
export interface Pipeline {
  readonly commands: readonly ShellCommand[]
  /** What parts it from the one before it in the same statement. */
  readonly after: '&&' | '||' | undefined
}

/** What a line or a `;` ends. */
export interface Statement {
  readonly start: number
  readonly pipelines: readonly Pipeline[]
  readonly inBackground: boolean
}

export interface Script {
  readonly text: string
  readonly statements: readonly Statement[]
  /** Where the part begins that is more than simple commands; undefined where there is none. */
  readonly opaqueFrom: number | undefined
}

interface Lexer {
  readonly text: string
  at: number
  /** Here-documents whose text begins in the next line. */
  pending: { tag: string; quoted: boolean; indented: boolean; fill(text: string): void }[]
}

/** Words that begin something other than a simple command. */
const reserved =
  /^(?:if|then|elif|else|fi|for|while|until|do|done|case|esac|in|function|select|time|coproc|!|\{|\}|\[\[)$/

/** Cuts a script into its simple commands, up to the first thing that is none. */
export function parseScript(text: string): Script {
  const lexer: Lexer = { text, at: 0, pending: [] }
  const statements: Statement[] = []
  for (;;) {
    skipBetween(lexer)
    if (lexer.at >= text.length) return { text, statements, opaqueFrom: undefined }
    const start = lexer.at
    const statement = readStatement(lexer)
    if (!statement) return { text, statements, opaqueFrom: start }
    statements.push(statement)
  }
}

/** Skips blanks, ends of lines with the documents behind them, comments and `;`. */
function skipBetween(lexer: Lexer): void {
  for (;;) {
    skipBlanks(lexer)
    const char = lexer.text[lexer.at]
    if (char === '\n') readHereDocuments(lexer)
    else if (char === ';' && lexer.text[lexer.at + 1] !== ';') lexer.at += 1
    else if (char === '#') skipComment(lexer)
    else return
  }
}

function skipBlanks(lexer: Lexer): void {
  for (;;) {
    if (/[ \t]/.test(lexer.text[lexer.at] ?? '')) lexer.at += 1
    else if (lexer.text.startsWith('\\\n', lexer.at)) lexer.at += 2
    else return
  }
}

function skipComment(lexer: Lexer): void {
  const end = lexer.text.indexOf('\n', lexer.at)
  lexer.at = end < 0 ? lexer.text.length : end
}

/** Passes the end of a line and the here-documents that follow it. */
function readHereDocuments(lexer: Lexer): void {
  lexer.at += 1
  for (const { tag, indented, fill } of lexer.pending) {
    const lines: string[] = []
    while (lexer.at < lexer.text.length) {
      const end = lexer.text.indexOf('\n', lexer.at)
      const line = lexer.text.slice(lexer.at, end < 0 ? undefined : end)
      lexer.at = end < 0 ? lexer.text.length : end + 1
      const bare = indented ? line.replace(/^\t+/, '') : line
      // Scripts lose the indentation that all their lines share, the last one too; blanks behind it are slips.
      if (bare.trim() === tag) break
      lines.push(bare)
    }
    fill(lines.join('\n'))
  }
  lexer.pending = []
}

function readStatement(lexer: Lexer): Statement | undefined {
  const start = lexer.at
  const pipelines: Pipeline[] = []
  let after: Pipeline['after']
  for (;;) {
    const commands = readPipeline(lexer)
    if (!commands) return undefined
    pipelines.push({ commands, after })
    const operator = lexer.text.slice(lexer.at, lexer.at + 2)
    if (operator !== '&&' && operator !== '||') break
    after = operator
    lexer.at += 2
    skipBetween(lexer)
  }
  const next = lexer.text[lexer.at]
  if (next === ')' || lexer.text.startsWith(';;', lexer.at)) return undefined
  const inBackground = next === '&'
  if (inBackground || next === ';') lexer.at += 1
  // The text of its here-documents belongs to it.
  if (lexer.pending.length > 0) {
    skipBlanks(lexer)
    if (lexer.text[lexer.at] === '#') skipComment(lexer)
    if (lexer.text[lexer.at] !== '\n') return undefined
    readHereDocuments(lexer)
  }
  return { start, pipelines, inBackground }
}

function readPipeline(lexer: Lexer): readonly ShellCommand[] | undefined {
  const commands: ShellCommand[] = []
  for (;;) {
    const command = readCommand(lexer)
    if (!command) return undefined
    commands.push(command)
    if (lexer.text[lexer.at] !== '|' || /^(?:\|\||\|&)/.test(lexer.text.slice(lexer.at, lexer.at + 2))) {
      return lexer.text.startsWith('|&', lexer.at) ? undefined : commands
    }
    lexer.at += 1
    skipBetween(lexer)
  }
}

const redirection = /(\d*|&)(>>|>\||>&|>|<<-|<<<|<<|<&|<>|<)/y

function readCommand(lexer: Lexer): ShellCommand | undefined {
  const words: ShellWord[] = []
  const redirects: Redirect[] = []
  const held: { hereDocument: HereDocument | undefined } = { hereDocument: undefined }
  const start = lexer.at
  let end = start
  for (;;) {
    skipBlanks(lexer)
    const char = lexer.text[lexer.at]
    if (char === undefined || /[\n;|)]/.test(char)) break
    if (char === '#') {
      skipComment(lexer)
      break
    }
    redirection.lastIndex = lexer.at
    const match = redirection.exec(lexer.text)
    if (char === '&' && match?.[1] !== '&') break
    if (char === '(') return undefined
    if (match) {
      lexer.at += match[0].length
      if (!readRedirect(lexer, match[1]!, match[2]!, redirects, held)) return undefined
      end = lexer.at
      continue
    }
    const word = readWord(lexer)
    if (!word) return undefined
    if (words.length === 0 && reserved.test(lexer.text.slice(word.start, word.end))) return undefined
    words.push(word)
    end = word.end
  }
  if (words.length === 0 && redirects.length === 0) return undefined
  return {
    start,
    end,
    words,
    redirects,
    get hereDocument() {
      return held.hereDocument
    },
  }
}

function readRedirect(
  lexer: Lexer,
  from: string,
  operator: string,
  redirects: Redirect[],
  held: { hereDocument: HereDocument | undefined },
): boolean {
  if (operator === '<<<') return false
  skipBlanks(lexer)
  const target = readWord(lexer)
  if (!target) return false
  if (!operator.startsWith('<<')) {
    redirects.push({ from: from || (operator.startsWith('<') ? '0' : '1'), operator, target })
    return true
  }
  const source = lexer.text.slice(target.start, target.end)
  const quoted = /["'\\]/.test(source)
  lexer.pending.push({
    tag: source.replace(/["'\\]/g, ''),
    quoted,
    indented: operator === '<<-',
    fill: (text) => {
      held.hereDocument = { text, quoted }
    },
  })
  return true
}

/** @returns undefined where a quote or a bracket is never closed, or there is no word */
function readWord(lexer: Lexer): ShellWord | undefined {
  const { text } = lexer
  const start = lexer.at
  const parts: WordPart[] = []
  let isSimple = text[start] !== '~'
  const add = (more: string) => {
    const last = parts.at(-1)
    if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + more }
    else parts.push({ kind: 'text', text: more })
  }
  let inDouble = false
  while (lexer.at < text.length) {
    const char = text[lexer.at]!
    if (!inDouble && /[\s;&|<>()]/.test(char)) break
    if (char === '"') {
      inDouble = !inDouble
      add('')
      lexer.at += 1
    } else if (char === '\\') {
      const next = text[lexer.at + 1] ?? ''
      if (next !== '\n') add(inDouble && !/[$`"\\]/.test(next) ? `\\${next}` : next)
      lexer.at += 2
    } else if (char === "'" && !inDouble) {
      const end = text.indexOf("'", lexer.at + 1)
      if (end < 0) return undefined
      add(text.slice(lexer.at + 1, end))
      lexer.at = end + 1
    } else if (char === '$' || char === '`') {
      const variable = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/.exec(text.slice(lexer.at, lexer.at + 200))
      if (variable) {
        parts.push({ kind: 'variable', name: variable[1] ?? variable[2]!, quoted: inDouble })
        lexer.at += variable[0].length
      } else if (char === '$' && /^(?:["\s]|$)/.test(text.slice(lexer.at + 1, lexer.at + 2)) && inDouble) {
        add('$')
        lexer.at += 1
      } else {
        isSimple = false
        const end = skipSubstitution(text, lexer.at)
        if (end === undefined) return undefined
        lexer.at = end
      }
    } else {
      if (!inDouble && /[*?[]/.test(char)) isSimple = false
      add(char)
      lexer.at += 1
    }
  }
  lexer.at = Math.min(lexer.at, text.length)
  if (inDouble || lexer.at === start) return undefined
  return { start, end: lexer.at, parts: isSimple ? parts : undefined }
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

/** The text of a word in which nothing is put in; undefined for others. */
export function plainWord(word: ShellWord | undefined): string | undefined {
  if (!word?.parts?.every((part) => part.kind === 'text')) return undefined
  return word.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
}
