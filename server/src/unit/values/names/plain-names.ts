import type { CompletionItem } from '../../../base/features.ts'
import { allWords } from '../extract/first-word.ts'
import { badSpecifierProblem, findBadSpecifier, unknownText } from '../extract/specifiers.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { expandName } from './expand-name.ts'

const none: readonly ValueProblem[] = []
const longest = 255
const notAscii = /[^\0-\x7f]/u

/** The text with `unknownText` for its specifiers, or the problem of one that is none. */
function expand(text: string, place: Place): string | ValueProblem {
  const bad = findBadSpecifier(text, 'full', place.version)
  return bad ? { rule: 'invalid-name', ...badSpecifierProblem(bad, place, 'full') } : expandName(text, place)
}

function problem(text: string, message: string): readonly ValueProblem[] {
  return [{ rule: 'invalid-name', from: 0, to: text.length, message }]
}

function knownLength(text: string): number {
  return text.replaceAll(unknownText, '').length
}

const commonBusName = /^[A-Za-z_-][\w-]*(?:\.[A-Za-z_-][\w-]*)+$/

/** A name on the bus: `config_parse_bus_name()`, `service_name_is_valid()`. */
export const busName: ValueType = {
  check(text, place) {
    if (text.length <= longest && commonBusName.test(text)) return none
    if (text === '')
      return problem(
        text,
        `'${place.directive.name}=' can't be empty; it takes a name such as 'org.example.Web'`,
      )
    const name = expand(text, place)
    if (typeof name !== 'string') return [name]
    const why = busNameFault(name)
    return why === undefined ? none : problem(text, `'${text}' is no D-Bus name: ${why}`)
  },
  describe: (text, _cursor, { manager }) =>
    text === ''
      ? undefined
      : {
          from: 0,
          to: text.length,
          markdown: `With \`Type=dbus\` the unit has started once \`${text}\` is on the ${manager} bus.`,
        },
}

function busNameFault(name: string): string | undefined {
  const unique = name.startsWith(':')
  const body = unique ? name.slice(1) : name
  const bad = new RegExp(`[^\\w.${unknownText}-]`, 'u').exec(body)
  if (bad) return `'${bad[0]}' is not accepted in one; accepted: letters, digits, '_', '-' and '.'`
  if (knownLength(name) > longest) return 'it has more than 255 characters'
  const hidden = body.includes(unknownText)
  const parts = body.split('.')
  if (parts.length < 2 && !hidden) return `it needs two parts or more, as in 'org.example.Web'`
  if (parts.some((part) => part === '')) return 'a part between its dots is empty'
  const digit = unique ? undefined : parts.find((part) => /^\d/.test(part))
  return digit === undefined ? undefined : `the part '${digit}' begins with a digit`
}

/** The name of a journal namespace: `config_parse_log_namespace()`, `log_namespace_name_valid()`. */
export const logNamespace: ValueType = {
  check(text, place) {
    if (/^\w[\w:.-]{0,200}$/.test(text) || text === '') return none
    const name = expand(text, place)
    if (typeof name !== 'string') return [name]
    const bad = new RegExp(`[^\\w:.@${unknownText}-]`, 'u').exec(name)
    if (bad) {
      return problem(
        text,
        `'${text}' is no name of a journal namespace: '${bad[0]}' is not accepted in one; accepted: letters, digits, ':', '-', '_', '.' and '@'`,
      )
    }
    if (name === '') {
      return problem(text, `'${text}' comes to nothing, which is no name of a journal namespace`)
    }
    if (name === '.' || name === '..') return problem(text, `'${text}' is no name of a journal namespace`)
    // The journal's folder is named after the machine id, a dot and this.
    return knownLength(name) <= 222
      ? none
      : problem(text, 'the name of a journal namespace has 222 characters at most')
  },
  describe: (text) =>
    text === ''
      ? undefined
      : {
          from: 0,
          to: text.length,
          markdown: `A journal of its own, read with \`journalctl --namespace=${text}\`.`,
        },
}

/** What is handed to the firmware or boot loader: `config_parse_reboot_parameter()`. */
export const rebootParameter: ValueType = {
  check(text, place) {
    const value = expand(text, place)
    if (typeof value !== 'string') return [value]
    if (notAscii.test(value.replaceAll(unknownText, '')))
      return problem(text, `'${place.directive.name}=' takes ASCII characters only`)
    return knownLength(value) <= longest
      ? none
      : problem(text, `'${place.directive.name}=' takes 255 characters at most`)
  },
}

const commonAddress = /^(?:https?:\/\/|man:|file:\/|info:)[!#-&(-[\]-~]+$/

/** Addresses of documentation: `config_parse_documentation()`, `documentation_url_is_valid()`. */
export const documentation: ValueType = {
  check(text, place) {
    if (!text.includes('%') && text.split(' ').every((word) => commonAddress.test(word))) return none
    const expanded = expand(text, place)
    if (typeof expanded !== 'string') return [expanded]
    // The text is expanded first and split then; the words of both are the same but for `%%` and unknown parts.
    const { words, error } = allWords(text, { unquote: true, retainEscape: true })
    const problems = words.flatMap((word) => {
      const why = addressFault(expandName(word.text, place))
      return why ? [{ rule: 'invalid-name', from: word.from, to: word.to, ...why } as const] : none
    })
    if (!error) return problems
    const message = `the quote that opens before '${text.slice(error.at + 1)}' is never closed`
    return [...problems, { rule: 'invalid-name', from: error.from, to: text.length, message }]
  },
  complete(text, cursor) {
    let from = cursor
    while (from > 0 && !/\s/.test(text[from - 1]!)) from--
    const end = /\s/.exec(text.slice(cursor))
    // Behind the scheme there is nothing to offer.
    if (/[:/]/.test(text.slice(from, cursor))) return undefined
    return { from, to: end ? cursor + end.index : text.length, items: schemes }
  },
  describe(text, cursor) {
    const word = allWords(text, { unquote: true, retainEscape: true }).words.find(
      ({ from, to }) => from <= cursor && cursor <= to,
    )
    const page = word && /^man:([\w.@:+-]+)\((\w+)\)$/.exec(word.text)
    if (!word || !page) return undefined
    return {
      from: word.from,
      to: word.to,
      markdown: `The manual page of **${page[1]}** in section ${page[2]}: \`man ${page[2]} ${page[1]}\`.`,
    }
  },
}

const schemes: readonly CompletionItem[] = [
  { label: 'https://', kind: 'value', detail: 'a page on the web' },
  { label: 'man:', kind: 'value', detail: 'a manual page, such as man:nginx(8)' },
  { label: 'file:/', kind: 'value', detail: 'a file on this machine, such as file:///usr/share/doc/nginx' },
  { label: 'info:', kind: 'value', detail: 'a page of GNU info' },
  { label: 'http://', kind: 'value', detail: 'a page on the web, without encryption' },
]

function addressFault(word: string): Pick<ValueProblem, 'message' | 'replacements'> | undefined {
  // An address that begins with a specifier may be any.
  if (word.startsWith(unknownText)) return undefined
  const scheme = /^(?:https?:\/\/|file:\/|info:|man:)/.exec(word)?.[0]
  if (scheme === undefined) {
    const accepted = `'Documentation=' takes addresses that begin with https://, http://, file:/, info: or man:`
    return { message: `'${word}' is no address; ${accepted}`, ...guessAddress(word) }
  }
  if (word.length === scheme.length) return { message: `nothing stands behind '${scheme}'` }
  if (notAscii.test(word.replaceAll(unknownText, ''))) {
    return {
      message: `'${word}' has characters that are not ASCII; write them in percent encoding, with '%%' for each percent sign`,
    }
  }
  return undefined
}

/** The address that a word was meant to be. */
function guessAddress(word: string): Pick<ValueProblem, 'replacements'> {
  if (word.includes(unknownText)) return {}
  if (/^\/./.test(word) && !notAscii.test(word)) return { replacements: [`file://${word}`] }
  if (/^[\w.@:+-]+\(\d\w*\)$/.test(word)) return { replacements: [`man:${word}`] }
  if (/^www\.\S+$|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev)(?:\/\S*)?$/.test(word))
    return { replacements: [`https://${word}`] }
  return {}
}
