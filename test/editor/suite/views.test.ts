import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { setup, suite, suiteSetup, teardown, test } from 'mocha'
import * as vscode from 'vscode'
import { openFile } from './editing.ts'
import { contains, equal } from './expect.ts'
import { extension } from './extension.ts'
import { restoreWindow } from './picking.ts'
import { screenshot } from './screenshot.ts'
import {
  answer,
  calls,
  fakeFolder,
  hasUnit,
  hasUnitAfter,
  pathFor,
  press,
  questions,
  resetSystemd,
  running,
  stopped,
  writeAt,
} from './systemd.ts'
import { until } from './until.ts'

const unit =
  '[Unit]\nDescription=Shop\n\n[Service]\nExecStart=/bin/sleep 1000\n\n[Install]\nWantedBy=default.target\n'
const failed = {
  ...stopped,
  ActiveState: 'failed',
  SubState: 'failed',
  Result: 'exit-code',
  ExecMainCode: '1',
  ExecMainStatus: '216',
}
/** Longer than the time after which states are asked for again. */
const overPoll = 5500

suite('views', () => {
  suiteSetup(async function () {
    if (fakeFolder === undefined) this.skip()
    await extension()
  })
  setup(async () => {
    await hide()
    resetSystemd()
  })
  teardown(async () => {
    restoreWindow()
    await hide()
  })

  test('a unit file says how its unit fares, and what one would do next', async () => {
    hasUnit('lens.service', { ...running, ActiveEnterTimestamp: 'Wed 2024-05-01 08:12:00 UTC' })
    const { document } = await openFile('lens.service', unit)
    const shown = await lensesWhen(document, /active \(running\)/)
    contains(shown[0]!.title, ' · enabled')
    equal(
      shown.slice(1).map(({ title }) => title),
      ['Restart', 'Stop', 'Logs'],
    )
    hasUnit('lens.service', { ...running, NeedDaemonReload: 'yes' })
    await vscode.commands.executeCommand('unitwright.refreshServices')
    await lensesWhen(document, /changed on disk: reload needed/)
    await screenshot('lens')
  })

  test('a click on it does it, and the state follows', async () => {
    hasUnit('click.service', stopped)
    hasUnitAfter('start', 'click.service', running)
    const said = press()
    const { document } = await openFile('click.service', unit)
    const shown = await lensesWhen(document, /not running/)
    const start = shown.find(({ title }) => title === 'Start')!
    await vscode.commands.executeCommand(start.command, ...(start.arguments ?? []))
    equal([calls(), said()], [[['systemctl', '--user', 'start', 'click.service']], []])
    await lensesWhen(document, /active \(running\)/)
  })

  test('a file that is not installed can be, and one that is installed otherwise says so', async () => {
    const { document } = await openFile('fresh.service', unit)
    const shown = await lensesWhen(document, /not installed/)
    equal(shown[1]!.command, 'unitwright.run')
    const other = writeAt(pathFor('installed', 'fresh.service'), '[Service]\nExecStart=/bin/true\n')
    hasUnit('fresh.service', { ...stopped, FragmentPath: other.fsPath })
    await vscode.commands.executeCommand('unitwright.refreshServices')
    await lensesWhen(document, /the installed copy differs/)
  })

  test('lenses can be turned off', async () => {
    hasUnit('off.service', running)
    const settings = vscode.workspace.getConfiguration('unitwright')
    const { document } = await openFile('off.service', unit)
    await lensesWhen(document, /active/)
    try {
      await settings.update('codeLens', false, vscode.ConfigurationTarget.Global)
      await until('no lenses', async () => ((await lensesOf(document)).length === 0 ? true : undefined))
    } finally {
      await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Global)
    }
  })

  test("the view has the workspace's own units first", async () => {
    const file = writeAt(pathFor('own', 'own.service'), unit)
    hasUnit('own.service', running)
    hasUnit('broken.service', failed)
    answer('list-units', {
      out: 'own.service loaded active running Own\nbroken.service loaded failed failed Broken\nx.device loaded active plugged X\n',
    })
    answer('list-unit-files', { out: 'own.service enabled enabled\nidle.timer disabled enabled\n' })
    await show()
    const isOwn = (line: string) => line.startsWith('  own.service: active (running)')
    const lines = await linesWhen((each) => each[0] === 'This workspace' && each.some(isOwn))
    equal(lines.filter(isOwn).length, 1)
    equal(lines.slice(lines.indexOf('User manager') + 1), [
      '  broken.service: failed: exit-code 216/GROUP',
      '  idle.timer: not running · not enabled',
    ])
    for (const move of ['list.focusFirst', 'list.focusDown', 'list.focusDown'])
      await vscode.commands.executeCommand(move)
    await screenshot('services')
    await vscode.workspace.fs.delete(file)
  })

  test('the units of the system are shown on request', async () => {
    await show()
    await linesWhen((lines) => lines.includes('User manager'))
    equal(
      questions().filter((call) => call.includes('--system') && call.includes('list-units')),
      [],
    )
    await vscode.commands.executeCommand('unitwright.showSystemUnits')
    try {
      answer('list-units', { out: 'ssh.service loaded active running SSH\n' })
      await vscode.commands.executeCommand('unitwright.refreshServices')
      await linesWhen(
        (lines) => lines.indexOf('  ssh.service: active (running)', lines.indexOf('System manager')) > 0,
      )
    } finally {
      await vscode.commands.executeCommand('unitwright.hideSystemUnits')
    }
    await linesWhen((lines) => !lines.includes('System manager'))
  })

  test('a unit opens the file that systemd reads', async () => {
    const file = writeAt(pathFor('elsewhere', 'read.service'), unit)
    hasUnit('read.service', { ...running, FragmentPath: file.fsPath })
    await vscode.commands.executeCommand('unitwright.openUnitFile', { manager: 'user', unit: 'read.service' })
    equal(vscode.window.activeTextEditor?.document.uri.fsPath, file.fsPath)
  })

  test('a unit of the workspace that is not installed is installed from its file', async () => {
    const file = writeAt(pathFor('new', 'brand-new.service'), unit)
    const argument = {
      manager: 'user',
      unit: 'brand-new.service',
      file: { source: file.fsPath, place: 'brand-new.service' },
    }
    await vscode.commands.executeCommand('unitwright.action.link', argument)
    contains(JSON.stringify(calls()), file.fsPath)
  })

  test('400 units are shown', async () => {
    const names = Array.from({ length: 400 }, (_, index) => `unit-${index}.service`)
    answer('list-units', { out: names.map((name) => `${name} loaded active running ${name}\n`).join('') })
    answer('list-unit-files', { out: names.map((name) => `${name} enabled enabled\n`).join('') })
    const times: number[] = []
    for (let round = 0; round < 3; round++) {
      await hide()
      const start = performance.now()
      await show()
      await linesWhen((lines) => lines.filter((line) => line.startsWith('  unit-')).length === names.length)
      times.push(performance.now() - start)
    }
    // A benchmark reads this. The quickest counts: others may want the machine meanwhile.
    console.log('UNITWRIGHT_SAYS', `      400 units are shown in ${Math.round(Math.min(...times))} ms`)
  })

  test('nobody is asked, and no program is run, while nothing can be seen', async () => {
    hasUnit('seen.service', running)
    await openFile('seen.service', unit)
    await show()
    await until('questions', () => (questions().length > 2 ? true : undefined))
    await hide()
    // What is on its way may still end.
    await new Promise((resolve) => setTimeout(resolve, 500))
    resetSystemd()
    await new Promise((resolve) => setTimeout(resolve, overPoll))
    equal([questions(), calls()], [[], []])
  }).timeout(30_000)

  test('a search that finds no end ends with the view', async function () {
    if (process.platform !== 'linux') this.skip()
    const link = pathFor('endless')
    symlinkSync('/sys', link)
    try {
      answer('list-units', { out: 'quick.service loaded active running Quick\n' })
      await show()
      await linesWhen((lines) => lines.includes('  quick.service: active (running)'))
      await until('a search', () => (searches() > 0 ? true : undefined))
      await hide()
      await until('the end of it', () => (searches() === 0 ? true : undefined), 3000)
    } finally {
      rmSync(link)
    }
  })
})

/** How many programs search files for this process, the extension host. */
function searches(): number {
  return readdirSync('/proc').filter((entry) => {
    try {
      if (!/^\d+$/.test(entry)) return false
      const [name, rest] = readFileSync(`/proc/${entry}/stat`, 'utf8').split(') ')
      return (
        name!.endsWith('(rg') && rest!.split(' ')[0] !== 'Z' && Number(rest!.split(' ')[1]) === process.pid
      )
    } catch {
      // It ended while it was looked at.
      return false
    }
  }).length
}

async function show(): Promise<void> {
  await vscode.commands.executeCommand('unitwright.services.focus')
}

async function hide(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  await vscode.commands.executeCommand('workbench.view.explorer')
  const api = await extension()
  await until('a hidden view', () => (api.services().length === 0 ? true : undefined))
}

async function linesWhen(wanted: (lines: readonly string[]) => boolean): Promise<readonly string[]> {
  const api = await extension()
  return until('the view', () => {
    const lines = api.services()
    if (wanted(lines)) return lines
    throw new Error(`it shows ${JSON.stringify(lines.slice(0, 20))}`)
  })
}

async function lensesOf(document: vscode.TextDocument): Promise<readonly vscode.Command[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  )
  return found.flatMap(({ command }) => (command ? [command] : []))
}

async function lensesWhen(document: vscode.TextDocument, wanted: RegExp): Promise<readonly vscode.Command[]> {
  return until(`lenses like ${wanted}`, async () => {
    const shown = await lensesOf(document)
    if (shown.some(({ title }) => wanted.test(title))) return shown
    throw new Error(`they are ${JSON.stringify(shown.map(({ title }) => title))}`)
  })
}
