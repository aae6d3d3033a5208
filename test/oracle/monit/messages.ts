/** What a message of monit's is about: the text itself, the machine that monit ran on, or a remark without consequence. */
export type MessageClass = 'syntax' | 'semantic' | 'warning' | `env:${Environment}`

/** What of the machine a message is about; on another one the same text may be fine. */
type Environment = 'program' | 'user' | 'file' | 'include' | 'host' | 'root' | 'system' | 'permission'

export interface Message {
  /** The control file itself, or the base name of an included one. */
  readonly file: 'own' | (string & {})
  /** From 1; undefined where monit names none. */
  readonly line: number | undefined
  readonly text: string
  /** What monit had just read, as written; undefined where monit names nothing. */
  readonly token: string | undefined
  readonly class: MessageClass
  /** Whether monit refuses the file for it. */
  readonly refuses: boolean
}

interface Kind {
  readonly starts: readonly RegExp[]
  readonly class: MessageClass
  readonly refuses: boolean
}

/** How messages begin, found out by asking 5.27.2 to 6.0.0. What is not here is an error about the text. */
const kinds: readonly Kind[] = [
  refusal(
    'syntax',
    /^syntax error/,
    /^unbalanced (?:quotes|escape)/,
    /^missing (?:address|hostname)/,
    /^invalid (?:mail format|hostgroup list|every format|HTTP header|token)/,
    /^URL protocol not supported/,
  ),
  refusal('env:program', /^A 'check program' statement requires the program/),
  refusal('env:user', /^Requested (?:user|uid|group|gid) not found/),
  refusal('env:root', /^(?:UID|GID) statement requires root/, /^Cannot activate service check/),
  refusal('env:include', /^Cannot include file/),
  refusal(
    'env:file',
    /^Cannot read (?:regex match file|htpasswd)/,
    /^The htpasswd file '.*' is not a file/,
    /^SSL .* (?:file|directory) (?:doesn't exist|is not|permissions check)/,
  ),
  refusal('env:host', /^Cannot translate /),
  refusal(
    'env:system',
    /^Your SSL Library does not support/,
    /^(?:Cannot get system hostname|'check system' not)/,
  ),
  refusal('env:permission', /^The (?:control )?file '.*' (?:permission|must be)/),
  remark('env:program', /^Program (?:does not exist|is not executable)/),
  remark('env:include', /^Include (?:failed|loop)/),
  remark(
    'env:file',
    /^checksum: /,
    /^Cannot compute a checksum/,
    /^htpasswd file .* has no usable credentials/,
  ),
  remark('env:host', /^invalid allow option/, /^Skipping 'allow /),
  remark('env:system', /^Cannot test cpu/, /^The (?:CPU|per-process|per-system) /),
  remark(
    'warning',
    /^(?:'[^']*'(?: with path)?|The '.*' syntax) is deprecated/,
    /^The '(?:every|address)' (?:statement|option) can be specified only once/,
    /^(?:Credentials for user|PAM group) .* (?:already added|added already)/,
    /^SIP max forward/,
    /^We don't recommend setting the Connection header/,
    /^M\/Monit/,
  ),
]

/** Messages for which monit refuses the file. */
function refusal(messageClass: MessageClass, ...starts: readonly RegExp[]): Kind {
  return { starts, class: messageClass, refuses: true }
}

/** Messages in spite of which monit takes the file. */
function remark(messageClass: MessageClass, ...starts: readonly RegExp[]): Kind {
  return { starts, class: messageClass, refuses: false }
}

/** How messages without file and line begin. */
const unplaced: readonly RegExp[] = [
  /^Poll time/,
  /^'check (?:host|program)/,
  /^(?:Depending service|Found a depend loop|Include loop|Monit exiting)/,
  ...kinds.filter((each) => each.class !== 'syntax').flatMap(({ starts }) => starts),
]

/** Says itself that there were others. */
const epilogue = /^Monit exiting due to parsing errors/

/**
 * Reads what `monit -t` printed on its error stream.
 * @param output all of it
 * @param file the path by which monit was given the control file
 * @returns the messages in their order
 */
export function parseMessages(output: string, file: string): readonly Message[] {
  return chunksOf(output).flatMap((chunk) => {
    const placed = /^(\/[^\n]*?|\S[^\n:]*?):(\d+): ([\s\S]*)$/.exec(chunk)
    const said = placed ? placed[3]! : chunk
    if (epilogue.test(said)) return []
    // The token comes last. It may hold quotes, as the text before it may, but not that of a syntax error.
    const parts = /^syntax error/.test(said) ? /^(.*?) '([\s\S]*)'$/ : /^([\s\S]*) '([\s\S]*)'$/
    const [, text = said, token] = (placed && parts.exec(said)) || []
    const { class: messageClass, refuses } = kindOf(said)
    return [
      {
        file: placed === null || placed[1] === file ? 'own' : placed[1]!.replace(/^.*\//, ''),
        line: placed ? Number(placed[2]) : undefined,
        text: text.trim(),
        token,
        class: messageClass,
        refuses,
      },
    ]
  })
}

function kindOf(text: string): Pick<Message, 'class' | 'refuses'> {
  const known = kinds.find(({ starts }) => starts.some((start) => start.test(text)))
  return known ?? { class: 'semantic', refuses: true }
}

/** One piece a message: a message may hold newlines, since the token that ends it may. */
function chunksOf(output: string): readonly string[] {
  const chunks: string[] = []
  for (const line of output.split('\n')) {
    const begins = /^\/[^\n]*?:\d+: /.test(line) || unplaced.some((start) => start.test(line))
    if (begins || chunks.length === 0) chunks.push(line)
    else chunks.push(`${chunks.pop()}\n${line}`)
  }
  return chunks.map((chunk) => chunk.trimEnd()).filter((chunk) => chunk !== '')
}
