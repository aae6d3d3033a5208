import { URI } from 'vscode-uri'

/** The path of a URI, decoded, with `/` between folders; a text that is no URI counts as a path. */
export function pathOfUri(uri: string): string {
  return parse(uri)?.path ?? uri
}

/** One spelling for all spellings of a URI: editors differ in which characters they encode. */
export function normalUri(uri: string): string {
  return parse(uri)?.toString() ?? uri
}

/** The URI of an entry of a folder. */
export function childUri(folder: string, name: string): string {
  return `${folder.replace(/\/+$/, '')}/${encodeURIComponent(name)}`
}

function parse(uri: string): URI | undefined {
  try {
    return URI.parse(uri)
  } catch {
    return undefined
  }
}
