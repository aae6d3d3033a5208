import { closeSync, openSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { encodeText } from '../base/decode.ts'
import { largestFile, readText, readTextFile } from './read-file.ts'
import { scratch } from './testing/scratch.ts'

function read(content: string | Uint8Array) {
  return readTextFile(path.join(scratch({ file: content }).folder, 'file'))
}

test.each([0, 1, 16 * 1024 - 1, 16 * 1024, 16 * 1024 + 1, 700_000])(
  'a text of %i bytes is read whole',
  (size) => {
    const text = '[Unit]\nDescription=é\n'.repeat(size).slice(0, size)
    expect(read(text)).toEqual({ kind: 'text', text })
  },
)

test('bytes that are no UTF-8 survive', () => {
  const bytes = Uint8Array.of(0x5b, 0xe9, 0xff, 0xc3)
  const reading = read(bytes)
  expect(reading.kind).toBe('text')
  expect(reading.kind === 'text' && encodeText(reading.text)).toEqual(bytes)
})

test('a NUL byte early makes a file binary, a late one does not', () => {
  expect(read('\x7fELF\x01\0\0')).toEqual({ kind: 'unfit', reason: 'it is a binary file, not a unit file' })
  const text = `${'# '.padEnd(9000, 'x')}\n\0`
  expect(read(text)).toEqual({ kind: 'text', text })
})

test.each([[[0xff, 0xfe, 0x5b, 0x00]], [[0xfe, 0xff, 0x00, 0x5b]]])(
  'UTF-16 is called by its name: %j',
  (bytes) => {
    expect(read(Uint8Array.from(bytes))).toEqual({
      kind: 'unfit',
      reason: 'it is UTF-16 text, which systemd does not read; save it as UTF-8',
    })
  },
)

test('the size is limited', () => {
  expect(read(new Uint8Array(largestFile).fill(0x23)).kind).toBe('text')
  const tooLarge = { kind: 'unfit', reason: 'it is larger than 8 MiB, too large for a unit file' }
  expect(read(new Uint8Array(largestFile + 1).fill(0x23))).toEqual(tooLarge)
})

test('devices: the empty one of a masked unit, and one without end', () => {
  expect(readTextFile('/dev/null')).toEqual({ kind: 'text', text: '' })
  expect(readTextFile('/dev/zero').kind).toBe('unfit')
})

test('what cannot be opened or read is unreadable', () => {
  const { folder } = scratch()
  expect(readTextFile(path.join(folder, 'missing'))).toEqual({
    kind: 'unreadable',
    reason: 'no such file or folder',
  })
  const descriptor = openSync(folder, 'r')
  expect(readText(descriptor)).toEqual({ kind: 'unreadable', reason: 'it is a folder' })
  closeSync(descriptor)
})
