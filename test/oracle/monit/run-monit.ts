import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Message, mistakesIn, parseMessages, refusalsIn } from './messages.ts'

/** A monit to ask. */
export interface Monit {
  readonly version: string
  readonly command: string
}

/**
 * What monit makes of a text. `unknown` where it cannot be told: monit hung or crashed, or stopped within another file.
 * What is about the machine alone counts as accepted.
 */
export interface MonitVerdict {
  readonly outcome: 'accepted' | 'syntax' | 'semantic' | 'unknown'
  /** The line that monit names for the first error, from 1. */
  readonly line: number | undefined
  readonly messages: readonly Message[]
}

/** A run takes some 7 ms; monit 5.33 loops for ever over `allow "/"`, and heeds no SIGTERM then. */
const timeLimitMs = 2000
const workers = 2

/**
 * The monits that can be asked: those that UNITWRIGHT_MONIT names (`5.27.2=/path/to/monit,...`), else the machine's own.
 * @param commands programs to ask instead; each says its version itself
 */
export function monitsToAsk(commands: readonly string[] = []): readonly Monit[] {
  if (commands.length > 0) {
    return commands.map((command) => {
      const version = versionOf(command)
      if (version === undefined) throw new Error(`'${command}' is no monit that runs here`)
      return { version, command }
    })
  }
  const named = process.env.UNITWRIGHT_MONIT
  if (named) {
    return named.split(',').map((each) => {
      const [version = '', command = ''] = each.split('=')
      return { version, command }
    })
  }
  const version = versionOf('monit')
  return version === undefined ? [] : [{ version, command: 'monit' }]
}

function versionOf(command: string): string | undefined {
  const { stdout } = spawnSync(command, ['-V'], { encoding: 'utf8', timeout: timeLimitMs })
  return /Monit version (\d+(?:\.\d+)+)/.exec(stdout ?? '')?.[1]
}

/**
 * Asks a monit about texts, each as the top control file of its own, in a private folder that is gone afterwards.
 * @param texts control files
 * @returns their verdicts, in the same order
 */
export async function askMonit(
  { command }: Monit,
  texts: readonly string[],
): Promise<readonly MonitVerdict[]> {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'unitwright-monit-'))
  try {
    // Were there none, monit would write one and tell of it.
    writeFileSync(path.join(folder, 'id'), '0'.repeat(32))
    const verdicts: MonitVerdict[] = []
    let next = 0
    const work = async () => {
      while (next < texts.length) {
        const at = next++
        verdicts[at] = await askOnce(command, folder, `${at}.monitrc`, texts[at]!)
      }
    }
    await Promise.all(Array.from({ length: workers }, work))
    return verdicts
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function askOnce(command: string, folder: string, name: string, text: string): Promise<MonitVerdict> {
  const file = path.join(folder, name)
  writeFileSync(file, withPrivateId(text, path.join(folder, 'id')), { mode: 0o600 })
  const { code, stderr } = await run(command, ['-t', '-l', '/dev/null', '-c', file], folder)
  rmSync(file)
  return toVerdict(code, parseMessages(stderr, file))
}

/** The exit code is undefined where monit did not end by itself. */
function run(
  command: string,
  args: readonly string[],
  folder: string,
): Promise<{ readonly code: number | undefined; readonly stderr: string }> {
  // No attempt to ask a name server: whom `allow` lets in is not looked up.
  const env = { PATH: process.env.PATH, HOME: folder, LC_ALL: 'C.UTF-8', RES_OPTIONS: 'attempts:0' }
  return new Promise((resolve) => {
    execFile(
      command,
      args,
      { cwd: folder, env, timeout: timeLimitMs, killSignal: 'SIGKILL', maxBuffer: 16 * 1024 * 1024 },
      (error, _stdout, stderr) => {
        const code = error === null ? 0 : error.code
        resolve({ code: typeof code === 'number' ? code : undefined, stderr })
      },
    )
  })
}

/**
 * `monit -t` writes the file of `set idfile`, by default one in the user's home. Here it is in the private folder, named
 * on the first line so that all line numbers stay; a name in the text itself gives way to it.
 */
export function withPrivateId(text: string, id: string): string {
  const moved = text.replace(
    /\b(idfile(?:[\s;,()]|#[^\n]*\n|(?:is|as|are|for|via|on|only|with|to|the|use|using|in|of)(?=[\s;,()]))*)("[^"]*"|'[^']*'|\/[^\s;,()"'{}@:%]+)/gi,
    (_all, before: string, was: string) =>
      `${before}${/^["']/.test(was) ? was[0] + id + was[0] : id}${was.replace(/[^\n]+/g, '')}`,
  )
  return `set idfile "${id}" ${moved}`
}

function toVerdict(code: number | undefined, messages: readonly Message[]): MonitVerdict {
  const errors = refusalsIn(messages)
  // A message that is not known as a warning, but refuses nothing, belongs into the table of messages.
  const odd = code === 0 ? errors.length > 0 : code === 1 ? errors.length === 0 : true
  const foreign = errors.some(({ file }) => file !== 'own')
  if (odd || foreign) return { outcome: 'unknown', line: undefined, messages }
  const own = mistakesIn(messages)
  const syntax = own.find((each) => each.class === 'syntax')
  if (syntax) return { outcome: 'syntax', line: syntax.line, messages }
  return own.length > 0
    ? { outcome: 'semantic', line: own[0]!.line, messages }
    : { outcome: 'accepted', line: undefined, messages }
}
