import { once } from 'node:events'
import { chmodSync, mkdirSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import type { Machine } from '../../booted/machine.ts'
import { bootedMachineWith, home, places, shellWord, user } from '../../booted/system.ts'
import { unavailable } from '../../booted/unavailable.ts'
import { findChromium, launchChromium } from '../host/chromium.mjs'
import { pageAddress, quietSettings, remoteUri } from '../host/code-server.mjs'
import { answerDialog, waitForCommand } from './window.ts'

/** An editor whose extensions and terminals are inside a booted machine, and whose window a browser of this one shows. */
export interface BootedEditor {
  readonly machine: Machine
  /** The window; there once the tests run. */
  readonly page: Page
  /**
   * Takes a picture of the window, where UNITWRIGHT_SCREENSHOTS names a folder for it.
   * @param part the selector of what is to be on it; without it everything is
   * @param height of what is on it, in pixels from the top of that part
   */
  picture(name: string, part?: string, height?: number): Promise<void>
}

export interface EditorOptions {
  /** The folder to open, in which there are files of these. */
  readonly workspace: string
  /** Files by their absolute paths, of the user's. */
  readonly files: Readonly<Record<string, string>>
  readonly keys?: readonly { readonly key: string; readonly command: string; readonly args?: unknown }[]
  /** Whether the editor asks for trust in the folder, which is denied. */
  readonly isDistrusted?: boolean
  /** A command with which the editor is started: the words in front of its own. */
  readonly wrapper?: readonly string[]
  /** Packages of Debian's that the tests need. */
  readonly packages?: readonly string[]
}

const inside = {
  codeServer: '/opt/unitwright/code-server',
  extension: '/opt/unitwright/extension',
  data: `${home}/.editor`,
  // Below /proc, by which it is reached from outside, the path would soon be too long for a socket.
  socket: '/tmp/editor.socket',
}
const size = { width: 1200, height: 800 }
const startLimitMs = 60_000

/** For pictures: nothing blinks, and nothing is there that only a developer sees. */
const calmSettings = {
  ...quietSettings,
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.scrollbar.vertical': 'hidden',
  'editor.wordBasedSuggestions': 'off',
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'remote.autoForwardPorts': false,
  'terminal.integrated.fontSize': 14,
  // Drawn as text, it can be read.
  'terminal.integrated.gpuAcceleration': 'off',
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.layoutControl.enabled': false,
}
const calmStyle = '.part.titlebar .window-title { visibility: hidden }'

/**
 * An editor in a booted machine for the tests of a file. It runs as a user who is logged in, as over SSH, and whose
 * services end with the last login. Where it can't be had, the tests are skipped with the reason.
 */
export function bootedEditor(options: EditorOptions): BootedEditor {
  const codeServer = inject('codeServer')
  const reason = reasonAgainst(codeServer, options.packages ?? [])
  const binds = {
    [inside.codeServer]: typeof codeServer === 'string' ? path.resolve(codeServer, '..', '..') : '/',
    [inside.extension]: inject('extension'),
  }
  const machine = bootedMachineWith(binds, reason)
  let proxy: Server | undefined
  let browser: Browser | undefined
  let page: Page | undefined

  beforeAll(async () => {
    if (reason !== undefined) return
    writeFiles(machine, options)
    await startEditor(machine, options)
    proxy = await forward(machine.outside(inside.socket))
    browser = await launchChromium(findChromium()!)
    page = await browser.newPage({ viewport: size, colorScheme: 'light' })
    const authority = `127.0.0.1:${(proxy.address() as AddressInfo).port}`
    await openWindow(page, authority, options)
  })
  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(async () => {
      const file = path.join('out', `${task.file.name.replaceAll(/\W+/g, '-')}.png`)
      await page?.screenshot({ path: file })
      process.stderr.write(`the window at that time: ${file}\n`)
    })
  })
  afterAll(async () => {
    await browser?.close()
    proxy?.close()
  })

  return {
    machine,
    get page() {
      return page!
    },
    async picture(name, part, height) {
      const folder = process.env.UNITWRIGHT_SCREENSHOTS
      if (!folder) return
      mkdirSync(folder, { recursive: true })
      // The mouse would call a hover where it happens to be.
      await page!.mouse.move(0, 0)
      const box = part === undefined ? null : await page!.locator(part).first().boundingBox()
      await page!.screenshot({
        path: path.join(folder, `${name}.png`),
        animations: 'disabled',
        ...(box ? { clip: { ...box, height: height ?? box.height } } : {}),
      })
    },
  }
}

function reasonAgainst(
  codeServer: string | { readonly missing: string },
  packages: readonly string[],
): string | undefined {
  if (!findChromium()) return 'no Chromium was found; install one or name it in CHROMIUM'
  if (typeof codeServer !== 'string') return codeServer.missing
  return unavailable(...packages)
}

function writeFiles(machine: Machine, { files, keys }: EditorOptions): void {
  machine.write({
    ...files,
    [`${inside.data}/User/settings.json`]: JSON.stringify(calmSettings),
    [`${inside.data}/User/keybindings.json`]: JSON.stringify(keys ?? []),
    [`${inside.data}/config.yaml`]: '',
  })
}

/** Has the user log in and start code-server, and waits until it listens. */
async function startEditor(machine: Machine, { isDistrusted, wrapper = [] }: EditorOptions): Promise<void> {
  const server = [
    ...[places.node, `${inside.codeServer}/node_modules/code-server/out/node/entry.js`],
    ...['--auth', 'none', '--socket', inside.socket, '--config', `${inside.data}/config.yaml`],
    ...['--user-data-dir', inside.data, '--extensions-dir', `${inside.data}/extensions`],
    ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
    ...(isDistrusted ? [] : ['--disable-workspace-trust']),
  ]
  // An empty gallery: nothing in a test run has to look anything up on the internet.
  const words = ['exec', 'env', 'EXTENSIONS_GALLERY={}', ...wrapper, ...server].map(shellWord)
  const child = machine.start(['runuser', '--login', user, '--command', `${words.join(' ')} 2>&1`])
  let output = ''
  await new Promise<void>((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`code-server ${what}\n${output.slice(-2000)}`))
    const timer = setTimeout(() => fail('did not start in time'), startLimitMs)
    child.stdout?.on('data', (data) => {
      output = (output + data).slice(-10_000)
      if (!/listening on/.test(output)) return
      clearTimeout(timer)
      resolve()
    })
    child.once('exit', (code) => fail(`ended with ${code}`))
  })
}

/** Serves a socket as a port of this machine: the other one's network can't be reached from here. */
async function forward(socket: string): Promise<Server> {
  chmodSync(socket, 0o666)
  const proxy = createServer((outer) => {
    const inner = connect(socket)
    outer.pipe(inner).pipe(outer)
    // Either side going away ends the other one.
    outer.on('error', () => inner.destroy())
    inner.on('error', () => outer.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  return proxy
}

async function openWindow(
  page: Page,
  authority: string,
  { workspace, isDistrusted }: EditorOptions,
): Promise<void> {
  const server = { authority, ended: Promise.resolve(), stop: async () => {} }
  const payload = [['extensionDevelopmentPath', remoteUri(server, inside.extension)]] as const
  await page.goto(pageAddress(server, workspace, payload))
  await page.addStyleTag({ content: calmStyle })
  await page.locator('.explorer-folders-view').waitFor({ timeout: startLimitMs })
  if (isDistrusted) await answerDialog(page, 'Do you trust', "No, I don't trust")
  await waitForCommand(page, 'Unitwright: Show Log')
}
