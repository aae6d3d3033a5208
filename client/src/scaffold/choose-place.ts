import { commands, type QuickPickItem, Uri, window, workspace } from 'vscode'
import { pathInFolder } from '../../../server/src/scaffold/place.ts'
import type { Manager, Rendering, ScaffoldFile } from '../../../server/src/scaffold/template.ts'
import type { Preview } from './preview.ts'
import { type NoAnswer, pickStep } from './quick-steps.ts'
import { existing, type PlacedFile } from './write-files.ts'

/** The project, or the folder in which the manager that runs them looks for units. */
export type Place = 'project' | 'manager'

/** Files and where they go. */
export interface Placed {
  readonly place: Place
  readonly files: readonly PlacedFile[]
}

interface PlaceItem extends QuickPickItem, Placed {}

/** What is known of the choice of a place. */
export interface PlaceQuestion {
  readonly title: string
  readonly rendering: Rendering
  readonly manager: Manager
  /** The project's folder. */
  readonly folder: Uri
  /** The home folder of the one who asks, where there is one. */
  readonly home: string | undefined
  /** Where the files went last time. */
  readonly last: Place | undefined
}

/**
 * Lets the person choose where the files go. About files that are there already they are asked.
 * @param preview shows the files
 */
export async function choosePlace(question: PlaceQuestion, preview: Preview): Promise<Placed | NoAnswer> {
  const items = placeItems(question)
  for (;;) {
    const picked = await pickStep(
      { title: question.title, prompt: 'nothing is written yet; choose where to', canGoBack: true },
      items,
      items.find(({ place }) => place === question.last),
    )
    if (typeof picked === 'string') return picked
    if (await mayReplace(picked.files, question.rendering.files, preview)) return picked
  }
}

function placeItems({ rendering: { files }, manager, folder, home }: PlaceQuestion): readonly PlaceItem[] {
  const place = (uriOf: (file: ScaffoldFile) => Uri): readonly PlacedFile[] =>
    files.map((file) => ({ uri: uriOf(file), text: file.text }))
  const inProject = (file: ScaffoldFile) => Uri.joinPath(folder, file.path)
  const project: PlaceItem = {
    label: '$(folder) In the project',
    description: files.map(({ path }) => path).join(', '),
    place: 'project',
    files: place(inProject),
  }
  if (!files.some(({ isUnit }) => isUnit)) return [project]
  // That folder is root's.
  if (manager === 'system') {
    return [{ ...project, detail: 'the commands for putting units into /etc/systemd/system come next' }]
  }
  // A project on another file system than this machine's has no way into a home folder.
  if (home === undefined || folder.scheme !== 'file' || !workspace.isTrusted) return [project]
  const units = folder.with({ path: `${home}/.config/systemd/user` })
  const inManager = (file: ScaffoldFile) =>
    file.isUnit ? Uri.joinPath(units, pathInFolder(file)) : inProject(file)
  const own: PlaceItem = {
    label: '$(home) In your own systemd',
    description: '~/.config/systemd/user on this machine',
    place: 'manager',
    files: place(inManager),
  }
  return [project, own]
}

/** Asks about files that are there already. */
async function mayReplace(
  placed: readonly PlacedFile[],
  files: readonly ScaffoldFile[],
  preview: Preview,
): Promise<boolean> {
  const old = await existing(placed)
  if (old.length === 0) return true
  const names = old.map(({ uri }) => `'${uri.path}'`).join(', ')
  const message = `${names} ${old.length === 1 ? 'is' : 'are'} there already`
  const chosen = await window.showWarningMessage(message, { modal: true }, 'Replace', 'Compare')
  if (chosen === 'Compare') {
    for (const file of old) {
      const fresh = files[placed.indexOf(file)]!
      const title = `${fresh.path}: there already and new`
      await commands.executeCommand('vscode.diff', file.uri, preview.uriOf(fresh), title)
    }
  }
  return chosen === 'Replace'
}
