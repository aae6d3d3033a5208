import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Monit } from './run-monit.ts'

const timeLimitMs = 10_000
const pauseMs = 50

/** A process, which monit is to miss and to start. */
export interface Started {
  /** Of letters and digits. */
  readonly name: string
  /** How many programs are run until it is started. */
  readonly programs: number
  /** What follows its `check process … with pidfile …`. */
  statements(folder: string): string
}

/**
 * Lets monit miss processes and start them, and tells how their programs were run.
 *
 * The programs are scripts in a folder of their own, which stands first on monit's PATH: `systemctl` and `run`. They
 * write down who they are and end.
 * @returns by the name of the process one line a program that was run: user and group, XDG_RUNTIME_DIR (empty where it
 * is not set), and each argument in brackets
 */
export async function runPrograms(
  { command }: Monit,
  processes: readonly Started[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'unitwright-monit-'))
  const told = path.join(folder, 'told')
  try {
    mkdirSync(told)
    // Users other than root run the programs, and write.
    chmodSync(folder, 0o755)
    chmodSync(told, 0o777)
    for (const name of ['systemctl', 'run'])
      writeFileSync(path.join(folder, name), script(folder, told), { mode: 0o755 })
    const file = path.join(folder, 'monitrc')
    writeFileSync(file, controlFile(folder, told, processes), { mode: 0o600 })
    const env = { PATH: `${folder}:${process.env.PATH}`, HOME: folder, LC_ALL: 'C.UTF-8' }
    const monit = spawn(command, ['-I', '-c', file], { cwd: folder, env, stdio: 'ignore' })
    const ended = new Promise((resolve) => monit.once('exit', resolve))
    const isDone = () =>
      processes.every(({ name, programs }) => linesOf(path.join(told, name)).length >= programs)
    for (let waited = 0; waited < timeLimitMs && monit.exitCode === null && !isDone(); waited += pauseMs) {
      await pause(pauseMs)
    }
    monit.kill('SIGKILL')
    await ended
    return Object.fromEntries(processes.map(({ name }) => [name, linesOf(path.join(told, name))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The lines of a file that are written to their end; none where there is no such file. */
function linesOf(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []
}

/** monit waits until there is the process that the file names before it starts the next one; its own will do. */
function script(folder: string, told: string): string {
  return [
    '#!/bin/sh',
    `exec >> ${told}/$MONIT_SERVICE`,
    'printf "%s:%s XDG_RUNTIME_DIR=%s" "$(id -un)" "$(id -gn)" "$XDG_RUNTIME_DIR"',
    '[ $# = 0 ] || printf " [%s]" "$@"',
    'echo',
    `cat ${folder}/monit.pid > ${told}/$MONIT_SERVICE.pid`,
    '',
  ].join('\n')
}

function controlFile(folder: string, told: string, processes: readonly Started[]): string {
  return [
    'set daemon 1 set log /dev/null',
    `set idfile ${folder}/id set statefile ${folder}/state set pidfile ${folder}/monit.pid`,
    ...processes.map(
      (each) =>
        `check process ${each.name} with pidfile ${told}/${each.name}.pid\n${each.statements(folder)}`,
    ),
    '',
  ].join('\n')
}
