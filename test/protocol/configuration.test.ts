import { expect, test } from 'vitest'
import * as lsp from 'vscode-languageserver-protocol'
import { rich, until } from './testing/client.ts'
import { connect } from './testing/in-process.ts'

const uri = 'file:///srv/app/web.service'
const broken = '[Service]\nExecStart=/bin/true\nRestrat=always\n'
const off = { rules: { 'unknown-directive': 'off' } }

const changed = (settings: unknown) => [lsp.DidChangeConfigurationNotification.type, { settings }] as const

test('a client that can be asked is asked for each document', async () => {
  const client = await connect({
    capabilities: rich,
    settings: (scope) =>
      scope?.includes('/old/') ? { systemdVersion: 252 } : { systemdVersion: '257', instance: 'user' },
  })
  const old = 'file:///srv/old/web.service'
  await client.open(uri, broken)
  await client.open(old, broken)
  const ask = (target: string) => client.connection.sendRequest('unitwright/describeTarget', { uri: target })
  expect(await ask(uri)).toMatchObject({
    version: 257,
    versionFrom: 'setting',
    manager: 'user',
    managerFrom: 'setting',
  })
  expect(await ask(old)).toMatchObject({ version: 252, manager: 'system', managerFrom: 'default' })
})

test('a change of the settings counts for open documents, and the client is told to ask again', async () => {
  let settings: unknown = off
  const client = await connect({
    capabilities: rich,
    initializationOptions: { trusted: false },
    settings: () => settings,
  })
  await client.open(uri, broken)
  expect(await client.findings(uri)).toEqual([])
  settings = {}
  await client.connection.sendNotification(...changed(null))
  await until('the client is told', () => client.refreshes === 1 && client.targetChanges === 1)
  expect(await client.findings(uri)).toEqual(['2:0 unknown-directive'])
})

test.each([
  ['with all settings under their names', { unitwright: off, editor: { tabSize: 2 } }],
  ['with ours alone', off],
])('a client that can not be asked sends its settings, %s', async (_what, settings) => {
  const client = await connect()
  await client.open(uri, broken)
  await until('the first findings', () => client.published.get(uri)?.diagnostics.length === 1)
  await client.connection.sendNotification(...changed(settings))
  await until('no finding', () => client.published.get(uri)?.diagnostics.length === 0)
})

test.each([
  ['as they are', off],
  ['under their name', { unitwright: off }],
  ['under `settings`', { settings: { unitwright: off } }],
])('or it gives them when it starts the server, %s', async (_what, initializationOptions) => {
  const client = await connect({ initializationOptions })
  await client.open(uri, broken)
  await until('the findings', () => client.published.has(uri))
  expect(client.published.get(uri)!.diagnostics).toEqual([])
})

test('a client that knows nothing of ours when asked has what it sent', async () => {
  const client = await connect({ capabilities: rich, initializationOptions: off, settings: () => null })
  await client.open(uri, broken)
  expect(await client.findings(uri)).toEqual([])
})

test.each([
  [undefined],
  [null],
  ['nonsense'],
  [7],
  [[]],
  [{ rules: 'all', systemdVersion: {}, instance: 3 }],
])('settings that are none, %j, are the defaults', async (settings) => {
  const client = await connect({ capabilities: rich, settings: () => settings })
  await client.open(uri, broken)
  await client.connection.sendNotification(...changed(settings))
  expect(await client.findings(uri)).toEqual(['2:0 unknown-directive'])
})

test('a client that fails to answer gets findings all the same', async () => {
  const client = await connect({
    capabilities: rich,
    settings: () => {
      throw new Error('the client has no settings')
    },
  })
  await client.open(uri, broken)
  expect(await client.findings(uri)).toEqual(['2:0 unknown-directive'])
  await until('the log says so', () => client.log.length === 1)
  expect(client.log.splice(0)[0]).toContain("the settings can't be read")
})

test('a client that never answers is waited for, but not for ever', async () => {
  const client = await connect({ capabilities: rich })
  client.connection.onRequest(lsp.ConfigurationRequest.type, () => new Promise<never>(() => {}))
  await client.open(uri, broken)
  expect(await client.findings(uri)).toEqual(['2:0 unknown-directive'])
})
