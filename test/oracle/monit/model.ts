import { spawnSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Monit, withPrivateId } from './run-monit.ts'

const timeLimitMs = 3000

/**
 * What a monit understands a control file to say, as `monit -t -v` prints it, its lines without leading blanks.
 * @param text the top control file; it is read from a private folder that is gone afterwards
 * @throws where monit refuses the text, with what it said
 */
export function modelOf({ command }: Monit, text: string): readonly string[] {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'unitwright-monit-'))
  try {
    const id = path.join(folder, 'id')
    const file = path.join(folder, 'monitrc')
    writeFileSync(id, '0'.repeat(32))
    writeFileSync(file, withPrivateId(text, id), { mode: 0o600 })
    const { status, stdout, stderr } = spawnSync(command, ['-t', '-v', '-l', '/dev/null', '-c', file], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, LC_ALL: 'C.UTF-8', RES_OPTIONS: 'attempts:0' },
      encoding: 'utf8',
      timeout: timeLimitMs,
      killSignal: 'SIGKILL',
    })
    if (status !== 0) throw new Error(`${command} refuses this: ${stderr.trim()}\n${text}`)
    return stdout.split('\n').map((line) => line.trim())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
