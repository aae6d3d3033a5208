import { type DocGroup, documentationOf, manualLink, monitDocs } from '../data/docs/index.ts'
import type { ManualAnchor, MonitDoc, ProtocolDoc } from '../data/docs/types.ts'
import type { DocRef } from '../grammar/terms.ts'
import { hasReached } from '../version.ts'

/** How the title of a word goes on: where in a control file it belongs. `$` is the first word of its key. */
const places: Partial<Readonly<Record<DocGroup, string>>> = {
  globalOptions: 'an option of `set $`',
  mailserverOptions: 'an option of `set mailserver`',
  mailFormat: 'a field of `mail-format`',
  limits: 'in `set limits`',
  httpdOptions: 'an option of `set httpd`',
  sslOptions: 'an option of `ssl`',
  heads: 'what is checked',
  subjects: 'a test',
  actions: 'an action',
  events: 'an event',
  connectionOptions: 'an option of a connection test',
  protocols: 'a protocol',
  protocolOptions: 'an option of `protocol $`',
  variables: 'filled in by monit',
}

/**
 * Everything about a word of monit's language, as markdown.
 * @param title the word as it is written
 * @param version the monit that the file is for
 * @returns undefined where nothing is written about it
 */
export function describeWord(ref: DocRef, title: string, version: string): string | undefined {
  const { group, phrase } = partsOf(ref)
  const doc = documentationOf(group, phrase)
  if (!doc) return undefined
  const place = places[group]?.replace('$', phrase.replace(/ .*/, ''))
  const facts = factsOf(
    doc,
    version,
    group === 'protocols' ? documentationOf(group, phrase)?.port : undefined,
  )
  return [
    `**${title}**${place === undefined ? '' : `, ${place}`}`,
    doc.summary,
    ...(facts.length > 0 ? [facts.map((fact) => `- ${fact}`).join('\n')] : []),
  ].join('\n\n')
}

/** What a word means, without its facts, to be put below something said of its value. */
export function summaryOf(ref: DocRef): string | undefined {
  const { group, phrase } = partsOf(ref)
  return documentationOf(group, phrase)?.summary
}

/** The protocols that are spoken at a port by custom. */
export function protocolsAt(port: number): readonly string[] {
  return Object.entries<ProtocolDoc>(monitDocs.protocols).flatMap(([name, doc]) =>
    doc.port === port ? [name] : [],
  )
}

/**
 * What completion says so that the documentation of its items is found again: the version, then for each kind of item
 * either where the label's documentation is, with the words before it (`protocolOptions/http `), or a label, a tab and
 * where exactly.
 */
export function describeItem(context: string, label: string): string | undefined {
  const [version = '', ...keys] = context.split('\n')
  for (const key of keys) {
    const [one = '', other] = key.split('\t')
    if (other !== undefined && one !== label) continue
    const ref = other ?? `${one}${label.toLowerCase()}`
    const found = isRef(ref) ? describeWord(ref, label, version) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

function factsOf(doc: MonitDoc, version: string, port: number | undefined): readonly string[] {
  const { since, deprecatedIn, instead, accepts, anchor } = doc
  return [
    ...(accepts === undefined ? [] : [`Takes ${accepts}`]),
    ...(doc.default === undefined ? [] : [`Default: ${doc.default}`]),
    ...(port === undefined ? [] : [`Mostly at port ${port}`]),
    ...(since === undefined ? [] : [sinceText(since, version)]),
    ...(deprecatedIn === undefined ? [] : [`Deprecated since monit ${deprecatedIn}`]),
    ...(instead === undefined ? [] : [`Write \`${instead}\` in its place`]),
    ...(anchor === undefined ? [] : [`Manual: [${headingOf(anchor)}](${manualLink(anchor)})`]),
  ]
}

function sinceText(since: string, version: string): string {
  const text = `Since monit ${since}`
  return hasReached(version, since) ? text : `${text}; the target, ${version}, doesn’t know it`
}

function headingOf(anchor: ManualAnchor): string {
  const words = anchor.replaceAll('-', ' ').toLowerCase()
  return words[0]!.toUpperCase() + words.slice(1)
}

function partsOf(ref: DocRef): { readonly group: DocGroup; readonly phrase: string } {
  const slash = ref.indexOf('/')
  return { group: ref.slice(0, slash) as DocGroup, phrase: ref.slice(slash + 1) }
}

function isRef(text: string): text is DocRef {
  return /^[A-Za-z]+\/./.test(text)
}
