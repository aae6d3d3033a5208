import type { Environment } from '../../base/environment.ts'
import type { FileEdits, Location, Renaming } from '../../base/features.ts'
import type { Names } from '../../base/language.ts'
import { type Span, touches } from '../../base/span.ts'
import { readControlFile } from '../control-files.ts'
import type { MonitDocument } from '../document.ts'
import type { Service } from '../model/service.ts'
import type { Text } from '../model/values.ts'

/** Names of services: a check declares one, `depends on` uses it. monit takes `Web` and `web` for the same. */
export const serviceNames: Names<MonitDocument> = {
  definitions(document, offset, environment) {
    const name = nameAt(document, offset)
    return name ? declarations(name, documentsWith(document, environment)) : []
  },
  references(document, offset, wantsDeclarations, environment) {
    const name = nameAt(document, offset)
    if (!name) return []
    const documents = documentsWith(document, environment)
    return [...(wantsDeclarations ? declarations(name, documents) : []), ...uses(name, documents)]
  },
  renamable(document, offset) {
    const name = nameAt(document, offset)
    return name && withoutQuotes(name)
  },
  rename(document, offset, wanted, environment) {
    const name = nameAt(document, offset)
    if (!name) return { kind: 'refused', reason: 'there is no name of a service here' }
    const fault = faultOf(wanted)
    if (fault !== undefined) return { kind: 'refused', reason: fault }
    return renamed(name, wanted, documentsWith(document, environment))
  },
}

/** A check of a service and the file that it is in. */
export interface Declaration {
  readonly service: Service
  readonly document: MonitDocument
}

/** The checks of a name, in any spelling, in this file and then in the others. */
export function servicesNamed(
  name: string,
  document: MonitDocument,
  environment: Environment,
): readonly Declaration[] {
  return documentsWith(document, environment).flatMap((each) =>
    each.services
      .filter((service) => service.name && isSame(service.name.text, name))
      .map((service) => ({ service, document: each })),
  )
}

/** The file in question and the others that the same monit reads. */
export function documentsWith(document: MonitDocument, environment: Environment): readonly MonitDocument[] {
  return [document, ...environment.controlFiles().map(readControlFile)]
}

/** True where monit takes two names for the same. */
export function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** The name of a service that an offset touches, of a check or behind `depends on`. */
export function nameAt({ services }: MonitDocument, offset: number): Text | undefined {
  const service = services.find(({ start, end }) => start <= offset && offset <= end)
  if (!service) return undefined
  return [service.name, ...service.dependencies].find((name) => name && touches(name, offset))
}

function declarations(name: Text, documents: readonly MonitDocument[]): readonly Location[] {
  return places(documents, ({ name: own }) => (own && isSame(own.text, name.text) ? [own] : []))
}

function uses(name: Text, documents: readonly MonitDocument[]): readonly Location[] {
  return places(documents, ({ dependencies }) => dependencies.filter(({ text }) => isSame(text, name.text)))
}

function places(
  documents: readonly MonitDocument[],
  pick: (service: Service) => readonly Text[],
): readonly Location[] {
  return documents.flatMap(({ path, tree, services }) =>
    services.flatMap(pick).map((text) => ({ path, text: tree.text, span: withoutQuotes(text) })),
  )
}

function withoutQuotes({ start, end, quote }: Text): Span {
  return quote ? { start: start + 1, end: end - 1 } : { start, end }
}

/** What monit can't take for a name, however it is quoted. */
function faultOf(name: string): string | undefined {
  if (name.trim() === '') return 'the new name is empty; a service needs one'
  if (name.trim() !== name) return `'${name}' begins or ends with a blank; leave that out`
  if (name.startsWith('/'))
    return `'${name}' begins with '/', and monit takes that for a path; begin with a letter`
  const character = /["\\\u0000-\u001f\u007f]/.exec(name)?.[0]
  if (character === undefined) return undefined
  const shown = character < ' ' || character === '\u007f' ? 'a control character' : `'${character}'`
  return `'${name}' holds ${shown}, which monit can't have in a name; letters, digits, '-', '_' and '.' always work`
}

function renamed(name: Text, wanted: string, documents: readonly MonitDocument[]): Renaming {
  const isOther = ({ name: own }: Service) => own && isSame(own.text, wanted) && !isSame(own.text, name.text)
  const taken = documents.find(({ services }) => services.some(isOther))
  if (taken) {
    const where = taken === documents[0] ? 'this file' : taken.path
    return {
      kind: 'refused',
      reason: `a check in ${where} is called '${wanted}' already, and monit refuses two of one name`,
    }
  }
  const files = documents.map(({ path, tree, services }): FileEdits => {
    const found = services.flatMap(({ name: own, dependencies }) =>
      [...(own ? [own] : []), ...dependencies].filter(({ text }) => isSame(text, name.text)),
    )
    return {
      path,
      text: tree.text,
      edits: found.map(({ start, end, quote }) => ({
        span: { start, end },
        newText: quoted(wanted, quote),
      })),
    }
  })
  return { kind: 'edits', files: files.filter(({ edits }) => edits.length > 0) }
}

/** A name as it is written in place of one with such quotes. Words of monit's own language need no quotes here. */
export function quoted(name: string, quote?: '"' | "'"): string {
  if (!quote) return /^[\w.+-]+$/.test(name) ? name : `"${name}"`
  return name.includes(quote) ? `"${name}"` : `${quote}${name}${quote}`
}
