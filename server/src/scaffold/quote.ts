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

/** Whether systemd takes a path for a program: `exec_command` refuses more than other paths do, and 262 wildcards. */
function isProgram(path: string): boolean {
  // A dollar sign is no variable there, yet doubling it is right for the arguments only.
  return !/["'\\*?[$]/.test(path)
}

/** An argument of a command: variables are expanded there, and specifiers. */
function argument(text: string): string {
  return word(plainValue(text.replaceAll('$', '$$$$')))
}

/** A word among others. */
function word(text: string): string {
  if (text !== '' && text !== ';' && !/[\s"'\\]/.test(text)) return text
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}
