import type { Fix } from '../../base/edit.ts'
import { appendLine } from '../edit/append.ts'
import type { UnitView } from './rule.ts'
import type { WrittenPath } from './written-paths.ts'

/** The fix that moves a file to a folder below `/run` which is named after the unit and made by systemd. */
export function moveToRun(
  { document, effective }: UnitView,
  { path, span, exact, purpose }: WrittenPath,
): readonly Fix[] {
  const { name, template } = document.identity
  if (!exact || purpose === 'log' || template || effective.has('Service', 'RuntimeDirectory')) return []
  const folder = name.replace(/\.\w+$/, '')
  if (!/^[\w-]+$/.test(folder)) return []
  const fix: Fix = {
    title: `Move it to /run/${folder}`,
    safe: false,
    edits: [
      { span, newText: `/run/${folder}/${path.slice(path.lastIndexOf('/') + 1)}` },
      appendLine(document.tree, 'Service', `RuntimeDirectory=${folder}`),
    ],
  }
  return [fix]
}
