import type { Step } from './action.ts'

/**
 * A shell whose language is known. `posix` is what dash, ksh and busybox have in common; for any other shell a terminal
 * with `/bin/sh` is the way.
 */
export type Shell = 'posix' | 'bash' | 'zsh' | 'fish' | 'pwsh'

const shells: Readonly<Record<string, Shell>> = {
  sh: 'posix',
  dash: 'posix',
  ash: 'posix',
  ksh: 'posix',
  mksh: 'posix',
  ksh93: 'posix',
  bash: 'bash',
  rbash: 'bash',
  zsh: 'zsh',
  fish: 'fish',
  pwsh: 'pwsh',
}

/**
 * The shell that a path leads to, or that an editor names; undefined where its language is not known here.
 * @param path `/usr/bin/bash`, `bash`, `-bash`
 */
export function shellOf(path: string): Shell | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/^-/, '')
  return Object.hasOwn(shells, name) ? shells[name] : undefined
}

/** What no shell reads as anything but itself, wherever in a word it stands; the first character may be less. */
const plain = /^[A-Za-z0-9_./-][A-Za-z0-9_./:@+,-]*(?:=[A-Za-z0-9_./:@+,-]*)?$/
/** PowerShell cuts words at dots and colons after a dash, and makes lists at commas. */
const plainInPwsh = /^(?:--?)?[A-Za-z0-9_/][A-Za-z0-9_/-]*$/
/** An interactive shell acts on these while it is typed into: completion, interrupts, the end of the line. */
const control = /[\x00-\x1f\x7f-\x9f]/

/**
 * An argument vector as one line for a shell, which hands over exactly these arguments whether it reads the line from a
 * file or is typed into, history expansion included. The line has no control characters.
 * @param argv no argument may have a NUL byte in it, as the system demands; halves of characters are not kept
 */
export function quoteLine(argv: readonly string[], shell: Shell): string {
  const line = argv.map((argument) => quoteWord(argument, shell)).join(' ')
  if (shell === 'pwsh') return plainInPwsh.test(argv[0] ?? '') ? line : `& ${line}`
  if (shell !== 'posix' || !argv.some((argument) => control.test(argument))) return line
  // Only `printf` can name a control character there, and what it prints loses the line feeds at its end: so the whole
  // line is printed, which ends in something else.
  const text = argv.map((argument) => singleQuotes(argument)).join(' ')
  return `eval "$(printf %b '${escapeForPrintf(text)}')"`
}

/**
 * Several commands as one line. Each runs where those before it went well; where one may fail, the next runs anyway.
 * Exit statuses: that of the first command that ended the line, or of the last.
 */
export function quoteSteps(steps: readonly Step[], shell: Shell): string {
  return steps
    .map(({ argv, mayFail }) => `${quoteLine(argv, shell)}${mayFail ? ' || true' : ''}`)
    .join(' && ')
}

/**
 * A line that writes its exit status into a file once it is done: for terminals whose shell does not tell.
 * @param line as `quoteSteps()` gives it
 * @param file an absolute path without control characters; what is there is replaced
 */
export function withExitStatus(line: string, shell: Shell, file: string): string {
  const target = quoteLine([file], shell).replace(/^& /, '')
  switch (shell) {
    case 'fish':
      return `${line}; echo $status >${target}`
    case 'pwsh':
      return `${line}; $LASTEXITCODE | Set-Content -LiteralPath ${target}`
    default:
      return `${line}; echo "$?" >|${target}`
  }
}

function quoteWord(argument: string, shell: Shell): string {
  if ((shell === 'pwsh' ? plainInPwsh : plain).test(argument)) return argument
  if (!control.test(argument))
    return shell === 'pwsh' ? singleQuotesOfPwsh(argument) : singleQuotesOf(argument, shell)
  switch (shell) {
    case 'bash':
    case 'zsh':
      return dollarQuotes(argument)
    case 'fish':
      return fishEscapes(argument)
    case 'pwsh':
      return doubleQuotesOfPwsh(argument)
    case 'posix':
      return singleQuotes(argument)
  }
}

function singleQuotesOf(argument: string, shell: 'posix' | 'bash' | 'zsh' | 'fish'): string {
  return shell === 'fish' ? `'${argument.replace(/['\\]/g, '\\$&')}'` : singleQuotes(argument)
}

/** Between single quotes nothing has a meaning but their end. */
function singleQuotes(argument: string): string {
  return `'${argument.replaceAll("'", `'"'"'`)}'`
}

/** Whatever could mean something to anybody by its octal bytes, `!` included: history is expanded in these quotes. */
function dollarQuotes(argument: string): string {
  const text = argument.replace(/[\x00-\x1f\x7f-\x9f'\\!]/g, (char) => octalBytes(char, '\\'))
  return `$'${text}'`
}

/** `%b` reads `\0` and three digits. */
function escapeForPrintf(text: string): string {
  return text.replace(/[\x00-\x1f\x7f-\x9f'\\]/g, (char) => octalBytes(char, '\\0'))
}

function octalBytes(char: string, prefix: string): string {
  return bytesOf(char)
    .map((byte) => `${prefix}${byte.toString(8).padStart(3, '0')}`)
    .join('')
}

/** Escapes work outside of quotes only there. */
function fishEscapes(argument: string): string {
  return argument
    .split(/([\x00-\x1f\x7f-\x9f]+)/)
    .filter((piece) => piece !== '')
    .map((piece) => (control.test(piece) ? hexBytes(piece) : singleQuotesOf(piece, 'fish')))
    .join('')
}

function hexBytes(text: string): string {
  return bytesOf(text)
    .map((byte) => `\\X${byte.toString(16).padStart(2, '0')}`)
    .join('')
}

/** Typographic quotes end a text there as plain ones do. */
function singleQuotesOfPwsh(argument: string): string {
  return `'${argument.replace(/['\u2018-\u201b]/g, '$&$&')}'`
}

function doubleQuotesOfPwsh(argument: string): string {
  const text = argument
    .replace(/["$`\u201c-\u201e]/g, '`$&')
    .replace(/[\x00-\x1f\x7f-\x9f]/g, (char) => `\`u{${char.charCodeAt(0).toString(16)}}`)
  return `"${text}"`
}

function bytesOf(text: string): readonly number[] {
  return [...new TextEncoder().encode(text)]
}
