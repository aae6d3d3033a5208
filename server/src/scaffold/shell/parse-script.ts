import { type Cursor, readWord } from './read-word.ts'
import type {
  HereDocument,
  Pipeline,
  Redirect,
  Script,
  ShellCommand,
  ShellWord,
  Statement,
} from './script.ts'

interface Lexer extends Cursor {
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
