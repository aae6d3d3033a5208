import { expect, test } from 'vitest'
import * as lsp from 'vscode-languageserver-protocol'
import { rich, until } from './testing/client.ts'
import { connect, disk } from './testing/in-process.ts'

const uri = 'file:///srv/app/web.service'
const unit = `# The web server
# of the shop
[Unit]
Description=Web
After=network.target

[Service]
Type=notify
ExecStart=/srv/web/run \\
  --port 80
`

test('hover in markdown, and in plain text for those that know no other', async () => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, unit)
  const shown = await client.hover(client.at(uri, 'Type=', 2))
  expect(shown?.range).toEqual({ start: { line: 7, character: 0 }, end: { line: 7, character: 4 } })
  expect(shown?.contents).toMatchObject({
    kind: 'markdown',
    value: expect.stringMatching(/^\*\*Type=\*\* in \[Service\]/),
  })

  const bare = await connect()
  await bare.open(uri, unit)
  const plain = (await bare.hover(bare.at(uri, 'Type=', 2)))?.contents as lsp.MarkupContent
  expect(plain.kind).toBe('plaintext')
  expect(plain.value).toMatch(/^Type= in \[Service\]/)
  expect(plain.value).not.toMatch(/\*\*|`|\]\(/)
})

test('nothing to say of a comment, a blank line or a document of others', async () => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, unit)
  await client.open('file:///srv/notes.txt', unit.replace('[Unit]', 'Unit'), 'plaintext')
  expect(await client.hover(client.at(uri, 'The web'))).toBeNull()
  expect(await client.complete(client.at(uri, 'The web'))).toBeNull()
  expect(await client.hover(client.at('file:///srv/notes.txt', 'Type='))).toBeNull()
})

test('a completion of keys is small, quick and without documentation, which comes for the asking', async () => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, '[Service]\nRes\n')
  const list = (await client.complete(client.at(uri, 'Res', 3)))!
  expect(list.isIncomplete).toBe(false)
  expect(list.itemDefaults).toMatchObject({
    editRange: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } },
    insertTextFormat: lsp.InsertTextFormat.PlainText,
  })
  expect(list.items.length).toBeGreaterThan(250)
  expect(JSON.stringify(list).length).toBeLessThan(30_000)
  const restart = list.items.find(({ label }) => label === 'Restart=')!
  expect(restart).toEqual({
    label: 'Restart=',
    kind: lsp.CompletionItemKind.Property,
    sortText: expect.stringMatching(/^!\d{3}$/),
  })
  expect(list.items.find(({ label }) => label === 'SecureBits=')).not.toHaveProperty('sortText')

  const resolved = await client.connection.sendRequest(lsp.CompletionResolveRequest.type, {
    ...restart,
    data: list.itemDefaults!.data,
  })
  expect(resolved.documentation).toMatchObject({
    kind: 'markdown',
    value: expect.stringContaining('**Restart=**'),
  })
})

test('a client without list defaults gets whole items and plain documentation', async () => {
  const client = await connect()
  await client.open(uri, '[Service]\nRes\n')
  const list = (await client.complete(client.at(uri, 'Res', 3)))!
  expect(list).not.toHaveProperty('itemDefaults')
  const restart = list.items.find(({ label }) => label === 'Restart=')!
  expect(restart).toMatchObject({
    textEdit: {
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } },
      newText: 'Restart=',
    },
  })
  const resolved = await client.connection.sendRequest(lsp.CompletionResolveRequest.type, restart)
  expect(resolved.documentation).toMatchObject({
    kind: 'plaintext',
    value: expect.stringMatching(/^Restart= in/),
  })
})

test('an item that nobody offered is answered as it is', async () => {
  const client = await connect({ capabilities: rich })
  for (const item of [
    { label: 'x' },
    { label: 'x', data: 7 },
    { label: 'x', data: { language: 'cobol', context: 'key' } },
  ]) {
    expect(await client.connection.sendRequest(lsp.CompletionResolveRequest.type, item)).toEqual(item)
  }
})

test('units of the workspace are offered, as they come and go', async () => {
  const files = disk({
    'file:///srv/app/queue.service': '',
    'file:///srv/app/deploy/mail%40.service': '',
    'file:///srv/lib/cache.service': '',
  })
  const client = await connect({ capabilities: rich, folders: ['file:///srv/app'], files })
  await client.open(uri, '[Unit]\nAfter=\n')
  const offered = async () => {
    const list = await client.complete(client.at(uri, 'After=', 6))
    return list!.items.map(({ label }) => label).filter((label) => /^(?:queue|mail@|new|cache)\./.test(label))
  }
  expect(await offered()).toEqual(['mail@.service', 'queue.service'])
  const changes: lsp.FileEvent[] = [
    { uri: 'file:///srv/app/new.service', type: lsp.FileChangeType.Created },
    { uri: 'file:///srv/app/queue.service', type: lsp.FileChangeType.Deleted },
    { uri: 'file:///srv/app/deploy/mail%40.service', type: lsp.FileChangeType.Changed },
  ]
  await client.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, { changes })
  expect(await offered()).toEqual(['mail@.service', 'new.service'])

  await client.connection.sendNotification(lsp.DidChangeWorkspaceFoldersNotification.type, {
    event: {
      added: [{ uri: 'file:///srv/lib', name: 'lib' }],
      removed: [{ uri: 'file:///srv/app', name: 'app' }],
    },
  })
  await client.findings(uri)
  expect(await offered()).toEqual(['cache.service'])
})

test('the outline, nested and flat', async () => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, unit)
  const textDocument = { uri }
  const nested = (await client.connection.sendRequest(lsp.DocumentSymbolRequest.type, {
    textDocument,
  })) as lsp.DocumentSymbol[]
  expect(
    nested.map(({ name, children }) => [name, children?.map((child) => `${child.name}: ${child.detail}`)]),
  ).toEqual([
    ['Unit', ['Description: Web', 'After: network.target']],
    ['Service', ['Type: notify', 'ExecStart: /srv/web/run \\\n  --port 80']],
  ])
  expect(nested[1]!.range).toEqual({ start: { line: 6, character: 0 }, end: { line: 9, character: 11 } })

  const bare = await connect()
  await bare.open(uri, unit)
  const flat = (await bare.connection.sendRequest(lsp.DocumentSymbolRequest.type, {
    textDocument,
  })) as lsp.SymbolInformation[]
  expect(flat.map(({ name, containerName }) => [name, containerName])).toEqual([
    ['Unit', undefined],
    ['Description', 'Unit'],
    ['After', 'Unit'],
    ['Service', undefined],
    ['Type', 'Service'],
    ['ExecStart', 'Service'],
  ])
})

test('folds: sections, runs of comments, continued values; no more than the client takes', async () => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, unit)
  const folds = await client.connection.sendRequest(lsp.FoldingRangeRequest.type, { textDocument: { uri } })
  expect(folds).toEqual(
    expect.arrayContaining([
      { startLine: 0, endLine: 1, kind: 'comment' },
      { startLine: 2, endLine: 4 },
      { startLine: 6, endLine: 9 },
      { startLine: 8, endLine: 9 },
    ]),
  )
  expect(folds).toHaveLength(4)

  const few = await connect({ capabilities: { textDocument: { foldingRange: { rangeLimit: 2 } } } })
  await few.open(uri, unit)
  expect(
    await few.connection.sendRequest(lsp.FoldingRangeRequest.type, { textDocument: { uri } }),
  ).toHaveLength(2)
})

test('what a file is checked for, and why', async () => {
  const files = disk({ 'file:///usr/lib/systemd/libsystemd-shared-254.so': '' })
  const client = await connect({ capabilities: rich, initializationOptions: { trusted: true }, files })
  const ask = (target: string) => client.connection.sendRequest('unitwright/describeTarget', { uri: target })
  const user = 'file:///home/u/.config/systemd/user/web.service'
  await client.open(uri, unit)
  await client.open(user, unit)
  expect(await ask(uri)).toEqual({
    program: 'systemd',
    version: 254,
    versionFrom: 'machine',
    manager: 'system',
    managerFrom: 'default',
  })
  expect(await ask(user)).toEqual({
    program: 'systemd',
    version: 254,
    versionFrom: 'machine',
    manager: 'user',
    managerFrom: 'path',
  })
  expect(await ask('file:///nowhere.service')).toBeNull()
})

test('what a control file is checked for, and why', async () => {
  const files = disk({ 'file:///usr/bin/monit': "\x7fELF <a href='/'>monit 5.31.0</a>" })
  const settings = { monitVersion: 'auto' }
  const client = await connect({
    capabilities: rich,
    initializationOptions: { trusted: false },
    files,
    settings: () => settings,
  })
  const control = 'file:///srv/app/monitrc'
  const ask = () => client.connection.sendRequest('unitwright/describeTarget', { uri: control })
  await client.open(control, 'set daemon 30\n', 'monit')
  expect(await ask()).toMatchObject({ program: 'monit', versionFrom: 'newest' })
  await client.connection.sendNotification('unitwright/trustGranted')
  expect(await ask()).toEqual({ program: 'monit', version: '5.31.0', versionFrom: 'machine' })
  settings.monitVersion = '5.27.2'
  await client.connection.sendNotification(lsp.DidChangeConfigurationNotification.type, { settings: null })
  expect(await ask()).toEqual({ program: 'monit', version: '5.27.2', versionFrom: 'setting' })
  await client.change(control, { text: '# unitwright: monit=5.34\nset daemon 30\n' })
  expect(await ask()).toEqual({ program: 'monit', version: '5.34', versionFrom: 'comment' })
})

test('rules are listed and explained', async () => {
  const client = await connect({ capabilities: rich })
  const rules = (await client.connection.sendRequest('unitwright/listRules')) as {
    id: string
    summary: string
  }[]
  expect(rules).toContainEqual({ id: 'unknown-directive', summary: expect.any(String) })
  expect(
    await client.connection.sendRequest('unitwright/explainRule', { rule: 'unknown-directive' }),
  ).toEqual({
    markdown: expect.stringContaining('# unknown-directive'),
  })
  expect(await client.connection.sendRequest('unitwright/explainRule', { rule: 'no-such-rule' })).toBeNull()
})

const manualPage =
  '.TH "SYSTEMD\\&.SERVICE" "5" "" "systemd 254"\n.PP\n\\fIType=\\fR\n.RS 4\nSays the manual\\&.\n.RE\n'

test("the machine is looked at only where that's trusted, and from then on", async () => {
  const reads: string[] = []
  const machine = disk({
    'file:///usr/lib/systemd/libsystemd-shared-254.so': '',
    'file:///usr/share/man/man5/systemd.service.5': manualPage,
  })
  const client = await connect({
    capabilities: rich,
    initializationOptions: { trusted: false },
    folders: ['file:///srv/app'],
    files: {
      readFile: async (target) => {
        reads.push(target)
        return machine.readFile(target)
      },
      readFolder: async (target) => {
        reads.push(target)
        return machine.readFolder(target)
      },
    },
  })
  await client.open(uri, unit)
  const hovered = async () =>
    ((await client.hover(client.at(uri, 'Type=', 2)))!.contents as lsp.MarkupContent).value
  expect(await hovered()).not.toContain('Says the manual')
  expect(reads.filter((each) => !each.startsWith('file:///srv/app'))).toEqual([])

  await client.connection.sendNotification('unitwright/trustGranted')
  expect(await hovered()).toContain('**From systemd.service(5), systemd 254**\n\nSays the manual.')
  expect(await client.connection.sendRequest('unitwright/describeTarget', { uri })).toMatchObject({
    versionFrom: 'machine',
  })
  await until('the client is told', () => client.targetChanges > 0 && client.refreshes > 0)
})

test("users and groups of the machine are offered where that's trusted, and from then on", async () => {
  const files = disk({
    'file:///etc/passwd': 'root:x:0:0:root:/root:/bin/bash\ndeploy:x:1001:1001:Deploy:/home/deploy:/bin/sh\n',
    'file:///etc/group': 'root:x:0:\nshop:x:1002:deploy\n',
  })
  const client = await connect({ capabilities: rich, initializationOptions: { trusted: false }, files })
  await client.open(uri, '[Service]\nUser=\nSupplementaryGroups=adm \n')
  const offered = async (needle: string) => {
    const list = await client.complete(client.at(uri, needle, needle.length))
    return list!.items.filter(({ label }) => ['deploy', 'shop'].includes(label))
  }
  expect(await offered('User=')).toEqual([])

  await client.connection.sendNotification('unitwright/trustGranted')
  expect(await offered('User=')).toMatchObject([
    { label: 'deploy', detail: 'uid 1001', sortText: expect.stringMatching(/^!/) },
  ])
  expect(await offered('Groups=adm ')).toMatchObject([{ label: 'shop', detail: 'gid 1002' }])
})

test('an editor without the notion of trust is trusted, and not told what it can not understand', async () => {
  const files = disk({ 'file:///usr/lib/systemd/libsystemd-shared-254.so': '' })
  const client = await connect({ capabilities: rich, files })
  await client.open(uri, unit)
  expect(await client.connection.sendRequest('unitwright/describeTarget', { uri })).toMatchObject({
    version: 254,
  })
  await client.connection.sendNotification(lsp.DidChangeConfigurationNotification.type, { settings: null })
  await until('the client is told to ask again', () => client.refreshes > 0)
  expect(client.targetChanges).toBe(0)
})
