import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { expect, test } from 'vitest'
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  type Message,
} from 'vscode-languageserver-protocol/node'
import { bundledServer } from './testing/bundle.ts'
import { Client, rich } from './testing/client.ts'

const server = bundledServer('browser')

/** What a browser gives a worker, as far as the server may use it; nothing of Node is among it. */
interface WorkerScope {
  onmessage?: (event: { data: unknown }) => void
  postMessage(message: unknown): void
  addEventListener(type: 'error', listener: (event: unknown) => void): void
}

/** Runs the server's bundle as a browser would, and talks to it by messages. */
function startWorker(): Client {
  const toClient: DataCallback[] = []
  const scope: WorkerScope & Record<string, unknown> = {
    addEventListener: () => {},
    postMessage: (message) => queueMicrotask(() => toClient[0]!(structuredClone(message) as Message)),
    ...{
      setTimeout,
      clearTimeout,
      queueMicrotask,
      TextDecoder,
      TextEncoder,
      URL,
      Blob,
      Response,
      DecompressionStream,
      console,
    },
  }
  scope.self = scope
  runInContext(readFileSync(server(), 'utf8'), createContext(scope))

  class Reader extends AbstractMessageReader {
    listen(callback: DataCallback) {
      toClient.push(callback)
      return { dispose: () => {} }
    }
  }
  class Writer extends AbstractMessageWriter {
    async write(message: Message) {
      scope.onmessage!({ data: structuredClone(message) })
    }
    end() {}
  }
  return new Client(createProtocolConnection(new Reader(), new Writer()), { capabilities: rich })
}

test('in a web worker the server runs without anything of Node', async () => {
  const uri = 'vscode-vfs://github/shop/web/deploy/web.service'
  const client = await startWorker().initialize()
  await client.open(uri, '[Unit]\nAfter=q.service\n\n[Service]\nRestrat=always\nExecStart=/bin/true\n')
  await client.open('vscode-vfs://github/shop/web/deploy/queue.service', '[Unit]\n')
  expect(await client.findings(uri)).toEqual(['4:0 unknown-directive'])
  const list = await client.complete(client.at(uri, 'After=q', 7))
  expect(list!.items.map(({ label }) => label)).toContain('queue.service')
  expect((await client.hover(client.at(uri, 'After')))?.contents).toMatchObject({ kind: 'markdown' })
  await client.shutdown()
})
