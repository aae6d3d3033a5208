import { readMonitMessages } from '../../../server/src/workspace/verify/monit-messages.ts'

/** What a message for which monit refuses a text is about: the text itself, or the machine that monit runs on. */
export type MessageClass = 'syntax' | 'semantic' | `env:${Environment}`

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
  /** `warning` where monit takes the file in spite of it. */
  readonly class: MessageClass | 'warning'
}

/** How messages begin, found out by asking 5.27.2 to 6.0.0. What is not here is an error of meaning. */
const classes: readonly (readonly [MessageClass, RegExp])[] = [
  [
    'syntax',
    /^(?:syntax error|unbalanced (?:quotes|escape)|missing (?:address|hostname)|URL protocol not supported)/,
  ],
  ['syntax', /^invalid (?:mail format|hostgroup list|every format|HTTP header|token)/],
  ['env:program', /^A 'check program' statement requires the program/],
  ['env:user', /^Requested (?:user|uid|group|gid) not found/],
  ['env:root', /^(?:(?:UID|GID) statement requires root|Cannot activate service check)/],
  ['env:include', /^Cannot include file/],
  ['env:file', /^Cannot read (?:regex match file|htpasswd)/],
  ['env:file', /^The htpasswd file '.*' is not a file/],
  ['env:file', /^SSL .* (?:file|directory) (?:doesn't exist|is not|permissions check)/],
  ['env:host', /^Cannot translate /],
  ['env:system', /^(?:Your SSL Library does not support|Cannot get system hostname|'check system' not)/],
  ['env:permission', /^The (?:control )?file '.*' (?:permission|must be)/],
]

/**
 * Reads what `monit -t` printed on its error stream.
 * @param output all of it
 * @param file the path by which monit was given the control file
 * @returns the messages in their order
 */
export function parseMessages(output: string, file: string): readonly Message[] {
  const included = [...output.matchAll(/^(\/[^\n:]*):\d+: /gm)].map(([, path = '']) => path)
  return readMonitMessages(output, [file, ...included], false).map(
    ({ path, line, text, token, isWarning }) => ({
      file: path === undefined || path === file ? 'own' : path.replace(/^.*\//, ''),
      line,
      text,
      token,
      class: isWarning ? 'warning' : classOf(text),
    }),
  )
}

function classOf(text: string): MessageClass {
  return classes.find(([, start]) => start.test(text))?.[0] ?? 'semantic'
}

/** The messages for which monit refuses a text. */
export function refusalsIn(messages: readonly Message[]): readonly Message[] {
  return messages.filter((each) => each.class !== 'warning')
}

/** Those of them that are about the text and not about the machine. */
export function mistakesIn(messages: readonly Message[]): readonly Message[] {
  const refusals = refusalsIn(messages)
  // A file that is not there counts for monit as none named.
  const lacksFile = refusals.some((each) => each.class === 'env:file' && each.text.startsWith('SSL '))
  return refusals.filter(
    (each) => !each.class.startsWith('env:') && !(lacksFile && / file is required /.test(each.text)),
  )
}
