import { URI } from 'vscode-uri'

/** The path of a URI, decoded, with `/` between folders; a text that is no URI counts as a path. */
export function pathOfUri(uri: string): string {
  return parse(uri)?.path ?? uri
}

/** One spelling for all spellings of a URI: editors differ in which characters they encode. */
export function normalUri(uri: string): string {
  return parse(uri)?.toString() ?? uri
}

/** The URI of a path on the machine's disk. */
export function uriOfPath(path: string): string {
  return URI.file(path).toString()
}

/** The URI of an entry of a folder. */
export function childUri(folder: string, name: string): string {
  return `${folder.replace(/\/+$/, '')}/${encodeURIComponent(name)}`
}

/** The URI of another file in the same place as one: on the same machine, in the same scheme. */
export function uriBeside(uri: string, path: string): string {
  return parse(uri)?.with({ path }).toString() ?? path
}

/**
 * What is common to the URIs of one place; undefined for those that don't name a file alone, such as a version of one
 * in a repository.
 */
export function originOfUri(uri: string): string | undefined {
  const parsed = parse(uri)
  return parsed && parsed.query === '' ? `${parsed.scheme}://${parsed.authority}` : undefined
}

function parse(uri: string): URI | undefined {
  try {
    return URI.parse(uri)
  } catch {
    return undefined
  }
}
