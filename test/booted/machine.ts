import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** How a command ended. */
export interface Outcome {
  /** Null where it was killed, such as for having taken too long. */
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const commandLimitMs = 30_000
const bootLimitMs = 30_000
/**
 * The folder of the root that is booted: this machine's own, or one of another version, of which nothing is changed.
 */
export const bootedRoot = path.resolve(process.env.UNITWRIGHT_BOOTED_ROOT || '/')
/** Processes from outside are in no control group that the machine can name, and the logind of 257 does nothing for such. */
const joinGroup =
  'cd /sys/fs/cgroup && mkdir -p visitors && echo 0 >visitors/cgroup.procs && cd / && exec "$@"'
const searchPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/**
 * A real systemd as process 1 of private namespaces, on a disk that begins as a copy of {@link bootedRoot} and lasts
 * until the end; `machine.sh` says how. It has an own loopback network, with every port free. Needs root.
 */
export class Machine {
  readonly #binds: readonly string[]
  #keeper: ChildProcess | undefined
  #exit: Promise<unknown> | undefined
  #lines: AsyncIterator<string> | undefined
  #complaints = ''
  #pid: number | undefined

  /** @param binds folders and files of this machine, by their places in the booted one, where they can only be read */
  constructor(binds: Readonly<Record<string, string>> = {}) {
    this.#binds = Object.entries(binds).map(([to, from]) => `${from}:${to}`)
  }

  /** Starts systemd and waits until it has started what is enabled. */
  async boot(): Promise<void> {
    if (!this.#keeper) await this.#keep()
    this.#order('boot /lib/systemd/systemd --system')
    const said = await this.#line()
    const pid = /^booted (\d+)$/.exec(said)?.[1]
    if (pid === undefined) throw new Error(`the machine did not boot: ${said}: ${this.#complaints}`)
    this.#pid = Number(pid)
    await until('systemd has started', bootLimitMs, async () =>
      /^(?:running|degraded)$/m.test((await this.try(['systemctl', 'is-system-running'])).out),
    )
  }

  /** Powers the machine off as `systemctl poweroff` does. Its disk stays. */
  async powerOff(): Promise<void> {
    await this.try(['systemctl', 'poweroff'])
    const ended = this.#line()
    // What can't be stopped is not waited for.
    const impatience = setTimeout(() => this.#order('kill'), 20_000)
    await ended
    clearTimeout(impatience)
    this.#pid = undefined
  }

  /** Powers off, and boots again from the same disk; /run and /tmp are empty then. */
  async reboot(): Promise<void> {
    await this.powerOff()
    await this.boot()
  }

  /** Ends everything, and the disk is gone. */
  async shutDown(): Promise<void> {
    const keeper = this.#keeper
    if (!keeper) return
    this.#keeper = undefined
    this.#pid = undefined
    keeper.stdin?.end()
    await this.#exit
  }

  /** Runs a command as root. */
  try(command: readonly string[], limitMs = commandLimitMs): Promise<Outcome> {
    return new Promise((resolve) => {
      execFile(
        'nsenter',
        this.#inside(command),
        { timeout: limitMs, killSignal: 'SIGKILL', maxBuffer: 16 * 1024 * 1024 },
        (error, out, err) => {
          const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null
          resolve({ code, out, err })
        },
      )
    })
  }

  /**
   * Runs a command as root that must succeed.
   * @returns what it printed on standard output
   */
  async run(command: readonly string[]): Promise<string> {
    return succeeded(command.join(' '), await this.try(command))
  }

  /** Has a user log in and run a line of shell, in the user's home folder. */
  tryAs(user: string, line: string): Promise<Outcome> {
    return this.try(['runuser', '--login', user, '--command', line])
  }

  /** The same with a line that must succeed. */
  async runAs(user: string, line: string): Promise<string> {
    return succeeded(line, await this.tryAs(user, line))
  }

  /** The path by which this machine sees a file of the booted one, while that runs. Sockets can be reached by it. */
  outside(file: string): string {
    if (!this.#pid) throw new Error('the machine is off')
    return `/proc/${this.#pid}/root${file}`
  }

  /** Starts a program as root and leaves it running, with pipes to it. */
  start(command: readonly string[]): ChildProcess {
    return spawn('nsenter', this.#inside(command), { stdio: ['pipe', 'pipe', 'inherit'] })
  }

  /**
   * Writes files, of which and of whose new folders the owner of the folder above is the owner.
   * @param files texts by absolute paths
   */
  write(files: Readonly<Record<string, string>>, mode = 0o644): void {
    for (const [file, text] of Object.entries(files)) {
      const place = this.outside(file)
      const made = mkdirSync(path.dirname(place), { recursive: true })
      const { uid, gid } = statSync(path.dirname(made ?? place))
      writeFileSync(place, text, { mode })
      for (let each = place; each !== path.dirname(made ?? place); each = path.dirname(each)) {
        chownSync(each, uid, gid)
      }
    }
  }

  #inside(command: readonly string[]): string[] {
    if (!this.#pid) throw new Error('the machine is off')
    const into = ['--target', String(this.#pid), '--all', '--root', '--wd']
    const withEnvironment = ['env', '--ignore-environment', searchPath, 'LANG=C.UTF-8', ...command]
    return [...into, '--', 'sh', '-c', joinGroup, 'sh', ...withEnvironment]
  }

  async #keep(): Promise<void> {
    const script = path.join(import.meta.dirname, 'machine.sh')
    const keeper = spawn('bash', [script, bootedRoot, ...this.#binds], { stdio: 'pipe' })
    keeper.stderr.on('data', (chunk) => {
      this.#complaints += chunk
    })
    // Of a keeper that is gone its lines tell.
    keeper.stdin.on('error', () => {})
    this.#exit = once(keeper, 'exit')
    this.#lines = createInterface(keeper.stdout)[Symbol.asyncIterator]()
    this.#keeper = keeper
    await this.#line()
  }

  #order(order: string): void {
    this.#keeper?.stdin?.write(`${order}\n`)
  }

  async #line(): Promise<string> {
    const next = await this.#lines?.next()
    if (!next || next.done) throw new Error(`the machine is gone: ${this.#complaints}`)
    return next.value
  }
}

/** Waits until something is so. */
export async function until(
  what: string,
  limitMs: number,
  isSo: () => boolean | Promise<boolean>,
): Promise<void> {
  const end = Date.now() + limitMs
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`after ${limitMs} ms it is not so that ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function succeeded(command: string, { code, out, err }: Outcome): string {
  if (code === 0) return out
  throw new Error(`'${command}' ended with ${code ?? 'a signal'}: ${out}${err}`)
}
