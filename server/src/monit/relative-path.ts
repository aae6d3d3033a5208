/**
 * A path as it is written from the folder of a file; as it is where the two have nothing but the root in common.
 * @param file the path of that file, from the same root as `path`; `/` stands between folders
 */
export function relativeTo(file: string, path: string): string {
  const from = file.split('/').slice(0, -1)
  const to = path.split('/')
  let common = 0
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++
  if (path.startsWith('/') && common < 2) return path
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/')
}
