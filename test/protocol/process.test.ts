import { type ChildProcess, type ChildProcessWithoutNullStreams, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import {
  createProtocolConnection,
  ExitNotification,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { bundledServer } from './testing/bundle.ts'
import { Client, rich } from './testing/client.ts'

const server = bundledServer('node')
const uri = 'file:///srv/app/web.service'

let running: ChildProcess[] = []
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running = []
})

function start(...args: string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [server(), ...args])
  running.push(child)
  return child
}

function clientOf(child: ChildProcessWithoutNullStreams): Client {
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  return new Client(connection, { capabilities: rich })
}

const endOf = async (child: ChildProcess) => (await once(child, 'exit'))[0] as number | null

test('over standard input and output: initialize, ask, shut down, end with 0', async () => {
  const child = start('--stdio')
  const client = await clientOf(child).initialize()
  await client.open(uri, '[Service]\nRestrat=always\nExecStart=/bin/true\n')
  expect(await client.findings(uri)).toEqual(['1:0 unknown-directive'])
  const list = await client.complete(client.at(uri, 'Restrat', 7))
  expect(list!.items.some(({ label }) => label === 'Restart' || label === 'Restart=')).toBe(true)
  expect((await client.hover(client.at(uri, 'Service')))?.contents).toMatchObject({ kind: 'markdown' })
  await client.shutdown()
  const ended = endOf(child)
  await client.connection.sendNotification(ExitNotification.type)
  expect(await ended).toBe(0)
})

test('over the channel of Node processes, as VS Code talks to it', async () => {
  const child = fork(server(), ['--node-ipc', `--clientProcessId=${process.pid}`])
  running.push(child)
  const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child))
  const client = await new Client(connection, { capabilities: rich }).initialize()
  await client.open(uri, '[Service]\nRestrat=always\nExecStart=/bin/true\n')
  expect(await client.findings(uri)).toEqual(['1:0 unknown-directive'])
  await client.shutdown()
  const ended = endOf(child)
  await client.connection.sendNotification(ExitNotification.type)
  expect(await ended).toBe(0)
})

test('an end without a shutdown is no good end', async () => {
  const child = start('--stdio')
  const client = await clientOf(child).initialize()
  const ended = endOf(child)
  await client.connection.sendNotification(ExitNotification.type)
  expect(await ended).toBe(1)
})

test('the server ends with its editor, whether that closes the input or is gone altogether', async () => {
  const closed = start('--stdio')
  await clientOf(closed).initialize()
  const end = endOf(closed)
  closed.stdin.end()
  expect(await end).toBe(1)

  const gone = start('--stdio')
  const client = await clientOf(gone).initialize()
  const secondEnd = endOf(gone)
  await client.open(uri, '[Service]\nRestrat=always\nExecStart=/bin/true\n')
  gone.stdout.destroy()
  gone.stdin.destroy()
  expect(await secondEnd).toBe(1)
})

test('messages that are none do not end it', async () => {
  const child = start('--stdio')
  const client = await clientOf(child).initialize()
  for (const body of [
    '{"jsonrpc"',
    '[]',
    '7',
    '{"jsonrpc":"2.0","id":"x","method":"no/such/method"}',
    'null',
  ]) {
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  await client.open(uri, '[Service]\nRestrat=always\nExecStart=/bin/true\n')
  expect(await client.findings(uri)).toEqual(['1:0 unknown-directive'])
})

test.each([[[]], [['--socket=0']], [['--node-ipc']]])(
  'with %j it says how it can be spoken to',
  async (args) => {
    const child = start(...args)
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    expect(await endOf(child)).toBe(2)
    expect(said).toBe(
      'unitwright server: say how it is spoken to; accepted: --stdio, or --node-ipc from a Node process that forks it\n',
    )
  },
)
