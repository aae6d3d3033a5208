import { expect, test } from 'vitest'
import * as lsp from 'vscode-languageserver-protocol'
import { type Client, rich, until } from './testing/client.ts'
import { connect, disk } from './testing/in-process.ts'

const top = 'file:///srv/app/monit/monitrc'
const conf = 'file:///srv/app/monit/conf.d/db'
const monitrc = `set daemon 30
include /etc/monit/conf.d/*
check process web with pidfile /run/web.pid
  depends on DB
  if failed port 80 protocol http request "/" then restart
`
const database = 'check process db with pidfile /run/db.pid\n  if cpu > 80% then alert\n'
const files = { [conf]: database }

const openTop = async (capabilities: lsp.ClientCapabilities = rich) => {
  const client = await connect({ capabilities, files: disk(files) })
  await client.open(top, monitrc, 'monit')
  return client
}
const define = (client: Client, params: lsp.DefinitionParams) =>
  client.connection.sendRequest(lsp.DefinitionRequest.type, params) as Promise<lsp.Location[] | null>
const rename = (client: Client, params: Omit<lsp.RenameParams, 'newName'>, newName: string) =>
  client.connection.sendRequest(lsp.RenameRequest.type, { ...params, newName })

test('completion between `if` and `then`', async () => {
  const client = await openTop()
  const list = (await client.complete(client.at(top, 'then', 5)))!
  expect(list.items.map(({ label }) => label)).toEqual([
    'alert',
    'restart',
    'start',
    'stop',
    'unmonitor',
    'ignore',
    'exec',
  ])
  expect(list.items[0]?.kind).toBe(lsp.CompletionItemKind.Keyword)
  const resolved = await client.connection.sendRequest(lsp.CompletionResolveRequest.type, {
    ...list.items[0]!,
    data: list.itemDefaults!.data,
  })
  expect(resolved.documentation).toMatchObject({ value: expect.stringMatching(/^\*\*alert\*\*, an action/) })
})

test('hover of an option of a protocol', async () => {
  const client = await openTop()
  const shown = await client.hover(client.at(top, 'request', 2))
  expect(shown?.contents).toMatchObject({
    value: expect.stringMatching(/^\*\*request\*\*, an option of `protocol http`/),
  })
})

test('outline and folds', async () => {
  const client = await openTop()
  const params = { textDocument: { uri: top } }
  const symbols = await client.connection.sendRequest(lsp.DocumentSymbolRequest.type, params)
  expect(symbols?.map(({ name }) => name)).toEqual(['set daemon', 'web'])
  const folds = await client.connection.sendRequest(lsp.FoldingRangeRequest.type, params)
  expect(folds).toEqual([{ startLine: 2, endLine: 4 }])
})

test('a name is followed into the file that is included', async () => {
  const client = await openTop()
  const found = await define(client, client.at(top, 'DB'))
  expect(found).toEqual([
    { uri: conf, range: { start: { line: 0, character: 14 }, end: { line: 0, character: 16 } } },
  ])
  expect(await define(client, client.at(top, 'pidfile'))).toEqual([])
})

test('the uses of a service, asked where it is checked', async () => {
  const client = await openTop()
  await client.open(conf, database, 'monit')
  const params = { ...client.at(conf, 'db'), context: { includeDeclaration: true } }
  const found = await client.connection.sendRequest(lsp.ReferencesRequest.type, params)
  expect(found?.map(({ uri, range }) => `${uri}:${range.start.line}`)).toEqual([`${conf}:0`, `${top}:3`])
  const uses = await client.connection.sendRequest(lsp.ReferencesRequest.type, {
    ...params,
    context: { includeDeclaration: false },
  })
  expect(uses).toHaveLength(1)
})

test('a rename reaches the open file and the one on disk', async () => {
  const client = await openTop()
  expect(await client.connection.sendRequest(lsp.PrepareRenameRequest.type, client.at(top, 'DB'))).toEqual({
    range: { start: { line: 3, character: 13 }, end: { line: 3, character: 15 } },
    placeholder: 'DB',
  })
  expect(
    await client.connection.sendRequest(lsp.PrepareRenameRequest.type, client.at(top, 'pidfile')),
  ).toBeNull()
  const edit = await rename(client, client.at(top, 'DB'), 'the store')
  expect(edit?.documentChanges).toEqual([
    { textDocument: { uri: top, version: 1 }, edits: [expect.objectContaining({ newText: '"the store"' })] },
    {
      textDocument: { uri: conf, version: null },
      edits: [expect.objectContaining({ newText: '"the store"' })],
    },
  ])
  const bare = await openTop({})
  expect(Object.keys((await rename(bare, bare.at(top, 'DB'), 'store'))?.changes ?? {})).toEqual([top, conf])
})

test('a name that can’t be had is refused with a reason', async () => {
  const client = await openTop()
  await expect(rename(client, client.at(top, 'DB'), 'web')).rejects.toThrow(
    "a check in this file is called 'web' already, and monit refuses two of one name",
  )
  expect(client.log).toEqual([])
})

test('what is typed in one file counts in the others', async () => {
  const client = await openTop()
  await client.open(conf, database, 'monit')
  await client.change(conf, { text: 'check process cache with pidfile /run/cache.pid\n' })
  expect(await define(client, client.at(top, 'DB'))).toEqual([])
  await until('the top file is asked for again', () => client.refreshes > 0)
  const names = (await client.complete(client.at(top, 'DB', 2)))!.items.map(({ label }) => label)
  expect(names).toEqual(['cache'])
  await client.close(conf)
  expect(await define(client, client.at(top, 'DB'))).toHaveLength(1)
})

test('names of units lead nowhere', async () => {
  const client = await connect({ capabilities: rich })
  const uri = 'file:///srv/web.service'
  await client.open(uri, '[Unit]\nAfter=db.service\n')
  expect(await define(client, client.at(uri, 'db'))).toEqual([])
  expect(await client.connection.sendRequest(lsp.PrepareRenameRequest.type, client.at(uri, 'db'))).toBeNull()
})
