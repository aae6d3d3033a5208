import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runInBrowser } from './browser-run.mjs'
import { bundleSuite } from './bundle.mjs'
import { exitOnSignals } from './children.mjs'
import { findChromium } from './chromium.mjs'
import { removeFolder } from './code-server.mjs'
import { installCodeServer } from './code-server-install.mjs'
import { planDesktop, runOnDesktop } from './desktop-run.mjs'

/**
 * What a host needs to run the suite.
 * @typedef {object} Run
 * @property {string} extension the folder of the extension
 * @property {string} bundle the suite in one file
 * @property {string} workspace the folder to open
 * @property {string | undefined} screenshots the folder for pictures
 * @property {boolean} web true for an extension host without Node
 * @property {Readonly<Record<string, string>>} env what the extension host sees besides the environment of this process
 * @property {(line: string) => void} onLine gets each line that the extension host prints
 */

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} failures the failed tests, with what each says
 * @property {string[]} reasons the skipped tests
 */

const unavailable = 77
const editor = dirname(dirname(fileURLToPath(import.meta.url)))
const checkout = dirname(dirname(editor))

const usage = `usage: node test/editor/host/run.mjs [options]
  --host auto|desktop|browser  which VS Code (auto: a desktop one if it can be had)
  --web                        run *.web.test.ts in an extension host without Node (browser only)
  --only PART                  take only the test files with PART in their name
  --systemd fake|real          what systemctl is there: one that writes down what it is asked, or the machine's
                               (default: fake)
  --extension DIR              the extension's folder (default: this checkout)
  --screenshots DIR            write the pictures that tests ask for (browser only)
  --results FILE               write the counts as JSON
  --timeout SECONDS            give up after this time (default: 300)
Exit code: 0 all passed; 1 a test failed, none ran, or time was up; 2 wrong usage; 77 no VS Code can be had.`

/** Reads the command line; wrong usage ends the program. */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        host: { type: 'string', default: 'auto' },
        web: { type: 'boolean', default: false },
        only: { type: 'string', default: '' },
        systemd: { type: 'string', default: 'fake' },
        extension: { type: 'string', default: checkout },
        screenshots: { type: 'string' },
        results: { type: 'string' },
        timeout: { type: 'string', default: '300' },
      },
    })
    if (!['auto', 'desktop', 'browser'].includes(values.host))
      throw new Error(`unknown host '${values.host}'`)
    if (!['fake', 'real'].includes(values.systemd)) throw new Error(`unknown systemd '${values.systemd}'`)
    if (!(Number(values.timeout) > 0)) throw new Error(`'${values.timeout}' is not a number of seconds`)
    return values
  } catch (error) {
    console.error(`${/** @type {Error} */ (error).message}\n${usage}`)
    process.exit(2)
  }
}

/**
 * Finds or installs a VS Code. A string is the reason why there is none.
 * @param {string} host
 * @param {boolean} web
 * @returns {Promise<string | { name: string, start: (run: Run) => Promise<number> }>}
 */
async function provideHost(host, web) {
  const desktop = web ? 'a desktop VS Code always has Node' : planDesktop()
  if (host !== 'browser' && typeof desktop !== 'string') {
    const name = desktop.executable ?? 'a downloaded VS Code'
    return { name, start: (run) => runOnDesktop({ ...run, desktop }) }
  }
  if (host === 'desktop') return String(desktop)
  const chromium = findChromium()
  if (!chromium) return 'no Chromium was found; install one or name it in CHROMIUM'
  try {
    const codeServer = await installCodeServer()
    return {
      name: `code-server in ${chromium}`,
      start: (run) => runInBrowser({ ...run, codeServer, chromium }),
    }
  } catch (error) {
    console.log(/** @type {Error} */ (error).message)
    return 'code-server could not be installed (its reason is above)'
  }
}

/**
 * Prints what mocha says and reads its counts. What VS Code and the extension print besides is kept back: it helps
 * only if something went wrong.
 * @param {(line: string) => string | undefined} toSource makes a stack trace readable
 */
function suiteLog(toSource) {
  /** @type {string[]} */
  const rest = []
  /** @type {Counts} */
  let counts = { passed: 0, failed: 0, skipped: 0, failures: [], reasons: [] }
  return {
    counts: () => counts,
    /** @param {string} line */
    onLine(line) {
      const [, kind, text = ''] = /UNITWRIGHT_(SAYS|RESULTS) ?(.*)/.exec(line) ?? []
      if (kind === undefined) rest.push(line)
      else if (kind === 'RESULTS') counts = JSON.parse(text)
      else {
        const readable = toSource(text)
        if (readable !== undefined) console.log(readable)
      }
    },
    printRest() {
      if (rest.length > 0) console.log(['', 'VS Code said besides:', ...rest, ''].join('\n'))
    },
  }
}

/**
 * Prepares what a run needs, in folders that go when this process does.
 * @param {ReturnType<typeof readOptions>} options
 */
async function prepare({ extension: folder, web, only, systemd, screenshots: pictures }) {
  const extension = resolve(folder)
  // Inside the extension's folder, since that is how VS Code finds the extension host to run the suite in.
  const out = join(extension, 'out', `editor-suite-${process.pid}`)
  // VS Code names files by their real path, so a link here (macOS has one) would give each file two names.
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'unitwright-editor-')))
  process.once('exit', () => [out, temporary].forEach(removeFolder))

  const bundle = join(out, 'suite.cjs')
  const toSource = await bundleSuite({ suite: join(editor, 'suite'), out: bundle, web, only })
  const workspace = join(temporary, 'workspace')
  cpSync(join(editor, 'fixtures', 'workspace'), workspace, { recursive: true })
  const screenshots = pictures && resolve(pictures)
  if (screenshots) mkdirSync(screenshots, { recursive: true })
  const env =
    systemd === 'fake' && !web && process.platform === 'linux' ? fakeSystemd(join(temporary, 'systemd')) : {}
  return { toSource, extension, bundle, workspace, screenshots, web, env }
}

/**
 * The environment in which the programs of fixtures/fake-systemd are found before the machine's.
 * @param {string} folder where they write down what they are asked, and find what to answer
 */
function fakeSystemd(folder) {
  for (const part of ['states', 'answers', 'after']) mkdirSync(join(folder, part), { recursive: true })
  writeFileSync(join(folder, 'answers', 'is-system-running'), 'running\n')
  const path = [join(editor, 'fixtures', 'fake-systemd'), process.env.PATH].join(delimiter)
  // An editor that was started by a command takes its environment as it is, and asks no login shell for another one.
  return { PATH: path, VSCODE_CLI: '1', UNITWRIGHT_FAKE_SYSTEMD: folder }
}

/** @returns {Promise<number>} the exit code */
async function main() {
  const options = readOptions()
  if (options.results) rmSync(options.results, { force: true })
  const host = await provideHost(options.host, options.web)
  if (typeof host === 'string') {
    console.log(host)
    return unavailable
  }
  const { toSource, ...run } = await prepare(options)
  const log = suiteLog(toSource)
  const timer = setTimeout(() => {
    log.printRest()
    console.log(`the editor suite did not end within ${options.timeout} s`)
    process.exit(1)
  }, Number(options.timeout) * 1000)

  console.log(`editor suite: ${host.name}`)
  const code = await host.start({ ...run, onLine: log.onLine }).catch((error) => {
    console.log(String(error))
    return 1
  })
  clearTimeout(timer)

  const counts = log.counts()
  const passed = code === 0 && counts.failed === 0 && counts.passed > 0
  if (!passed) log.printRest()
  if (counts.passed + counts.failed === 0) console.log('no test ran')
  const json = JSON.stringify(counts)
  if (options.results) writeFileSync(options.results, `${json}\n`)
  console.log(json)
  return passed ? 0 : 1
}

exitOnSignals(130)
process.exit(await main())
