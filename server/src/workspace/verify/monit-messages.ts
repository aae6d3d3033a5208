/** One message of `monit -t`. */
export interface MonitMessage {
  /** The path of the file that it names; undefined where it is about the whole. */
  readonly path: string | undefined
  /** From 1. */
  readonly line: number | undefined
  readonly text: string
  /** What monit had read last, as written; undefined where it names nothing. */
  readonly token: string | undefined
  /** monit takes the file in spite of it. */
  readonly isWarning: boolean
}

/** How the messages begin in spite of which monit takes a file, as 5.27.2 to 6.0.0 print them. */
const warnings: readonly RegExp[] = [
  /^Program (?:does not exist|is not executable)/,
  /^Include (?:failed|loop)/,
  /^(?:checksum: |Cannot compute a checksum)/,
  /^htpasswd file .* no usable credentials/,
  /^(?:invalid allow option|Skipping 'allow )/,
  /^(?:Cannot test cpu|The (?:CPU|per-process|per-system) )/,
  /^(?:'[^']*'(?: with path)?|The '.*' syntax) is deprecated/,
  /^The '(?:every|address)' (?:statement|option) can be specified only once/,
  /^(?:Credentials for user|PAM group) /,
  /^(?:SIP max forward|We don't recommend setting the Connection header|M\/Monit)/,
  /^(?:New Monit id|Generated unique Monit id)/,
]

/** How those begin that name no file, and for which it refuses one. */
const unplacedErrors: readonly RegExp[] = [
  /^(?:Poll time|'check |A 'check program'|Depending service|Found a depend loop|Monit exiting)/,
  /^(?:Cannot |The (?:control |htpasswd )?file '|SSL |Your SSL |[UG]ID statement )/,
]

/** Says no more than that there was something. */
const epilogue = /^Monit exiting due to parsing errors/

/**
 * Reads what `monit -t` printed on its error stream: `FILE:LINE: TEXT 'TOKEN'`, or a text alone. The token may hold line
 * breaks and quotes.
 * @param paths the files that monit was given, as it was given them
 * @param accepted monit ended well: then all are warnings
 */
export function readMonitMessages(
  output: string,
  paths: readonly string[],
  accepted: boolean,
): readonly MonitMessage[] {
  const chunks: string[] = []
  for (const line of output.split('\n')) {
    const last = chunks.at(-1)
    if (last !== undefined && continues(last, line, paths)) chunks.push(`${chunks.pop()}\n${line}`)
    else chunks.push(line)
  }
  return chunks
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== '' && !epilogue.test(chunk))
    .map((chunk) => readMessage(chunk, paths, accepted))
}

/** True for a line that goes on with the message before it: with its token, or with a sentence. */
function continues(last: string, line: string, paths: readonly string[]): boolean {
  if (placeOf(line, paths) !== undefined || isWarning(line)) return false
  if (unplacedErrors.some((start) => start.test(line))) return false
  return /^[a-z '"]/.test(line) || isOpen(last, paths)
}

function isWarning(said: string): boolean {
  return warnings.some((start) => start.test(said))
}

/** True for the beginning of a message whose token has a line break in it: its closing quote is still to come. */
function isOpen(chunk: string, paths: readonly string[]): boolean {
  return placeOf(chunk, paths) !== undefined && !/ '[\s\S]*'$/.test(chunk)
}

function readMessage(chunk: string, paths: readonly string[], accepted: boolean): MonitMessage {
  const place = placeOf(chunk, paths)
  const said = place ? chunk.slice(place.length) : chunk
  const isHarmless = accepted || isWarning(said)
  if (!place) {
    const text = said.replace(/\s*\n\s*/g, ' ')
    return { path: undefined, line: undefined, text, token: undefined, isWarning: isHarmless }
  }
  const text = said.replace(/\n +/g, ' ').replaceAll('\n', '\\n')
  // The text may hold quotes as well; that of a syntax error doesn't, but its token may.
  const parts = /^(?:syntax error)/.test(said) ? /^.*? '([\s\S]*)'$/ : /^[\s\S]* '([\s\S]*)'$/
  return { path: place.path, line: place.line, text, token: parts.exec(said)?.[1], isWarning: isHarmless }
}

function placeOf(
  text: string,
  paths: readonly string[],
): { readonly path: string; readonly line: number; readonly length: number } | undefined {
  const path = paths.find((each) => text.startsWith(`${each}:`))
  if (path === undefined) return undefined
  const number = /^:(\d+): /.exec(text.slice(path.length))
  return number ? { path, line: Number(number[1]), length: path.length + number[0].length } : undefined
}
