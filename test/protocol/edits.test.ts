import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as lsp from 'vscode-languageserver-protocol'
import { runs } from '../property/runs.ts'
import { rich } from './testing/client.ts'
import { connect } from './testing/in-process.ts'

const uri = 'file:///srv/app/web.service'

const piece = fc.constantFrom(
  '[Service]\n',
  '[Unit',
  ']\r\n',
  'ExecStart=',
  'Restrat=always\n',
  '/bin/true',
  '\\\n',
  '\r',
  '\n',
  '\r\n',
  '# unitwright: allow unknown-directive\n',
  '%h',
  'ä',
  '😀',
  '\uFEFF',
  ' ',
  '=',
  'Type=oneshot\n',
)
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
/** Places between 0 and 1 of the text as it then is, and what is put there; the last number makes some edits big. */
const edit = fc.record({ from: fc.nat(1_000), length: fc.nat(12), text, huge: fc.nat(9) })

test("after any edits the server's text is the client's", async () => {
  await fc.assert(
    fc.asyncProperty(
      text,
      fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
      async (start, messages) => {
        const client = await connect({ capabilities: rich })
        await client.open(uri, start)
        for (const edits of messages) {
          for (const each of edits) await client.change(uri, toChange(client.document(uri), each))
        }
        const fresh = 'file:///srv/fresh/web.service'
        const now = client.document(uri).getText()
        await client.open(fresh, now)
        expect(await describeAll(client, uri)).toEqual(await describeAll(client, fresh))
      },
    ),
    runs(60),
  )
})

test('several changes in one message are applied one after the other', async () => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, '[Service]\nExecStart=/bin/true\n')
  const at = (line: number, character: number) => ({ line, character })
  await client.change(
    uri,
    { range: { start: at(2, 0), end: at(2, 0) }, text: 'Restrat=always\n' },
    { range: { start: at(1, 10), end: at(1, 19) }, text: '/bin/false' },
    { range: { start: at(0, 0), end: at(0, 0) }, text: '[Unit]\nBindTo=a.service\nAfter=a.service\n' },
  )
  expect(await client.findings(uri)).toEqual(['1:0 legacy-directive', '5:0 unknown-directive'])
})

test.each([
  ['far behind the last line', { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } }],
  ['far behind the end of a line', { start: { line: 0, character: 0 }, end: { line: 2, character: 99_999 } }],
  ['the wrong way round', { start: { line: 3, character: 0 }, end: { line: 0, character: 0 } }],
])('a range %s is cut to the text', async (_what, range) => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, '[Service]\nExecStart=/bin/true\nRestrat=always')
  await client.change(uri, { range, text: '[Service]\nExecStart=/bin/true\nFoo' })
  await client.change(uri, {
    range: { start: { line: 2, character: 3 }, end: { line: 2, character: 3 } },
    text: 'Bar=1\n',
  })
  const report = await client.pull(uri)
  expect(report).toMatchObject({ items: [{ message: expect.stringContaining("'FooBar='") }] })
})

test('a version that no one counts, and changes to a document that is not open, do no harm', async () => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, '[Service]\nExecStart=/bin/true\n')
  const change = (target: string, version: number | null, newText: string) =>
    client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: target, version },
      contentChanges: [{ text: newText }],
    })
  await change('file:///nowhere.service', 2, '[Service]\nFoo=1\nExecStart=/bin/true\n')
  await change(uri, null, '[Service]\nFoo=1\nExecStart=/bin/true\n')
  await change(uri, 1, '[Service]\nBar=1\nExecStart=/bin/true\n')
  const report = await client.pull(uri)
  expect(report).toMatchObject({ items: [{ message: expect.stringContaining("'Bar='") }] })
})

type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never

function toChange(document: { getText(): string; positionAt(offset: number): lsp.Position }, each: Edit) {
  if (each.huge === 0) return { text: each.text }
  const length = document.getText().length
  const from = Math.round((each.from / 1_000) * length)
  const to = Math.min(length, from + each.length)
  return { range: { start: document.positionAt(from), end: document.positionAt(to) }, text: each.text }
}

/** All that the server says of a document, with its URI left out. */
async function describeAll(client: Awaited<ReturnType<typeof connect>>, target: string) {
  const textDocument = { uri: target }
  const report = await client.pull(target)
  return {
    findings: report.kind === 'full' ? report.items : undefined,
    symbols: await client.connection.sendRequest(lsp.DocumentSymbolRequest.type, { textDocument }),
    folds: await client.connection.sendRequest(lsp.FoldingRangeRequest.type, { textDocument }),
  }
}
