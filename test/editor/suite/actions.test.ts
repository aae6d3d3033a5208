import { existsSync } from 'node:fs'
import { setup, suite, suiteSetup, teardown, test } from 'mocha'
import * as vscode from 'vscode'
import { type as typeText } from './editing.ts'
import { contains, equal } from './expect.ts'
import { extension } from './extension.ts'
import { choose, restoreWindow, window } from './picking.ts'
import {
  answer,
  calls,
  closeTerminals,
  fakeFolder,
  hasUnit,
  hasUnitAfter,
  nothingPwned,
  pathFor,
  press,
  removeWritten,
  resetSystemd,
  running,
  stopped,
  writeAt,
} from './systemd.ts'
import { until } from './until.ts'

const unit = '[Service]\nExecStart=/bin/sleep 1000\n\n[Install]\nWantedBy=default.target\n'
const groupFailure = 'web.service: Main process exited, code=exited, status=216/GROUP\n'

/** Each test of a suite begins with a systemd that knows nothing, and leaves the window as it was. */
function onFakeSystemd(): void {
  suiteSetup(async function () {
    if (fakeFolder === undefined) this.skip()
    await extension()
  })
  setup(resetSystemd)
  teardown(async () => {
    restoreWindow()
    await closeTerminals()
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    removeWritten()
  })
}

suite('actions', () => {
  onFakeSystemd()

  test('run as a visible command, in one terminal for a manager', async () => {
    hasUnit('web.service', running)
    await act('restart', { manager: 'user', unit: 'web.service' })
    await act('stop', { manager: 'user', unit: 'web.service' })
    equal(calls(), [
      ['systemctl', '--user', 'restart', 'web.service'],
      ['systemctl', '--user', 'stop', 'web.service'],
    ])
    equal(terminalNames(), ['systemd: user'])
  })

  test('treat socket and service of a pair together where that is right', async () => {
    hasUnit('web.service', { ...running, TriggeredBy: 'web.socket' })
    await act('stop', { manager: 'user', unit: 'web.service' })
    await act('restart', { manager: 'user', unit: 'web.service' })
    equal(calls(), [
      ['systemctl', '--user', 'stop', 'web.socket', 'web.service'],
      ['systemctl', '--user', 'restart', 'web.service'],
    ])
  })

  test('of the system are run with the rights of root, and that is seen', async () => {
    hasUnit('web.service', running)
    const file = writeAt(pathFor('of-system', 'web.service'), '[Install]\nWantedBy=multi-user.target\n')
    await act('stop', file)
    const command = ['systemctl', '--system', 'stop', 'web.service']
    equal(calls(), process.getuid?.() === 0 ? [command] : [['sudo', ...command], command])
    equal(terminalNames(), ['systemd: system'])
  })

  test('of a file that the own systemd reads go to that, whatever its words say', async () => {
    const file = writeAt(pathFor('linked', 'web.service'), '[Service]\nExecStart=/bin/x\nUser=nobody\n')
    hasUnit('web.service', { ...running, FragmentPath: file.fsPath })
    await act('restart', file)
    equal(calls(), [['systemctl', '--user', 'restart', 'web.service']])
  })

  test('that go on have a terminal of their own, and do not keep others waiting', async () => {
    hasUnit('web.service', running)
    await until('the logs', async () => {
      void act('show-logs', { manager: 'user', unit: 'web.service' })
      await until('the call', () => calls().length > 0 || undefined)
      return true
    })
    await act('stop', { manager: 'user', unit: 'web.service' })
    equal(calls(), [
      ['journalctl', '--no-pager', '--follow', '--lines=100', '--user-unit=web.service'],
      ['systemctl', '--user', 'stop', 'web.service'],
    ])
    equal(terminalNames(), ['systemd: logs', 'systemd: user'])
  })

  test('have changed files read first', async () => {
    hasUnit('web.service', { ...running, NeedDaemonReload: 'yes' })
    await act('restart', { manager: 'user', unit: 'web.service' })
    equal(calls(), [
      ['systemctl', '--user', 'daemon-reload'],
      ['systemctl', '--user', 'restart', 'web.service'],
    ])
  })

  test('are not typed into a program, also where the shell does not tell of it', async () => {
    await withIntegration(false, async () => {
      hasUnit('web.service', running)
      await act('restart', { manager: 'user', unit: 'web.service' })
      const started = pathFor('busy', 'started')
      writeAt(pathFor('busy', 'README'), '')
      vscode.window.terminals[0]!.sendText(`echo >'${started}'; cat`)
      await until('the program', () => existsSync(started) || undefined)
      await act('stop', { manager: 'user', unit: 'web.service' })
      equal(terminalNames(), ['systemd: user', 'systemd: user'])
      equal(
        calls().map((call) => call[2]),
        ['restart', 'stop'],
      )
    })
  })

  for (const integration of [true, false]) {
    test(`that fail are explained, ${telling(integration)}`, async () => {
      await withIntegration(integration, async () => {
        hasUnit('web.service', stopped)
        hasUnitAfter('start', 'web.service', {
          LoadState: 'loaded',
          ActiveState: 'failed',
          SubState: 'failed',
        })
        // What the terminal shows is read where the shell tells of it.
        answer('start', { err: `Job for web.service failed.\n${integration ? groupFailure : ''}`, status: 1 })
        if (!integration) answer('journalctl', { out: groupFailure })
        const shown = press()
        await act('start', { manager: 'user', unit: 'web.service' })
        const [message] = shown()
        contains(message!.text, "Unitwright: 'Start unit' of web.service failed: ")
        contains(message!.text, 'Group=')
        equal(message!.buttons, ['Explain rule', 'Manual of systemd.exec', 'Last log lines'])
      })
    })
  }

  test('that can not reach systemd say what leads there', async () => {
    hasUnit('web.service', stopped)
    const err = 'Failed to connect to bus: $DBUS_SESSION_BUS_ADDRESS and $XDG_RUNTIME_DIR not defined\n'
    answer('start', { err, status: 1 })
    const shown = press('Copy export command')
    await act('start', { manager: 'user', unit: 'web.service' })
    equal(shown()[0]!.buttons, [
      'Copy export command',
      'Enable lingering',
      'Manual of pam_systemd',
      'Last log lines',
    ])
    await until('the copy', async () => {
      const copied = await vscode.env.clipboard.readText()
      return copied === 'export XDG_RUNTIME_DIR=/run/user/$(id -u)' || undefined
    })
  })

  test('that go well are followed by a look, for most services that fail do so afterwards', async () => {
    hasUnit('web.service', stopped)
    hasUnitAfter('start', 'web.service', {
      LoadState: 'loaded',
      ActiveState: 'activating',
      SubState: 'auto-restart',
      Result: 'exit-code',
      ExecMainCode: '1',
      ExecMainStatus: '203',
    })
    const shown = press()
    await act('start', { manager: 'user', unit: 'web.service' })
    contains(shown()[0]!.text, "'Start unit' of web.service failed: ")
    contains(shown()[0]!.text, 'ExecStart=')
  })

  test('on a unit that systemd does not know lead to installing it', async () => {
    const file = writeAt(pathFor('unknown', 'web.service'), unit)
    const shown = press()
    await act('start', file)
    equal(shown()[0], {
      text: "Unitwright: systemd does not know 'web.service': its file is not in a folder where systemd looks",
      buttons: ['Install, enable and start'],
    })
    equal(calls(), [])
  })

  test('ask which instance of a template is meant', async () => {
    hasUnit('web@a-b.service', stopped)
    Object.assign(window, { showInputBox: async () => 'a/b' })
    await act('stop', { manager: 'user', unit: 'web@.service' })
    equal(calls(), [['systemctl', '--user', 'stop', 'web@a-b.service']])
  })

  test('without a file offer units, those of the workspace first, with their states', async () => {
    answer('list-units', {
      out: 'web.service loaded active running Web\nother.service loaded failed failed Other\n',
    })
    answer('list-unit-files', { out: 'idle.timer disabled enabled\nx.mount static -\n' })
    writeAt(pathFor('picked', 'web.service'), unit)
    hasUnit('idle.timer', stopped)
    let offered: readonly vscode.QuickPickItem[] = []
    Object.assign(window, {
      showQuickPick: async (items: Promise<readonly vscode.QuickPickItem[]>) => {
        offered = await items
        return offered.find(({ label }) => label === 'idle.timer')
      },
    })
    await act('stop')
    const [separator] = offered
    equal([separator!.label, separator!.kind], ['workspace', vscode.QuickPickItemKind.Separator])
    const states = offered.map(({ label, description }) => `${label}: ${description ?? ''}`)
    for (const each of ['web.service: active (running)', 'other.service: failed (failed)'])
      contains(states.join('\n'), each)
    contains(states.join('\n'), 'idle.timer: not running, disabled')
    equal(calls(), [['systemctl', '--user', 'stop', 'idle.timer']])
  })

  test('take no name that is none', async () => {
    const shown = press()
    for (const name of [
      'x@$(touch pwned).service',
      'a b.service',
      '-H evil',
      '`touch pwned`.service',
      '*.service',
    ]) {
      await act('start', { manager: 'user', unit: name })
      await act('stop', name)
    }
    equal(shown().length, 10)
    for (const { text } of shown()) contains(text, 'is no name of a unit')
    equal(calls(), [])
    equal(terminalNames(), [])
  })

  test('hand names and paths on as they are, and nobody interprets them', async () => {
    const odd = ['a\\x2db.service', '-x.service', 'x@a\\x20b:1.service', 'a.b-c:d_e.service']
    for (const name of odd) {
      hasUnit(name, running)
      await act('stop', { manager: 'user', unit: name })
    }
    equal(
      calls().map((call) => call.at(-1)),
      odd,
    )
    resetSystemd()
    const folders = ["it's $(touch pwned)", '`touch pwned`; touch pwned #', '!! "$HOME" \\', 'line\nfeed']
    for (const folder of folders) await act('link', writeAt(pathFor(folder, 'web.service'), unit))
    equal(
      calls(),
      folders.map((folder) => ['systemctl', '--user', 'link', pathFor(folder, 'web.service')]),
    )
    equal(nothingPwned(), true)
  })
})

/** Every way in which a unit reaches an action, with names and folders that a shell or systemctl might take for more. */
suite('a name with odd characters', () => {
  const odd = 'a\\x2db:c.service'
  const other = '-x@y\\x20z.service'
  const folder = "it's $(touch pwned) `touch pwned`; !! \\"
  const stopsOdd = [['systemctl', '--user', 'stop', odd]]
  let file: vscode.Uri

  onFakeSystemd()
  setup(() => {
    for (const name of [odd, other]) hasUnit(name, running)
    file = writeAt(pathFor(folder, odd), unit)
  })
  teardown(() => equal(nothingPwned(), true))

  test('comes from a keybinding', async () => {
    await act('stop', odd)
    equal(calls(), stopsOdd)
  })

  test('comes from the tree of services', async () => {
    await act('stop', { manager: 'user', unit: odd, file: file.fsPath })
    equal(calls(), stopsOdd)
  })

  test('comes from the explorer, alone and with others', async () => {
    await act('stop', file)
    equal(calls(), stopsOdd)
    resetSystemd()
    for (const name of [odd, other]) hasUnit(name, running)
    const second = writeAt(pathFor(folder, other), unit)
    await vscode.commands.executeCommand('unitwright.action.stop', file, [file, second])
    equal(calls(), [['systemctl', '--user', 'stop', '--', odd, other]])
  })

  test('comes from the editor', async () => {
    await vscode.window.showTextDocument(file)
    await act('stop')
    equal(calls(), stopsOdd)
  })

  test('comes from the lens above a file', async () => {
    const editor = await vscode.window.showTextDocument(file)
    const stop = await until('the lens', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        editor.document.uri,
        10,
      )
      return lenses.find(({ command }) => command?.title === 'Stop')?.command
    })
    await vscode.commands.executeCommand(stop.command, ...(stop.arguments ?? []))
    equal(calls(), stopsOdd)
  })

  test('comes from the picker', async () => {
    answer('list-units', { out: `${odd} loaded active running Odd\n` })
    removeWritten()
    choose(odd)
    await act('stop')
    equal(calls(), stopsOdd)
  })

  test('comes from an instance that somebody types', async () => {
    const typed = '$(touch pwned) `id`;\'"'
    Object.assign(window, { showInputBox: async () => typed })
    await act('stop', { manager: 'user', unit: 'web@.service' })
    const [call, ...others] = calls()
    equal([call?.slice(0, 3), others], [['systemctl', '--user', 'stop'], []])
    equal(/^web@[\w:.\\-]+\.service$/.test(call?.at(-1) ?? ''), true)
  })

  test('comes from a file that is installed', async () => {
    hasUnit(odd, { LoadState: 'not-found', ActiveState: 'inactive', SubState: 'dead' })
    answer('show-user', { out: 'Linger=yes\n' })
    press()
    await vscode.commands.executeCommand('unitwright.run', file)
    equal(calls(), [
      ['systemctl', '--user', 'link', file.fsPath],
      ['systemctl', '--user', 'enable', '--now', odd],
    ])
  })
})

suite('from a file to a running unit', () => {
  onFakeSystemd()

  test('is one command', async () => {
    const file = vscode.Uri.file(pathFor('begin', 'web.service'))
    writeAt(pathFor('begin', 'README'), '')
    const document = await vscode.workspace.openTextDocument(file.with({ scheme: 'untitled' }))
    await vscode.window.showTextDocument(document)
    await typeText(unit)
    answer('show-user', { out: 'Linger=no\n' })
    hasUnitAfter('enable', 'web.service', { ...running, FragmentPath: file.fsPath })
    const shown = press('Enable lingering too')
    await vscode.commands.executeCommand('unitwright.run')
    const user = process.env.USER ?? 'root'
    equal(calls(), [
      ['loginctl', 'enable-linger', user],
      ['systemctl', '--user', 'link', file.fsPath],
      ['systemctl', '--user', 'enable', '--now', 'web.service'],
    ])
    const [asked, done] = shown()
    contains(asked!.text, 'Lingering is off')
    equal(done, {
      text: "Unitwright: linked into ~/.config/systemd/user; lingering could not be enabled; 'web.service' is enabled, active (running)",
      buttons: ['Logs'],
    })
  })

  test('tells of errors first', async () => {
    const file = writeAt(
      pathFor('errors', 'web.service'),
      '# unitwright: instance=user\n[Service]\nExecStart=/bin/sleep 1\nUser=web\n',
    )
    await vscode.window.showTextDocument(file)
    const shown = press()
    await vscode.commands.executeCommand('unitwright.run')
    contains(shown()[0]!.text, "'web.service' has ")
    equal(shown()[0]!.buttons, ['Start anyway', 'Show'])
    equal(calls(), [])
  })

  test('writes a file again that was deleted while it is open', async () => {
    const file = writeAt(pathFor('deleted', 'web.service'), unit)
    await vscode.window.showTextDocument(file)
    await vscode.workspace.fs.delete(file)
    answer('show-user', { out: 'Linger=yes\n' })
    press()
    await vscode.commands.executeCommand('unitwright.run', file)
    equal(calls(), [
      ['systemctl', '--user', 'link', file.fsPath],
      ['systemctl', '--user', 'enable', '--now', 'web.service'],
    ])
    equal(Buffer.from(await vscode.workspace.fs.readFile(file)).toString(), unit)
  })

  test('asks for a unit while a control file of monit is open', async () => {
    await vscode.window.showTextDocument(writeAt(pathFor('watched', 'monitrc'), 'set daemon 30\n'))
    hasUnit('web.service', stopped)
    answer('list-units', { out: 'web.service loaded inactive dead Web\n' })
    choose('web.service')
    await vscode.commands.executeCommand('unitwright.run')
    equal(calls(), [['systemctl', '--user', 'enable', '--now', 'web.service']])
  })

  test('copies what can not be linked, with the rights that it takes', async () => {
    const file = writeAt(
      pathFor('copied', 'web.service'),
      unit.replace('default.target', 'multi-user.target'),
    )
    hasUnitAfter('enable', 'web.service', running)
    const shown = press()
    await vscode.commands.executeCommand('unitwright.run', file)
    const place = '/etc/systemd/system/web.service'
    equal(
      // The one step whose program is the machine's own: the folder is there already.
      calls().filter(([program]) => program !== 'sudo'),
      [
        ['install', '-m', '644', '-T', file.fsPath, place],
        ['systemctl', '--system', 'daemon-reload'],
        ['systemctl', '--system', 'enable', '--now', 'web.service'],
      ],
    )
    contains(shown()[0]!.text, "'web.service' is enabled, active (running)")
  })

  test('goes on with a saved file: systemd is to read it again, and the unit to be restarted', async () => {
    const file = writeAt(pathFor('saved', 'web.service'), unit)
    const state = { ...running, FragmentPath: file.fsPath, NeedDaemonReload: 'yes' }
    hasUnit('web.service', state)
    const editor = await vscode.window.showTextDocument(file)
    const shown = press('Reload systemd and restart')
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# changed\n'))
    await editor.document.save()
    await until('the commands', () => calls().length >= 2 || undefined)
    equal(calls(), [
      ['systemctl', '--user', 'daemon-reload'],
      ['systemctl', '--user', 'restart', 'web.service'],
    ])
    contains(shown()[0]!.text, "systemd still has 'web.service' as it was before you saved it")
  })
})

function act(id: string, argument?: unknown): Thenable<unknown> {
  return vscode.commands.executeCommand(`unitwright.action.${id}`, argument)
}

function telling(integration: boolean): string {
  return `${integration ? 'with' : 'without'} a shell that tells the editor`
}

/** Does something while shells tell the editor what they do, or don't. */
async function withIntegration(enabled: boolean, work: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('terminal.integrated.shellIntegration')
  await settings.update('enabled', enabled, vscode.ConfigurationTarget.Global)
  try {
    await work()
  } finally {
    await settings.update('enabled', undefined, vscode.ConfigurationTarget.Global)
  }
}

function terminalNames(): readonly string[] {
  return vscode.window.terminals.map(({ name }) => name).sort()
}
