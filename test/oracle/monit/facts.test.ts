import { execFile } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { monitDocs } from '../../../server/src/monit/data/docs/index.ts'
import { hasReached } from '../../../server/src/monit/version.ts'
import { describeUnless } from '../../reporting/describe-unless.ts'
import { modelOf } from './model.ts'
import { type Monit, monitsToAsk, withPrivateId } from './run-monit.ts'

// What hover and completion tell of defaults and of what options do, next to what monit itself makes of it.

const monits = monitsToAsk()
const noMonit = monits.length === 0 ? 'there is no monit on this machine' : undefined

describeUnless(noMonit, 'defaults', () => {
  test.each(monits)('of limits, in monit $version', (monit) => {
    const lines = modelOf(monit, 'set limits { }\n')
    for (const [name, { default: told, since }] of Object.entries(monitDocs.limits)) {
      if (since !== undefined && !hasReached(monit.version, since)) continue
      const line = lines.find((each) => each.toLowerCase().includes(`${name}:`)) ?? ''
      const value = line.replace(/^.*:\s*/, '').replace(/\.0 /, ' ')
      expect([name, amounts[value] ?? value]).toEqual([name, told])
    }
  })

  test.each(monits)('of mail, in monit $version', (monit) => {
    const lines = modelOf(
      monit,
      'set mailserver a.example.org using ssl\nset mail-format { reply-to: a@b.c }\n',
    )
    const server = lines.find((each) => each.startsWith('Mail server')) ?? ''
    expect(server).toContain('a.example.org:25 ')
    expect(monitDocs.mailserverOptions.port?.default).toMatch(/^25\b/)
    // What 5.35 does nobody has looked at.
    expect(server).toContain(hasReached(monit.version, '6.0') ? 'timeout 5 s' : 'timeout 30 s')
    expect(monitDocs.mailserverOptions.timeout?.default).toMatch(/^30 seconds up to 5\.34; .* 5 seconds$/)
    expect(lines).toContain(`Mail from          = ${monitDocs.mailFormat.from?.default}`)
    const subject = lines.find((each) => each.startsWith('Mail subject')) ?? ''
    expect(subject.replace(/ +/g, ' ')).toBe(`Mail subject = ${monitDocs.mailFormat.subject?.default}`)
  })

  test.each(monits)('of other settings, in monit $version', (monit) => {
    const lines = modelOf(
      monit,
      `set eventqueue slots 5
check file f with path /dev/null
  if failed checksum then alert
check host h with address localhost
  if failed ping then alert
check process p with pidfile /run/p.pid
  if uptime > 1 month then alert
`,
    ).join('\n')
    expect(lines).toContain('base directory /var/monit with 5 slots')
    expect(monitDocs.globalOptions['eventqueue basedir']?.default).toMatch(/^\/var\/monit,/)
    expect(lines).toContain(hasReached(monit.version, '6.0') ? 'SHA256' : 'MD5')
    expect(monitDocs.subjects.checksum?.default).toBe('md5; from 6.0 sha256')
    const { count, size } = monitDocs.connectionOptions
    expect(lines).toContain(`count ${count?.default} size ${size?.default} `)
    expect(lines).toContain(`greater than ${31 * 86_400} second`)
    expect(monitDocs.units.month?.summary).toMatch(/^31 days/)
  })

  test.each(monits)('of time, which the first port test keeps, in monit $version', (monit) => {
    const lines = modelOf(
      monit,
      `set limits { networkTimeout: 12 s }
check host h with address localhost
  if failed port 80 then alert
  if failed port 81 then alert
`,
    ).filter((each) => each.startsWith('Port'))
    expect(lines.find((each) => each.includes(':80 '))).toContain('timeout 5 s')
    expect(lines.find((each) => each.includes(':81 '))).toContain('timeout 12 s')
    expect(monitDocs.limits.networktimeout?.summary).toContain('The first port test')
  })
})

describeUnless(noMonit, 'options', () => {
  test.each(monits)('retry is all attempts together, in monit $version', async (monit) => {
    const server = await listen(500)
    await validated(monit, `if failed port ${server.port} protocol http retry 3 then alert`)
    expect(server.requests).toHaveLength(3)
    server.requests.length = 0
    await validated(monit, `if failed port ${server.port} protocol http then alert`)
    expect(server.requests).toHaveLength(Number(monitDocs.connectionOptions.retry?.default))
  })

  const timed = monits.filter(({ version }) => hasReached(version, '5.33'))
  test.each(timed)('responsetime is what should be, in monit $version', async (monit) => {
    const { port } = await listen(200)
    const said = (operator: string) =>
      validated(monit, `if failed port ${port} protocol http responsetime ${operator} 5 seconds then alert`)
    expect(await said('<')).toEqual([])
    expect(await said('>')).toEqual([expect.stringMatching(/response time .* doesn't match limit/)])
  })
})

/** How monit writes amounts that the documentation writes otherwise. */
const amounts: Readonly<Record<string, string>> = { '5 m': '300 s', '0 ms': 'none' }

/** A web server that answers everything with one status, and notes what it is asked. */
async function listen(status: number) {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, requests }
}

/** What monit finds wrong when it makes one test of a host once. */
async function validated({ command }: Monit, line: string): Promise<readonly string[]> {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'unitwright-facts-'))
  try {
    const file = path.join(folder, 'monitrc')
    const id = path.join(folder, 'id')
    writeFileSync(id, '0'.repeat(32))
    const settings = `set statefile "${folder}/state"\nset pidfile "${folder}/pid"\n`
    const text = `${settings}check host h with address 127.0.0.1\n  ${line}\n`
    writeFileSync(file, withPrivateId(text, id), { mode: 0o600 })
    const said = await new Promise<string>((resolve) => {
      const args = ['-c', file, '-l', '/dev/null', 'validate']
      execFile(command, args, { timeout: 10_000, killSignal: 'SIGKILL' }, (_error, out, err) =>
        resolve(out + err),
      )
    })
    return said.split('\n').filter((each) => /\bh' (?:failed|response)\b/i.test(each))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
