import * as vscode from 'vscode'
import { equal } from './expect.ts'
import { window } from './picking.ts'
import { until } from './until.ts'

type Pick = vscode.QuickPick<vscode.QuickPickItem>

const { createQuickPick, createInputBox, showOpenDialog } = window
let folders = 0

/** Gives the window back what `watchSteps()` has put other things for. */
export function restoreSteps(): void {
  Object.assign(window, { createQuickPick, createInputBox, showOpenDialog })
}

/** A Rails app in a folder of its own: the one of the fixtures, with these files besides or instead. */
export async function railsApp(files: Readonly<Record<string, string>> = {}): Promise<vscode.Uri> {
  const folder = nextFolder()
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(workspaceFolder(), 'shop'), folder)
  return withFiles(folder, files)
}

/** A folder of its own with these files. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<vscode.Uri> {
  return withFiles(nextFolder(), files)
}

/** The text of a file in a folder; undefined where there is none. */
export async function read(folder: vscode.Uri, path: string): Promise<string | undefined> {
  return vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, path)).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  )
}

/** The addresses of the previews that are open, in order. */
export function previews(): readonly string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri.toString()] : []))
    .filter((uri) => uri.startsWith('unitwright-preview:'))
    .sort()
}

/** Waits for the next pick that opens under a title. */
export function watchSteps(): (title: string) => Promise<Pick> {
  const opened: Pick[] = []
  Object.assign(window, {
    createQuickPick: () => {
      const pick = createQuickPick()
      const show = pick.show.bind(pick)
      pick.show = () => {
        show()
        opened.push(pick)
      }
      return pick
    },
  })
  return async (title) => {
    const pick = await until(`the step '${title}'`, () => opened.shift())
    equal(pick.title, title)
    return pick
  }
}

/** What the items of a pick show behind their labels. */
export function shown(pick: Pick): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(pick.items.map(({ label, description }) => [label, description]))
}

/** Types a line into the next box for text, and takes it. */
export function typeNext(text: string): void {
  Object.assign(window, {
    createInputBox: () => {
      Object.assign(window, { createInputBox })
      const box = createInputBox()
      const show = box.show.bind(box)
      box.show = () => {
        show()
        box.value = text
        // The value is told to the window in the next turn of the extension host.
        setTimeout(
          () => void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
          200,
        )
      }
      return box
    },
  })
}

/** Moves to an item of an open pick and takes it, as the arrow keys and Enter do. */
export async function accept(pick: Pick, label: string): Promise<void> {
  const item = pick.items.find((each) => each.label === label)
  if (!item)
    throw new Error(`'${label}' is not among ${JSON.stringify(pick.items.map((each) => each.label))}`)
  pick.activeItems = [item]
  // It is told to the window in the next turn of the extension host.
  await new Promise((resolve) => setTimeout(resolve, 50))
  let isDone = false
  const dispose = pick.dispose.bind(pick)
  pick.dispose = () => {
    isDone = true
    dispose()
  }
  await until(`'${label}' to be taken`, async () => {
    if (!isDone) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
    return isDone || undefined
  })
}

/**
 * Generates a Puma user service into the project, with one of the questions answered by yes.
 * @param app its folder
 */
export async function generatePuma(app: vscode.Uri, question: string): Promise<void> {
  const title = 'Generate Puma user service'
  const step = watchSteps()
  const done = vscode.commands.executeCommand('unitwright.generate.puma-user', app)
  await accept(await step(title), question)
  await accept(await step(question), 'Yes')
  await accept(await step(title), '$(preview) Preview')
  await accept(await step(title), '$(folder) In the project')
  await done
}

function workspaceFolder(): vscode.Uri {
  const [workspace] = vscode.workspace.workspaceFolders ?? []
  if (!workspace) throw new Error('the suite needs a workspace folder')
  return workspace.uri
}

function nextFolder(): vscode.Uri {
  folders += 1
  return vscode.Uri.joinPath(workspaceFolder(), `generate-${folders}`)
}

async function withFiles(folder: vscode.Uri, files: Readonly<Record<string, string>>): Promise<vscode.Uri> {
  for (const [name, text] of Object.entries(files)) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text))
  }
  return folder
}
