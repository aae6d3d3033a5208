import { suite, teardown, test } from 'mocha'
import * as vscode from 'vscode'
import { acceptSuggestion, applyFix, diagnosticsWhen, openFile, type } from './editing.ts'
import { contains, equal } from './expect.ts'
import { targetWhen } from './extension.ts'
import { choose, restoreWindow } from './picking.ts'
import { screenshot } from './screenshot.ts'
import { until } from './until.ts'

const seed = 'start program = "/usr/bin/systemctl --user start web" as uid "deploy" and gid "deploy"'

suite('monit', () => {
  teardown(async () => {
    restoreWindow()
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  })

  test('control files are known by name and by folder, and checked', async () => {
    for (const name of ['monitrc', 'monit/conf.d/app', 'shop.monit']) {
      const { document } = await openFile(name, 'check process app with pidfle /run/app.pid\n')
      equal(document.languageId, 'monit')
      await diagnosticsWhen(document, (found) => found.length > 0)
    }
  })

  test("a file of another program's in a folder of the same name stays as it was", async () => {
    const { document } = await openFile('nginx/conf.d/app.conf', 'server {\n  listen 80;\n}\n')
    equal(document.languageId === 'monit', false)
    equal(vscode.languages.getDiagnostics(document.uri), [])
  })

  test('a mistake is underlined while it is typed, and no longer once it is mended', async () => {
    const head = 'set daemon 30\ncheck process app with pidfile /run/app.pid\n  if memory > '
    const { document } = await openFile('conf.d/app.monit', `${head}$0`)
    await type('800MB then alert')
    const found = await diagnosticsWhen(document, (each) =>
      each.some(({ range }) => document.getText(range).includes('800MB')),
    )
    equal(found[0]!.source, 'unitwright')
    await screenshot('monit-problem')
    const at = document.getText().indexOf('800MB') + '800'.length
    const edit = new vscode.WorkspaceEdit()
    edit.insert(document.uri, document.positionAt(at), ' ')
    await vscode.workspace.applyEdit(edit)
    await diagnosticsWhen(document, (each) =>
      each.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error),
    )
  })

  test('resting on an option of a protocol explains it', async () => {
    const { document } = await openFile(
      'monitrc',
      'check host shop with address shop.example\n  if failed port 443 protocol https request "/up" then alert\n',
    )
    const text = await until('the hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        document.positionAt(document.getText().indexOf('request') + 2),
      )
      const parts = hovers.flatMap(({ contents }) => contents)
      return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n') || undefined
    })
    contains(text, '**request**, an option of `protocol http')
  })

  test('behind `then` only actions are offered', async () => {
    const { document } = await openFile(
      'monitrc',
      'check process app with pidfile /run/app.pid\n  if cpu > 80% then \n',
    )
    const labels = await until('the list', () => offered(document, new vscode.Position(1, 20)))
    equal([...labels].sort(), ['alert', 'exec', 'ignore', 'restart', 'start', 'stop', 'unmonitor'])
  })

  test('between `if` and `then` only what may follow is offered', async () => {
    const { document } = await openFile(
      'monitrc',
      'check process app with pidfile /run/app.pid\n  if cpu  then alert\n',
    )
    const labels = await until('the list', () => offered(document, new vscode.Position(1, 9)))
    contains(` ${labels.join(' ')} `, ' > ')
    equal(
      labels.filter((label) => /^(?:check|set|alert|restart|protocol|start|depends)\b/.test(label)),
      [],
    )
  })

  test('an action is completed from its beginning', async () => {
    const editor = await openFile(
      'monitrc',
      'check process app with pidfile /run/app.pid\n  if cpu > 80% then $0\n',
    )
    await type('unm')
    await acceptSuggestion(editor)
    equal(editor.document.lineAt(1).text, '  if cpu > 80% then unmonitor')
  })

  test('the quick fix gives `systemctl --user` the folder by which it finds its manager', async () => {
    const { document } = await openFile(
      'monit/conf.d/web',
      `check process web with pidfile /run/user/1000/web.pid\n  ${seed}\n`,
    )
    await applyFix(document, 'XDG_RUNTIME_DIR')
    equal(
      document.lineAt(1).text,
      `  start program = "/bin/bash -c 'XDG_RUNTIME_DIR=/run/user/$(id -u) /usr/bin/systemctl --user start web'" as uid "deploy" and gid "deploy"`,
    )
    await diagnosticsWhen(document, (each) =>
      each.every(({ message }) => !message.includes('XDG_RUNTIME_DIR')),
    )
  })

  test('the status bar says which monit, a choice holds at once, and a comment comes before it', async () => {
    const editor = await openFile('monitrc', '$0\nset daemon 30\n')
    await targetWhen(/^monit \d+\.\d+/)
    choose('Select monit version', '5.27.2')
    await vscode.commands.executeCommand('unitwright.changeTarget')
    equal(vscode.workspace.getConfiguration('unitwright').get('monitVersion'), '5.27.2')
    await targetWhen(/^monit 5\.27\.2$/)
    await type('# unitwright: monit=5.34')
    await targetWhen(/^monit 5\.34$/)
    await editor.edit((edit) => edit.delete(editor.document.lineAt(0).range))
    choose('Automatic')
    await vscode.commands.executeCommand('unitwright.selectMonitVersion')
    equal(vscode.workspace.getConfiguration('unitwright').inspect('monitVersion')?.workspaceValue, undefined)
  })
})

async function offered(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly string[] | undefined> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  )
  const words = items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet)
  return words.length > 0
    ? words.map(({ label }) => (typeof label === 'string' ? label : label.label))
    : undefined
}
