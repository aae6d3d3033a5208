import { LineIndex } from '../../base/line-index.ts'
import type { Span } from '../../base/span.ts'
import { pathOfUri } from '../uri.ts'

/** What a real program says of a file. */
export interface Verdict {
  /** `accepted` also where it only warns; `not-asked` where it was not run, or didn't answer. */
  readonly outcome: 'accepted' | 'refused' | 'not-asked'
  /** For a person: what came of it, or why it was not asked. */
  readonly summary: string
  readonly remarks: readonly Remark[]
}

/** One message of the program, where it belongs. */
export interface Remark {
  readonly file: CheckedFile
  readonly span: Span
  readonly severity: 'error' | 'warning'
  readonly message: string
}

/** A file that the program read, as a person knows it. */
export interface CheckedFile {
  readonly uri: string
  readonly text: string
}

/** What is asked about: the text as it is in the editor. */
export interface Subject extends CheckedFile {
  /** The path of the URI, decoded. */
  readonly path: string
  /** The folder that the file lies in; undefined where it lies nowhere on this machine's disk. */
  readonly folder: string | undefined
}

/** The program was not asked, and why. */
export function notAsked(summary: string, remarks: readonly Remark[] = []): Verdict {
  return { outcome: 'not-asked', summary, remarks }
}

/** The program's answer about a file, told by its remarks: it refuses for the first error. */
export function verdictOf(program: string, name: string, remarks: readonly Remark[]): Verdict {
  const error = remarks.find(({ severity }) => severity === 'error')
  if (error) {
    const line = new LineIndex(error.file.text).position(error.span.start).line + 1
    const summary = `${program} refuses '${name}': ${error.message}, on line ${line}${fileOf(error, name)}`
    return { outcome: 'refused', summary, remarks }
  }
  const warnings = remarks.length === 1 ? '1 warning' : `${remarks.length} warnings`
  const summary = `${program} accepts '${name}'${remarks.length > 0 ? `, with ${warnings}` : ''}`
  return { outcome: 'accepted', summary, remarks }
}

/** ` of 'app'` where that isn't the file that was asked about. */
function fileOf({ file }: Remark, name: string): string {
  const path = pathOfUri(file.uri)
  const own = path.slice(path.lastIndexOf('/') + 1)
  return own === name ? '' : ` of '${own}'`
}
