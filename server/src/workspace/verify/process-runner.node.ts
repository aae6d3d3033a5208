import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdir, mkdtemp, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { encodeText } from '../../base/decode.ts'
import type { Job, Outcome, Preparation, ProcessRunner } from './process-runner.ts'

/** So much of what a program prints is kept, in characters: a thousand messages fit. */
const longestOutput = 1024 * 1024

/** Runs programs of the machine that the server runs on. */
export const nodeProcessRunner: ProcessRunner = {
  async find(program) {
    // A relative folder on PATH would have the workspace say what is run.
    const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder))
    for (const folder of folders) {
      const file = path.join(folder, program)
      if (await isProgram(file)) return file
    }
    return undefined
  },
  async run(job) {
    let folder: string | undefined
    try {
      // `mkdtemp` makes a folder for the owner alone, under a name that was not there before.
      folder = await mkdtemp(path.join(await realpath(tmpdir()), 'unitwright-'))
      const preparation = job.prepare(folder)
      await fill(folder, preparation)
      return await runIn(folder, job, preparation)
    } catch (error) {
      return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
    } finally {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    }
  },
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK)
    return (await stat(file)).isFile()
  } catch {
    return false
  }
}

async function fill(folder: string, { files }: Preparation): Promise<void> {
  for (const [name, text] of files) {
    const file = path.join(folder, name)
    if (!file.startsWith(`${folder}${path.sep}`)) throw new Error(`'${name}' leads out of the folder`)
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    await writeFile(file, encodeText(text), { mode: 0o600, flag: 'wx' })
  }
}

function runIn(folder: string, job: Job, preparation: Preparation): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(job.program, preparation.arguments, {
      cwd: folder,
      env: environmentOf(job, preparation),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let outOfTime = false
    let errors = ''
    const kill = () => child.kill('SIGKILL')
    const timer = setTimeout(() => {
      outOfTime = true
      kill()
      // What the program has started itself may hold the stream open.
      child.stderr.destroy()
    }, job.timeLimit)
    // A program that never ends must not outlive the server.
    process.once('exit', kill)
    const end = (outcome: Outcome) => {
      clearTimeout(timer)
      process.off('exit', kill)
      resolve(outcome)
    }
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (errors.length < longestOutput) errors += text.slice(0, longestOutput - errors.length)
    })
    child.on('error', (error) => end({ kind: 'failed', reason: error.message }))
    child.on('close', (code, signal) => {
      if (outOfTime) return end({ kind: 'out-of-time' })
      if (code === null) return end({ kind: 'failed', reason: `it was ended by ${signal}` })
      end({ kind: 'ended', code, errors, folder })
    })
  })
}

function environmentOf({ inherited }: Job, { variables }: Preparation): NodeJS.ProcessEnv {
  const own = ['PATH', ...inherited].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(own), ...variables }
}
