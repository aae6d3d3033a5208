import { expect, test } from 'vitest'
import * as lsp from 'vscode-languageserver-protocol'
import type { FileSystem } from '../../server/src/base/file-system.ts'
import { rich, summary, until } from './testing/client.ts'
import { connect, disk } from './testing/in-process.ts'

const unit = 'file:///srv/app/web.service'
const dropIn = 'file:///srv/app/web.service.d/a.conf'
const bare = '[Unit]\nDescription=Web\n\n[Service]\nUser=web\n'
const command = '[Service]\nExecStart=/srv/web/run\n'

test('a unit whose command stands in a drop-in on disk has nothing wrong, from the first answer on', async () => {
  const client = await connect({ capabilities: rich, files: disk({ [dropIn]: command }) })
  await client.open(unit, bare)
  expect(await client.findings(unit)).toEqual([])
})

test('what is typed into the drop-in shows in the unit', async () => {
  const client = await connect({ capabilities: rich, files: disk({ [dropIn]: command }) })
  await client.open(unit, bare)
  const first = await client.pull(unit)
  await client.open(dropIn, command)
  await client.change(dropIn, { text: '[Service]\n' })
  await until('the client is told to ask again', () => client.refreshes > 0)
  const second = await client.pull(unit, first.resultId)
  expect(second.kind === 'full' && second.items.map(summary)).toEqual(['3:0 missing-exec-start'])
  expect(await client.findings(dropIn)).toEqual([])

  const before = client.refreshes
  await client.change(dropIn, { text: '[Service]\nExecStart=/srv/web/other\n' })
  await until('the client is told again', () => client.refreshes > before)
  expect(await client.findings(unit)).toEqual([])

  // It is closed without being saved: what is on disk counts, and that has a command as well.
  await client.change(dropIn, { text: '[Service]\n' })
  await client.close(dropIn)
  await until('what is on disk counts again', () => client.refreshes > before + 1)
  expect(await client.findings(unit)).toEqual([])
})

test('a finding that comes of a drop-in stands in the unit, at a place that is there', async () => {
  const added = '# a comment that is longer than the unit\n'.repeat(20)
  const client = await connect({
    capabilities: rich,
    files: disk({ [dropIn]: `${added}[Service]\nRestart=always\n` }),
  })
  await client.open(unit, '[Service]\nType=oneshot\nExecStart=/srv/web/run\n')
  const report = await client.pull(unit)
  expect(report).toMatchObject({
    items: [
      {
        code: 'oneshot-with-restart',
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } },
        message: expect.stringContaining("in 'web.service.d/a.conf': "),
      },
    ],
  })
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } }
  const actions = await client.codeActions(unit, range)
  expect(actions.flatMap(({ edit }) => client.applied(unit, edit))).not.toContain(
    expect.stringContaining('on-failure'),
  )
})

test('a drop-in that comes on disk is noticed, and one that goes', async () => {
  const files: Record<string, string> = {}
  const client = await connect({ capabilities: rich, files: disk(files) })
  const watchers = () =>
    client.registrations.flatMap(({ registerOptions }) =>
      (registerOptions?.watchers ?? []).map(({ globPattern }: { globPattern: string }) => globPattern),
    )
  await until('the client is asked to watch', () => watchers().length > 0)
  expect(watchers()).toContainEqual(expect.stringMatching(/service.*\.d\/\*\.conf$/))
  await client.open(unit, bare)
  expect(await client.findings(unit)).toEqual(['3:0 missing-exec-start'])

  const tell = (type: lsp.FileChangeType) =>
    client.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: dropIn, type }],
    })
  files[dropIn] = command
  await tell(lsp.FileChangeType.Created)
  await until('the client is told to ask again', () => client.refreshes > 0)
  expect(await client.findings(unit)).toEqual([])

  delete files[dropIn]
  await tell(lsp.FileChangeType.Deleted)
  await until('the client is told again', () => client.refreshes > 1)
  expect(await client.findings(unit)).toEqual(['3:0 missing-exec-start'])
})

test('a client that does not ask is sent the findings anew', async () => {
  const client = await connect({ files: disk({ [dropIn]: command }) })
  await client.open(unit, bare)
  await until('the first findings', () => client.published.has(unit))
  expect(client.published.get(unit)!.diagnostics).toEqual([])
  await client.open(dropIn, '[Service]\nUser=web\n')
  await until('the finding', () => client.published.get(unit)!.diagnostics.length === 1)
  await client.change(dropIn, { text: command })
  await until('that it goes', () => client.published.get(unit)!.diagnostics.length === 0)
})

test('a disk that does not answer does not hold findings up for ever', async () => {
  const stuck: FileSystem = { ...disk({}), readFolder: () => new Promise(() => {}) }
  const client = await connect({
    capabilities: rich,
    files: stuck,
    initializationOptions: { trusted: false },
  })
  await client.open(unit, bare)
  expect(await client.findings(unit)).toEqual(['3:0 missing-exec-start'])
})
