import { actionDocs } from './actions.ts'
import { usualSpelling } from './aliases.ts'
import { checkTypeDocs, headDocs } from './check-types.ts'
import { eventDocs } from './events.ts'
import { globalDocs, globalOptionDocs, mailFormatDocs, mailserverOptionDocs } from './globals.ts'
import { limitDocs } from './limits.ts'
import { connectionOptionDocs, httpdOptionDocs, sslOptionDocs } from './options.ts'
import { protocolOptionDocs } from './protocol-options.ts'
import { protocolDocs } from './protocols.ts'
import { statementDocs, wordDocs } from './statements.ts'
import { subjectDocs } from './subjects.ts'
import type { ManualAnchor, MonitDoc, ProtocolDoc } from './types.ts'
import { operatorDocs, rateDocs, unitDocs } from './units.ts'
import { variableDocs } from './variables.ts'

/**
 * All of the project's own prose about monit's language. A group is a place in the grammar, since many words mean
 * something else elsewhere. The keys are stable: in small letters, one blank between words, a leading `protocol` or
 * statement where a word is an option of one.
 */
export const monitDocs = {
  /** After `set`. */
  globals: globalDocs,
  /** Inside a `set` statement: `eventqueue slots`, `mmonit timeout`. */
  globalOptions: globalOptionDocs,
  mailserverOptions: mailserverOptionDocs,
  mailFormat: mailFormatDocs,
  limits: limitDocs,
  httpdOptions: httpdOptionDocs,
  sslOptions: sslOptionDocs,
  /** After `check`. */
  checkTypes: checkTypeDocs,
  /** After the name of a check. */
  heads: headDocs,
  /** Statements, and the words that hold a test together. */
  statements: statementDocs,
  /** Fixed words of statements: `mode passive`, `onreboot nostart`. */
  words: wordDocs,
  /** After `if`. */
  subjects: subjectDocs,
  operators: operatorDocs,
  units: unitDocs,
  rates: rateDocs,
  /** After `then` and `else`. */
  actions: actionDocs,
  events: eventDocs,
  connectionOptions: connectionOptionDocs,
  protocols: protocolDocs,
  /** Keyed by protocol and option: `http request`. */
  protocolOptions: protocolOptionDocs,
  variables: variableDocs,
} as const

export type DocGroup = keyof typeof monitDocs

/** Protocols over TLS take the options of their kin. */
const plainProtocol: Readonly<Record<string, string>> = { https: 'http', mysqls: 'mysql', smtps: 'smtp' }

/**
 * What is written about a word or phrase of a control file.
 * @param group the place in the grammar where it stands
 * @param phrase as the person wrote it: any capital letters, any blanks, any of monit's spellings of it
 * @returns undefined where the group has no such word
 */
export function documentationOf(group: 'protocols', phrase: string): ProtocolDoc | undefined
export function documentationOf(group: DocGroup, phrase: string): MonitDoc | undefined
export function documentationOf(group: DocGroup, phrase: string): MonitDoc | undefined {
  const docs: Readonly<Record<string, MonitDoc>> = monitDocs[group]
  const word = normalized(group, phrase)
  const key = Object.hasOwn(docs, word) ? word : usualSpelling(word)
  return key !== undefined && Object.hasOwn(docs, key) ? docs[key] : undefined
}

/** The address of the manual's passage under a heading. */
export function manualLink(anchor: ManualAnchor): string {
  return `https://mmonit.com/monit/documentation/monit.html#${anchor}`
}

/** `CPU usage (us)` is `cpu(us)`; `https  request` is `http request`. */
function normalized(group: DocGroup, phrase: string): string {
  const word = phrase
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ (?:usage )?\( ?| ?\($/, '(')
    .replace(/(?<=\(.*) (?=\))/, '')
  if (group !== 'protocolOptions') return word
  return word.replace(/^\S+/, (protocol) =>
    Object.hasOwn(plainProtocol, protocol) ? plainProtocol[protocol]! : protocol,
  )
}
