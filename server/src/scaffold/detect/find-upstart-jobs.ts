import { decodeText } from '../../base/decode.ts'
import type { FileSystem } from '../../base/file-system.ts'
import { pathOfUri } from '../../workspace/uri.ts'
import { walkFolder } from '../../workspace/walk-folder.ts'

/** Jobs are written by hand; what is larger is something else. */
const largest = 64 * 1024

/** How many files are looked into: a project full of configuration has its jobs in the usual places. */
const most = 200

/** The usual places, best first; in other folders a `.conf` is anything. */
const places = [
  /\.upstart$/,
  /(?:^|\/)upstart\/[^/]+\.conf$/,
  /(?:^|\/)(?:etc|config)\/init\/[^/]+\.conf$/,
  /(?:^|\/)init\/[^/]+\.conf$/,
  /^[^/]+\.conf$/,
]

/**
 * The Upstart jobs in a folder and below it, by their paths from there, the most likely ones first.
 * @param folder its URI
 */
export async function findUpstartJobs(files: FileSystem, folder: string): Promise<readonly string[]> {
  const base = `${pathOfUri(folder).replace(/\/+$/, '')}/`
  const found: { readonly uri: string; readonly path: string; readonly rank: number }[] = []
  await walkFolder(files, folder, {
    visit(uri) {
      const path = pathOfUri(uri).slice(base.length)
      const rank = places.findIndex((place) => place.test(path))
      if (rank >= 0) found.push({ uri, path, rank })
    },
  })
  const sorted = found.sort((one, other) => one.rank - other.rank || (one.path < other.path ? -1 : 1))
  const texts = await Promise.all(
    sorted.slice(0, most).map(async ({ uri, path }) => {
      const bytes = await files.readFile(uri, largest)
      return { path, isJob: bytes !== undefined && looksLikeJob(decodeText(bytes)) }
    }),
  )
  return texts.filter(({ isJob }) => isJob).map(({ path }) => path)
}

/** Whether a text has lines that Upstart's jobs have and other configuration has not. */
function looksLikeJob(text: string): boolean {
  return (
    text.startsWith('#!upstart') ||
    /^[ \t]*(?:(?:start|stop) on[ \t(]|end script[ \t]*$|respawn[ \t]*$|respawn limit |(?:pre|post)-(?:start|stop) (?:exec|script)\b|expect (?:fork|daemon|stop)\b)/m.test(
      text,
    )
  )
}
