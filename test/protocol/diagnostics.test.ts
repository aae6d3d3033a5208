import { expect, test } from 'vitest'
import * as lsp from 'vscode-languageserver-protocol'
import { rich, summary, until } from './testing/client.ts'
import { connect } from './testing/in-process.ts'

const uri = 'file:///srv/app/web.service'
const broken = '[Service]\nExecStart=/srv/web/run\nRestrat=always\n'

test('a finding as the editor gets it', async () => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, broken)
  const report = await client.pull(uri)
  expect(report).toEqual({
    kind: 'full',
    resultId: expect.any(String),
    items: [
      {
        range: { start: { line: 2, character: 0 }, end: { line: 2, character: 7 } },
        severity: lsp.DiagnosticSeverity.Warning,
        source: 'unitwright',
        code: 'unknown-directive',
        message: "unknown directive 'Restrat=' in [Service]; did you mean 'Restart='?",
      },
    ],
  })
})

test('a directive of old is struck through', async () => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, '[Unit]\nBindTo=a.service\nAfter=a.service\n\n[Service]\nExecStart=/bin/true\n')
  const report = await client.pull(uri)
  expect(report.kind === 'full' && report.items.map(({ code, tags }) => [code, tags])).toEqual([
    ['legacy-directive', [lsp.DiagnosticTag.Deprecated]],
  ])
})

test('who holds the answer already is told so, until the text or the settings change', async () => {
  let level: string | undefined
  const client = await connect({
    capabilities: rich,
    settings: () => ({ rules: { 'unknown-directive': level } }),
  })
  await client.open(uri, broken)
  const first = await client.pull(uri)
  expect(await client.pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId })

  await client.change(uri, {
    range: { start: { line: 2, character: 0 }, end: { line: 2, character: 7 } },
    text: 'Restart',
  })
  const second = await client.pull(uri, first.resultId)
  expect(second).toMatchObject({ kind: 'full', items: [] })

  await client.change(uri, { text: broken })
  const third = await client.pull(uri, second.resultId)
  level = 'hint'
  await client.connection.sendNotification(lsp.DidChangeConfigurationNotification.type, { settings: null })
  await until('the client is told to ask again', () => client.refreshes > 0)
  expect(await client.pull(uri, third.resultId)).toMatchObject({
    items: [{ severity: lsp.DiagnosticSeverity.Hint }],
  })
})

test('a document that was opened anew is checked anew', async () => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, broken)
  const { resultId } = await client.pull(uri)
  await client.close(uri)
  await client.open(uri, '[Service]\nExecStart=/bin/true\n')
  expect(await client.pull(uri, resultId)).toMatchObject({ kind: 'full', items: [] })
})

test('a client that does not ask is sent findings, on opening, on change and on closing', async () => {
  const client = await connect()
  await client.open(uri, broken)
  await until('the first findings', () => client.published.has(uri))
  expect(client.published.get(uri)).toMatchObject({ uri, version: 1 })
  expect(client.published.get(uri)!.diagnostics.map(summary)).toEqual(['2:0 unknown-directive'])

  // Several keystrokes at once are answered once, with the last version.
  for (const text of ['R', 'Re', 'Restart']) {
    await client.change(uri, { text: `[Service]\nExecStart=/srv/web/run\n${text}=always\n` })
  }
  await until('the findings of the last version', () => client.published.get(uri)!.version === 4)
  expect(client.published.get(uri)!.diagnostics).toEqual([])

  await client.change(uri, { text: broken })
  await until('the findings of the broken version', () => client.published.get(uri)!.version === 5)
  await client.close(uri)
  await until('the findings are taken back', () => client.published.get(uri)!.diagnostics.length === 0)
})

test('a client that asks is sent nothing', async () => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, broken)
  await client.pull(uri)
  await client.close(uri)
  await client.pull(uri)
  expect(client.published.size).toBe(0)
})

test.each([
  ['systemd-unit', 'untitled:Untitled-1', 1],
  ['systemd-unit-erb', 'file:///srv/web.service.erb', 1],
  ['systemd-unit-jinja', 'file:///srv/web.service.j2', 1],
  ['systemd', 'file:///srv/web.service', 1],
  ['systemd', 'file:///srv/unit-without-name', 1],
  ['dosini', 'file:///srv/web.service', 1],
  ['conf', 'file:///etc/systemd/system/web.service.d/override.conf', 1],
  ['plaintext', 'file:///srv/notes.txt', 0],
  ['systemd', 'file:///etc/systemd/network/20-wired.network', 0],
  ['systemd', 'file:///etc/systemd/logind.conf', 0],
  ['markdown', 'file:///srv/README.md', 0],
])('as %s the file %s has %i findings', async (languageId, file, count) => {
  const client = await connect({ capabilities: rich })
  await client.open(file, '[Service]\nExecStart=/srv/web/run\nRestrat=always\n', languageId)
  expect(await client.findings(file)).toHaveLength(count)
})
