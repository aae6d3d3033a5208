import type { Fix } from '../../base/edit.ts'
import { appendLine } from '../edit/append.ts'
import { directories, type Hold, isWithin } from './path-view.ts'
import type { UnitView } from './rule.ts'

/**
 * The fixes that let a service write to a path: a folder that systemd makes for it, or an opened one.
 * @param path an absolute path, tidied
 * @param hold why it can't write there
 */
export function makeWritable({ document }: UnitView, path: string, hold: Hold): readonly Fix[] {
  const folder = path.slice(0, path.lastIndexOf('/'))
  const opened = ownDirectory(path) ?? { line: `ReadWritePaths=${folder}`, folder }
  // What is hidden stays so, and of two directives for one folder the one that forbids wins.
  if (hold.state === 'hidden' || folder === '' || isWithin(hold.folder, opened.folder)) return []
  const edits = [appendLine(document.tree, 'Service', opened.line)]
  return [{ title: `Add ${opened.line}`, safe: false, edits }]
}

/** The line that has systemd make the folder, where it lies in one of the places for that. */
function ownDirectory(path: string): { readonly line: string; readonly folder: string } | undefined {
  for (const [directive, home] of directories) {
    if (!isWithin(path, home)) continue
    const [name, rest] = path.slice(home.length + 1).split('/')
    if (name && rest !== undefined) return { line: `${directive}=${name}`, folder: `${home}/${name}` }
  }
  return undefined
}
