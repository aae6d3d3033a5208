import { expect, test } from 'vitest'
import * as lsp from 'vscode-languageserver-protocol'
import { type Client, rich } from './testing/client.ts'
import { connect } from './testing/in-process.ts'

const uri = 'file:///srv/app/web.service'
const whole: lsp.Range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } }
const line = (number: number): lsp.Range => ({
  start: { line: number, character: 0 },
  end: { line: number, character: 999 },
})
const titles = (actions: readonly lsp.CodeAction[]) => actions.map(({ title }) => title)
const quick = { only: [lsp.CodeActionKind.QuickFix] }

async function applied(client: Client, range: lsp.Range, title: string): Promise<string> {
  const actions = await client.codeActions(uri, range)
  return client.applied(uri, actions.find((action) => action.title === title)?.edit)
}

test('the fix of a finding is linked with it, preferred where it is safe, and meant for one version', async () => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, '[Service]\nExecStart=/bin/true\nRestrat=always\n')
  const report = await client.pull(uri)
  const [diagnostic] = report.kind === 'full' ? report.items : []
  const sent = { ...diagnostic!, data: 'known to the client' }
  const actions = await client.codeActions(uri, line(2), { ...quick, diagnostics: [sent] })
  expect(titles(actions)).toEqual(['Change to Restart=', "Allow 'unknown-directive' here"])
  expect(actions[0]).toEqual({
    title: 'Change to Restart=',
    kind: 'quickfix',
    isPreferred: true,
    diagnostics: [sent],
    edit: {
      documentChanges: [
        {
          textDocument: { uri, version: 1 },
          edits: [
            {
              range: { start: { line: 2, character: 0 }, end: { line: 2, character: 7 } },
              newText: 'Restart',
            },
          ],
        },
      ],
    },
  })
  expect(client.applied(uri, actions[0]!.edit)).toBe('[Service]\nExecStart=/bin/true\nRestart=always\n')
})

test('a client without versioned edits gets plain ones', async () => {
  const { textDocument } = rich
  const client = await connect({ capabilities: { textDocument: { codeAction: textDocument!.codeAction } } })
  await client.open(uri, '[Service]\nRestrat=always\n')
  const [fix] = await client.codeActions(uri, line(1), quick)
  expect(Object.keys(fix!.edit!)).toEqual(['changes'])
  expect(client.applied(uri, fix!.edit)).toBe('[Service]\nRestart=always\n')
})

test('only what touches the range is offered', async () => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, '[Service]\nExecStart=/bin/true\nRestrat=always\n')
  expect(await client.codeActions(uri, line(1), quick)).toEqual([])
  expect(await client.codeActions(uri, line(900), quick)).toEqual([])
  expect(await client.codeActions(uri, whole, { only: ['refactor'] })).toEqual([])
})

test.each([
  [
    'a line',
    '[Service]\nFoo=1\nExecStart=/bin/true\n',
    1,
    "Allow 'unknown-directive' here",
    '[Service]\n# unitwright: allow unknown-directive\nFoo=1\nExecStart=/bin/true\n',
  ],
  [
    'an indented line that ends as on Windows',
    '[Service]\r\n  Foo=1\r\nExecStart=/bin/true\r\n',
    1,
    "Allow 'unknown-directive' here",
    '[Service]\r\n  # unitwright: allow unknown-directive\r\n  Foo=1\r\nExecStart=/bin/true\r\n',
  ],
  [
    'what stands before the first section',
    'Foo=1\n[Service]\n',
    0,
    "Allow 'assignment-outside-section' in this file",
    '# unitwright: allow assignment-outside-section\nFoo=1\n[Service]\n',
  ],
  [
    'the first section itself',
    '# note\n[Servcie]\n',
    1,
    "Allow 'unknown-section' in this file",
    '# unitwright: allow unknown-section\n# note\n[Servcie]\n',
  ],
])('allowing a rule for %s silences it', async (_what, text, at, title, expected) => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, text)
  expect(await client.findings(uri)).toHaveLength(1)
  const edited = await applied(client, line(at), title)
  expect(edited).toBe(expected)
  await client.change(uri, { text: edited })
  expect(await client.findings(uri)).toEqual([])
})

test('behind a byte order mark systemd takes no comment, so that none is offered', async () => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, '\uFEFF[Servcie]\n')
  expect(await client.findings(uri)).toEqual(['0:2 unknown-section'])
  expect(titles(await client.codeActions(uri, line(0), quick))).not.toContainEqual(
    expect.stringContaining('Allow'),
  )
})

test('no comment is put between the lines of a value', async () => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, '[Service]\nExecStart=/bin/true \\ \n  --flag\n')
  expect(await client.findings(uri)).toContain('1:20 blank-after-backslash')
  const edited = await applied(client, line(1), "Allow 'blank-after-backslash' here")
  expect(edited.startsWith('[Service]\n# unitwright: allow blank-after-backslash\nExecStart')).toBe(true)

  const long = '[Service]\nEnvironment=A=1 \\\n  B=2 \\\n  Restart=always # note\n'
  await client.change(uri, { text: long })
  const last = (await client.findings(uri)).find((each) => each.startsWith('3:'))!
  const rule = last.split(' ')[1]!
  expect(await applied(client, line(3), `Allow '${rule}' here`)).toBe(
    long.replace('Environment', `# unitwright: allow ${rule}\nEnvironment`),
  )
})

test('our own client can explain a rule; each rule is offered once', async () => {
  const client = await connect({ capabilities: rich, initializationOptions: { trusted: false } })
  await client.open(uri, '[Service]\nFoo=1\nBar=1\nExecStart=/bin/true\n')
  const actions = await client.codeActions(uri, whole, quick)
  expect(titles(actions)).toEqual(["Allow 'unknown-directive' here", "Explain 'unknown-directive'"])
  expect(actions[1]).toMatchObject({
    command: { command: 'unitwright.explainRule', arguments: ['unknown-directive'] },
  })
})

const many = '[Service]\nExecStart=/bin/true\nRestrat=always\nexecstartpre=/bin/true\nFoo=1\n'
const mended = '[Service]\nExecStart=/bin/true\nRestart=always\nExecStartPre=/bin/true\nFoo=1\n'

test.each([[['source']], [['source.fixAll']], [['source.fixAll.unitwright']]])(
  '%j asks for all safe fixes',
  async (only) => {
    const client = await connect({ capabilities: rich })
    await client.open(uri, many)
    const actions = await client.codeActions(uri, line(0), { only })
    expect(actions).toEqual([
      {
        title: 'Apply all safe fixes',
        kind: 'source.fixAll.unitwright',
        edit: { documentChanges: [expect.anything()] },
      },
    ])
    expect(client.applied(uri, actions[0]!.edit)).toBe(mended)
  },
)

test('fixing all is offered when a person asks, not wherever the cursor goes, and not where there is nothing to fix', async () => {
  const client = await connect({ capabilities: rich })
  await client.open(uri, many)
  const { Automatic, Invoked } = lsp.CodeActionTriggerKind
  expect(titles(await client.codeActions(uri, line(0), { triggerKind: Invoked }))).toEqual([
    'Apply all safe fixes',
  ])
  expect(titles(await client.codeActions(uri, line(0)))).toEqual(['Apply all safe fixes'])
  expect(await client.codeActions(uri, line(0), { triggerKind: Automatic })).toEqual([])
  expect(await client.codeActions(uri, whole, { only: ['source.organizeImports'] })).toEqual([])
  await client.change(uri, { text: '[Service]\nExecStart=/bin/true\nFoo=1\n' })
  expect(await client.codeActions(uri, whole, { only: ['source.fixAll'] })).toEqual([])
})

test('a fix that uncovers a finding is followed by its fix', async () => {
  const client = await connect({ capabilities: rich })
  // The section's name must be right before its directives are read.
  await client.open(
    uri,
    '[service]\nExecStart=/bin/true\nRestrat=always\n\n[Install]\nWantedBy=default.target\n',
  )
  const [action] = await client.codeActions(uri, whole, { only: ['source.fixAll'] })
  expect(client.applied(uri, action!.edit)).toBe(
    '[Service]\nExecStart=/bin/true\nRestart=always\n\n[Install]\nWantedBy=default.target\n',
  )
})
