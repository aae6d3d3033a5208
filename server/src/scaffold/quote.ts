// How texts are written into unit files so that systemd reads them back unchanged. None of these texts holds a control
// character: `answers.ts` keeps those out.

// A text that begins with `~/` lies in the home folder of the user whose manager reads the unit, which is `%h` to systemd:
// so one file fits the developer's machine and the server.

/** A text as a value in which systemd expands specifiers and does nothing else. */
export function plainValue(text: string): string {
  return text.replaceAll('%', '%%').replace(/^~(?=\/)/, '%h')
}

/**
 * An absolute path as the value of WorkingDirectory= and its like, which know neither quotes nor escapes: blanks and
 * quotes are themselves.
 */
export function pathValue(path: string): string {
  // A blank at the end would be cut off, and a backslash take in the next line; a slash at the end is dropped instead.
  return plainValue(path).replace(/[\s\\]$/, '$&/')
}

/** A path as the value of EnvironmentFile=, which is a pattern as of glob(7). */
export function patternValue(path: string): string {
  const last = /[\s\\]$/.exec(path)?.[0] ?? ''
  const literal = path.slice(0, path.length - last.length).replace(/[*?[\\]/g, '\\$&')
  // At the end of a line blanks and backslashes mean something; within brackets they don't stand there.
  return plainValue(literal) + (last === '' ? '' : `[${last.replace('\\', '\\\\')}]`)
}

/** A path among others, as the value of ReadWritePaths= and its like. */
export function listedPathValue(path: string): string {
  return word(plainValue(path))
}

/** An assignment for Environment=. */
export function assignmentValue(name: string, value: string): string {
  return word(`${name}=${plainValue(value)}`)
}

/**
 * A command line for ExecStart= and its like.
 * @param program its path
 */
export function commandValue(program: string, args: readonly string[]): string {
  if (isProgram(program)) return [word(plainValue(program)), ...args.map(argument)].join(' ')
  // systemd takes no quote, backslash or wildcard in the name of a program; a shell that gives way to it does.
  return ['/bin/sh', '-c', ...['exec "$0" "$@"', program, ...args].map(argument)].join(' ')
}

/**
 * A stretch of a text: itself, `~` and all, or something that systemd puts in: a specifier by its letter, or, in commands
 * only, a variable. One that splits is a word of its own and becomes as many as it has words.
 */
export type Piece =
  | string
  | { readonly specifier: string }
  | { readonly variable: string; readonly splits?: boolean }

/** A text of pieces as a value in which systemd expands specifiers and does nothing else. */
export function pieceValue(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece.replaceAll('%', '%%')
      return 'specifier' in piece ? `%${piece.specifier}` : `\${${piece.variable}}`
    })
    .join('')
}

/** An assignment for Environment= whose value is of pieces. */
export function pieceAssignment(name: string, value: readonly Piece[]): string {
  return word(`${name}=${pieceValue(value)}`)
}

/**
 * A command line of pieces for ExecStart= and its like.
 * @param program without variables, and fit for `isProgram()`
 */
export function pieceCommand(program: readonly Piece[], args: readonly (readonly Piece[])[]): string {
  return [word(pieceValue(program)), ...args.map(pieceArgument)].join(' ')
}

function pieceArgument(pieces: readonly Piece[]): string {
  const [only] = pieces
  if (pieces.length === 1 && typeof only === 'object' && 'variable' in only && only.splits) {
    return `$${only.variable}`
  }
  return word(
    pieceValue(pieces.map((piece) => (typeof piece === 'string' ? piece.replaceAll('$', '$$$$') : piece))),
  )
}

/**
 * A command that gives a script to a shell, which reads it as it stands here.
 * @param shell the path of the shell, with its options up to `-c`
 * @param isFolded whether no quote goes on over the end of a line and nothing else minds blanks at a beginning: then the
 * unit shows lines as lines, and the script's comments as its own, which systemd leaves out
 */
export function scriptValue(shell: string, script: string, isFolded: boolean): string {
  const lines = script.split('\n')
  if (lines.length === 1 || !isFolded) return `${shell} '${scriptText(script)}'`
  const shown = lines.map((line, at) => {
    if (isComment(lines, at)) return line.replaceAll('\t', '  ').replace(/\s*\\+$/, '')
    // systemd would take the line for a comment.
    const text = scriptText(line.replaceAll('\t', '  '))
      .replace(/^(\s*);/, '$1\\x3b')
      .replace(/^(\s*)#/, '$1\\x23')
    return at < lines.length - 1 ? `${text}\\n\\` : text
  })
  const isOpen = /^\s*#/.test(shown.at(-1)!)
  return `${shell} '\\\n  ${shown.join('\n  ')}${isOpen ? '\n  ' : ''}'`
}

/** Whether a line of a script is a comment alone: not where the line before takes it in. */
function isComment(lines: readonly string[], at: number): boolean {
  if (!/^\s*#/.test(lines[at]!)) return false
  let start = at
  while (start > 0 && lines[start - 1]!.endsWith('\\')) start -= 1
  // A comment takes nothing in.
  return start === at || lines.slice(start, at).every((line) => /^\s*#/.test(line))
}

/** A text within single quotes. */
function scriptText(text: string): string {
  return text
    .replace(/[\\']/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('%', '%%')
    .replaceAll('$', '$$$$')
}

/** Whether systemd takes a path for a program: `exec_command` refuses more than other paths do, and 262 wildcards. */
export function isProgram(path: string): boolean {
  // A dollar sign is no variable there, yet doubling it is right for the arguments only.
  return !/["'\\*?[$]/.test(path)
}

/** An argument of a command: variables are expanded there, and specifiers. */
function argument(text: string): string {
  return word(plainValue(text.replaceAll('$', '$$$$')))
}

/** A word among others. What would mean something to a shell is quoted as well, for whoever reads it. */
function word(text: string): string {
  if (text !== '' && !/[\s"'\\*?[|&<>;`]|^~/.test(text)) return text
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}
