import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { describeUnless } from '../../../test/reporting/describe-unless.ts'
import { nodeMachine } from './machine.node.ts'

const onLinux = process.platform === 'linux'
const notLinux = onLinux ? undefined : `optional: not on ${process.platform}`

const query = (...argv: readonly string[]) => ({ argv, environment: { LC_ALL: 'C', SAID: 'by the query' } })

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'machine-test-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

async function program(name: string, script: string): Promise<void> {
  await writeFile(path.join(folder, name), `#!/bin/sh\n${script}\n`)
  await chmod(path.join(folder, name), 0o755)
}

describeUnless(notLinux, 'asking', () => {
  test('hands over the arguments as they are, and gives back what was said', async () => {
    const odd = ['a b', '$(touch pwned)', "it's", 'line\nfeed', '`id`', '-x', '\\x2d']
    const answer = await nodeMachine(() => true).ask(
      query('/bin/sh', '-c', 'printf "<%s>" "$@"', 'sh', ...odd),
    )
    expect(answer).toEqual({ code: 0, err: '', out: odd.map((word) => `<${word}>`).join('') })
  })

  test('tells exit statuses, errors and the variables of the question', async () => {
    const answer = await nodeMachine(() => true).ask(
      query('/bin/sh', '-c', 'echo "$SAID"; echo bad >&2; exit 3'),
    )
    expect(answer).toEqual({ code: 3, out: 'by the query\n', err: 'bad\n' })
  })

  test('of a program that is not there gives nothing', async () => {
    expect(await nodeMachine(() => true).ask(query(path.join(folder, 'missing')))).toBeUndefined()
    expect(await nodeMachine(() => true).ask(query())).toBeUndefined()
  })

  test('starts nothing in an untrusted workspace', async () => {
    await program('systemctl', `touch ${folder}/started; echo running`)
    vi.stubEnv('PATH', `${folder}:${process.env.PATH}`)
    const machine = nodeMachine(() => false)
    expect(await machine.ask(query('systemctl'))).toBeUndefined()
    expect(await machine.unfit()).toBe('untrusted')
    expect(existsSync(path.join(folder, 'started'))).toBe(false)
  })

  test('sets the variables without which the bus of the user is not found', async () => {
    vi.stubEnv('XDG_RUNTIME_DIR', '')
    const machine = nodeMachine(() => true)
    const answer = await machine.ask(query('/bin/sh', '-c', 'printf %s "$XDG_RUNTIME_DIR"'))
    expect(answer?.out).toBe(`/run/user/${process.getuid!()}`)
    expect(machine.busVariables()).toHaveProperty('XDG_RUNTIME_DIR', answer?.out)
  })
})

describeUnless(notLinux, 'a machine', () => {
  test('without systemctl has no systemd', async () => {
    vi.stubEnv('PATH', folder)
    expect(await nodeMachine(() => true).unfit()).toBe('no-systemd')
  })

  test.for([
    ['running', undefined],
    ['degraded', undefined],
    ['offline', 'no-systemd'],
    ['', 'no-systemd'],
  ] as const)('whose systemctl says %j', async ([word, expected], ctx) => {
    if (existsSync('/run/systemd/system')) ctx.skip('optional: systemd runs this machine, and is believed')
    await program('systemctl', `echo ${word}; exit 1`)
    vi.stubEnv('PATH', folder)
    expect(await nodeMachine(() => true).unfit()).toBe(expected)
  })

  test('whose trust is given later is asked again', async () => {
    await program('systemctl', 'echo running')
    vi.stubEnv('PATH', folder)
    let isTrusted = false
    const machine = nodeMachine(() => isTrusted)
    expect(await machine.unfit()).toBe('untrusted')
    isTrusted = true
    expect(await machine.unfit()).toBeUndefined()
  })
})

describe('a status file', () => {
  test('tells what a shell wrote into it, and is gone then', async () => {
    const machine = nodeMachine(() => true)
    const { path: file, status } = await machine.statusFile()
    if (onLinux) expect(statSync(path.dirname(file)).mode & 0o077).toBe(0)
    await writeFile(file, '216\n')
    expect(await status).toBe(216)
    await vi.waitFor(() => expect(existsSync(path.dirname(file))).toBe(false))
  })

  test('that nobody writes into ends with nothing', async () => {
    const file = await nodeMachine(() => true).statusFile()
    file.dispose()
    expect(await file.status).toBeUndefined()
  })
})

describeUnless(notLinux, 'a shell', () => {
  test.for(['sh', 'a) S 1 2 3 4 5'])(
    'that has no terminal is not busy, whatever its name: %s',
    async (name) => {
      await writeFile(path.join(folder, name), '#!/bin/sh\nread line\n', { mode: 0o755 })
      const shell = spawn(path.join(folder, name), { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
      try {
        expect(await nodeMachine(() => true).isBusy(shell.pid!)).toBe(false)
      } finally {
        shell.kill()
      }
    },
  )

  test('that is not there is not busy', async () => {
    expect(await nodeMachine(() => true).isBusy(2 ** 30)).toBe(false)
  })
})

test('a path is followed through its links', async (ctx) => {
  if (notLinux) ctx.skip(notLinux)
  const machine = nodeMachine(() => true)
  expect(await machine.realPath('/proc/self/exe')).toBe(process.execPath)
  expect(await machine.realPath(path.join(folder, 'missing'))).toBeUndefined()
})
