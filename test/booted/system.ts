import { once } from 'node:events'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import { Machine, until } from './machine.ts'
import { unavailable } from './unavailable.ts'

/** The user whose services the tests run, and the folder of the app. */
export const user = 'deploy'
export const home = `/home/${user}`

/** Where a booted machine has the product, and programs of the tests. */
export const places = {
  node: '/opt/unitwright/node',
  product: '/opt/unitwright/product',
  programs: '/opt/programs',
}

/** What came of a load: how often each answer came, and the requests that got none. */
export interface LoadResult {
  readonly answers: Readonly<Record<string, number>>
  readonly failures: readonly string[]
}

/** What `unitwright new` said. */
export interface Generated {
  /** The files written, from the folder. */
  readonly files: readonly string[]
  /** The lines of shell that it says come next. */
  readonly steps: readonly string[]
}

/**
 * A booted machine for the tests of a file, with a user, who is logged in only while a line of shell runs. Where none
 * can be, the tests are skipped with the reason.
 * @param packages what they need besides systemd
 */
export function bootedMachine(...packages: readonly string[]): Machine {
  return bootedMachineWith({}, unavailable(...packages))
}

/**
 * The same with more of this machine to be seen in it.
 * @param binds folders and files of this machine, by their places in the booted one
 * @param reason why the tests can't run; undefined where they can
 */
export function bootedMachineWith(
  binds: Readonly<Record<string, string>>,
  reason: string | undefined,
): Machine {
  const machine = new Machine({
    ...binds,
    [places.node]: process.execPath,
    [places.product]: inject('product'),
    [places.programs]: path.join(import.meta.dirname, 'programs'),
  })
  beforeAll(async () => {
    if (reason !== undefined) return
    await machine.boot()
    // How long a manager without lingering outlives the last login; 10 s of themselves.
    machine.write({ '/etc/systemd/logind.conf.d/sooner.conf': '[Login]\nUserStopDelaySec=2\n' })
    await machine.run(['systemctl', 'restart', 'systemd-logind'])
    // The one of this machine is another.
    await machine.try(['userdel', '--force', '--remove', user])
    await machine.run(['useradd', '--create-home', '--shell', '/bin/bash', user])
  })
  beforeEach((ctx) => {
    if (reason !== undefined) ctx.skip(reason)
    ctx.onTestFailed(async () => {
      const { out } = await machine.try([
        'journalctl',
        '--boot',
        '--no-pager',
        '--lines=60',
        '--output=short-precise',
      ])
      process.stderr.write(`the journal of the booted machine:\n${out}\n`)
    })
  })
  afterAll(() => machine.shutDown())
  return machine
}

/** Lets the user become root without being asked for a password. */
export function letSudo(machine: Machine): void {
  machine.write({ [`/etc/sudoers.d/${user}`]: `${user} ALL=(ALL) NOPASSWD: ALL\n` })
}

/** Has the user run `unitwright new` in a folder. */
export async function generate(
  machine: Machine,
  folder: string,
  template: string,
  answers: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<Generated> {
  const set = Object.entries(answers).map(([name, value]) => `--set ${shellWord(`${name}=${value}`)}`)
  const cli = `${places.node} ${places.product}/cli.cjs`
  const { code, out, err } = await machine.tryAs(
    user,
    `cd ${shellWord(folder)} && ${cli} new ${[template, ...set, ...options].join(' ')}`,
  )
  if (code !== 0) throw new Error(`'unitwright new ${template}' ended with ${code}: ${err}`)
  const steps = [...err.matchAll(/^ {2}(?! )(.+)$/gm)].map(([, step]) => step!)
  return { files: out.trim().split('\n'), steps }
}

/** Has the user take the steps that were printed, each as it is, in one login. */
export async function follow(machine: Machine, folder: string, steps: readonly string[]): Promise<void> {
  await machine.runAs(user, ['set -e', `cd ${shellWord(folder)}`, ...steps].join('\n'))
}

/** What the user's systemd says of a unit, asked without a login. */
export async function show(machine: Machine, unit: string, property: string): Promise<string> {
  const said = await asUser(machine, [
    'systemctl',
    '--user',
    'show',
    '--value',
    `--property=${property}`,
    unit,
  ])
  return said.trim()
}

/** Runs a command as the user, on the bus of a manager that runs already. */
export async function asUser(machine: Machine, command: readonly string[]): Promise<string> {
  const id = (await machine.run(['id', '--user', user])).trim()
  const become = ['setpriv', `--reuid=${id}`, `--regid=${id}`, '--init-groups', 'env', `HOME=${home}`]
  return machine.run([...become, `XDG_RUNTIME_DIR=/run/user/${id}`, ...command])
}

/**
 * Gives what a web server answers, or undefined where it refuses.
 * @param target a URL, or the path of a socket
 */
export async function ask(machine: Machine, target: string): Promise<string | undefined> {
  const url = target.startsWith('/') ? ['--unix-socket', target, 'http://localhost/'] : [target]
  const { code, out } = await machine.try(['curl', '--silent', '--fail', '--max-time', '10', ...url])
  return code === 0 ? out : undefined
}

/** Waits until a web server answers in a way. */
export async function answers(
  machine: Machine,
  target: string,
  isRight: (answer: string) => boolean = () => true,
  limitMs = 20_000,
): Promise<string> {
  let last: string | undefined
  await until(`${target} answers`, limitMs, async () => {
    last = await ask(machine, target)
    return last !== undefined && isRight(last)
  })
  return last!
}

/**
 * Asks a web server all the time while something happens.
 * @param target a URL, or the path of a socket
 */
export async function underLoad(
  machine: Machine,
  target: string,
  happen: () => Promise<void>,
): Promise<LoadResult> {
  const load = machine.start([places.node, `${places.programs}/load.mjs`, target])
  let out = ''
  load.stdout?.on('data', (chunk) => {
    out += chunk
  })
  const closed = once(load, 'close')
  try {
    await pause(300)
    await happen()
    await pause(300)
  } finally {
    load.stdin?.end()
    await closed
  }
  return JSON.parse(out)
}

/** A text as a word of a shell's. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** Waits. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
