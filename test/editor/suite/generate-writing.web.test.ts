import { suite, teardown, test } from 'mocha'
import * as vscode from 'vscode'
import { contains, equal } from './expect.ts'
import { listen, restoreWindow, window } from './picking.ts'
import { accept, generatePuma, previews, railsApp, read, restoreSteps, watchSteps } from './steps.ts'
import { until } from './until.ts'

const puma = 'unitwright.generate.puma-user'
const title = 'Generate Puma user service'
const service = 'config/systemd/user/puma-shop.service'
const socket = 'config/systemd/user/puma-shop.socket'

suite('writing what is generated', () => {
  teardown(async () => {
    restoreWindow()
    restoreSteps()
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  })

  test('one undo takes all files back', async () => {
    const app = await railsApp()
    listen()
    await generatePuma(app, 'Socket unit')
    contains((await read(app, service)) ?? '', '[Service]\n')
    contains((await read(app, socket)) ?? '', '[Socket]\n')
    await vscode.commands.executeCommand('undo')
    await until('both files to go', async () =>
      (await read(app, service)) === undefined && (await read(app, socket)) === undefined ? true : undefined,
    )
  })

  test('a file that is there already stays until the person says so; one undo brings it back', async () => {
    const app = await railsApp({ [service]: '[Service]\n' })
    const step = watchSteps()
    const answers = [undefined, 'Compare', 'Replace']
    const asked: string[] = []
    listen()
    Object.assign(window, {
      showWarningMessage: async (message: string) => {
        asked.push(message)
        return answers.shift()
      },
    })
    const done = vscode.commands.executeCommand(puma, app)
    await accept(await step(title), 'Socket unit')
    await accept(await step('Socket unit'), 'Yes')
    await accept(await step(title), '$(preview) Preview')
    await accept(await step(title), '$(folder) In the project')
    const place = await step(title)
    equal(asked, [`'${app.path}/${service}' is there already`])
    equal([await read(app, service), await read(app, socket)], ['[Service]\n', undefined])
    await accept(place, '$(folder) In the project')
    const compared = await step(title)
    equal(comparisons(), [[`${app.path}/${service}`, `unitwright-preview:/${service}`]])
    await accept(compared, '$(folder) In the project')
    await done
    equal([previews(), comparisons()], [[], []])
    contains((await read(app, service)) ?? '', 'Type=notify\n')
    contains((await read(app, socket)) ?? '', '[Socket]\n')
    await vscode.commands.executeCommand('undo')
    equal(vscode.window.activeTextEditor?.document.getText(), '[Service]\n')
    await until('the new file to go', async () =>
      (await read(app, socket)) === undefined ? true : undefined,
    )
  })

  // A browser has none.
  if (typeof process !== 'undefined' && process.env.HOME) {
    test("the unit can go to the person's own systemd, where there is a home folder", async () => {
      const app = await railsApp()
      const { HOME } = process.env
      process.env.HOME = `${app.path}/home`
      try {
        const step = watchSteps()
        listen()
        const done = vscode.commands.executeCommand(puma, app)
        await accept(await step(title), '$(preview) Preview')
        await accept(await step(title), '$(home) In your own systemd')
        await done
        contains((await read(app, 'home/.config/systemd/user/puma-shop.service')) ?? '', 'Type=notify\n')
        equal(await read(app, service), undefined)

        const again = vscode.commands.executeCommand(puma, app)
        await accept(await step(title), '$(preview) Preview')
        equal((await step(title)).activeItems[0]?.label, '$(home) In your own systemd')
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
        await again
      } finally {
        process.env.HOME = HOME
      }
    })
  }

  test('where one file cannot be written none is, no folder is left behind, and it is said which', async () => {
    const app = await railsApp({ 'config/monit': 'a file where a folder should be' })
    const said = listen()
    await generatePuma(app, 'Monit check')
    const refused = said().find((message) => message.includes('nothing was generated')) ?? ''
    contains(refused, `'${app.path}/config/monit' is no folder`)
    equal(await read(app, 'config/monit'), 'a file where a folder should be')
    equal([await read(app, service), previews()], [undefined, []])
    const left = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(app, 'config'))
    equal(left.map(([name]) => name).sort(), ['deploy.rb', 'monit', 'puma.rb'])
  })

  test('what is no file is not replaced', async () => {
    const app = await railsApp({ [`${service}/notes.txt`]: 'in a folder of that name' })
    const said = listen()
    await generatePuma(app, 'Socket unit')
    contains(said()[0] ?? '', `'${app.path}/${service}' is there already, and is no file`)
    equal(
      [await read(app, socket), await read(app, `${service}/notes.txt`)],
      [undefined, 'in a folder of that name'],
    )
  })
})

/** What is compared with what in the open tabs. */
function comparisons(): readonly (readonly [string, string])[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) =>
      input instanceof vscode.TabInputTextDiff
        ? [[input.original.path, input.modified.toString()] as const]
        : [],
    )
}
