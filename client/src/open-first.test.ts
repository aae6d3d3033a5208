import { expect, test } from 'vitest'
import type { TextDocument } from 'vscode'
import { openFirst } from './open-first.ts'

const document = {} as TextDocument

/** A client and the order in which its messages leave. */
function client() {
  const { didOpen, sendRequest } = openFirst()
  const sent: string[] = []
  return {
    sent,
    open: (ready: Promise<void>) =>
      didOpen!(document, async () => {
        await ready
        sent.push('open')
      }),
    request: (method: string) =>
      sendRequest!(method, undefined, undefined, async () => {
        sent.push(method)
        return undefined as never
      }),
  }
}

test('a request waits for the documents that are being opened', async () => {
  const { sent, open, request } = client()
  let finish = () => {}
  const opened = open(
    new Promise((resolve) => {
      finish = resolve
    }),
  )
  const asked = request('diagnostic')
  await Promise.resolve()
  expect(sent).toEqual([])
  finish()
  await Promise.all([opened, asked])
  expect(sent).toEqual(['open', 'diagnostic'])
})

test('a request leaves at once where no document is being opened', async () => {
  const { sent, open, request } = client()
  await open(Promise.resolve())
  const asked = request('hover')
  expect(sent).toEqual(['open', 'hover'])
  await asked
})

test('a document that could not be opened holds nothing up', async () => {
  const { sent, open, request } = client()
  const opened = open(Promise.reject(new Error('no connection')))
  const asked = request('hover')
  await expect(opened).rejects.toThrow('no connection')
  await asked
  await request('diagnostic')
  expect(sent).toEqual(['hover', 'diagnostic'])
})
