import {
  CompletionRequest,
  DidChangeTextDocumentNotification,
  DocumentDiagnosticRequest,
} from 'vscode-languageserver-protocol/node'
import { check } from '../../server/src/workspace/check.ts'
import { openSource } from '../../server/src/workspace/documents.ts'
import { environmentOf } from '../oracle/our-verdicts.ts'
import type { Client } from '../protocol/testing/client.ts'
import { connect } from './connect.ts'
import { type Measure, medianOf } from './measure.ts'
import { longControlFile } from './monit-files.ts'

const lines = 10_000
const uri = 'file:///etc/monit/monitrc'

/** What an editor waits for in a large control file. */
export const bench: Measure = async () => {
  const text = longControlFile(lines)
  const environment = environmentOf(257)
  // Another text and other settings each time, so that nothing is remembered.
  const texts = [text, text.replaceAll('check ', 'check  ')]
  let round = 0
  const whole = await medianOf(() => {
    const source = openSource('monit', '/etc/monit/monitrc', texts[++round % 2]!)!
    return check(source, { ...environment, settings: { ...environment.settings, rules: {} } })
  })
  const client = await connect()
  await client.open(uri, text, 'monit')
  const keystroke = await medianOf(typist(client))
  const place = client.document(uri).positionAt(text.lastIndexOf('then restart') + 5)
  const params = { textDocument: { uri }, position: place }
  const completion = await medianOf(() => client.connection.sendRequest(CompletionRequest.type, params))
  const offered = (await client.complete(params))?.items.map(({ label }) => label) ?? []
  if (!offered.includes('unmonitor')) throw new Error('completion offers something else than actions')
  await client.shutdown()
  client.connection.dispose()
  const figure = (name: string, value: number, goal: number) =>
    ({ name, value, goal, unit: 'ms', better: 'lower' }) as const
  return [
    figure(`control file of ${lines} lines, read and diagnosed`, whole, 30),
    figure('keystroke in it to diagnostics', keystroke, 10),
    figure('completion near its end', completion, 10),
  ]
}

/** Types a letter into a comment-free place in the middle and takes it back, in turn, asking for diagnostics each time. */
function typist(client: Client): () => Promise<void> {
  const { connection } = client
  const document = client.document(uri)
  const text = document.getText()
  const start = document.positionAt(text.indexOf('--max 100', text.length / 2) + '--max 100'.length)
  const behind = { line: start.line, character: start.character + 1 }
  let version = document.version
  let resultId: string | undefined
  return async () => {
    const typed = version % 2 === 1
    version += 1
    const change = typed
      ? { range: { start, end: start }, text: '0' }
      : { range: { start, end: behind }, text: '' }
    void connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [change],
    })
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(resultId === undefined ? {} : { previousResultId: resultId }),
    })
    if (report.kind !== 'full') throw new Error('an edit changed nothing')
    resultId = report.resultId
  }
}
