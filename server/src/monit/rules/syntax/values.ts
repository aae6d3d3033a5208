import { nearest } from '../../../base/nearest.ts'
import { isValueKind } from '../../syntax/token-kinds.ts'
import { innerQuote, singleQuotes } from '../quotes-of-command.ts'
import {
  commandsBefore,
  explain,
  insert,
  perhaps,
  quoted,
  type Recogniser,
  replace,
  type Situation,
  shortened,
  surely,
  wholeWord,
} from './situation.ts'

/** Values: paths, addresses, texts that lack their quotes or have too many. */

/** Folders from which people leave out the slash in front. */
const topFolders = /^(?:run|var|etc|usr|opt|srv|home|tmp|bin|sbin|dev|proc|sys|lib|mnt|root)\//

export const relativePath: Recogniser = (here) => {
  if (here.kind(0) !== 'STRING' || !here.allowsValue('path')) return undefined
  if (here.problem.expected.some(({ term }) => term.kind === 'word' && term.label !== 'syslog'))
    return undefined
  const name = here.text.replace(/^["']|["']$/g, '')
  const quote = here.text.startsWith('"') || here.text.startsWith("'") ? here.text[0]! : ''
  if (/^\$|\$\{/.test(name)) {
    return explain(
      here.problem.span,
      `monit knows no variables, so '${name}' is no absolute path; write it out`,
    )
  }
  if (name.startsWith('~')) {
    return explain(
      here.problem.span,
      `monit doesn't know '~', so '${name}' is no absolute path; write the folder out`,
    )
  }
  return explain(
    here.problem.span,
    `'${shortened(name)}' must be an absolute path, which begins with '/'`,
    ...(topFolders.test(name)
      ? [perhaps(`write '/${name}'`, replace(here.problem.span, `${quote}/${name}${quote}`))]
      : []),
  )
}

/** A word of monit's language where a text should stand: it is no value unless quoted. */
export const reservedWord: Recogniser = (here) => {
  const kind = here.kind(0)
  if (isValueKind(kind) || !/^[\w.-]+$/.test(here.text) || here.beginsLine(0)) return undefined
  if (goesOn.has(kind)) return undefined
  const isText = ['text', 'host', 'interface', 'user', 'pattern', 'hash'].some((each) =>
    here.allowsValue(each as 'text'),
  )
  if (!isText) return undefined
  if (here.statement?.node?.term.id === 'check' && here.allowsValue('host') && here.beginsLine(0))
    return undefined
  if (here.text === 'daemon' && here.kind(-1) === 'facility') {
    return explain(
      here.problem.span,
      "monit names facilities with 'log_' in front; accepted: log_daemon, log_local0 to log_local7",
      surely("write 'log_daemon'", replace(here.problem.span, 'log_daemon')),
    )
  }
  return explain(
    here.problem.span,
    `'${here.text}' is a word of monit's language; as a value it needs quotes`,
    surely(`write "${here.text}"`, replace(here.problem.span, `"${here.text}"`)),
  )
}

/** Words behind which a value was forgotten, rather than meant to be one. */
const goesOn: ReadonlySet<string> = new Set([
  'then',
  'else',
  'if',
  'not',
  'matching',
  'notmatching',
  '=',
  '!=',
  '>',
  '<',
])

/** A number, a path or a mail address where a text should stand. */
export const valueOfOtherKind: Recogniser = (here) => {
  const kind = here.kind(0)
  const isText = here.allowsValue('text') || here.allowsValue('host') || here.allowsValue('interface')
  const { span } = here.problem
  const inner = here.text.replace(/^["']|["']$/g, '')
  if (kind === 'PATH' && here.allowsValue('pattern')) {
    return explain(
      span,
      "monit takes what begins with '/' for a path, which can't stand here; write [/] for the character",
      surely(`write "[/]${inner.slice(1)}"`, replace(span, `"[/]${inner.slice(1)}"`)),
    )
  }
  if (!isText) return undefined
  if (kind === 'PATH')
    return explain(span, `monit takes '${shortened(inner)}' for a path, and a text must stand here`)
  if (kind !== 'MAIL' && kind !== 'NUMBER' && kind !== 'REAL') return undefined
  const what = kind === 'MAIL' ? 'a mail address' : 'a number'
  return explain(
    span,
    `monit takes '${shortened(inner)}' for ${what}; as a text it needs quotes`,
    surely(`write "${inner}"`, replace(span, `"${inner}"`)),
  )
}

/** `allow admin:pa(ss`, `server:/export`, `p@ss`: characters that end a word. */
export const splitWord: Recogniser = (here) => {
  const before = here.kind(-1)
  if (before !== 'STRING' && before !== 'NUMBER' && before !== 'MAIL' && before !== 'PATH') return undefined
  const gap = here.gap(0)
  if (!/^[(),;]*$/.test(gap) || here.raw(-1).endsWith('"') || here.raw(-1).endsWith("'")) return undefined
  const whole = wholeWord(here.tree.text, here.span(-1))
  const colon = here.kind(-2) === ':' ? here.span(-2).end : whole.start
  const span = { start: Math.max(whole.start, colon), end: whole.end }
  const word = here.tree.text.slice(span.start, span.end)
  const inQuotes = quoted(word)
  if (!inQuotes || /["']/.test(word)) return undefined
  const char = gap === '' ? here.text.charAt(0) : gap.charAt(0)
  return explain(
    span,
    `'${char}' ends a word that stands without quotes; write ${inQuotes}`,
    surely(`write ${inQuotes}`, replace(span, inQuotes)),
  )
}

export const mailAddress: Recogniser = (here) => {
  if (!here.allowsValue('mail-address') || here.beginsLine(0)) return undefined
  const bare = here.text.replace(/^["']|["']$/g, '')
  if (/^[^\s"'@]+@[^\s"'@]+$/.test(bare) && bare !== here.text) {
    return explain(
      here.problem.span,
      'a mail address stands without quotes',
      surely(`write ${bare}`, replace(here.problem.span, bare)),
    )
  }
  if (here.problem.tokenKind === 'END') return undefined
  return explain(
    here.problem.span,
    `'${shortened(bare)}' is no mail address: there is no '@' in it`,
    ...(/^[\w.-]+$/.test(bare) && !here.text.startsWith('"')
      ? [perhaps(`write '${bare}@localhost'`, replace(here.problem.span, `${bare}@localhost`))]
      : []),
  )
}

/** `set alert a@example.org b@example.org`. */
export const secondAddress: Recogniser = (here) => {
  if (here.kind(0) !== 'MAIL' || here.kind(-1) !== 'MAIL') return undefined
  const { statement } = here
  const isGlobal = statement?.kind === 'global'
  const word = isGlobal ? 'set alert' : 'alert'
  const lineStart = here.tree.text.lastIndexOf('\n', (statement?.start ?? 0) - 1) + 1
  const indent = /^[ \t]*/.exec(here.tree.text.slice(lineStart))![0]
  return explain(
    here.problem.span,
    `'${word}' takes one address; write another '${word}' for '${here.text}'`,
    surely(
      `write a second '${word}'`,
      replace({ start: here.span(-1).end, end: here.problem.span.start }, `\n${indent}${word} `),
    ),
  )
}

/** `not on {}` */
export const noEvents: Recogniser = (here) => {
  if (here.kind(0) !== '}' || here.kind(-1) !== '{' || !here.allows('nonexist')) return undefined
  const span = here.span(-1, 0)
  return explain(span, "at least one event must stand in the braces, such as 'nonexist' or 'timeout'")
}

export const quotedAddress: Recogniser = (here) => {
  if (!here.allowsValue('url') || !/^["']https?:\/\/[^"']*["']$/i.test(here.text)) return undefined
  const bare = here.text.slice(1, -1)
  return explain(
    here.problem.span,
    'an address such as this stands without quotes',
    surely(`write ${bare}`, replace(here.problem.span, bare)),
  )
}

/** `check host web with address http://example.com/`: a host, not a URL. */
export const addressOfPage: Recogniser = (here) => {
  if (here.kind(0) !== 'URL' || !here.allowsValue('host')) return undefined
  const name = /^https?:\/\/(?:[^/@]*@)?([^/:?#\s]+)/i.exec(here.text)?.[1]
  return explain(
    here.problem.span,
    "a host name or IP address must stand here; a page is tested with 'if failed url …'",
    ...(name ? [perhaps(`write '${name}'`, replace(here.problem.span, name))] : []),
  )
}

/** `set daemon 30 seconds`, `set daemon 1 minute`. */
export const pollUnit: Recogniser = (here) => {
  if (here.statement?.node?.children[0]?.term.id !== 'set-daemon' || here.kind(-1) !== 'NUMBER')
    return undefined
  const factor = { seconds: 1, minutes: 60, hours: 3600 }[here.kind(0) as string]
  if (factor === undefined) return undefined
  const seconds = Number(here.raw(-1)) * factor
  return explain(
    here.problem.span,
    "'set daemon' takes a bare number, the seconds between two cycles",
    surely(`write '${seconds}'`, replace(here.span(-1, 0), String(seconds))),
  )
}

/** `to:` and the like in `mail-format { … }`. */
export const mailField: Recogniser = (here) => {
  if (!here.allows('reply-to:')) return undefined
  if (here.kind(0) !== ':' && here.kind(1) !== ':') return undefined
  const span = here.kind(0) === ':' ? fieldName(here) : here.span(0)
  return explain(
    span,
    `'${here.tree.text.slice(span.start, span.end)}:' is no part of a mail; accepted: from:, reply-to:, subject:, message:`,
  )
}

/** The word before the colon, which may be one that monit skips, such as `to`. */
function fieldName(here: Situation) {
  const word = /[\w-]*$/.exec(here.tree.text.slice(0, here.problem.span.start))![0]
  return { start: here.problem.span.start - word.length, end: here.problem.span.start }
}

export const unknownEvent: Recogniser = (here) => {
  if (!here.allows('nonexist') || !here.allows('timeout') || here.kind(0) !== 'STRING') return undefined
  const labels = here.problem.expected
    .filter(({ term }) => term.kind === 'word')
    .map(({ term }) => term.label)
  const meant = nearest(here.text, labels)
  return explain(
    here.problem.span,
    `'${shortened(here.text)}' is no event; accepted: connection, content, exec, nonexist, resource, status, timeout and others`,
    ...(meant ? [perhaps(`write '${meant}'`, replace(here.problem.span, meant))] : []),
  )
}

export const symbolicPermission: Recogniser = (here) => {
  if (!here.allowsValue('octal')) return undefined
  return explain(
    here.problem.span,
    `'${shortened(here.text)}' can't be permissions; accepted: an octal number such as 640`,
  )
}

/** A command whose closing quote is missing: it goes on to the quote that opens the next one. */
export const unclosedCommand: Recogniser = (here) => {
  const { text } = here.tree
  const [found] = commandsBefore(here.tree, here.problem.span.start)
  if (!found || !/\S/.test(text.charAt(found.close + 1))) return undefined
  const { open, close } = found
  const before = here.has(-1) ? here.span(-1).start : 0
  if (!text.slice(open, close).includes('\n') || lineEnd(text, close) < before) return undefined
  const end = open + text.slice(open, lineEnd(text, open)).trimEnd().length
  return explain(
    { start: open, end: open + 1 },
    'this quote is not closed on its line, so the command goes on to the next quote',
    perhaps('close it', insert(end, '"')),
  )
}

/** `"` within a command ends it, and what follows is read as the language. */
export const nestedQuote: Recogniser = (here) => {
  const { text } = here.tree
  const start = lineStart(text, here.problem.span.start)
  for (const { open, close } of commandsBefore(here.tree, here.problem.span.start)) {
    if (open < start) break
    // A quote within a line, with a word right behind it, and another one later on.
    const rest = text.slice(close + 1, lineEnd(text, close))
    if (!/^[^\s"]/.test(rest) || !rest.includes('"')) continue
    const quotes = { open, close, isClosed: true }
    const opening = innerQuote(here.tree, { quotes }) ?? { start: close, end: close + 1 }
    return explain(
      opening,
      'this quote ends the command, and nothing escapes one; within a command write single quotes',
      ...singleQuotes(here.tree, { quotes }, opening),
    )
  }
  return undefined
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end
}
