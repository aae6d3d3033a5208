import { suite, teardown, test } from 'mocha'
import * as vscode from 'vscode'
import { diagnosticsWhen } from './editing.ts'
import { contains, equal } from './expect.ts'
import { screenshot } from './screenshot.ts'
import { until } from './until.ts'

const window = vscode.window as { -readonly [Key in keyof typeof vscode.window]: (typeof vscode.window)[Key] }
const { createQuickPick, showErrorMessage, showInformationMessage, showWarningMessage } = window
const command = 'unitwright.generatePumaUserService'
const service = 'config/systemd/user/puma-shop.service'
const rails = {
  Gemfile: "gem 'puma'\n",
  'Gemfile.lock': 'GEM\n  specs:\n    puma (6.4.2)\n',
  'config.ru': 'run Rails.application\n',
  'config/puma.rb': 'workers 2\nport ENV.fetch("PORT", 3000)\n',
  'config/deploy.rb':
    'set :application, "shop"\nset :deploy_to, "/home/deploy/apps/shop"\nset :rbenv_ruby, "3.3.0"\n',
}

suite('generate', () => {
  teardown(async () => {
    Object.assign(window, { createQuickPick, showErrorMessage, showInformationMessage, showWarningMessage })
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  })

  test('a Rails app gets its service: what was found, a change, a preview, and only then the files', async () => {
    const app = await folderWith(rails)
    const step = watchSteps()
    Object.assign(window, { showInformationMessage: async () => 'Copy next commands' })
    const done = vscode.commands.executeCommand(command, app)
    const overview = await step('Generate Puma user service')
    const shown = new Map(overview.items.map(({ label, description }) => [label, description]))
    equal(
      [
        'Name of the service',
        'Folder of the app',
        'Ruby',
        'Version of Ruby',
        'Version of Puma',
        'Reload',
      ].map((label) => shown.get(label)),
      ['puma-shop', '/home/deploy/apps/shop/current', 'rbenv', '3.3.0', '6.0 or newer', 'Phased restart'],
    )
    await screenshot('generate-overview')

    await accept(overview, 'Reload')
    await step('Reload')
    await vscode.commands.executeCommand('workbench.action.quickInputBack')
    await accept(await step('Generate Puma user service'), 'Socket unit')
    await accept(await step('Socket unit'), 'Yes')
    const changed = await step('Generate Puma user service')
    equal(changed.items.find(({ label }) => label === 'Listen on')?.description, '0.0.0.0:3000')
    await accept(changed, '$(preview) Preview')

    await step('Generate Puma user service')
    equal(previews(), [
      'unitwright-preview:/config/systemd/user/puma-shop.service',
      'unitwright-preview:/config/systemd/user/puma-shop.socket',
    ])
    equal(await read(app, service), undefined)
    await screenshot('generate-preview')
    await vscode.commands.executeCommand('workbench.action.quickInputBack')
    const again = await step('Generate Puma user service')
    equal(again.items.find(({ label }) => label === 'Socket unit')?.description, 'Yes')
    equal(previews(), [])
    await accept(again, '$(preview) Preview')
    await accept(await step('Generate Puma user service'), '$(folder) In the project')
    await done

    const text = (await read(app, service)) ?? ''
    contains(text, 'ExecReload=/bin/kill -USR1 $MAINPID\n')
    contains(text, 'Requires=puma-shop.socket\n')
    contains((await read(app, 'config/systemd/user/puma-shop.socket')) ?? '', 'ListenStream=0.0.0.0:3000\n')
    equal(previews(), [])
    const editor = vscode.window.activeTextEditor!
    equal([editor.document.uri.path, editor.document.languageId], [`${app.path}/${service}`, 'systemd-unit'])
    await diagnosticsWhen(editor.document, (found) => found.length === 0)
    await until('the copied commands', async () =>
      (await vscode.env.clipboard.readText()).includes('enable --now puma-shop.socket puma-shop.service')
        ? true
        : undefined,
    )
    await screenshot('generate-written')
  })

  test('a file that is there already stays until the person says so', async () => {
    const app = await folderWith({ ...rails, [service]: '[Service]\n' })
    const step = watchSteps()
    const answers = [undefined, 'Replace']
    const asked: string[] = []
    Object.assign(window, {
      showInformationMessage: async () => undefined,
      showWarningMessage: async (message: string) => {
        asked.push(message)
        return answers.shift()
      },
    })
    const done = vscode.commands.executeCommand(command, app)
    await accept(await step('Generate Puma user service'), '$(preview) Preview')
    await accept(await step('Generate Puma user service'), '$(folder) In the project')
    const place = await step('Generate Puma user service')
    equal(asked, [`'${app.path}/${service}' is there already`])
    equal(await read(app, service), '[Service]\n')
    await accept(place, '$(folder) In the project')
    await done
    contains((await read(app, service)) ?? '', 'Type=notify\n')
    // One undo brings back what was there.
    await vscode.commands.executeCommand('undo')
    equal(vscode.window.activeTextEditor?.document.getText(), '[Service]\n')
  })

  // A browser has none.
  if (typeof process !== 'undefined' && process.env.HOME) {
    test("the unit can go to the person's own systemd, where there is a home folder", async () => {
      const app = await folderWith(rails)
      const { HOME } = process.env
      process.env.HOME = `${app.path}/home`
      try {
        const step = watchSteps()
        Object.assign(window, { showInformationMessage: async () => undefined })
        const done = vscode.commands.executeCommand(command, app)
        await accept(await step('Generate Puma user service'), '$(preview) Preview')
        await accept(await step('Generate Puma user service'), '$(home) In your own systemd')
        await done
        contains((await read(app, 'home/.config/systemd/user/puma-shop.service')) ?? '', 'Type=notify\n')
        equal(await read(app, service), undefined)
      } finally {
        process.env.HOME = HOME
      }
    })
  }

  test('where a file cannot be written, none is, and that is said', async () => {
    const app = await folderWith({ ...rails, 'config/monit': 'a file where a folder should be' })
    const step = watchSteps()
    const said: string[] = []
    Object.assign(window, {
      showErrorMessage: async (message: string) => {
        said.push(message)
      },
    })
    const done = vscode.commands.executeCommand(command, app)
    await accept(await step('Generate Puma user service'), 'Monit check')
    await accept(await step('Monit check'), 'Yes')
    await accept(await step('Generate Puma user service'), '$(preview) Preview')
    await accept(await step('Generate Puma user service'), '$(folder) In the project')
    await done
    contains(said[0] ?? '', 'nothing was generated: ')
    equal([await read(app, service), previews()], [undefined, []])
  })

  test('giving up writes nothing and leaves no preview', async () => {
    const app = await folderWith(rails)
    const step = watchSteps()
    const done = vscode.commands.executeCommand(command, app)
    await accept(await step('Generate Puma user service'), '$(preview) Preview')
    await step('Generate Puma user service')
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
    await done
    equal([await read(app, service), previews()], [undefined, []])
  })

  test('a folder without an app is said', async () => {
    const folder = await folderWith({ 'README.md': '' })
    const said: string[] = []
    Object.assign(window, {
      showErrorMessage: async (message: string) => {
        said.push(message)
      },
    })
    await vscode.commands.executeCommand(command, folder)
    contains(said[0] ?? '', `nothing was generated: there is no app in '${folder.path}'`)
  })
})

let folders = 0

/** A folder of its own with these files, as of an app. */
async function folderWith(files: Readonly<Record<string, string>>): Promise<vscode.Uri> {
  const [workspace] = vscode.workspace.workspaceFolders ?? []
  if (!workspace) throw new Error('the suite needs a workspace folder')
  folders += 1
  const folder = vscode.Uri.joinPath(workspace.uri, `generate-${folders}`)
  for (const [name, text] of Object.entries(files)) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text))
  }
  return folder
}

async function read(folder: vscode.Uri, path: string): Promise<string | undefined> {
  return vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, path)).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  )
}

/** The addresses of the previews that are open, in order. */
function previews(): readonly string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri.toString()] : []))
    .filter((uri) => uri.startsWith('unitwright-preview:'))
    .sort()
}

/** Waits for the next pick that opens under a title. */
function watchSteps(): (title: string) => Promise<vscode.QuickPick<vscode.QuickPickItem>> {
  const opened: vscode.QuickPick<vscode.QuickPickItem>[] = []
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

/** Moves to an item of an open pick and takes it, as the arrow keys and Enter do. */
async function accept(pick: vscode.QuickPick<vscode.QuickPickItem>, label: string): Promise<void> {
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
