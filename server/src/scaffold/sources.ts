import { decodeText } from '../base/decode.ts'
import type { FileSystem } from '../base/file-system.ts'
import { childUri, uriBeside } from '../workspace/uri.ts'
import type { Answers, Sources, Template } from './template.ts'

/** What a template is made from is written by hand; what is larger is something else. */
const largest = 1024 * 1024

export type ReadSources =
  | { readonly kind: 'read'; readonly sources: Sources }
  /** The message says which file, and what is wrong with it. */
  | { readonly kind: 'unfit'; readonly message: string }

/**
 * Reads the files that a template is made from. They are read, and never run.
 * @param folder the URI of the project's folder
 * @param answers complete and valid
 */
export async function readSources(
  files: FileSystem,
  folder: string,
  template: Template,
  answers: Answers,
): Promise<ReadSources> {
  const sources: Record<string, string> = {}
  for (const path of template.sources?.(answers) ?? []) {
    const uri = path.startsWith('/') ? uriBeside(folder, path) : path.split('/').reduce(childUri, folder)
    const bytes = await files.readFile(uri, largest)
    if (bytes === undefined) {
      return { kind: 'unfit', message: `cannot read '${path}': it must be a file of text that is there` }
    }
    sources[path] = decodeText(bytes)
  }
  const message = template.misfit?.(sources)
  return message === undefined ? { kind: 'read', sources } : { kind: 'unfit', message }
}
