import { suite, teardown, test } from 'mocha'
import * as vscode from 'vscode'
import { acceptSuggestion, diagnosticsWhen, openFile, type } from './editing.ts'
import { contains, equal } from './expect.ts'
import { screenshot } from './screenshot.ts'
import { until } from './until.ts'

suite('language', () => {
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'))

  test('a misspelt directive is underlined while it is typed, and no longer once it is mended', async () => {
    const { document } = await openFile('web.service', '[Service]\nExecStart=/usr/bin/true\n$0')
    await type('Restrat=always')
    const [problem] = await diagnosticsWhen(document, (found) => found.length === 1)
    equal(document.getText(problem!.range), 'Restrat')
    await screenshot('problem')
    await vscode.commands.executeCommand('cursorHomeSelect')
    await type('Restart=always')
    await diagnosticsWhen(document, (found) => found.length === 0)
  })

  test('the light bulb mends the directive', async () => {
    const { document } = await openFile('web.service', '[Service]\nExecStart=/usr/bin/true\nRestrat=always\n')
    const [problem] = await diagnosticsWhen(document, (found) => found.length === 1)
    const action = await until('the fix', async () => {
      const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        problem!.range,
        vscode.CodeActionKind.QuickFix.value,
        10,
      )
      return offered.find(({ title, edit }) => title.includes('Restart') && edit)
    })
    await vscode.workspace.applyEdit(action.edit!)
    equal(document.lineAt(2).text, 'Restart=always')
    await diagnosticsWhen(document, (found) => found.length === 0)
  })

  test('one press mends everything that is safe to mend', async () => {
    const { document } = await openFile(
      'web.service',
      '[Unit]\nafter=a.target\n\n[Service]\nExecStart=/usr/bin/true\n$0',
    )
    await diagnosticsWhen(document, (found) => found.length > 0)
    await until('the fix', async () => {
      await vscode.commands.executeCommand('editor.action.fixAll')
      return document.lineAt(1).text === 'After=a.target' || undefined
    })
    await diagnosticsWhen(document, (found) => found.length === 0)
  })

  test('the quick fix, picked by its key, mends a misspelt directive', async () => {
    const editor = await openFile('web.service', '[Service]\nExecStart=/usr/bin/true\nRes$0trat=always\n')
    await diagnosticsWhen(editor.document, (found) => found.length === 1)
    await until('the fix', async () => {
      await vscode.commands.executeCommand('editor.action.autoFix')
      return editor.document.lineAt(2).text === 'Restart=always' || undefined
    })
    await diagnosticsWhen(editor.document, (found) => found.length === 0)
  })

  test('completion offers what the section has, and nothing of another', async () => {
    const { document } = await openFile('web.service', '[Service]\n\n')
    const labels = await until('the list', async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(1, 0),
      )
      const directives = items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet)
      return directives.length > 0
        ? directives.map(({ label }) => (typeof label === 'string' ? label : label.label))
        : undefined
    })
    contains(labels.join(' '), 'ExecStart= ')
    equal(
      labels.filter((label) => /^(?:After|WantedBy|ListenStream|OnCalendar|Description)=$/.test(label)),
      [],
    )
  })

  test('a directive accepted inside a half-typed word leaves a correct line', async () => {
    const editor = await openFile('web.service', '[Service]\nExecStart=/usr/bin/true\nRest$0rt=always\n')
    await acceptSuggestion(editor)
    equal(editor.document.lineAt(2).text, 'Restart=always')
  })

  test('a directive is completed from its beginning', async () => {
    const editor = await openFile('web.service', '[Service]\nExecStart=/usr/bin/true\n$0')
    await type('RestartS')
    await acceptSuggestion(editor)
    equal(editor.document.lineAt(2).text, 'RestartSec=')
  })

  test('a value is completed from its beginning', async () => {
    const editor = await openFile('web.service', '[Service]\nExecStart=/usr/bin/true\nRestart=$0\n')
    await type('on-ab')
    await acceptSuggestion(editor)
    equal(editor.document.lineAt(2).text, 'Restart=on-abnormal')
  })

  test('resting on a directive tells what it is for, its values, its default and its version', async () => {
    const { document } = await openFile('web.service', '[Service]\nExecStart=/usr/bin/true\nRestart=always\n')
    const text = await until('the hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        new vscode.Position(2, 3),
      )
      const parts = hovers.flatMap(({ contents }) => contents)
      return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n') || undefined
    })
    contains(text, '**Restart=** in [Service]')
    contains(text, '`on-failure`: restarted after')
    contains(text, 'Default: `no`')
    contains(text, 'Since systemd')
  })

  test('the outline lists sections with their directives', async () => {
    const { document } = await openFile(
      'web.service',
      '[Unit]\nAfter=a.target\n[Service]\nExecStart=/usr/bin/true\n',
    )
    const symbols = await until('the outline', () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      ),
    )
    equal(
      symbols.map(({ name, children }) => [name, children.map((child) => child.name)]),
      [
        ['Unit', ['After']],
        ['Service', ['ExecStart']],
      ],
    )
  })

  test('a file of another kind is left alone', async () => {
    const unit = await openFile('web.service', '[Service]\nExecStart=/usr/bin/true\nRestrat=always\n')
    const other = await openFile('web.ini', '[Service]\nRestrat=always\n')
    // Whatever was to be said of the other file has been said once the server knows of this later change.
    const edit = new vscode.WorkspaceEdit()
    edit.insert(unit.document.uri, new vscode.Position(3, 0), 'RestratSec=1\n')
    await vscode.workspace.applyEdit(edit)
    await diagnosticsWhen(unit.document, (found) => found.length === 2)
    equal(vscode.languages.getDiagnostics(other.document.uri).length, 0)
  })
})
