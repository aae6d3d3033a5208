import { execFile } from 'node:child_process'
import { constants, existsSync, watch } from 'node:fs'
import { access, mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { busEnvironment } from '../../../server/src/actions/environment.ts'
import { managerQuery, type Query } from '../../../server/src/actions/state.ts'
import type { Answer, Machine, MachineUser, StatusFile, Unfit } from './machine.ts'

/** How long a program that only asks may take, in milliseconds. */
const patience = 5000
/** How much it may say, in bytes: a thousand units take a tenth of it. */
const largestAnswer = 8 * 1024 * 1024
/** How often a status file is looked for besides, in milliseconds: where folders can't be watched. */
const statusPoll = 500

/**
 * The machine as Node reaches it.
 * @param isTrusted whether the person trusts the workspace now; no process is started before
 */
export function nodeMachine(isTrusted: () => boolean): Machine {
  const user = currentUser()
  let hasSystemd: Promise<boolean> | undefined
  const ask = (query: Query) =>
    isTrusted() ? runQuery(query, { ...process.env, ...busVariables(user), ...query.environment }) : undefined
  return {
    user,
    async unfit(): Promise<Unfit | undefined> {
      if (!isTrusted()) return 'untrusted'
      hasSystemd ??= findSystemd(async () => ask(managerQuery('system')))
      return (await hasSystemd) ? undefined : 'no-systemd'
    },
    ask: async (query) => ask(query),
    busVariables: () => busVariables(user),
    realPath: (file) => realpath(file).catch(() => undefined),
    isBusy: (shell) => hasForeignForeground(shell),
    statusFile: () => newStatusFile(),
  }
}

function currentUser(): MachineUser | undefined {
  try {
    const { uid, username, homedir } = os.userInfo()
    return uid < 0 ? undefined : { id: uid, name: username, home: process.env.HOME || homedir }
  } catch {
    // A user whom no database knows, as in containers.
    return undefined
  }
}

function busVariables(user: MachineUser | undefined): Readonly<Record<string, string>> {
  if (!user) return {}
  const found = busEnvironment(process.env, user.id, existsSync)
  switch (found.kind) {
    case 'additions':
      return found.variables
    case 'no-manager':
      // Lingering may be enabled in a terminal that is open already; systemctl finds the rest from there.
      return { XDG_RUNTIME_DIR: found.runtimeFolder }
    case 'complete':
      return {}
  }
}

/**
 * Whether there is a systemd to talk to. The folder is what sd_booted(3) looks for. Where it is missing, a `systemctl`
 * that reaches another machine's systemd, as the wrappers in development containers do, has the last word.
 */
async function findSystemd(askManager: () => Promise<Answer | undefined>): Promise<boolean> {
  if (process.platform !== 'linux' || !(await isOnPath('systemctl'))) return false
  if (existsSync('/run/systemd/system')) return true
  const answer = await askManager()
  return /^(?!offline$|unknown$)[a-z]+$/.test(answer?.out.trim() ?? '')
}

async function isOnPath(program: string): Promise<boolean> {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder))
  const found = await Promise.all(
    folders.map((folder) =>
      access(path.join(folder, program), constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  )
  return found.includes(true)
}

function runQuery({ argv }: Query, env: NodeJS.ProcessEnv): Promise<Answer | undefined> {
  const [program, ...words] = argv
  if (program === undefined) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const options = {
      env,
      cwd: '/',
      timeout: patience,
      maxBuffer: largestAnswer,
      killSignal: 'SIGKILL',
    } as const
    execFile(program, words, options, (error, out, err) => {
      // A text names what kept the program from starting.
      if (typeof error?.code === 'string' && !error.killed && out === '') return resolve(undefined)
      const code = error ? (typeof error.code === 'number' ? error.code : undefined) : 0
      resolve({ code, out, err })
    })
  })
}

/**
 * Whether the process group that a shell's terminal listens to is another one than the shell's own, by proc_pid_stat(5).
 * False where that can't be learnt.
 */
async function hasForeignForeground(shell: number): Promise<boolean> {
  const text = await readFile(`/proc/${shell}/stat`, 'latin1').catch(() => '')
  // The program's name stands in brackets before the rest, and may have blanks and brackets in it.
  const [, , group, , , foreground] = text.slice(text.lastIndexOf(')') + 2).split(' ')
  // There is none where the process has no terminal.
  return group !== undefined && Number(foreground) > 0 && foreground !== group
}

async function newStatusFile(): Promise<StatusFile> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'unitwright-'))
  const file = path.join(folder, 'status')
  let tell: (status: number | undefined) => void = () => undefined
  const status = new Promise<number | undefined>((resolve) => {
    tell = resolve
  })
  const look = async () => {
    const text = await readFile(file, 'utf8').catch(() => '')
    // The shell makes the file before it writes into it.
    if (/^\d+\s/.test(text)) tell(Number.parseInt(text, 10))
  }
  const timer = setInterval(look, statusPoll)
  const watcher = watch(folder, look)
  watcher.on('error', () => watcher.close())
  const dispose = () => {
    clearInterval(timer)
    watcher.close()
    tell(undefined)
    void rm(folder, { recursive: true, force: true })
  }
  void status.then(dispose)
  return { path: file, status, dispose }
}
