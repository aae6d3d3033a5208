import { suite, teardown, test } from 'mocha'
import * as vscode from 'vscode'
import { diagnosticsWhen } from './editing.ts'
import { contains, equal } from './expect.ts'
import { listen, restoreWindow, window } from './picking.ts'
import { screenshot } from './screenshot.ts'
import {
  accept,
  folderWith,
  previews,
  railsApp,
  read,
  restoreSteps,
  shown,
  typeNext,
  watchSteps,
} from './steps.ts'
import { until } from './until.ts'

const puma = 'unitwright.generate.puma-user'
const title = 'Generate Puma user service'
const service = 'config/systemd/user/puma-shop.service'
const socket = 'config/systemd/user/puma-shop.socket'

suite('generate', () => {
  teardown(async () => {
    restoreWindow()
    restoreSteps()
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  })

  test('a Rails app gets its service: what was found, a change, a preview, and only then the files', async () => {
    const app = await railsApp()
    const step = watchSteps()
    Object.assign(window, { showInformationMessage: async () => 'Copy next commands' })
    const done = vscode.commands.executeCommand(puma, app)
    const overview = await step(title)
    const found = shown(overview)
    equal(
      [
        'Name of the service',
        'Folder of the app',
        'Ruby',
        'Version of Ruby',
        'Version of Puma',
        'Reload',
      ].map((label) => found[label]),
      ['puma-shop', '/home/deploy/apps/shop/current', 'rbenv', '3.3.0', '6.0 or newer', 'Phased restart'],
    )
    await screenshot('generate-overview')

    await accept(overview, 'Reload')
    await step('Reload')
    await vscode.commands.executeCommand('workbench.action.quickInputBack')
    await accept(await step(title), 'Socket unit')
    await accept(await step('Socket unit'), 'Yes')
    const changed = await step(title)
    equal(shown(changed)['Listen on'], '0.0.0.0:3000')
    await accept(changed, '$(preview) Preview')

    await step(title)
    equal(previews(), [`unitwright-preview:/${service}`, `unitwright-preview:/${socket}`])
    equal(await read(app, service), undefined)
    await screenshot('generate-preview')
    await vscode.commands.executeCommand('workbench.action.quickInputBack')
    const again = await step(title)
    equal(shown(again)['Socket unit'], 'Yes')
    equal(previews(), [])
    await accept(again, '$(preview) Preview')
    await accept(await step(title), '$(folder) In the project')
    await done

    const text = (await read(app, service)) ?? ''
    contains(text, 'ExecReload=/bin/kill -USR1 $MAINPID\n')
    contains(text, 'Requires=puma-shop.socket\n')
    contains((await read(app, socket)) ?? '', 'ListenStream=0.0.0.0:3000\n')
    equal(previews(), [])
    const editor = vscode.window.activeTextEditor!
    equal([editor.document.uri.path, editor.document.languageId], [`${app.path}/${service}`, 'systemd-unit'])
    await diagnosticsWhen(editor.document, (diagnostics) => diagnostics.length === 0)
    await until('the copied commands', async () =>
      (await vscode.env.clipboard.readText()).includes('enable --now puma-shop.socket puma-shop.service')
        ? true
        : undefined,
    )
    await screenshot('generate-written')
  })

  test('what was answered last time is filled in the next time, until it is told to start over', async () => {
    const app = await railsApp()
    const step = watchSteps()
    listen()
    const first = vscode.commands.executeCommand(puma, app)
    await accept(await step(title), 'Socket unit')
    await accept(await step('Socket unit'), 'Yes')
    typeNext('[::1]:4000')
    await accept(await step(title), 'Listen on')
    const changed = await step(title)
    equal(shown(changed)['Listen on'], '[::1]:4000')
    await accept(changed, '$(preview) Preview')
    await step(title)
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
    await first

    const second = vscode.commands.executeCommand(puma, app)
    const recalled = await step(title)
    equal(
      [shown(recalled)['Socket unit'], shown(recalled)['Listen on'], shown(recalled).Reload],
      ['Yes (as last time)', '[::1]:4000 (as last time)', 'Phased restart'],
    )
    await accept(recalled, '$(discard) Start over')
    const fresh = await step(title)
    equal([shown(fresh)['Socket unit'], '$(discard) Start over' in shown(fresh)], ['No', false])
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
    await second

    // Another app has answers of its own.
    const third = vscode.commands.executeCommand(puma, await railsApp())
    equal(shown(await step(title))['Socket unit'], 'No')
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
    await third
  })

  test('giving up writes nothing and leaves no preview', async () => {
    const app = await railsApp()
    const step = watchSteps()
    const done = vscode.commands.executeCommand(puma, app)
    await accept(await step(title), '$(preview) Preview')
    await step(title)
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
    await done
    equal([await read(app, service), previews()], [undefined, []])
  })

  test('a folder without the app is said, and another one can be chosen', async () => {
    const folder = await folderWith({ 'README.md': '' })
    const app = await railsApp()
    const step = watchSteps()
    const said: string[] = []
    Object.assign(window, {
      showErrorMessage: async (message: string, ...actions: readonly string[]) => {
        said.push(message)
        return actions[0]
      },
      showOpenDialog: async () => [app],
    })
    const done = vscode.commands.executeCommand(puma, folder)
    equal(shown(await step(title))['Name of the service'], 'puma-shop')
    equal(said.length, 1)
    contains(said[0] ?? '', `nothing was generated: there is no app in '${folder.path}'`)
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
    await done
  })

  test('what a configuration means that is code is said to be unknown', async () => {
    const app = await railsApp({ 'config/puma.rb': 'daemonize\nport ENV.fetch("PORT", 3000)\n' })
    const step = watchSteps()
    const said = listen()
    const done = vscode.commands.executeCommand(puma, app)
    await step(title)
    contains(said()[0] ?? '', 'daemonize')
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
    await done
  })

  test('a Django app gets a socket and a service, of the instance that is chosen', async () => {
    const name = 'Generate Gunicorn socket and service'
    const app = await folderWith({
      'requirements.txt': 'Django==5.0\ngunicorn==22.0.0\n',
      'manage.py': '',
      'store/wsgi.py': 'application = get_wsgi_application()\n',
    })
    const step = watchSteps()
    listen()
    const done = vscode.commands.executeCommand('unitwright.generate.gunicorn', app)
    const overview = await step(name)
    equal(shown(overview).Module, 'store.wsgi:application')
    equal(shown(overview).Instance, 'Your own')
    await accept(overview, 'Instance')
    await accept(await step('Instance'), "The machine's")
    await accept(await step(name), '$(preview) Preview')
    await accept(await step(name), '$(folder) In the project')
    await done
    const editor = vscode.window.activeTextEditor!
    contains(editor.document.uri.path, `${app.path}/config/systemd/system/`)
    contains(editor.document.getText(), ' store.wsgi:application\n')
    await diagnosticsWhen(editor.document, (diagnostics) => diagnostics.length === 0)
    const socketPath = editor.document.uri.path.replace(/service$/, 'socket').slice(app.path.length + 1)
    contains((await read(app, socketPath)) ?? '', '[Socket]\nListenStream=')
  })

  test('an Upstart job is converted where it is pointed at', async () => {
    const folder = await folderWith({
      'deploy/upstart/web.conf': [
        'description "web server"',
        'start on runlevel [2345]',
        'setuid deploy',
        'respawn',
        'exec /usr/bin/puma -C /srv/shop/puma.rb',
        '',
      ].join('\n'),
    })
    const step = watchSteps()
    listen()
    const job = vscode.Uri.joinPath(folder, 'deploy/upstart/web.conf')
    const done = vscode.commands.executeCommand('unitwright.generate.upstart', job)
    const overview = await step('Convert Upstart job to systemd unit')
    const [workspace] = vscode.workspace.workspaceFolders ?? []
    equal(shown(overview)['Upstart job'], job.path.slice(`${workspace?.uri.path}/`.length))
    equal(shown(overview)['Name of the service'], 'web')
    await accept(overview, '$(preview) Preview')
    await step('Convert Upstart job to systemd unit')
    const [preview = ''] = previews()
    contains(preview, 'web.service')
    const { document } = vscode.window.activeTextEditor!
    contains(document.getText(), 'ExecStart=/usr/bin/puma -C /srv/shop/puma.rb\n')
    contains(document.getText(), 'User=deploy\n')
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
    await done
  })

  test('a file that is no Upstart job is said, and the answers stay', async () => {
    const folder = await folderWith({ 'nginx.conf': 'worker_processes 4;\n' })
    const step = watchSteps()
    const said = listen()
    const file = vscode.Uri.joinPath(folder, 'nginx.conf')
    const done = vscode.commands.executeCommand('unitwright.generate.upstart', file)
    await accept(await step('Convert Upstart job to systemd unit'), '$(preview) Preview')
    equal(shown(await step('Convert Upstart job to systemd unit'))['Name of the service'], 'nginx')
    contains(said()[0] ?? '', "nginx.conf' is no Upstart job")
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
    await done
  })
})
