import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A line that `systemd-analyze verify` prints about a file itself. */
export interface Message {
  readonly line: number | undefined
  /** As of syslog: 3 is an error, 4 a warning, 5 a notice. */
  readonly severity: number
  readonly text: string
}

/** Runs `systemd-analyze` with arguments on the files of a folder; another version's may be behind it. */
export type Analyze = (folder: string, args: readonly string[]) => string

/** The major version of the machine's `systemd-analyze`; undefined where there is none. */
export function installedVersion(): number | undefined {
  const { stdout } = spawnSync('systemd-analyze', ['--version'], { encoding: 'utf8' })
  const version = /^systemd (\d+)/.exec(stdout ?? '')?.[1]
  return version === undefined ? undefined : Number(version)
}

/** What makes messages carry severity, source and place. */
export const verifySettings: Readonly<Record<string, string>> = {
  SYSTEMD_LOG_TARGET: 'console-prefixed',
  SYSTEMD_LOG_LOCATION: '1',
  LC_ALL: 'C.UTF-8',
}

const installed: Analyze = (_folder, args) => {
  const { stderr, error } = spawnSync('systemd-analyze', args, {
    env: { ...process.env, ...verifySettings },
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error) throw error
  return stderr.toString()
}

/**
 * Has unit files verified, all in one go.
 * @param files contents by name; each needs a name that tells its type. What lies in a folder, such as
 * `web.service.d/a.conf`, is there and is not verified itself
 * @returns the messages about each file, with a line where systemd gives one; under '' those that name no file
 */
export function verify(
  files: ReadonlyMap<string, Uint8Array>,
  analyze: Analyze = installed,
): ReadonlyMap<string, readonly Message[]> {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'unitwright-verify-'))
  try {
    const paths = [...files].flatMap(([name, bytes]) => {
      const file = path.join(folder, name)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, bytes)
      return name.includes('/') ? [] : [file]
    })
    const output = analyze(folder, ['verify', '--man=no', '--recursive-errors=one', ...paths])
    return messagesByFile(output, folder, [...files.keys()])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function messagesByFile(
  output: string,
  folder: string,
  names: readonly string[],
): ReadonlyMap<string, readonly Message[]> {
  const found = new Map<string, Message[]>(['', ...names].map((name) => [name, []]))
  for (const line of output.split('\n')) {
    const message = /^<(\d+)>[^ ]+: (.*)$/.exec(line)
    if (!message) continue
    // The number holds the facility as well, above three bits of severity.
    const severity = Number(message[1]) & 7
    const text = message[2]!
    const placed = text.startsWith(`${folder}/`)
      ? /^([^:]+):(\d+): (.*)$/.exec(text.slice(folder.length + 1))
      : undefined
    if (placed) {
      found.get(placed[1]!)?.push({ line: Number(placed[2]), severity, text: placed[3]! })
      continue
    }
    // The unit as a whole: `Unit x.service failed to load properly, ...`, `x.service: Service has no ExecStart=`.
    const name = /^(?:Unit )?([\w@.-]+?):? /.exec(text)?.[1]
    found.get(name && found.has(name) ? name : '')!.push({ line: undefined, severity, text })
  }
  return found
}
