import {
  CompletionRequest,
  DidChangeTextDocumentNotification,
  DocumentDiagnosticRequest,
  type Position,
} from 'vscode-languageserver-protocol/node'
import type { Client } from '../protocol/testing/client.ts'
import { connect } from './connect.ts'
import { type Measure, medianOf } from './measure.ts'
import { longUnit } from './unit-files.ts'

const lines = 6400
const uri = 'file:///etc/systemd/system/tenants.service'

/** What an editor waits for, asked of the real server over streams in memory. */
export const bench: Measure = async () => {
  const client = await connect()
  await client.open(uri, longUnit(lines))
  const keystroke = await medianOf(typist(client))
  const small = 'file:///etc/systemd/system/web.service'
  await client.open(small, '[Unit]\nDescription=Web\n\n[Service]\nExecStart=/srv/web/run\n\n')
  const params = { textDocument: { uri: small }, position: { line: 5, character: 0 } }
  const completion = await medianOf(() => client.connection.sendRequest(CompletionRequest.type, params))
  const answer = await client.complete(params)
  if (!answer || answer.items.length < 100) throw new Error('completion offers too little to be measured')
  await client.shutdown()
  client.connection.dispose()
  return [
    {
      name: `keystroke in ${lines} lines to diagnostics`,
      value: keystroke,
      unit: 'ms',
      goal: 5,
      better: 'lower',
    },
    { name: 'completion of a key in [Service]', value: completion, unit: 'ms', goal: 1, better: 'lower' },
    {
      name: `its size, ${answer.items.length} keys`,
      value: JSON.stringify(answer).length / 1000,
      unit: 'kB',
      goal: 30,
      better: 'lower',
    },
  ]
}

/** Types a letter behind a value in the middle of the document and takes it back, in turn, asking for diagnostics each time. */
function typist(client: Client): () => Promise<void> {
  const { connection } = client
  const document = client.document(uri)
  const middle = document.positionAt(
    document.getText().indexOf('Restart=on-failure', document.getText().length / 2) + 18,
  )
  const behind: Position = { line: middle.line, character: middle.character + 1 }
  let version = document.version
  let resultId: string | undefined
  return async () => {
    const typed = version % 2 === 1
    version += 1
    const change = typed
      ? { range: { start: middle, end: middle }, text: 'x' }
      : { range: { start: middle, end: behind }, text: '' }
    void connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [change],
    })
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      previousResultId: resultId,
    })
    if (report.kind !== 'full') throw new Error('an edit changed nothing')
    resultId = report.resultId
  }
}
