import { execFile } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { monitCheck } from '../../server/src/scaffold/templates/monit-check.ts'
import { type Monit, monitsToAsk, withPrivateId } from './monit/run-monit.ts'

// The generated check of a web server that listens on a Unix socket, carried out by monit.

const monits = monitsToAsk()

describe.each(["my 'shop' 50%.sock", 'my "shop".sock'])('a server on the socket %j', (name) => {
  test('is well or not, as its page says', async (ctx) => {
    if (monits.length === 0) ctx.skip('there is no monit on this machine')
    const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'unitwright-health-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const socket = path.join(folder, name)
    const asked = new Set<string>()
    let status = 200
    const server = createServer((request, response) => {
      asked.add(`${request.method} ${request.url}`)
      response.writeHead(status).end()
    })
    await new Promise<void>((resolve) => {
      server.listen(socket, resolve)
    })
    onTestFinished(() => {
      server.close()
    })
    for (const monit of monits) {
      status = 200
      expect(await failures(monit, folder, socket), monit.version).toEqual([])
      status = 500
      expect(await failures(monit, folder, socket), monit.version).toEqual([
        expect.stringMatching(/'shop' failed protocol test \[HTTP\] .*status 500/),
      ])
    }
    expect([...asked]).toEqual(['GET /healthy'])
  })
})

/** What monit finds wrong when it carries the check out once. */
async function failures({ command }: Monit, folder: string, socket: string): Promise<readonly string[]> {
  // A process that has been there for longer than monit waits after a start.
  writeFileSync(path.join(folder, 'pid'), '1\n')
  writeFileSync(path.join(folder, 'id'), '0'.repeat(32))
  const answers = {
    unit: 'shop',
    instance: 'system',
    find: 'pidfile',
    pidfile: path.join(folder, 'pid'),
    port: socket,
    page: '/healthy',
    memory: '',
  }
  const text = monitCheck.render(answers).files[0]!.text.replaceAll('/usr/bin/systemctl ', '/bin/true ')
  const settings = `set statefile "${folder}/state"\nset pidfile "${folder}/monit.pid"\n`
  const file = path.join(folder, 'monitrc')
  writeFileSync(file, withPrivateId(settings + text, path.join(folder, 'id')), { mode: 0o600 })
  const said = await new Promise<string>((resolve) => {
    const args = ['-c', file, '-l', '/dev/null', 'validate']
    execFile(command, args, { timeout: 10_000, killSignal: 'SIGKILL' }, (_error, out, err) =>
      resolve(out + err),
    )
  })
  rmSync(path.join(folder, 'state'), { force: true })
  return said.split('\n').filter((line) => / (?:failed|error)\b/i.test(line))
}
