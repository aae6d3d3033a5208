import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { allFindings } from '../../server/src/workspace/testing/across.ts'
import { unboundSocket } from '../../server/src/workspace/unit-rules/unbound-socket.ts'
import { describeUnless } from '../reporting/describe-unless.ts'

const programs = ['systemd-socket-activate', 'puma', 'curl']
const missing = programs.filter((name) => spawnSync(name, ['--version']).error)
const [, major = ''] =
  /version (\d+)/.exec(spawnSync('puma', ['--version'], { encoding: 'utf8' }).stdout ?? '') ?? []

const folder = mkdtempSync(path.join(tmpdir(), 'unitwright-puma-'))
writeFileSync(path.join(folder, 'config.ru'), 'run ->(env) { [200, {}, ["served"]] }\n')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A port that nobody has. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === 'object' && address ? address.port : 0
}

interface Outcome {
  readonly isServed: boolean
  readonly says: string
}

/** Hands a socket to a Puma as systemd does, and asks it once. */
async function handOver(listen: string, options: readonly string[], port: number): Promise<Outcome> {
  const command = ['puma', '-e', 'production', ...options, 'config.ru']
  const child = spawn('systemd-socket-activate', ['-l', listen, ...command], { cwd: folder, detached: true })
  let says = ''
  const more = (chunk: Buffer) => {
    says += chunk
  }
  child.stdout.on('data', more)
  child.stderr.on('data', more)
  const ended = new Promise((done) => child.once('close', done))
  try {
    await until(() => says.includes('Listening on'))
    const url = listen.startsWith('/')
      ? ['--unix-socket', listen, 'http://web/']
      : listen.startsWith('@')
        ? ['--abstract-unix-socket', listen.slice(1), 'http://web/']
        : [`http://127.0.0.1:${port}/`]
    // The first connection starts it; while it comes up the socket holds the line.
    const asked = spawn('curl', ['-s', '--max-time', '20', ...url], { stdio: ['ignore', 'pipe', 'ignore'] })
    let answer = ''
    asked.stdout.on('data', (chunk) => {
      answer += chunk
    })
    const over = new Promise((done) => asked.once('close', done))
    await Promise.race([over, until(() => /Closing unused activated socket|in use/.test(says))])
    asked.kill()
    await over
    // What it says last it says after it has done away with the socket.
    if (answer === '') await until(() => /Use Ctrl-C|in use/.test(says))
    return { isServed: answer === 'served', says }
  } finally {
    if (child.pid) kill(-child.pid)
    await ended
  }
}

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 30_000
  while (!isSo() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20))
}

function kill(group: number): void {
  try {
    process.kill(group, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

const reason = missing.length > 0 ? `there is no ${missing.join(', ')} on this machine` : undefined

describeUnless(reason, 'a socket that systemd hands to a real Puma', () => {
  test.each([
    ['PORT', '-b tcp://0.0.0.0:PORT'],
    ['0.0.0.0:PORT', '-b tcp://0.0.0.0:PORT'],
    ['PORT', '-b tcp://[::]:PORT'],
    ['127.0.0.1:PORT', '-b tcp://localhost:PORT'],
    ['PORT', '-p PORT'],
    ['0.0.0.0:PORT', '-p PORT'],
    ['PORT', '-b tcp://0.0.0.0:OTHER'],
    ['FOLDER/web.sock', '-b unix://FOLDER/web.sock'],
    ['FOLDER/web.sock', '-b tcp://127.0.0.1:OTHER'],
    ['@unitwright-PORT', '-b unix://@unitwright-PORT'],
    ['PORT', '-b tcp://0.0.0.0:OTHER --bind-to-activated-sockets only'],
  ])('%s and %s', async (listen, options) => {
    const [port, other] = [await freePort(), await freePort()]
    const fill = (text: string) =>
      text.replaceAll('PORT', `${port}`).replaceAll('OTHER', `${other}`).replaceAll('FOLDER', folder)
    const findings = allFindings(`-- web.socket --
[Socket]
ListenStream=${fill(listen)}
-- web.service --
[Service]
ExecStart=/srv/web/bin/puma ${fill(options)}
-- Gemfile.lock --
GEM
  specs:
    puma (${major})
`).filter((each) => each.rule === unboundSocket.id)
    const { isServed, says } = await handOver(fill(listen), fill(options).split(' '), port)
    expect({ isServed, says }).toEqual({ isServed: findings.length === 0, says })
    // What is told is what happens.
    const [finding] = findings
    expect(/Address already in use/.test(says)).toBe(finding?.severity === 'error')
    expect(/Closing unused activated socket/.test(says)).toBe(finding?.severity === 'warning')
    if (finding?.message.includes('removes the file')) expect(existsSync(fill(listen))).toBe(false)
  })
})
