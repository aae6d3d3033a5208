import { expect, test } from 'vitest'
import * as lsp from 'vscode-languageserver-protocol'
import { rich, until } from './testing/client.ts'
import { connect, disk, emptyDisk } from './testing/in-process.ts'

const uri = 'file:///srv/app/web.service'
const unit = '[Service]\nType=notify\nExecStart=/bin/true\n'

test('a handler that fails answers nothing and logs a line; the server goes on', async () => {
  const files = {
    ...emptyDisk,
    readFile: async (target: string) => {
      if (target.includes('/man/')) throw new Error('the disk is on fire')
      return undefined
    },
  }
  const client = await connect({ capabilities: rich, files })
  await client.open(uri, unit)
  expect(await client.hover(client.at(uri, 'Type='))).toBeNull()
  await until('the log says so', () => client.log.length > 0)
  expect(client.log.splice(0)).toEqual([expect.stringContaining('hover failed: Error: the disk is on fire')])
  // Sections are described without the manual.
  expect(await client.hover(client.at(uri, 'Service'))).not.toBeNull()
  expect((await client.complete(client.at(uri, 'Type=', 5)))!.items.length).toBeGreaterThan(5)
})

test('a notice that fails logs a line; the server goes on', async () => {
  const client = await connect({ capabilities: rich })
  await client.connection.sendNotification('textDocument/didOpen', { textDocument: null })
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: null })
  await client.open(uri, unit)
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: {}, end: {} }, text: 'x' }],
  })
  expect(await client.findings(uri)).toEqual([])
  expect(client.log.splice(0).map((line) => line.split(':')[0])).toEqual([
    'didOpen failed',
    'didChangeWatchedFiles failed',
    'didChange failed',
  ])
})

test('a disk that fails costs what it would have told', async () => {
  const fails = async () => {
    throw new Error('no disk')
  }
  const client = await connect({
    capabilities: rich,
    folders: ['file:///srv/app'],
    files: { readFile: fails, readFolder: fails },
  })
  await client.open(uri, unit)
  expect(await client.findings(uri)).toEqual([])
  await until('the log says so', () => client.log.length === 3)
  expect(client.log.splice(0).sort()).toEqual([
    expect.stringContaining("file:///srv/app can't be searched"),
    expect.stringContaining("the machine's monit can't be told"),
    expect.stringContaining("the machine's systemd can't be told"),
  ])
})

const outside = [
  { line: 99, character: 0 },
  { line: -1, character: 0 },
  { line: 0, character: -1 },
  { line: 0.5, character: 0 },
  { line: 'first', character: 'second' },
  {},
  null,
]

test('places outside of the text have nothing', async () => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, unit)
  for (const position of outside) {
    const params = { textDocument: { uri }, position }
    expect(
      await client.connection.sendRequest('textDocument/hover', params),
      JSON.stringify(position),
    ).toBeNull()
    expect(await client.connection.sendRequest('textDocument/completion', params)).toBeNull()
    const range = { start: position, end: position }
    const context = { diagnostics: [], only: ['quickfix'] }
    expect(
      await client.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context,
      }),
    ).toEqual([])
  }
  // A column behind the end of a line is that end, says the protocol.
  expect(await client.hover({ textDocument: { uri }, position: { line: 0, character: 99 } })).not.toBeNull()
})

test.each(['file:///nowhere.service', 'nonsense', '', 'a b:/c', '%'])(
  'the document %j is not open and has nothing',
  async (target) => {
    const client = await connect({ capabilities: rich })
    const textDocument = { uri: target }
    const position = { line: 0, character: 0 }
    const range = { start: position, end: position }
    const ask = (method: string, params: object = {}) =>
      client.connection.sendRequest(`textDocument/${method}`, { textDocument, ...params })
    expect(await ask('hover', { position })).toBeNull()
    expect(await ask('completion', { position })).toBeNull()
    expect(await ask('codeAction', { range, context: { diagnostics: [] } })).toBeNull()
    expect(await ask('documentSymbol')).toBeNull()
    expect(await ask('foldingRange')).toBeNull()
    expect(await ask('diagnostic')).toEqual({ kind: 'full', items: [] })
  },
)

test('a document with a URI that is none is served like any other', async () => {
  const client = await connect({ capabilities: rich })
  for (const target of ['a b:/srv/web.service', 'C:\\web.service', '%']) {
    await client.open(target, '[Service]\nRestrat=always\nExecStart=/bin/true\n')
    expect(await client.findings(target)).toEqual(['1:0 unknown-directive'])
  }
})

test('a request that the client gives up is answered as cancelled, before or while it is worked on', async () => {
  let release = () => {}
  const reading = new Promise<undefined>((resolve) => {
    release = () => resolve(undefined)
  })
  let asked = false
  const files = {
    ...disk({}),
    readFile: () => {
      asked = true
      return reading
    },
  }
  const client = await connect({ capabilities: rich, files })
  await client.open(uri, unit)
  const cancelled = { code: lsp.LSPErrorCodes.RequestCancelled }

  const early = new lsp.CancellationTokenSource()
  early.cancel()
  const never = client.connection.sendRequest(
    lsp.CompletionRequest.type,
    client.at(uri, 'Type=', 5),
    early.token,
  )
  await expect(never).rejects.toMatchObject(cancelled)

  const late = new lsp.CancellationTokenSource()
  const hover = client.connection.sendRequest(lsp.HoverRequest.type, client.at(uri, 'Type='), late.token)
  const outcome = expect(hover).rejects.toMatchObject(cancelled)
  await until('the manual is being read', () => asked)
  late.cancel()
  // Whatever else is asked is answered meanwhile.
  expect(await client.findings(uri)).toEqual([])
  release()
  await outcome
})

test('an answer about a text that has changed meanwhile is not given', async () => {
  let release = () => {}
  let asked = false
  const files = {
    ...disk({}),
    readFile: () => {
      asked = true
      return new Promise<undefined>((resolve) => {
        release = () => resolve(undefined)
      })
    },
  }
  const client = await connect({ capabilities: rich, files })
  await client.open(uri, unit)
  const hover = client.hover(client.at(uri, 'Type='))
  await until('the manual is being read', () => asked)
  await client.change(uri, { text: `# a new first line\n${unit}` })
  await client.findings(uri)
  for (let page = 0; page < 4; page++) {
    release()
    await client.findings(uri)
  }
  expect(await hover).toBeNull()
})
