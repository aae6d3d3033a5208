import { commands, env, FileType, type QuickPickItem, Uri, window, workspace } from 'vscode'
import { detectFacts } from '../../../server/src/scaffold/detect/detect-facts.ts'
import type {
  Answers,
  Facts,
  Rendering,
  ScaffoldFile,
  Template,
} from '../../../server/src/scaffold/template.ts'
import { askAnswers } from './ask-answers.ts'
import { Preview } from './preview.ts'
import { pickStep } from './quick-steps.ts'
import { workspaceFiles } from './workspace-files.ts'
import { existing, type PlacedFile, writeFiles } from './write-files.ts'

/**
 * Leads the person from what was found to files: the answers, a preview, the place. Nothing is written before they say
 * where to.
 * @param argument the folder or file that it was asked for in the explorer, or anything
 */
export async function generate(template: Template, argument: unknown): Promise<void> {
  const folder = await chooseFolder(argument)
  if (!folder) return
  const facts = await detectFacts(workspaceFiles(folder), folder.toString(), homeFolder())
  const unfit = template.unfit(facts)
  if (unfit !== undefined) throw new Error(unfit)
  const { notes } = facts.app
  if (notes.length > 0) void window.showWarningMessage(`Unitwright: ${notes.join('; ')}`)
  const preview = new Preview()
  try {
    await steps(template, facts, folder, preview)
  } finally {
    await preview.close()
    preview.dispose()
  }
}

/** The steps of the way; from the last one there is a way back to the first, with its answers kept. */
async function steps(template: Template, facts: Facts, folder: Uri, preview: Preview): Promise<void> {
  let said: Answers = {}
  for (;;) {
    const asked = await askAnswers(template, facts, said)
    if (!asked) return
    said = asked.said
    const rendering = template.render(asked.answers)
    await preview.show(rendering.files)
    const placed = await choosePlace(template, rendering, folder, facts.home, preview)
    if (placed === 'cancelled') return
    if (placed !== 'back') {
      await writeFiles(placed.files, template.title)
      await preview.close()
      await tellNext(placed, rendering)
      return
    }
    await preview.close()
  }
}

/** Files and where they go. */
interface Placed {
  readonly files: readonly PlacedFile[]
  /** Whether the units are in their manager's own folder. */
  readonly isInstalled: boolean
}

interface PlaceItem extends QuickPickItem, Placed {}

async function choosePlace(
  template: Template,
  { files }: Rendering,
  folder: Uri,
  home: string | undefined,
  preview: Preview,
): Promise<Placed | 'back' | 'cancelled'> {
  const inProject = (file: ScaffoldFile) => Uri.joinPath(folder, file.path)
  const place = (
    label: string,
    description: string,
    uriOf: (file: ScaffoldFile) => Uri,
    isInstalled: boolean,
  ): PlaceItem => ({
    label,
    description,
    isInstalled,
    files: files.map((file) => ({ uri: uriOf(file), text: file.text })),
  })
  const items = [
    place('$(folder) In the project', files.map(({ path }) => path).join(', '), inProject, false),
  ]
  if (template.manager === 'user' && home !== undefined && workspace.isTrusted) {
    const units = folder.with({ path: `${home}/.config/systemd/user` })
    const inManager = (file: ScaffoldFile) =>
      file.isUnit ? Uri.joinPath(units, file.path.slice(file.path.lastIndexOf('/') + 1)) : inProject(file)
    items.push(
      place('$(home) In your own systemd', '~/.config/systemd/user on this machine', inManager, true),
    )
  }
  for (;;) {
    const picked = await pickStep(
      { title: template.title, prompt: 'write the files', canGoBack: true },
      items,
    )
    if (typeof picked === 'string') return picked
    if (await mayReplace(picked.files, files, preview)) return picked
  }
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
      await commands.executeCommand(
        'vscode.diff',
        file.uri,
        preview.uriOf(fresh),
        `${fresh.path}: there already and new`,
      )
    }
  }
  return chosen === 'Replace'
}

/** Opens the first of the files, and says how to go on without waiting for the person. */
async function tellNext({ files, isInstalled }: Placed, { nextSteps }: Rendering): Promise<void> {
  const [first] = files
  if (first) await window.showTextDocument(first.uri, { preview: false })
  const copy = 'Copy next commands'
  const what = files.length === 1 ? 'the file is written' : `${files.length} files are written`
  const steps = nextSteps.filter(({ isInstall }) => !(isInstall && isInstalled))
  void window.showInformationMessage(`Unitwright: ${what}`, copy).then((chosen) => {
    if (chosen === copy) return env.clipboard.writeText(steps.map(({ command }) => `${command}\n`).join(''))
  })
}

/** The folder that was pointed at, or the workspace's; the person says which where it has several. */
async function chooseFolder(argument: unknown): Promise<Uri | undefined> {
  if (argument instanceof Uri) {
    const { type } = await workspace.fs.stat(argument)
    return (type & FileType.Directory) !== 0 ? argument : Uri.joinPath(argument, '..')
  }
  const folders = workspace.workspaceFolders ?? []
  if (folders.length === 0) throw new Error('no folder is open; open the folder of the app first')
  if (folders.length === 1) return folders[0]?.uri
  return (await window.showWorkspaceFolderPick({ placeHolder: 'the folder of the app' }))?.uri
}

/** The home folder of the machine that the workspace is on; undefined where there is no process to ask, as in a browser. */
function homeFolder(): string | undefined {
  const home = typeof process === 'undefined' ? undefined : process.env?.HOME
  return home?.startsWith('/') ? home : undefined
}
