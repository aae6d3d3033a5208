import { expect, test } from 'vitest'
import * as lsp from 'vscode-languageserver-protocol'
import { rich, summary, until } from './testing/client.ts'
import { connect, disk } from './testing/in-process.ts'

const folder = 'file:///srv/app'
const control = `${folder}/web.monit`
const unit = `${folder}/systemd/web.service`
const check = `check process web with pidfile /run/web/web.pid
  start program = "/usr/bin/systemctl start web" with timeout 90 seconds
`
const service = (pidFile: string) =>
  `[Service]\nType=forking\nPIDFile=${pidFile}\nExecStart=/srv/web/run --daemon\n`
const folders = [folder]

test('a check and the unit on disk that it starts are compared, from the first answer on', async () => {
  const files = disk({ [unit]: service('/run/web.pid') })
  const client = await connect({ capabilities: rich, files, folders })
  await client.open(control, check, 'monit')
  const report = await client.pull(control)
  expect(report.kind === 'full' && report.items.map(summary)).toEqual(['0:31 other-pid-file'])
  const [action] = await client.codeActions(control, {
    start: { line: 0, character: 31 },
    end: { line: 0, character: 31 },
  })
  expect(client.applied(control, action?.edit)).toContain('with pidfile /run/web.pid\n')
})

test('what is typed into the unit shows in the check', async () => {
  const client = await connect({ capabilities: rich, files: disk({}), folders })
  await client.open(control, check, 'monit')
  await client.open(unit, service('/run/web/web.pid'))
  const first = await client.pull(control)
  expect(first.kind === 'full' && first.items).toEqual([])
  const before = client.refreshes
  await client.change(unit, { text: service('/run/web.pid') })
  await until('the client is told to ask again', () => client.refreshes > before)
  const second = await client.pull(control, first.resultId)
  expect(second.kind === 'full' && second.items.map(summary)).toEqual(['0:31 other-pid-file'])
})

test('a unit that goes from disk is not compared with any more', async () => {
  const files: Record<string, string> = { [unit]: service('/run/web.pid') }
  const client = await connect({ capabilities: rich, files: disk(files), folders })
  await client.open(control, check, 'monit')
  expect(await client.findings(control)).toEqual(['0:31 other-pid-file'])
  delete files[unit]
  const before = client.refreshes
  await client.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: unit, type: lsp.FileChangeType.Deleted }],
  })
  await until('the client is told to ask again', () => client.refreshes > before)
  expect(await client.findings(control)).toEqual([])
})

test("Puma's configuration in the workspace is read as well", async () => {
  const files = disk({
    [`${folder}/web.service`]: '[Service]\nExecStart=/srv/web/bin/puma -C config/puma.rb\n',
    [`${folder}/config/puma.rb`]: 'pidfile "/run/puma.pid"\n',
  })
  const client = await connect({ capabilities: rich, files, folders })
  await client.open(control, check, 'monit')
  expect(await client.findings(control)).toEqual(['0:31 other-pid-file'])
})

test('a socket is compared with the service on disk that it starts, and again once that changes', async () => {
  const service = `${folder}/web.service`
  const puma = (bind: string) => `[Service]\nExecStart=/srv/web/bin/puma -b ${bind}\n`
  const client = await connect({
    capabilities: rich,
    files: disk({ [service]: puma('tcp://0.0.0.0:3000') }),
    folders,
  })
  const socket = `${folder}/web.socket`
  await client.open(socket, '[Socket]\nListenStream=3000\n')
  expect(await client.findings(socket)).toEqual(['1:13 unbound-socket'])
  const place = { line: 1, character: 13 }
  const [action] = await client.codeActions(socket, { start: place, end: { line: 1, character: 17 } })
  expect(client.applied(socket, action?.edit)).toBe('[Socket]\nListenStream=0.0.0.0:3000\n')
  const before = client.refreshes
  await client.open(service, puma('tcp://[::]:3000'))
  await until('the client is told to ask again', () => client.refreshes > before)
  expect(await client.findings(socket)).toEqual([])
})

test('the gems of an app are known to its unit', async () => {
  const files = disk({ [`${folder}/Gemfile.lock`]: 'GEM\n  specs:\n    puma (5.6.5)\n' })
  const client = await connect({ capabilities: rich, files, folders })
  const service = `${folder}/web.service`
  await client.open(service, '[Service]\nType=notify\nExecStart=/srv/web/bin/puma\n')
  expect(await client.findings(service)).toEqual(['1:5 notify-without-gem'])
})
